import { pgTable, primaryKey, text } from "drizzle-orm/pg-core"
import { instant } from "#platform/database/columns.ts"
import { chefs } from "../tables.ts"

/** A chef's own calendar elsewhere; one for each chef. */
export const externalCalendars = pgTable("crew_external_calendars", {
  chefId: text("chef_id")
    .primaryKey()
    .references(() => chefs.id),
  serverUrl: text("server_url").notNull(),
  userName: text("user_name").notNull(),
  /** Sealed; never told and never logged. */
  sealedPassword: text("sealed_password").notNull(),
  calendarUrl: text("calendar_url").notNull(),
  calendarName: text("calendar_name").notNull(),
  connectedAt: instant("connected_at").notNull(),
  syncedAt: instant("synced_at"),
  /** What went wrong at the last attempt, in words; null when it went well. */
  problem: text(),
})

/** Our own events there, by which they are known and never read back as busy. */
export const pushedEvents = pgTable(
  "crew_pushed_events",
  {
    chefId: text("chef_id")
      .notNull()
      .references(() => chefs.id),
    uid: text().notNull(),
    url: text().notNull(),
    etag: text(),
    /** Of what was written, so that only what changed is written again. */
    fingerprint: text().notNull(),
    pushedAt: instant("pushed_at").notNull(),
  },
  (table) => [primaryKey({ columns: [table.chefId, table.uid] })],
)

import { sql } from "drizzle-orm"
import { index, pgTable, text, uniqueIndex } from "drizzle-orm/pg-core"
import { instant } from "#platform/database/columns.ts"

/** A party outdoors without cover that waits for the weather, until it is decided. */
export const weatherHolds = pgTable(
  "booking_weather_holds",
  {
    id: text().primaryKey(),
    bookingId: text("booking_id").notNull(),
    startedAt: instant("started_at").notNull(),
    startedBy: text("started_by").$type<"customer" | "company">().notNull(),
    note: text().notNull(),
    decideBy: instant("decide_by").notNull(),
    endedAt: instant("ended_at"),
    outcome: text().$type<"moved" | "covered" | "cancelled">(),
  },
  (table) => [
    uniqueIndex("booking_weather_holds_open").on(table.bookingId).where(sql`${table.endedAt} is null`),
    index("booking_weather_holds_decide").on(table.endedAt, table.decideBy),
  ],
)

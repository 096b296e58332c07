import { sql } from "drizzle-orm"
import { doublePrecision, index, jsonb, pgTable, text, uniqueIndex } from "drizzle-orm/pg-core"
import { instant } from "#platform/database/columns.ts"
import { bookings } from "../tables.ts"

/** A chef who found nobody: what there is to show for it, and what a manager made of it. */
export const noShows = pgTable(
  "booking_no_shows",
  {
    id: text().primaryKey(),
    bookingId: text("booking_id")
      .notNull()
      .references(() => bookings.id),
    note: text().notNull(),
    attachmentIds: jsonb("attachment_ids").$type<string[]>().notNull(),
    latitude: doublePrecision(),
    longitude: doublePrecision(),
    /** From the place of the party, great circle. */
    distanceMeters: doublePrecision("distance_meters"),
    reportedAt: instant("reported_at").notNull(),
    reportedBy: text("reported_by").notNull(),
    outcome: text().$type<"confirmed" | "rejected">(),
    decisionNote: text("decision_note"),
    decidedAt: instant("decided_at"),
    decidedBy: text("decided_by"),
  },
  (table) => [
    index("booking_no_shows_booking").on(table.bookingId),
    uniqueIndex("booking_no_shows_open").on(table.bookingId).where(sql`decided_at is null`),
  ],
)

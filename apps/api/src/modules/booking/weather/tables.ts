import type { BookingStatus } from "@myhibachi/contract/booking"
import type { WeatherDecision } from "@myhibachi/contract/weather"
import { sql } from "drizzle-orm"
import { index, pgTable, text, uniqueIndex } from "drizzle-orm/pg-core"
import { instant } from "#platform/database/columns.ts"
import { bookings } from "../tables.ts"

/** A party that waits for the weather, and what was decided. */
export const weatherHolds = pgTable(
  "booking_weather_holds",
  {
    id: text().primaryKey(),
    bookingId: text("booking_id")
      .notNull()
      .references(() => bookings.id),
    /** Where the booking goes back to. */
    previousStatus: text("previous_status").$type<BookingStatus>().notNull(),
    reason: text().notNull(),
    openedAt: instant("opened_at").notNull(),
    openedBy: text("opened_by").notNull(),
    decideBy: instant("decide_by").notNull(),
    decision: text().$type<WeatherDecision>(),
    decidedAt: instant("decided_at"),
    decidedBy: text("decided_by"),
  },
  (table) => [
    index("booking_weather_holds_booking").on(table.bookingId),
    uniqueIndex("booking_weather_holds_open").on(table.bookingId).where(sql`decided_at is null`),
  ],
)

import type { BookingStatus } from "@myhibachi/contract/booking"
import { sql } from "drizzle-orm"
import { bigint, index, pgTable, text, uniqueIndex } from "drizzle-orm/pg-core"
import { instant } from "#platform/database/columns.ts"
import { bookings } from "../tables.ts"

/** A customer's wish to cancel that a manager decides; the start is kept until then. */
export const cancelRequests = pgTable(
  "booking_cancel_requests",
  {
    id: text().primaryKey(),
    bookingId: text("booking_id")
      .notNull()
      .references(() => bookings.id),
    previousStatus: text("previous_status").$type<BookingStatus>().notNull(),
    reason: text().notNull(),
    /** The moment that the cancellation counts from, whenever it is decided. */
    requestedAt: instant("requested_at").notNull(),
    requestedBy: text("requested_by").notNull(),
    refundCents: bigint("refund_cents", { mode: "number" }).notNull(),
    outcome: text().$type<"approved" | "declined">(),
    note: text(),
    decidedAt: instant("decided_at"),
    decidedBy: text("decided_by"),
  },
  (table) => [
    index("booking_cancel_requests_booking").on(table.bookingId),
    uniqueIndex("booking_cancel_requests_open").on(table.bookingId).where(sql`decided_at is null`),
  ],
)

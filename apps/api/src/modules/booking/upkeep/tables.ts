import { pgTable, primaryKey, text } from "drizzle-orm/pg-core"
import { instant } from "#platform/database/columns.ts"

/** What the clock has done for a booking, so that it is done once for each start. */
export const milestones = pgTable(
  "booking_milestones",
  {
    bookingId: text("booking_id").notNull(),
    /** For example `balance-72` or `thanks`. */
    kind: text().notNull(),
    /** What it was done for: the start or the deadline. */
    due: instant().notNull(),
    at: instant().notNull(),
  },
  (table) => [primaryKey({ columns: [table.bookingId, table.kind, table.due] })],
)

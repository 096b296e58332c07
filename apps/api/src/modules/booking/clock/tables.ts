import { pgTable, primaryKey, text } from "drizzle-orm/pg-core"
import { instant } from "#platform/database/columns.ts"

/** What the clock has said about a party, once for each of its starts. */
export const notices = pgTable(
  "booking_notices",
  {
    bookingId: text("booking_id").notNull(),
    kind: text().notNull(),
    startsAt: instant("starts_at").notNull(),
    at: instant().notNull(),
  },
  (table) => [primaryKey({ columns: [table.bookingId, table.kind, table.startsAt] })],
)

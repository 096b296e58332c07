import type { PartyGuest } from "@myhibachi/contract/party-guests"
import { integer, jsonb, pgTable, primaryKey, text } from "drizzle-orm/pg-core"
import { instant } from "#platform/database/columns.ts"

/** Who eats what at a booked party; as many rows as were told, in the order in which they were told. */
export const partyGuests = pgTable(
  "booking_guests",
  {
    bookingId: text("booking_id").notNull(),
    position: integer().notNull(),
    guest: jsonb().$type<PartyGuest>().notNull(),
    savedAt: instant("saved_at").notNull(),
    savedBy: text("saved_by").notNull(),
  },
  (table) => [primaryKey({ columns: [table.bookingId, table.position] })],
)

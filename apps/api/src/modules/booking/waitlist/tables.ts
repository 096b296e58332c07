import type { Place } from "@myhibachi/contract/customers"
import type { Guests } from "@myhibachi/contract/quote"
import type { WaitlistStatus } from "@myhibachi/contract/waitlist"
import { bigserial, index, jsonb, pgTable, text } from "drizzle-orm/pg-core"
import { instant } from "#platform/database/columns.ts"
import { type ContactSnapshot, quotes } from "../tables.ts"

/** Who wants a start that is taken; the order of joining is the order of telling. */
export const waitlist = pgTable(
  "booking_waitlist",
  {
    id: text().primaryKey(),
    sequence: bigserial({ mode: "number" }).notNull(),
    status: text().$type<WaitlistStatus>().notNull(),
    customerId: text("customer_id").notNull(),
    contact: jsonb().$type<ContactSnapshot>().notNull(),
    quoteId: text("quote_id")
      .notNull()
      .references(() => quotes.id),
    stationId: text("station_id").notNull(),
    timeZone: text("time_zone").notNull(),
    place: jsonb().$type<Place>().notNull(),
    guests: jsonb().$type<Guests>().notNull(),
    /** Local date at the party. */
    date: text().notNull(),
    /** Regular starts that suit, `18:00`; empty for any. */
    slots: jsonb().$type<string[]>().notNull(),
    joinedAt: instant("joined_at").notNull(),
    /** The hold that was placed for this person. */
    holdId: text("hold_id"),
    offeredAt: instant("offered_at"),
    offeredUntil: instant("offered_until"),
    endedAt: instant("ended_at"),
  },
  (table) => [
    index("booking_waitlist_order").on(table.status, table.sequence),
    index("booking_waitlist_hold").on(table.holdId),
    index("booking_waitlist_customer").on(table.customerId),
  ],
)

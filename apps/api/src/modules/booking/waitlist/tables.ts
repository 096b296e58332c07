import type { WaitlistStatus } from "@myhibachi/contract/booking-life"
import type { Place } from "@myhibachi/contract/customers"
import type { Guests, QuoteItem } from "@myhibachi/contract/quote"
import { index, jsonb, pgTable, text } from "drizzle-orm/pg-core"
import { instant } from "#platform/database/columns.ts"
import type { ContactSnapshot } from "../tables.ts"

/** Who waits for a start on a day on which none was free. An offer is a hold of its own. */
export const waitlist = pgTable(
  "booking_waitlist",
  {
    id: text().primaryKey(),
    status: text().$type<WaitlistStatus>().notNull(),
    stationId: text("station_id").notNull(),
    timeZone: text("time_zone").notNull(),
    date: text().notNull(),
    guests: jsonb().$type<Guests>().notNull(),
    items: jsonb().$type<QuoteItem[]>().notNull(),
    place: jsonb().$type<Place>().notNull(),
    customerId: text("customer_id").notNull(),
    contact: jsonb().$type<ContactSnapshot>().notNull(),
    /** From where the person allowed us to write. */
    consentFrom: text("consent_from").notNull(),
    holdId: text("hold_id"),
    offeredAt: instant("offered_at"),
    createdAt: instant("created_at").notNull(),
  },
  (table) => [
    index("booking_waitlist_queue").on(table.status, table.date, table.createdAt),
    index("booking_waitlist_hold").on(table.holdId),
    index("booking_waitlist_created").on(table.createdAt, table.id),
  ],
)

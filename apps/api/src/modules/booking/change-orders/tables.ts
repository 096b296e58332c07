import type { ChangeOrderStatus } from "@myhibachi/contract/booking-life"
import type { Guests, QuoteLine } from "@myhibachi/contract/quote"
import { bigint, index, integer, jsonb, pgTable, text } from "drizzle-orm/pg-core"
import { instant } from "#platform/database/columns.ts"
import type { PricingInputs } from "../rules/price-party.ts"

/** A priced amendment: what it follows from never changes; accepted, it is the booking's next quote revision. */
export const changeOrders = pgTable(
  "booking_change_orders",
  {
    id: text().primaryKey(),
    bookingId: text("booking_id").notNull(),
    status: text().$type<Exclude<ChangeOrderStatus, "expired" | "outdated">>().notNull(),
    /** The party for which it was priced: of this quote revision and at this start. */
    baseRevision: integer("base_revision").notNull(),
    startsAt: instant("starts_at").notNull(),
    guestsBefore: jsonb("guests_before").$type<Guests>().notNull(),
    linesBefore: jsonb("lines_before").$type<QuoteLine[]>().notNull(),
    chefsBefore: integer("chefs_before").notNull(),
    totalBeforeCents: bigint("total_before_cents", { mode: "number" }).notNull(),
    totalAfterCents: bigint("total_after_cents", { mode: "number" }).notNull(),
    inputs: jsonb().$type<PricingInputs>().notNull(),
    /** The priced party as canonical JSON, byte for byte what the hash is over. */
    result: text().notNull(),
    hash: text().notNull(),
    stationId: text("station_id").notNull(),
    newAddress: text("new_address"),
    note: text().notNull(),
    createdAt: instant("created_at").notNull(),
    createdBy: text("created_by").notNull(),
    expiresAt: instant("expires_at").notNull(),
    decidedAt: instant("decided_at"),
    decidedBy: text("decided_by"),
  },
  (table) => [index("booking_change_orders_booking").on(table.bookingId, table.createdAt)],
)

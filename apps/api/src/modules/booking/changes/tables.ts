import type { ChangeOrderStatus } from "@myhibachi/contract/change-order"
import { sql } from "drizzle-orm"
import { bigint, boolean, index, integer, jsonb, pgTable, text, uniqueIndex } from "drizzle-orm/pg-core"
import { instant } from "#platform/database/columns.ts"
import type { PricingInputs } from "../rules/price-party.ts"
import { bookings } from "../tables.ts"

const cents = (name: string) => bigint(name, { mode: "number" })

/** What a booking would become, priced; its row never changes but for the answer. */
export const changeOrders = pgTable(
  "booking_change_orders",
  {
    id: text().primaryKey(),
    bookingId: text("booking_id")
      .notNull()
      .references(() => bookings.id),
    status: text().$type<ChangeOrderStatus>().notNull(),
    /** SHA-256 of what was agreed when the change was priced; another one makes the order stale. */
    baseHash: text("base_hash").notNull(),
    inputs: jsonb().$type<PricingInputs>().notNull(),
    /** The priced party as canonical JSON, as in a quote's revision. */
    result: text().notNull(),
    hash: text().notNull(),
    slotStartsAt: instant("slot_starts_at").notNull(),
    chefs: integer().notNull(),
    beforeCents: cents("before_cents").notNull(),
    afterCents: cents("after_cents").notNull(),
    /** For moving the start, beside the price. */
    moveFeeCents: cents("move_fee_cents").notNull(),
    isMoveCounted: boolean("is_move_counted").notNull(),
    lowerPrice: text("lower_price").$type<"refund" | "credit">().notNull(),
    note: text().notNull(),
    createdAt: instant("created_at").notNull(),
    createdBy: text("created_by").notNull(),
    expiresAt: instant("expires_at").notNull(),
    decidedAt: instant("decided_at"),
    decidedBy: text("decided_by"),
    decisionNote: text("decision_note"),
  },
  (table) => [
    index("booking_change_orders_booking").on(table.bookingId, table.createdAt),
    uniqueIndex("booking_change_orders_open").on(table.bookingId).where(sql`status = 'proposed'`),
    index("booking_change_orders_expiry").on(table.expiresAt).where(sql`status = 'proposed'`),
  ],
)

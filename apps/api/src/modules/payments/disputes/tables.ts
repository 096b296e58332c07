import type { DisputeState } from "@myhibachi/contract/disputes"
import { sql } from "drizzle-orm"
import { bigint, check, index, pgTable, text } from "drizzle-orm/pg-core"
import { instant } from "#platform/database/columns.ts"
import { payments } from "../tables.ts"

/** Payments that their payers take back through their banks. */
export const disputes = pgTable(
  "payments_disputes",
  {
    id: text().primaryKey(),
    providerDisputeId: text("provider_dispute_id").notNull().unique(),
    paymentId: text("payment_id")
      .notNull()
      .references(() => payments.id),
    bookingId: text("booking_id"),
    amountCents: bigint("amount_cents", { mode: "number" }).notNull(),
    currency: text().$type<"USD">().notNull(),
    /** The bank's word. */
    reason: text().notNull(),
    state: text().$type<DisputeState>().notNull(),
    dueBy: instant("due_by"),
    /** What we told the bank; kept before it is sent, so that a lost answer loses nothing. */
    statement: text(),
    submittedAt: instant("submitted_at"),
    /** Who sent the evidence, or who gave the money up. */
    answeredBy: text("answered_by"),
    openedAt: instant("opened_at").notNull(),
    updatedAt: instant("updated_at").notNull(),
    closedAt: instant("closed_at"),
  },
  (table) => [
    index("payments_disputes_payment").on(table.paymentId),
    index("payments_disputes_newest").on(table.openedAt, table.id),
    check("payments_disputes_amount", sql`${table.amountCents} > 0`),
  ],
)

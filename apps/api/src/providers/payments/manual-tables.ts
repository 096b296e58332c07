import { sql } from "drizzle-orm"
import { bigint, check, index, pgTable, text } from "drizzle-orm/pg-core"
import { instant } from "#platform/database/columns.ts"
import type { ProviderPayment } from "#providers/payments/port.ts"

/** What our own people are asked to look for, as a card provider would keep its pages. */
export const manualPages = pgTable(
  "manual_payment_pages",
  {
    id: text().primaryKey(),
    checkoutId: text("checkout_id").notNull().unique(),
    amountCents: bigint("amount_cents", { mode: "number" }).notNull(),
    title: text().notNull(),
    status: text().$type<"open" | "closed" | "received">().notNull(),
    method: text().$type<ProviderPayment["method"]>(),
    successUrl: text("success_url").notNull(),
    cancelUrl: text("cancel_url").notNull(),
    expiresAt: instant("expires_at").notNull(),
    createdAt: instant("created_at").notNull(),
  },
  (table) => [
    index("manual_payment_pages_newest").on(table.createdAt),
    check("manual_payment_pages_amount", sql`${table.amountCents} > 0`),
  ],
)

/** Money that somebody must send back by hand. */
export const manualRefunds = pgTable(
  "manual_payment_refunds",
  {
    id: text().primaryKey(),
    refundId: text("refund_id").notNull().unique(),
    pageId: text("page_id")
      .notNull()
      .references(() => manualPages.id),
    amountCents: bigint("amount_cents", { mode: "number" }).notNull(),
    status: text().$type<"requested" | "returned">().notNull(),
    createdAt: instant("created_at").notNull(),
  },
  (table) => [
    index("manual_payment_refunds_page").on(table.pageId),
    check("manual_payment_refunds_amount", sql`${table.amountCents} > 0`),
  ],
)

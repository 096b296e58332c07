import { sql } from "drizzle-orm"
import { bigint, check, index, integer, pgTable, text, uniqueIndex } from "drizzle-orm/pg-core"
import { instant } from "#platform/database/columns.ts"
import type { ProviderPayment } from "#providers/payments/port.ts"

const cents = (name: string) => bigint(name, { mode: "number" })

/** Versions of the sentence under which a card is kept; rows never change. */
export const consents = pgTable("payments_consents", {
  id: text().primaryKey(),
  text: text().notNull(),
  publishedAt: instant("published_at").notNull(),
})

export type CheckoutStatus = "creating" | "open" | "completed" | "expired"

/** A card that its holder lets us keep and charge later, with the sentence that they agreed to. */
export const cards = pgTable(
  "payments_cards",
  {
    id: text().primaryKey(),
    customerId: text("customer_id").notNull(),
    provider: text().notNull(),
    providerCustomerId: text("provider_customer_id").notNull(),
    providerMethodId: text("provider_method_id").notNull().unique(),
    brand: text().notNull(),
    last4: text().notNull(),
    expiryMonth: integer("expiry_month").notNull(),
    expiryYear: integer("expiry_year").notNull(),
    consentId: text("consent_id")
      .notNull()
      .references(() => consents.id),
    consentGivenAt: instant("consent_given_at").notNull(),
    createdAt: instant("created_at").notNull(),
    removedAt: instant("removed_at"),
  },
  (table) => [index("payments_cards_customer").on(table.customerId)],
)

/** A link by which somebody pays what a booking still owes; it is over once it was used. */
export const payLinks = pgTable(
  "payments_pay_links",
  {
    id: text().primaryKey(),
    bookingId: text("booking_id").notNull(),
    /** Why it was made, once: a charge that failed makes one link. */
    cause: text().notNull().unique(),
    expiresAt: instant("expires_at").notNull(),
    usedAt: instant("used_at"),
    createdBy: text("created_by").notNull(),
    createdAt: instant("created_at").notNull(),
  },
  (table) => [index("payments_pay_links_booking").on(table.bookingId)],
)

/** One hosted payment page at a time for each hold, and for each purpose of a booking. */
export const checkouts = pgTable(
  "payments_checkouts",
  {
    id: text().primaryKey(),
    holdId: text("hold_id"),
    bookingId: text("booking_id"),
    payLinkId: text("pay_link_id").references(() => payLinks.id),
    customerId: text("customer_id"),
    customerName: text("customer_name").notNull(),
    purpose: text().$type<PaymentPurpose>().notNull(),
    amountCents: cents("amount_cents").notNull(),
    currency: text().$type<"USD">().notNull(),
    status: text().$type<CheckoutStatus>().notNull(),
    /** On whose page. */
    provider: text().notNull().default("stripe"),
    providerCheckoutId: text("provider_checkout_id").unique(),
    url: text(),
    expiresAt: instant("expires_at").notNull(),
    /** The sentence under which the card is kept; null where no card is. */
    consentId: text("consent_id").references(() => consents.id),
    consentGivenAt: instant("consent_given_at"),
    /** When the customer said that money which is sent by hand is on its way. */
    announcedAt: instant("announced_at"),
    createdAt: instant("created_at").notNull(),
    checkedAt: instant("checked_at").notNull(),
  },
  (table) => [
    uniqueIndex("payments_checkouts_one_open")
      .on(table.holdId)
      .where(sql`${table.status} in ('creating', 'open')`),
    uniqueIndex("payments_checkouts_one_open_of_booking")
      .on(table.bookingId, table.purpose)
      .where(sql`${table.status} in ('creating', 'open')`),
    index("payments_checkouts_hold").on(table.holdId),
    check("payments_checkouts_subject", sql`(${table.holdId} is null) <> (${table.bookingId} is null)`),
    index("payments_checkouts_status").on(table.status, table.checkedAt),
    check("payments_checkouts_amount", sql`${table.amountCents} > 0`),
  ],
)

export type PaymentStatus =
  | "requires_payment"
  | "processing"
  | "succeeded"
  | "failed"
  | "cancelled"
  | "partially_refunded"
  | "refunded"
  | "voided"
export type PaymentMethod = ProviderPayment["method"]
export type PaymentPurpose = "deposit" | "full" | "balance" | "change" | "tip"

/** Money that came or should come from a customer, by whatever means. */
export const payments = pgTable(
  "payments_payments",
  {
    id: text().primaryKey(),
    holdId: text("hold_id"),
    bookingId: text("booking_id"),
    checkoutId: text("checkout_id").references(() => checkouts.id),
    customerId: text("customer_id"),
    customerName: text("customer_name"),
    purpose: text().$type<PaymentPurpose>().notNull(),
    method: text().$type<PaymentMethod>().notNull(),
    /** The provider's name, or `offline` for what staff recorded by themselves. */
    provider: text().notNull(),
    providerPaymentId: text("provider_payment_id").unique(),
    providerCustomerId: text("provider_customer_id"),
    providerMethodId: text("provider_method_id"),
    /** For what a kept card was charged, once: a repetition is the same payment. */
    occasion: text().unique(),
    status: text().$type<PaymentStatus>().notNull(),
    amountCents: cents("amount_cents").notNull(),
    refundedCents: cents("refunded_cents").notNull().default(0),
    currency: text().$type<"USD">().notNull(),
    cardBrand: text("card_brand"),
    cardLast4: text("card_last4"),
    reference: text(),
    note: text(),
    recordedBy: text("recorded_by"),
    failureMessage: text("failure_message"),
    feeCents: cents("fee_cents"),
    receivedAt: instant("received_at"),
    createdAt: instant("created_at").notNull(),
  },
  (table) => [
    index("payments_payments_hold").on(table.holdId),
    index("payments_payments_booking").on(table.bookingId),
    index("payments_payments_newest").on(table.createdAt, table.id),
    check("payments_payments_amount", sql`${table.amountCents} > 0`),
    check("payments_payments_refunded", sql`${table.refundedCents} between 0 and ${table.amountCents}`),
  ],
)

export type RefundStatus =
  | "awaiting_approval"
  | "requested"
  | "pending"
  | "succeeded"
  | "failed"
  | "cancelled"

/** Money on its way back; `cause` makes one refund out of one reason. */
export const refunds = pgTable(
  "payments_refunds",
  {
    id: text().primaryKey(),
    paymentId: text("payment_id")
      .notNull()
      .references(() => payments.id),
    bookingId: text("booking_id"),
    cause: text().notNull().unique(),
    amountCents: cents("amount_cents").notNull(),
    currency: text().$type<"USD">().notNull(),
    status: text().$type<RefundStatus>().notNull(),
    reason: text().notNull(),
    pendingReason: text("pending_reason"),
    providerRefundId: text("provider_refund_id").unique(),
    requestedBy: text("requested_by").notNull(),
    /** The second person, where one was needed. */
    approvedBy: text("approved_by"),
    createdAt: instant("created_at").notNull(),
    updatedAt: instant("updated_at").notNull(),
  },
  (table) => [
    index("payments_refunds_payment").on(table.paymentId),
    index("payments_refunds_status").on(table.status, table.updatedAt),
    index("payments_refunds_newest").on(table.createdAt, table.id),
    check("payments_refunds_amount", sql`${table.amountCents} > 0`),
  ],
)

import type { BookingStatus } from "@myhibachi/contract/booking"
import type { Place } from "@myhibachi/contract/customers"
import type { HoldStatus } from "@myhibachi/contract/hold"
import type { PartyDetails } from "@myhibachi/contract/party-details"
import type { Guests, QuoteItem, QuoteLine } from "@myhibachi/contract/quote"
import { bigint, bigserial, index, integer, jsonb, pgTable, text, unique } from "drizzle-orm/pg-core"
import { instant, span } from "#platform/database/columns.ts"
import { NO_DETAILS } from "./details/no-details.ts"
import type { PlannedStatus } from "./rules/booking-states.ts"
import type { PricingInputs } from "./rules/price-party.ts"

const cents = (name: string) => bigint(name, { mode: "number" })

export interface ContactSnapshot {
  name: string
  email: string | null
  phone: string | null
}

export const quotes = pgTable(
  "booking_quotes",
  {
    id: text().primaryKey(),
    customerId: text("customer_id"),
    customerName: text("customer_name"),
    conversationId: text("conversation_id"),
    latestRevision: integer("latest_revision").notNull(),
    createdAt: instant("created_at").notNull(),
    createdBy: text("created_by").notNull(),
  },
  (table) => [
    index("booking_quotes_customer").on(table.customerId),
    index("booking_quotes_created").on(table.createdAt, table.id),
  ],
)

/** What was offered: never changes, and replays from its inputs. */
export const quoteRevisions = pgTable(
  "booking_quote_revisions",
  {
    id: text().primaryKey(),
    quoteId: text("quote_id")
      .notNull()
      .references(() => quotes.id),
    revision: integer().notNull(),
    inputs: jsonb().$type<PricingInputs>().notNull(),
    /** The priced party as canonical JSON, byte for byte what the hash is over. */
    result: text().notNull(),
    hash: text().notNull(),
    createdAt: instant("created_at").notNull(),
    expiresAt: instant("expires_at").notNull(),
  },
  (table) => [unique("booking_quote_revisions_number").on(table.quoteId, table.revision)],
)

/** Each time a quote went out by e-mail. */
export const quoteSendings = pgTable(
  "booking_quote_sendings",
  {
    id: text().primaryKey(),
    quoteId: text("quote_id")
      .notNull()
      .references(() => quotes.id),
    revision: integer().notNull(),
    recipient: text().notNull(),
    note: text().notNull(),
    at: instant().notNull(),
    by: text().notNull(),
  },
  (table) => [index("booking_quote_sendings_quote").on(table.quoteId, table.at)],
)

export const holds = pgTable(
  "booking_holds",
  {
    id: text().primaryKey(),
    quoteId: text("quote_id")
      .notNull()
      .references(() => quotes.id),
    revision: integer().notNull(),
    customerId: text("customer_id").notNull(),
    contact: jsonb().$type<ContactSnapshot>().notNull(),
    conversationId: text("conversation_id"),
    status: text().$type<HoldStatus>().notNull(),
    startsAt: instant("starts_at").notNull(),
    slotStartsAt: instant("slot_starts_at").notNull(),
    timeZone: text("time_zone").notNull(),
    work: span().notNull(),
    stationId: text("station_id").notNull(),
    stationLegSeconds: integer("station_leg_seconds").notNull(),
    place: jsonb().$type<Place>().notNull(),
    chefs: integer().notNull(),
    policyIds: jsonb("policy_ids").$type<string[]>().notNull(),
    textHash: text("text_hash").notNull(),
    signBy: instant("sign_by").notNull(),
    payBy: instant("pay_by"),
    /** Fixed by the signature. */
    dueCents: cents("due_cents"),
    bookingId: text("booking_id"),
    createdAt: instant("created_at").notNull(),
    endedAt: instant("ended_at"),
  },
  (table) => [
    index("booking_holds_status").on(table.status, table.createdAt),
    index("booking_holds_quote").on(table.quoteId),
    index("booking_holds_customer").on(table.customerId),
  ],
)

/** Who agreed to which text, and from where. */
export const agreements = pgTable("booking_agreements", {
  id: text().primaryKey(),
  holdId: text("hold_id")
    .notNull()
    .unique()
    .references(() => holds.id),
  policyIds: jsonb("policy_ids").$type<string[]>().notNull(),
  textHash: text("text_hash").notNull(),
  signerName: text("signer_name").notNull(),
  ipAddress: text("ip_address").notNull(),
  userAgent: text("user_agent").notNull(),
  signedAt: instant("signed_at").notNull(),
})

export const bookings = pgTable(
  "booking_bookings",
  {
    id: text().primaryKey(),
    reference: text().notNull().unique(),
    status: text().$type<BookingStatus>().notNull(),
    version: integer().notNull().default(1),
    customerId: text("customer_id").notNull(),
    contact: jsonb().$type<ContactSnapshot>().notNull(),
    details: jsonb().$type<PartyDetails>().notNull().default(NO_DETAILS),
    conversationId: text("conversation_id"),
    quoteId: text("quote_id").notNull(),
    quoteRevision: integer("quote_revision").notNull(),
    holdId: text("hold_id")
      .notNull()
      .unique()
      .references(() => holds.id),
    stationId: text("station_id").notNull(),
    stationLegSeconds: integer("station_leg_seconds").notNull(),
    startsAt: instant("starts_at").notNull(),
    /** The regular start that this one belongs to. */
    slotStartsAt: instant("slot_starts_at").notNull(),
    timeZone: text("time_zone").notNull(),
    work: span().notNull(),
    place: jsonb().$type<Place>().notNull(),
    guests: jsonb().$type<Guests>().notNull(),
    items: jsonb().$type<QuoteItem[]>().notNull(),
    chefs: integer().notNull(),
    policyIds: jsonb("policy_ids").$type<string[]>().notNull(),
    lines: jsonb().$type<QuoteLine[]>().notNull(),
    foodCents: cents("food_cents").notNull(),
    travelCents: cents("travel_cents").notNull(),
    beforeTaxCents: cents("before_tax_cents").notNull(),
    taxCents: cents("tax_cents").notNull(),
    totalCents: cents("total_cents").notNull(),
    depositCents: cents("deposit_cents").notNull(),
    paidCents: cents("paid_cents").notNull(),
    refundedCents: cents("refunded_cents").notNull().default(0),
    /** By when what is owed is paid, in parts; empty where the rule of the policy holds. */
    paymentPlan: jsonb("payment_plan")
      .$type<{ amountCents: number; dueAt: string }[]>()
      .notNull()
      .default([]),
    reschedulesUsed: integer("reschedules_used").notNull().default(0),
    createdAt: instant("created_at").notNull(),
    cancelledAt: instant("cancelled_at"),
    cancelReason: text("cancel_reason"),
    /** The state to which a weather hold or a refused cancellation goes back. */
    resumeStatus: text("resume_status").$type<PlannedStatus>(),
    /** When the customer asked to cancel; the money follows from then, not from when somebody looked. */
    cancelRequestedAt: instant("cancel_requested_at"),
  },
  (table) => [
    index("booking_bookings_start").on(table.startsAt, table.id),
    index("booking_bookings_created").on(table.createdAt, table.id),
    index("booking_bookings_customer").on(table.customerId),
    index("booking_bookings_state").on(table.status, table.startsAt),
  ],
)

/** Every change of state of a hold or a booking, with who did it. */
export const transitions = pgTable(
  "booking_transitions",
  {
    id: text().primaryKey(),
    /** What happened in one instant keeps its order. */
    sequence: bigserial({ mode: "number" }).notNull(),
    entity: text().$type<"hold" | "booking">().notNull(),
    entityId: text("entity_id").notNull(),
    fromStatus: text("from_status"),
    toStatus: text("to_status").notNull(),
    at: instant().notNull(),
    actor: text().notNull(),
    reason: text(),
    details: jsonb().$type<Record<string, unknown>>().notNull(),
  },
  (table) => [index("booking_transitions_entity").on(table.entity, table.entityId, table.sequence)],
)

import { z } from "zod"
import { AddressInput, Place } from "./customers.ts"
import { Money } from "./money.ts"
import { Guests, QuoteItem } from "./quote.ts"
import { InstantText, TimeZoneId } from "./time.ts"

export const ChangeOrderStatus = z.enum(["proposed", "accepted", "declined", "expired", "withdrawn", "stale"])
export type ChangeOrderStatus = z.infer<typeof ChangeOrderStatus>

/** What shall be different; what is absent stays. */
export const PartyChange = z
  .object({
    guests: Guests.optional(),
    items: z.array(QuoteItem).max(60).optional(),
    address: AddressInput.optional(),
    startsAt: InstantText.optional(),
  })
  .refine((change) => Object.values(change).some((part) => part !== undefined), "Say what shall change.")
export type PartyChange = z.infer<typeof PartyChange>

export const PartyState = z.object({
  guests: Guests,
  items: z.array(QuoteItem),
  startsAt: InstantText,
  place: Place,
  chefs: z.int(),
  total: Money,
})
export type PartyState = z.infer<typeof PartyState>

export const ChangeLine = z.object({
  title: z.string(),
  /** Zero where the line is new or gone. */
  before: Money,
  after: Money,
  difference: Money,
  /** How the new amount came about. */
  explanation: z.string(),
})
export type ChangeLine = z.infer<typeof ChangeLine>

/** What a change would cost now; nothing is kept. */
export const ChangePreview = z.object({
  timeZone: TimeZoneId,
  before: PartyState,
  after: PartyState,
  lines: z.array(ChangeLine),
  /** Below zero when the party becomes cheaper. */
  difference: Money,
  /** Still to be paid after it. */
  owed: Money,
  /** Paid beyond the new total. */
  overpaid: Money,
  explanation: z.string(),
})
export type ChangePreview = z.infer<typeof ChangePreview>

export const ChangeOrder = ChangePreview.extend({
  id: z.string(),
  bookingId: z.string(),
  status: ChangeOrderStatus,
  note: z.string(),
  createdAt: InstantText,
  createdBy: z.string(),
  expiresAt: InstantText,
  decidedAt: InstantText.nullable(),
  decidedBy: z.string().nullable(),
  decisionNote: z.string().nullable(),
})
export type ChangeOrder = z.infer<typeof ChangeOrder>
export const ChangeOrderList = z.object({ items: z.array(ChangeOrder) })
export type ChangeOrderList = z.infer<typeof ChangeOrderList>

export const ProposeChange = z.object({
  change: PartyChange,
  note: z.string().trim().max(1000).default(""),
  /** The customer agreed on the phone: it is accepted at once. */
  isAgreed: z.boolean().default(false),
  /** What the preview showed; refused when it has changed since. */
  expectedTotalCents: z.int().min(0).optional(),
})
export type ProposeChange = z.input<typeof ProposeChange>

export const MakeChange = z.object({
  change: PartyChange,
  expectedTotalCents: z.int().min(0),
})
export type MakeChange = z.infer<typeof MakeChange>

export const DeclineChange = z.object({ note: z.string().trim().max(500).default("") })
export type DeclineChange = z.input<typeof DeclineChange>

import { z } from "zod"
import { DisputeState } from "./disputes.ts"
import { Money } from "./money.ts"
import { QuoteLine } from "./quote.ts"
import { Reason, Refund } from "./refunds.ts"
import { InstantText, TimeZoneId } from "./time.ts"

/** What the sites must know before they offer to pay. */
export const PaymentsConfig = z.object({
  /** Whether customers can pay on a page; else only staff record payments. */
  isPageOffered: z.boolean(),
  /** Whether that page takes cards and keeps them; else it says how to send the money by hand. */
  isCardEnabled: z.boolean(),
  currency: z.literal("USD"),
  /** Shown beside the pay button; stored with the payment as the consent to save the card. */
  saveCardConsent: z.object({ id: z.string(), text: z.string() }),
})
export type PaymentsConfig = z.infer<typeof PaymentsConfig>

/** Starts the payment page; the consent id is the one that the customer saw, absent where no card is kept. */
export const StartCheckout = z.object({ consentId: z.string().max(100).optional() })
export type StartCheckout = z.infer<typeof StartCheckout>

/** Of what a booking owes: what is due next by its plan, or all of it. */
export const StartBalance = StartCheckout.extend({ part: z.enum(["next", "all"]).default("all") })
export type StartBalance = z.input<typeof StartBalance>

export const Checkout = z.object({
  id: z.string(),
  /** Where the browser goes to pay. */
  url: z.url(),
  amount: Money,
  expiresAt: InstantText,
})
export type Checkout = z.infer<typeof Checkout>

/**
 * What the page "paid" shows while it polls. `processing`: the provider has the money or is working on it,
 * we have not booked it yet. `too-late`: the hold had gone and the money goes back by itself.
 */
export const HoldPaymentState = z.enum(["unpaid", "open", "processing", "confirmed", "failed", "too-late"])
export type HoldPaymentState = z.infer<typeof HoldPaymentState>

export const HoldPayment = z.object({
  state: HoldPaymentState,
  /** One true sentence for the customer. */
  message: z.string(),
  amount: Money.nullable(),
  /** The hosted page while it is open. */
  checkoutUrl: z.url().nullable(),
  /** The signed link of the booking, once confirmed: `/party/<token>` on the customer site. */
  bookingToken: z.string().nullable(),
  refund: z.object({ amount: Money, state: z.enum(["pending", "succeeded", "failed"]) }).nullable(),
})
export type HoldPayment = z.infer<typeof HoldPayment>

export const PaymentMethod = z.enum(["card", "cash", "bank_transfer", "zelle", "venmo", "check"])
export type PaymentMethod = z.infer<typeof PaymentMethod>

export const PaymentPurpose = z.enum(["deposit", "full", "balance", "change", "tip"])
export type PaymentPurpose = z.infer<typeof PaymentPurpose>

export const PaymentStatus = z.enum([
  "requires_payment",
  "processing",
  "succeeded",
  "failed",
  "cancelled",
  "partially_refunded",
  "refunded",
  "voided",
])
export type PaymentStatus = z.infer<typeof PaymentStatus>

export const Payment = z.object({
  id: z.string(),
  holdId: z.string().nullable(),
  bookingId: z.string().nullable(),
  customerId: z.string().nullable(),
  customerName: z.string().nullable(),
  purpose: PaymentPurpose,
  method: PaymentMethod,
  status: PaymentStatus,
  amount: Money,
  refunded: Money,
  /** `visa •••• 4242`, or the reference of an offline payment. */
  description: z.string().nullable(),
  failureMessage: z.string().nullable(),
  receivedAt: InstantText.nullable(),
  createdAt: InstantText,
})
export type Payment = z.infer<typeof Payment>

export const PaymentDetail = Payment.extend({
  /** By its name; `offline` for what staff recorded by themselves. */
  provider: z.string(),
  providerReference: z.string().nullable(),
  note: z.string().nullable(),
  recordedBy: z.string().nullable(),
  consent: z.object({ text: z.string(), givenAt: InstantText }).nullable(),
  refunds: z.array(Refund),
  /** The one that the payer's bank has not decided yet. */
  dispute: z.object({ id: z.string(), state: DisputeState }).nullable(),
})
export type PaymentDetail = z.infer<typeof PaymentDetail>

export const PaymentPage = z.object({ items: z.array(Payment), nextCursor: z.string().nullable() })
export type PaymentPage = z.infer<typeof PaymentPage>

/** Payments of one booking, as its customer may see them. */
export const CustomerPayments = z.object({
  paid: Money,
  refunded: Money,
  payments: z.array(
    Payment.pick({
      id: true,
      purpose: true,
      method: true,
      status: true,
      amount: true,
      refunded: true,
      description: true,
      receivedAt: true,
    }).extend({
      /** What was promised to go back and has not arrived yet. */
      onItsWayBack: Money,
      /** The payer takes it back through their bank, which has not decided yet. */
      isDisputed: z.boolean(),
    }),
  ),
})
export type CustomerPayments = z.infer<typeof CustomerPayments>

export const RecordOfflinePayment = z.object({
  method: PaymentMethod.exclude(["card"]),
  purpose: PaymentPurpose,
  amount: Money.refine((money) => money.amount > 0, "The amount must be more than zero."),
  /** Check number, Zelle confirmation and the like. */
  reference: z.string().trim().min(1, "Write the receipt or check number.").max(100),
  note: z.string().trim().max(500).optional(),
})
export type RecordOfflinePayment = z.infer<typeof RecordOfflinePayment>

export const VoidPayment = z.object({ reason: Reason })
export type VoidPayment = z.infer<typeof VoidPayment>

/** The money screen's first line. */
export const MoneySummary = z.object({
  receivedToday: Money,
  receivedThisMonth: Money,
  depositsHeld: Money,
  refundsPending: z.object({ count: z.int(), amount: Money }),
  webhooksFailed: z.int(),
  /** Given up after all tries. */
  webhooksDead: z.int(),
  /** Of kinds that we have never seen. */
  webhooksUnknown: z.int(),
  /** The zone that "today" is read in. */
  timeZone: z.string(),
  asOf: InstantText,
})
export type MoneySummary = z.infer<typeof MoneySummary>

/** A card that its holder lets us keep. */
export const SavedCard = z.object({
  id: z.string(),
  brand: z.string(),
  last4: z.string(),
  expiryMonth: z.int(),
  expiryYear: z.int(),
  consentGivenAt: InstantText,
})
export type SavedCard = z.infer<typeof SavedCard>

export const SavedCards = z.object({ items: z.array(SavedCard) })
export type SavedCards = z.infer<typeof SavedCards>

/** A link by which somebody pays what a booking owes. */
export const PayLink = z.object({
  id: z.string(),
  token: z.string(),
  url: z.url(),
  /** What it asks for now. */
  amount: Money,
  expiresAt: InstantText,
})
export type PayLink = z.infer<typeof PayLink>

export const PayPage = z.object({
  state: z.enum(["open", "used", "expired", "nothing-owed"]),
  reference: z.string(),
  customerName: z.string(),
  startsAt: InstantText,
  timeZone: TimeZoneId,
  lines: z.array(QuoteLine),
  beforeTax: Money,
  total: Money,
  paid: Money,
  /** What is asked for now. */
  due: Money,
  /** With what is due later. */
  owed: Money,
  dueAt: InstantText,
  expiresAt: InstantText,
})
export type PayPage = z.infer<typeof PayPage>

/** The most that a screen takes as one tip. */
const LARGEST_TIP_CENTS = 1_000_000

export const StartTip = StartCheckout.extend({
  amount: Money.refine(
    ({ amount }) => amount >= 100 && amount <= LARGEST_TIP_CENTS,
    "A tip here is between $1 and $10,000.",
  ),
})
export type StartTip = z.infer<typeof StartTip>

/** How a payment that was begun on a booking's page stands, for the page after it. */
export const BookingPaymentState = z.object({
  state: z.enum(["none", "open", "processing", "received", "failed"]),
  purpose: PaymentPurpose.nullable(),
  /** One true sentence for the customer. */
  message: z.string(),
  amount: Money.nullable(),
})
export type BookingPaymentState = z.infer<typeof BookingPaymentState>

/** What came of charging the kept card. */
export const BalanceCharge = z.object({
  outcome: z.enum(["charged", "processing", "declined", "link-sent"]),
  payment: Payment.nullable(),
  payLink: PayLink.nullable(),
  message: z.string(),
})
export type BalanceCharge = z.infer<typeof BalanceCharge>

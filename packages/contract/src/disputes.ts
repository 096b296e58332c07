import { z } from "zod"
import { Money } from "./money.ts"
import { InstantText, TimeZoneId } from "./time.ts"

/** `warning`: the bank only asks, no money was taken. `closed`: a warning that came to nothing. */
export const DisputeState = z.enum(["warning", "needs_response", "under_review", "won", "lost", "closed"])
export type DisputeState = z.infer<typeof DisputeState>

/** A payment that its payer takes back through their bank. */
export const Dispute = z.object({
  id: z.string(),
  paymentId: z.string(),
  bookingId: z.string().nullable(),
  customerName: z.string().nullable(),
  amount: Money,
  /** The bank's word: `fraudulent`, `product_not_received` and the like. */
  reason: z.string(),
  state: DisputeState,
  /** Until when the bank takes an answer; null when there is nothing to answer. */
  dueBy: InstantText.nullable(),
  openedAt: InstantText,
  closedAt: InstantText.nullable(),
})
export type Dispute = z.infer<typeof Dispute>
export const DisputePage = z.object({ items: z.array(Dispute), nextCursor: z.string().nullable() })
export type DisputePage = z.infer<typeof DisputePage>

/** All that our records say for us, gathered at the moment of reading. */
export const EvidencePack = z.object({
  customer: z.object({ name: z.string(), email: z.string().nullable() }),
  party: z
    .object({
      reference: z.string(),
      startsAt: InstantText,
      timeZone: TimeZoneId,
      place: z.string(),
      guests: z.string(),
    })
    .nullable(),
  agreement: z
    .object({
      signerName: z.string(),
      signedAt: InstantText,
      /** SHA-256 over the text that was shown. */
      textHash: z.string(),
      ipAddress: z.string(),
      userAgent: z.string(),
      terms: z.array(z.object({ title: z.string(), text: z.string() })),
    })
    .nullable(),
  /** What happened to the party, check-ins of the chefs too; the oldest first. */
  service: z.array(z.object({ at: InstantText, what: z.string() })),
  messages: z.array(z.object({ at: InstantText, from: z.string(), text: z.string() })),
  /** Its PDF is at `/v1/invoices/<id>/pdf`. */
  invoice: z
    .object({ id: z.string(), number: z.string(), total: Money, lines: z.array(z.string()) })
    .nullable(),
  /** What would have helped and is not there, in sentences. */
  missing: z.array(z.string()),
})
export type EvidencePack = z.infer<typeof EvidencePack>

export const DisputeDetail = Dispute.extend({
  pack: EvidencePack,
  /** What we say to the bank: a draft out of the pack, or what was sent. */
  statement: z.string(),
  submittedAt: InstantText.nullable(),
  submittedBy: z.string().nullable(),
})
export type DisputeDetail = z.infer<typeof DisputeDetail>

export const SubmitEvidence = z.object({
  statement: z
    .string()
    .trim()
    .min(20, "Tell the bank in a few sentences why the payment is right.")
    .max(100_000, "The bank reads at most 100,000 characters."),
})
export type SubmitEvidence = z.infer<typeof SubmitEvidence>

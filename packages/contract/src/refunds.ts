import { z } from "zod"
import { Money } from "./money.ts"
import { InstantText } from "./time.ts"

export const Reason = z.string().trim().min(3, "Say why in a few words.").max(500)

/** `awaiting_approval`: above the limit, so a second person must say yes before it is sent. */
export const RefundStatus = z.enum([
  "awaiting_approval",
  "requested",
  "pending",
  "succeeded",
  "failed",
  "cancelled",
])
export type RefundStatus = z.infer<typeof RefundStatus>

export const Refund = z.object({
  id: z.string(),
  paymentId: z.string(),
  bookingId: z.string().nullable(),
  amount: Money,
  status: RefundStatus,
  reason: z.string(),
  /** Why the provider waits or refused, in its words. */
  pendingReason: z.string().nullable(),
  requestedBy: z.string(),
  approvedBy: z.string().nullable(),
  createdAt: InstantText,
})
export type Refund = z.infer<typeof Refund>

export const RequestRefund = z.object({
  paymentId: z.string(),
  amount: Money.refine((money) => money.amount > 0, "The amount must be more than zero."),
  reason: Reason,
})
export type RequestRefund = z.infer<typeof RequestRefund>

export const RefundPage = z.object({ items: z.array(Refund), nextCursor: z.string().nullable() })
export type RefundPage = z.infer<typeof RefundPage>

export const PreviewRefund = z.object({
  bookingId: z.string().max(100),
  amount: Money.refine((money) => money.amount > 0, "The amount must be more than zero."),
})
export type PreviewRefund = z.infer<typeof PreviewRefund>

export const RefundPreview = z.object({
  /** By payment, newest first, each to the means that it came by. */
  parts: z.array(z.object({ paymentId: z.string(), description: z.string(), amount: Money })),
  /** What no payment holds any more. */
  unplaced: Money,
  isApprovalNeeded: z.boolean(),
})
export type RefundPreview = z.infer<typeof RefundPreview>

import { z } from "zod"
import { Money } from "./money.ts"
import { DateText, InstantText } from "./time.ts"

/** `broken`: something does not agree and nobody has explained it yet. */
export const ReconciliationState = z.enum(["running", "clean", "broken"])
export type ReconciliationState = z.infer<typeof ReconciliationState>

/** One comparison of a day of the provider's account with our books. */
export const Reconciliation = z.object({
  id: z.string(),
  /** Of UTC, as the provider counts them. */
  day: DateText,
  state: ReconciliationState,
  /** What came of it, in a sentence. */
  message: z.string(),
  /** How many movements of money the provider has for the day. */
  movements: z.int(),
  /** How many of our entries of the day move money at the provider. */
  entries: z.int(),
  openBreaks: z.int(),
  startedBy: z.string(),
  startedAt: InstantText,
  finishedAt: InstantText.nullable(),
})
export type Reconciliation = z.infer<typeof Reconciliation>
export const ReconciliationPage = z.object({
  items: z.array(Reconciliation),
  nextCursor: z.string().nullable(),
})
export type ReconciliationPage = z.infer<typeof ReconciliationPage>

/** `missing-here`: the provider has it and our books do not; `missing-there`: the other way round. */
export const BreakKind = z.enum(["missing-here", "missing-there", "other-amount"])
export type BreakKind = z.infer<typeof BreakKind>

export const ReconciliationBreak = z.object({
  id: z.string(),
  kind: BreakKind,
  /** What does not agree, in a sentence. */
  description: z.string(),
  /** What the provider's balance gained by it, after its fee. */
  there: Money.nullable(),
  /** The same by our books. */
  here: Money.nullable(),
  providerReference: z.string().nullable(),
  paymentId: z.string().nullable(),
  resolvedAt: InstantText.nullable(),
  resolvedBy: z.string().nullable(),
  resolution: z.string().nullable(),
})
export type ReconciliationBreak = z.infer<typeof ReconciliationBreak>

export const ReconciliationDetail = Reconciliation.extend({ breaks: z.array(ReconciliationBreak) })
export type ReconciliationDetail = z.infer<typeof ReconciliationDetail>

/** Yesterday when no day is named. */
export const StartReconciliation = z.object({ day: DateText.optional() })
export type StartReconciliation = z.infer<typeof StartReconciliation>

export const ResolveBreak = z.object({
  reason: z.string().trim().min(3, "Say in a few words why it is in order.").max(500),
})
export type ResolveBreak = z.infer<typeof ResolveBreak>

import { z } from "zod"
import { Money } from "./money.ts"
import { InstantText } from "./time.ts"

export const LedgerLine = z.object({
  account: z.string(),
  amount: Money,
  /** Whose tips these are. */
  chefId: z.string().nullable(),
})
export type LedgerLine = z.infer<typeof LedgerLine>

/** Debits are positive, credits negative; the lines of an entry sum to zero. */
export const LedgerEntry = z.object({
  id: z.string(),
  kind: z.string(),
  description: z.string(),
  bookingId: z.string().nullable(),
  paymentId: z.string().nullable(),
  reversesId: z.string().nullable(),
  at: InstantText,
  lines: z.array(LedgerLine),
})
export type LedgerEntry = z.infer<typeof LedgerEntry>

export const LedgerEntryPage = z.object({ items: z.array(LedgerEntry), nextCursor: z.string().nullable() })
export type LedgerEntryPage = z.infer<typeof LedgerEntryPage>

export const TrialBalance = z.object({
  accounts: z.array(z.object({ account: z.string(), title: z.string(), balance: Money })),
  /** Zero, always. */
  total: Money,
  entries: z.int(),
  asOf: InstantText,
})
export type TrialBalance = z.infer<typeof TrialBalance>

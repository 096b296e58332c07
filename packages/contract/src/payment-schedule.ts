import { z } from "zod"
import { Money } from "./money.ts"
import { InstantText } from "./time.ts"

export const ScheduledPayment = z.object({
  purpose: z.enum(["deposit", "balance"]),
  amount: Money,
  dueAt: InstantText.nullable(),
  state: z.enum(["paid", "due", "upcoming", "waived"]),
  /** How it will be collected, in words. */
  how: z.string(),
})
export type ScheduledPayment = z.infer<typeof ScheduledPayment>

export const PaymentSchedule = z.object({
  items: z.array(ScheduledPayment),
  owed: Money,
  /** Of the booking; a change names it. */
  version: z.int(),
})
export type PaymentSchedule = z.infer<typeof PaymentSchedule>

/** What is owed in parts, the earliest first; without parts the policy's rule holds. */
export const SetPaymentSchedule = z.object({
  items: z
    .array(
      z.object({
        amount: Money.refine((money) => money.amount > 0, "Each part must be more than zero."),
        dueAt: InstantText,
      }),
    )
    .max(12, "At most twelve parts."),
})
export type SetPaymentSchedule = z.infer<typeof SetPaymentSchedule>

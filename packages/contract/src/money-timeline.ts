import { z } from "zod"
import { Money } from "./money.ts"
import { InstantText } from "./time.ts"

/** One thing that happened to a booking's money. */
export const MoneyEvent = z.object({
  id: z.string(),
  at: InstantText,
  kind: z.enum(["page", "payment", "link", "refund", "invoice", "ledger"]),
  title: z.string(),
  detail: z.string().nullable(),
  amount: Money.nullable(),
  outcome: z.enum(["done", "waiting", "failed"]),
  /** What staff can open to see more. */
  link: z.object({ to: z.enum(["payment", "invoice"]), id: z.string() }).nullable(),
})
export type MoneyEvent = z.infer<typeof MoneyEvent>

/** Everything about a booking's money, oldest first. */
export const MoneyTimeline = z.object({ items: z.array(MoneyEvent) })
export type MoneyTimeline = z.infer<typeof MoneyTimeline>

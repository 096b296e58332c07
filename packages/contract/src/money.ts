import { z } from "zod"

/** An amount in integer minor units (cents). */
export const Money = z.object({ amount: z.int(), currency: z.literal("USD") })
export type Money = z.infer<typeof Money>

/** @returns the amount of US cents as money. */
export function usd(cents: number): Money {
  return { amount: cents, currency: "USD" }
}

const dollars = new Intl.NumberFormat("en-US", { style: "currency", currency: "USD" })

/** @returns the amount as people write it, never cut: `$1,045.00`. */
export function formatMoney(money: Money): string {
  return dollars.format(money.amount / 100)
}

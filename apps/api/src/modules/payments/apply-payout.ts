import { formatMoney, usd } from "@myhibachi/contract/money"
import { eq } from "drizzle-orm"
import type { Context } from "#platform/context.ts"
import { inTransaction } from "#platform/database/database.ts"
import type { ProviderPayout } from "#providers/payments/account-port.ts"
import { postEntry, reverseEntry } from "./ledger/post-entry.ts"
import { ledgerEntries } from "./ledger/tables.ts"

/** @returns the key under which a payout to our bank is booked, once. */
export function payoutKey(payoutId: string): string {
  return `payout:${payoutId}:sent`
}

/**
 * Books money that left the provider for our bank, once however often it is told; one that failed is taken back.
 * @returns what came of it, in words for staff.
 */
export async function applyPayout(ctx: Context, told: ProviderPayout): Promise<string> {
  if (told.currency !== "USD") throw new Error(`The payout ${told.id} is in ${told.currency}.`)
  const money = formatMoney(usd(told.amountCents))
  return inTransaction(ctx, async (ctx) => {
    const key = payoutKey(told.id)
    if (told.status !== "failed") {
      await postEntry(ctx, {
        key,
        kind: "payout",
        description: "Paid out to the bank",
        postings: { bank: told.amountCents, stripe_clearing: -told.amountCents },
      })
      return `${money} went to our bank.`
    }
    const [sent] = await ctx.db
      .select({ id: ledgerEntries.id })
      .from(ledgerEntries)
      .where(eq(ledgerEntries.key, key))
    if (sent) await reverseEntry(ctx, key, "The bank sent it back")
    return `The payout of ${money} failed; the money is at the provider.`
  })
}

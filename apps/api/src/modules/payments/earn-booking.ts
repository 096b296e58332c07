import type { QuoteLine } from "@myhibachi/contract/quote"
import { and, eq, sum } from "drizzle-orm"
import { lockBookingMoney } from "#modules/booking/index.ts"
import type { Context } from "#platform/context.ts"
import { inTransaction } from "#platform/database/database.ts"
import { type Postings, postEntry } from "./ledger/post-entry.ts"
import { ledgerEntries, ledgerLines } from "./ledger/tables.ts"
import { splitTipsOf } from "./split-tips.ts"

/**
 * Books a completed party as earned, once: its price is owed by the customer, what they paid before counts
 * towards it, its tips become the chefs'.
 */
export async function earnBooking(ctx: Context, input: { bookingId: string }): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    const { bookingId } = input
    const booking = await lockBookingMoney(ctx, input)
    if (booking.totalCents > 0) {
      const earned = await postEntry(ctx, {
        key: earnedKey(bookingId),
        kind: "earned",
        description: `${booking.reference} took place`,
        postings: earningsOf(booking.lines),
        bookingId,
      })
      if (earned === null) return
    }
    const heldCents = -(await accountBalance(ctx, bookingId, "customer_deposits"))
    if (heldCents !== 0)
      await postEntry(ctx, {
        key: `booking:${bookingId}:deposits-applied`,
        kind: "earned",
        description: `Paid before ${booking.reference} took place`,
        postings: { customer_deposits: heldCents, receivable: -heldCents },
        bookingId,
      })
    await splitTipsOf(ctx, bookingId)
  })
}

/** @returns whether the party's price was booked as earned. */
export async function isEarned(ctx: Context, bookingId: string): Promise<boolean> {
  const [row] = await ctx.db
    .select({ id: ledgerEntries.id })
    .from(ledgerEntries)
    .where(eq(ledgerEntries.key, earnedKey(bookingId)))
  return row !== undefined
}

function earnedKey(bookingId: string): string {
  return `booking:${bookingId}:earned`
}

/** @returns the cents that a booking has on an account: debits positive, credits negative. */
export async function accountBalance(ctx: Context, bookingId: string, account: string): Promise<number> {
  const [row] = await ctx.db
    .select({ cents: sum(ledgerLines.amountCents) })
    .from(ledgerLines)
    .innerJoin(ledgerEntries, eq(ledgerEntries.id, ledgerLines.entryId))
    .where(and(eq(ledgerEntries.bookingId, bookingId), eq(ledgerLines.account, account)))
  return Number(row?.cents ?? 0)
}

/** @returns what is owed against what was earned, by class of line: the customer's debt, revenue and tax. */
export function earningsOf(lines: readonly QuoteLine[]): Postings {
  const postings: Record<string, number> = { receivable: 0 }
  for (const line of lines) {
    const account = accountOfLine(line)
    postings[account] = (postings[account] ?? 0) - line.amount.amount
    postings.receivable = (postings.receivable ?? 0) + line.amount.amount
  }
  return postings
}

function accountOfLine(line: QuoteLine): string {
  if (line.kind === "tax") return "sales_tax_payable"
  if (line.kind === "discount") return "revenue:discounts"
  switch (line.lineClass) {
    case "travel":
      return "revenue:travel"
    case "service_charge":
      return "revenue:service"
    case "fee":
      return "revenue:fees"
    case "food":
    case null:
      return "revenue:food"
    default:
      return line.lineClass satisfies never
  }
}

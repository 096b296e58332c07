import { usd } from "@myhibachi/contract/money"
import type { MoneyEvent, MoneyTimeline } from "@myhibachi/contract/money-timeline"
import { and, eq, inArray, isNotNull, or } from "drizzle-orm"
import { readBooking } from "#modules/booking/index.ts"
import { findTexts } from "#modules/texts/index.ts"
import type { Context } from "#platform/context.ts"
import { Temporal } from "#platform/time.ts"
import { invoices } from "./invoices/tables.ts"
import { ledgerEntries, ledgerLines } from "./ledger/tables.ts"
import { checkouts, payLinks, payments, refunds } from "./tables.ts"
import {
  tellOfInvoice,
  tellOfLink,
  tellOfPage,
  tellOfPayment,
  tellOfRefund,
  tellOfText,
} from "./tell-money.ts"

const TEXTS_SHOWN = 100

/** Everything about a booking's money, oldest first. @throws AppError "booking-not-found". */
export async function readMoneyTimeline(ctx: Context, input: { bookingId: string }): Promise<MoneyTimeline> {
  const { id: bookingId } = await readBooking(ctx, input)
  const paid = await findPaymentsOf(ctx, bookingId)
  const links = await ctx.replica.select().from(payLinks).where(eq(payLinks.bookingId, bookingId))
  const texts = await findTexts(ctx, { bookingId, limit: TEXTS_SHOWN })
  const papers = await ctx.replica.select().from(invoices).where(eq(invoices.bookingId, bookingId))
  const now = ctx.now()
  const events: MoneyEvent[] = [
    ...(await findPagesOf(ctx, bookingId, paid)).map((page) => tellOfPage(page, now)),
    ...paid.map(tellOfPayment),
    ...links.flatMap((link) => tellOfLink(link, now)),
    ...texts.items.filter(({ topic }) => topic === "pay-link").map(tellOfText),
    ...(await findRefundsOf(ctx, paid)).flatMap(tellOfRefund),
    ...(await tellOfLedger(ctx, bookingId)),
    ...papers.map(tellOfInvoice),
  ]
  const places = new Map(events.map((event, place) => [event.id, place]))
  return {
    items: events.sort(
      (left, right) =>
        Temporal.Instant.compare(left.at, right.at) ||
        (places.get(left.id) ?? 0) - (places.get(right.id) ?? 0),
    ),
  }
}

type PaymentRow = typeof payments.$inferSelect

/** Those of the booking, and those that were tried for the hold that it came from. */
async function findPaymentsOf(ctx: Context, bookingId: string): Promise<PaymentRow[]> {
  const holds = ctx.replica
    .select({ id: payments.holdId })
    .from(payments)
    .where(and(eq(payments.bookingId, bookingId), isNotNull(payments.holdId)))
  return ctx.replica
    .select()
    .from(payments)
    .where(or(eq(payments.bookingId, bookingId), inArray(payments.holdId, holds)))
}

function findPagesOf(ctx: Context, bookingId: string, paid: readonly PaymentRow[]) {
  const holdIds = paid.flatMap(({ holdId }) => (holdId === null ? [] : [holdId]))
  return ctx.replica
    .select()
    .from(checkouts)
    .where(
      or(
        eq(checkouts.bookingId, bookingId),
        holdIds.length > 0 ? inArray(checkouts.holdId, holdIds) : undefined,
      ),
    )
}

async function findRefundsOf(ctx: Context, paid: readonly PaymentRow[]) {
  if (paid.length === 0) return []
  const ids = paid.map(({ id }) => id)
  return ctx.replica.select().from(refunds).where(inArray(refunds.paymentId, ids))
}

const TOLD_BY_LEDGER = ["earned", "cancellation", "reversal"]

/** What only the ledger knows: that a party was earned, what was kept of it, what was taken back, how tips went. */
async function tellOfLedger(ctx: Context, bookingId: string): Promise<MoneyEvent[]> {
  const rows = await ctx.replica
    .select({ entry: ledgerEntries, line: ledgerLines })
    .from(ledgerEntries)
    .innerJoin(ledgerLines, eq(ledgerLines.entryId, ledgerEntries.id))
    .where(eq(ledgerEntries.bookingId, bookingId))
    .orderBy(ledgerLines.id)
  const byEntry = Map.groupBy(rows, ({ entry }) => entry.id)
  return [...byEntry.values()].flatMap((group): MoneyEvent[] => {
    const [first] = group
    if (!first) return []
    const { entry } = first
    const isSplit = group.some(({ line }) => line.chefId !== null)
    if (!isSplit && !TOLD_BY_LEDGER.includes(entry.kind)) return []
    const moved = group.reduce((sum, { line }) => sum + Math.max(0, line.amountCents), 0)
    return [
      {
        id: entry.id,
        at: entry.at.toString(),
        kind: "ledger",
        title: entry.description,
        detail: null,
        amount: usd(moved),
        outcome: "done",
        link: entry.paymentId ? { to: "payment", id: entry.paymentId } : null,
      },
    ]
  })
}

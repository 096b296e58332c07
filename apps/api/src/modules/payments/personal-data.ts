import { formatMoney, usd } from "@myhibachi/contract/money"
import { inArray, or, sql } from "drizzle-orm"
import { z } from "zod"
import type { Context } from "#platform/context.ts"
import { defineJob } from "#platform/jobs/jobs.ts"
import { ERASED, type PersonalData, type PersonTrail } from "#platform/personal-data.ts"
import { letGoAtProvider } from "./cards.ts"
import { disputes } from "./disputes/tables.ts"
import { invoices } from "./invoices/tables.ts"
import { cards, checkouts, payments, refunds } from "./tables.ts"

/** Amounts, means and instants stay, as the books must; names and notes go. */
export const paymentsPersonalData: PersonalData = { find, copy, obstacles, erase }

async function find(ctx: Context, trail: PersonTrail): Promise<void> {
  for (const row of await readPayments(ctx, trail)) {
    trail.ids.add(row.id)
    if (row.customerName) trail.words.add(row.customerName)
  }
}

async function obstacles(ctx: Context, trail: PersonTrail): Promise<string[]> {
  const open = await ctx.db
    .select()
    .from(refunds)
    .where(
      sql`${inArray(refunds.paymentId, [...trail.ids])} and ${refunds.status} in ('awaiting_approval', 'requested', 'pending')`,
    )
  return open.map((row) => `A refund of ${formatMoney(usd(row.amountCents))} is on its way.`)
}

async function copy(ctx: Context, trail: PersonTrail): Promise<Record<string, object[]>> {
  const paid = await readPayments(ctx, trail)
  const issued = await ctx.db.select().from(invoices).where(inArray(invoices.customerId, trail.customerIds))
  return {
    Invoices: issued.map((row) => ({
      number: row.number,
      at: row.issuedAt.toString(),
      total: formatMoney(usd(row.totalCents)),
      name: row.addressee.name,
      place: row.addressee.place,
    })),
    Payments: paid.map((row) => ({
      at: (row.receivedAt ?? row.createdAt).toString(),
      amount: formatMoney(usd(row.amountCents)),
      returned: formatMoney(usd(row.refundedCents)),
      purpose: row.purpose,
      method: row.method,
      card: row.cardLast4 ? `${row.cardBrand ?? "card"} ending in ${row.cardLast4}` : null,
      status: row.status,
    })),
  }
}

async function erase(ctx: Context, trail: PersonTrail): Promise<void> {
  const ids = [...trail.ids]
  await letGoOfCards(ctx, trail)
  const isTheirs = or(inArray(checkouts.customerId, trail.customerIds), inArray(checkouts.holdId, ids))
  await ctx.db.update(checkouts).set({ customerName: ERASED }).where(isTheirs)
  await ctx.db
    .update(payments)
    .set({
      customerName: ERASED,
      note: null,
      reference: null,
      failureMessage: null,
      providerCustomerId: null,
      providerMethodId: null,
    })
    .where(inArray(payments.id, ids))
  await ctx.db
    .update(invoices)
    .set({ addressee: { name: ERASED, email: null, place: ERASED }, reason: ERASED })
    .where(or(inArray(invoices.customerId, trail.customerIds), inArray(invoices.bookingId, ids)))
  await ctx.db.update(disputes).set({ statement: ERASED }).where(inArray(disputes.paymentId, ids))
  await ctx.db
    .update(refunds)
    .set({ reason: ERASED, pendingReason: null })
    .where(inArray(refunds.paymentId, ids))
}

/** The provider forgets a card by itself only when it is told to. */
export const letGoOfCard = defineJob({
  name: "payments.let-go-of-card",
  schema: z.object({ provider: z.string().default("stripe"), providerMethodId: z.string() }),
  run: (ctx, card) => letGoAtProvider(ctx, [card]),
})

async function letGoOfCards(ctx: Context, trail: PersonTrail): Promise<void> {
  const kept = await ctx.db.delete(cards).where(inArray(cards.customerId, trail.customerIds)).returning({
    provider: cards.provider,
    providerMethodId: cards.providerMethodId,
    removedAt: cards.removedAt,
  })
  for (const { provider, providerMethodId, removedAt } of kept)
    if (!removedAt) await ctx.services.jobs.enqueue(ctx, letGoOfCard, { provider, providerMethodId })
}

function readPayments(ctx: Context, trail: PersonTrail) {
  const ids = [...trail.ids]
  return ctx.db
    .select()
    .from(payments)
    .where(
      or(
        inArray(payments.customerId, trail.customerIds),
        inArray(payments.bookingId, ids),
        inArray(payments.holdId, ids),
      ),
    )
}

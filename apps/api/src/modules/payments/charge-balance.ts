import type { BalanceCharge } from "@myhibachi/contract/payments"
import { eq } from "drizzle-orm"
import { z } from "zod"
import { findDueBalances, lockBookingMoney } from "#modules/booking/index.ts"
import type { Context } from "#platform/context.ts"
import { inTransaction } from "#platform/database/database.ts"
import { AppError } from "#platform/errors.ts"
import { defineJob, type ScheduleDefinition } from "#platform/jobs/jobs.ts"
import { applyProviderPayment } from "./apply-payment.ts"
import { findCardToCharge } from "./cards.ts"
import { closeCheckoutsOfBooking } from "./close-checkout.ts"
import { toPayment } from "./find-payments.ts"
import { makePayLink } from "./pay-links.ts"
import { requirePaymentProvider } from "./payment-provider.ts"
import { payments } from "./tables.ts"

type PaymentRow = typeof payments.$inferSelect

export interface ChargeBalance {
  bookingId: string
  /** For what the card is charged, once: a repetition finds the same payment. */
  occasion: string
  /** Only what is due by the plan, or all that is owed. */
  part: "due" | "owed"
}

/**
 * Charges the kept card with what a booking owes; without a card, or when it is declined, the customer gets a
 * link to pay by themselves.
 * @throws AppError "nothing-owed" (409), "card-payments-off", "payments-down": then it may be tried again.
 */
export async function chargeBalance(ctx: Context, input: ChargeBalance): Promise<BalanceCharge> {
  const { name, keptCards } = requirePaymentProvider(ctx)
  const claimed = keptCards ? await claimCharge(ctx, name, input) : null
  if (!keptCards || !claimed) {
    const link = await makePayLink(ctx, { ...input, why: "no-card", cause: linkCause(input) })
    return {
      outcome: "link-sent",
      payment: null,
      payLink: link,
      message: "No card is kept; a link was sent.",
    }
  }
  const { row, card } = claimed
  if (row.status !== "processing") return describe(ctx, input, row)
  const told = await keptCards.charge({
    paymentId: row.id,
    customerId: card.providerCustomerId,
    methodId: card.providerMethodId,
    amountCents: row.amountCents,
    currency: row.currency,
    description: `Balance of party ${claimed.reference}`,
  })
  await applyProviderPayment(ctx, told)
  const [after] = await ctx.db.select().from(payments).where(eq(payments.id, row.id))
  return describe(ctx, input, after ?? row)
}

const linkCause = ({ occasion }: ChargeBalance) => `charge:${occasion}`

async function claimCharge(ctx: Context, provider: string, input: ChargeBalance) {
  return inTransaction(ctx, async (ctx) => {
    const booking = await lockBookingMoney(ctx, input)
    const [known] = await ctx.db.select().from(payments).where(eq(payments.occasion, input.occasion))
    const card = await cardOf(ctx, known, input.bookingId)
    if (known && card) return { row: known, card, reference: booking.reference }
    if (booking.owedCents === 0)
      throw new AppError("conflict", "nothing-owed", "Nothing is owed for this party.")
    if (!card) return null
    // Whoever pays on an open page at this very moment gets the excess back.
    await closeCheckoutsOfBooking(ctx, input.bookingId)
    const [row] = await ctx.db
      .insert(payments)
      .values({
        id: ctx.newId("pay"),
        bookingId: input.bookingId,
        customerId: booking.customerId,
        customerName: booking.customerName,
        purpose: "balance",
        method: "card",
        provider,
        providerCustomerId: card.providerCustomerId,
        providerMethodId: card.providerMethodId,
        occasion: input.occasion,
        status: "processing",
        amountCents: input.part === "due" ? booking.nextDueCents : booking.owedCents,
        currency: "USD",
        createdAt: ctx.now(),
      })
      .returning()
    if (!row) throw new Error(`The charge ${input.occasion} was not written.`)
    return { row, card, reference: booking.reference }
  })
}

/** A charge that was begun goes on with its own card, whatever has become of it since. */
async function cardOf(ctx: Context, known: PaymentRow | undefined, bookingId: string) {
  if (known?.providerCustomerId && known.providerMethodId)
    return { providerCustomerId: known.providerCustomerId, providerMethodId: known.providerMethodId }
  return findCardToCharge(ctx, bookingId)
}

async function describe(ctx: Context, input: ChargeBalance, row: PaymentRow): Promise<BalanceCharge> {
  const payment = toPayment(row)
  if (row.receivedAt) return { outcome: "charged", payment, payLink: null, message: "The card was charged." }
  if (row.status === "processing")
    return { outcome: "processing", payment, payLink: null, message: "The bank is still working on it." }
  const payLink = await makePayLink(ctx, { ...input, why: "declined", cause: linkCause(input) })
  const message = `${row.failureMessage ?? "The card was declined."} A link to pay was sent.`
  return { outcome: "declined", payment, payLink, message }
}

/** Charges one due balance; what was charged or asked for before is left alone. */
export const chargeDueBalance = defineJob({
  name: "charge-due-balance",
  schema: z.object({ bookingId: z.string(), occasion: z.string() }),
  retryLimit: 8,
  run: async (ctx, input) => {
    try {
      await chargeBalance(ctx, { ...input, part: "due" })
    } catch (error) {
      // Paid in the meantime, or cancelled: both are fine.
      if (!(error instanceof AppError) || error.code !== "nothing-owed") throw error
    }
  },
})

/** Finds the balances that have become due. */
export const collectBalances = defineJob({
  name: "collect-balances",
  schema: z.object({}).strict() as z.ZodType<Record<string, never>>,
  run: async (ctx) => {
    if (!ctx.providers.payments) return
    for (const { bookingId, dueAt } of await findDueBalances(ctx)) {
      const occasion = `balance:${bookingId}:${dueAt}`
      await ctx.services.jobs.enqueue(ctx, chargeDueBalance, { bookingId, occasion }, { key: occasion })
    }
  },
})

export const balanceCollection: ScheduleDefinition = {
  job: collectBalances,
  cron: "*/10 * * * *",
  timeZone: "UTC",
}

import { usd } from "@myhibachi/contract/money"
import type { PayLink, PayPage } from "@myhibachi/contract/payments"
import { eq } from "drizzle-orm"
import { lockBookingMoney, readBookingForCustomer } from "#modules/booking/index.ts"
import { audit } from "#platform/audit.ts"
import { actorName, type Context } from "#platform/context.ts"
import { inTransaction } from "#platform/database/database.ts"
import { AppError, notFound } from "#platform/errors.ts"
import { signLink } from "#platform/http/links.ts"
import { publish } from "#platform/jobs/events.ts"
import { payLinkMade } from "./events.ts"
import { payLinks } from "./tables.ts"

type PayLinkRow = typeof payLinks.$inferSelect

const LIFE_DAYS = 14

export interface MakePayLink {
  bookingId: string
  why: "no-card" | "declined" | "asked"
  /** Why it is made, once; every request of staff is a cause of its own when absent. */
  cause?: string
}

/**
 * Makes a link by which somebody pays what a booking owes, and has it mailed.
 * @throws AppError "nothing-owed" (409), "booking-not-found".
 */
export async function makePayLink(ctx: Context, input: MakePayLink): Promise<PayLink> {
  return inTransaction(ctx, async (ctx) => {
    const booking = await lockBookingMoney(ctx, input)
    if (booking.owedCents === 0) throw nothingOwed()
    const id = ctx.newId("pl")
    const cause = input.cause ?? id
    const [row] = await ctx.db
      .insert(payLinks)
      .values({
        id,
        bookingId: input.bookingId,
        cause,
        expiresAt: ctx.now().add({ hours: 24 * LIFE_DAYS }),
        createdBy: actorName(ctx.actor),
        createdAt: ctx.now(),
      })
      .onConflictDoNothing({ target: payLinks.cause })
      .returning()
    if (!row) return present(ctx, await requireByCause(ctx, cause), booking.nextDueCents)
    await publish(ctx, payLinkMade, { payLinkId: id, bookingId: input.bookingId, why: input.why })
    await audit(ctx, {
      action: "pay-link.made",
      entity: "booking",
      entityId: input.bookingId,
      details: { payLinkId: id, why: input.why },
    })
    return present(ctx, row, booking.nextDueCents)
  })
}

async function requireByCause(ctx: Context, cause: string): Promise<PayLinkRow> {
  const [row] = await ctx.db.select().from(payLinks).where(eq(payLinks.cause, cause))
  if (!row) throw new Error(`The pay link of ${cause} has gone.`)
  return row
}

function present(ctx: Context, row: PayLinkRow, askedCents: number): PayLink {
  const { config } = ctx.services
  const token = signLink(config.MYHIBACHI_SECRET, "pay", row.id)
  return {
    id: row.id,
    token,
    url: `${config.CUSTOMER_URL}/pay/${token}`,
    amount: usd(askedCents),
    expiresAt: row.expiresAt.toString(),
  }
}

/** @returns the link with its address and what it asks for now. @throws AppError "pay-link-not-found". */
export async function readPayLink(ctx: Context, payLinkId: string): Promise<PayLink & { bookingId: string }> {
  const row = await requirePayLink(ctx, payLinkId)
  const { nextDue } = await readBookingForCustomer(ctx, row)
  return { ...present(ctx, row, nextDue?.amount.amount ?? 0), bookingId: row.bookingId }
}

/** What the page of a pay link shows: what is due next by the plan. A used or old link says so instead. */
export async function readPayPage(ctx: Context, payLinkId: string): Promise<PayPage> {
  const row = await requirePayLink(ctx, payLinkId)
  const booking = await readBookingForCustomer(ctx, row)
  return {
    state: stateOf(ctx, row, booking.owed.amount),
    reference: booking.reference,
    customerName: booking.customerName,
    startsAt: booking.startsAt,
    timeZone: booking.timeZone,
    lines: booking.lines,
    beforeTax: booking.beforeTax,
    total: booking.total,
    paid: usd(booking.paid.amount - booking.refunded.amount),
    due: booking.nextDue?.amount ?? booking.owed,
    owed: booking.owed,
    dueAt: booking.balanceDueAt,
    expiresAt: row.expiresAt.toString(),
  }
}

function stateOf(ctx: Context, row: PayLinkRow, owedCents: number): PayPage["state"] {
  if (row.usedAt) return "used"
  if (owedCents === 0) return "nothing-owed"
  return row.expiresAt.epochMilliseconds <= ctx.now().epochMilliseconds ? "expired" : "open"
}

/**
 * @returns the booking that the link is for.
 * @throws AppError "pay-link-used" (410), "pay-link-expired" (410), "nothing-owed" (409).
 */
export async function requireUsableLink(ctx: Context, payLinkId: string): Promise<PayLinkRow> {
  const row = await requirePayLink(ctx, payLinkId)
  const { owed } = await readBookingForCustomer(ctx, row)
  const state = stateOf(ctx, row, owed.amount)
  switch (state) {
    case "open":
      return row
    case "used":
      throw new AppError("gone", "pay-link-used", "This link was used and paid; thank you.")
    case "expired":
      throw new AppError("gone", "pay-link-expired", "This link is too old; ask us for a new one.")
    case "nothing-owed":
      throw nothingOwed()
    default:
      throw state satisfies never
  }
}

/** @throws AppError "pay-link-not-found". */
export async function requirePayLink(ctx: Context, payLinkId: string): Promise<PayLinkRow> {
  const [row] = await ctx.db.select().from(payLinks).where(eq(payLinks.id, payLinkId))
  if (!row) throw notFound("pay-link", payLinkId)
  return row
}

function nothingOwed(): AppError {
  return new AppError("conflict", "nothing-owed", "Nothing is owed for this party; there is nothing to pay.")
}

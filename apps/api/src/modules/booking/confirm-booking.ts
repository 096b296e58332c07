import { formatMoney, usd } from "@myhibachi/contract/money"
import { eq } from "drizzle-orm"
import { countPromotion, policiesById, refuseLatePromotion } from "#modules/catalog/index.ts"
import { claimChefs, keepClaims, releaseClaims } from "#modules/crew/index.ts"
import { addTimelineEntry } from "#modules/customers/index.ts"
import { audit } from "#platform/audit.ts"
import type { Context } from "#platform/context.ts"
import { inTransaction } from "#platform/database/database.ts"
import { AppError } from "#platform/errors.ts"
import { signLink } from "#platform/http/links.ts"
import { publish } from "#platform/jobs/events.ts"
import { Temporal } from "#platform/time.ts"
import { closeUnpaidTask } from "./clock/remind-balances.ts"
import { settleIfPaid } from "./clock/settle-parties.ts"
import { type HoldRow, isOverdue, lockHold } from "./end-hold.ts"
import { bookingConfirmed } from "./events.ts"
import { formatStart } from "./format-start.ts"
import { requireQuote, type StoredQuote } from "./read-quote.ts"
import { recordTransition } from "./record-transition.ts"
import { crewWork } from "./rules/plan-crew.ts"
import { bookings, holds } from "./tables.ts"

export interface ConfirmBooking {
  holdId: string
  paidCents: number
  /** The payment that this follows from. */
  source: string
}

export type Confirmation =
  | { outcome: "confirmed"; bookingId: string; reference: string; token: string }
  | { outcome: "already"; bookingId: string; reference: string; token: string }
  | { outcome: "too-late"; reason: string }

/**
 * Makes the booking of a paid hold, in the caller's transaction. A hold that has ended is taken again when its
 * start is still free; otherwise the caller gives the money back.
 * @throws AppError "hold-not-found", "hold-unsigned" (409).
 */
export async function confirmBookingFromHold(ctx: Context, input: ConfirmBooking): Promise<Confirmation> {
  return inTransaction(ctx, async (ctx): Promise<Confirmation> => {
    const hold = await lockHold(ctx, input.holdId)
    if (hold.status === "confirmed" && hold.bookingId)
      return { outcome: "already", ...(await refer(ctx, hold.bookingId)) }
    if (hold.dueCents === null)
      throw new AppError(
        "conflict",
        "hold-unsigned",
        "The agreement must be signed before the party is booked.",
      )
    const bookingId = ctx.newId("bk")
    const stored = await requireQuote(ctx, { quoteId: hold.quoteId, revision: hold.revision })
    const refusal =
      (await refuseLatePromotion(ctx, { holdId: hold.id })) ??
      (await secureChefs(ctx, hold, bookingId, stored))
    if (refusal) return { outcome: "too-late", reason: refusal }
    const reference = await insertBooking(ctx, { bookingId, hold, stored, paidCents: input.paidCents })
    await ctx.db
      .update(holds)
      .set({ status: "confirmed", bookingId, endedAt: ctx.now() })
      .where(eq(holds.id, hold.id))
    await countPromotion(ctx, { holdId: hold.id, bookingId })
    await tellOfBooking(ctx, { bookingId, reference, hold, input })
    return {
      outcome: "confirmed",
      bookingId,
      reference,
      token: signLink(ctx.services.config.MYHIBACHI_SECRET, "booking", bookingId),
    }
  })
}

async function refer(ctx: Context, bookingId: string) {
  const [row] = await ctx.db
    .select({ reference: bookings.reference })
    .from(bookings)
    .where(eq(bookings.id, bookingId))
  if (!row) throw new Error(`The booking ${bookingId} of a confirmed hold is missing.`)
  return {
    bookingId,
    reference: row.reference,
    token: signLink(ctx.services.config.MYHIBACHI_SECRET, "booking", bookingId),
  }
}

/** Keeps the hold's claims or takes the start again. @returns why that cannot be, or null. */
async function secureChefs(
  ctx: Context,
  hold: HoldRow,
  bookingId: string,
  stored: StoredQuote,
): Promise<string | null> {
  const title = hold.contact.name
  const isLive = hold.status === "awaiting_deposit"
  if (isLive && !isOverdue(hold, ctx.now())) {
    const kept = await keepClaims(ctx, { holdId: hold.id, bookingId, title })
    if (kept === hold.chefs) return null
  }
  if (hold.status === "released") return "The hold was given back before the payment came."
  if (Temporal.Instant.compare(hold.startsAt, ctx.now()) <= 0) return "The start has passed."
  await releaseClaims(ctx, { holdId: hold.id })
  await releaseClaims(ctx, { bookingId })
  const { parameters } = await policiesById(ctx, hold.policyIds)
  const { guests } = stored.revision.inputs
  const crew = crewWork({ guests, ...stored.priced }, parameters.scheduling)
  try {
    await claimChefs(ctx, {
      stationId: hold.stationId,
      timeZone: hold.timeZone,
      ...crew,
      work: hold.work,
      startsAt: hold.startsAt,
      point: hold.place,
      stationLegSeconds: hold.stationLegSeconds,
      title,
      owner: { kind: "booking", holdId: hold.id, bookingId },
    })
    return null
  } catch (error) {
    // The count is decided before any row is written, so the transaction is still sound.
    if (error instanceof AppError && error.code === "start-taken" && error.cause === undefined) {
      return "The hold had ended and the start is taken."
    }
    throw error
  }
}

interface NewBooking {
  bookingId: string
  hold: HoldRow
  stored: StoredQuote
  paidCents: number
}

async function insertBooking(
  ctx: Context,
  { bookingId, hold, stored, paidCents }: NewBooking,
): Promise<string> {
  const { inputs } = stored.revision
  const { priced } = stored
  const reference = `MH-${bookingId.slice(-6).toUpperCase()}`
  await ctx.db.insert(bookings).values({
    id: bookingId,
    reference,
    status: "confirmed",
    customerId: hold.customerId,
    contact: hold.contact,
    conversationId: hold.conversationId,
    quoteId: hold.quoteId,
    quoteRevision: hold.revision,
    holdId: hold.id,
    stationId: hold.stationId,
    stationLegSeconds: hold.stationLegSeconds,
    startsAt: hold.startsAt,
    slotStartsAt: hold.slotStartsAt,
    timeZone: hold.timeZone,
    work: hold.work,
    place: hold.place,
    guests: inputs.guests,
    items: inputs.items,
    chefs: hold.chefs,
    policyIds: hold.policyIds,
    lines: priced.lines,
    foodCents: priced.foodCents,
    travelCents: priced.travelCents,
    beforeTaxCents: priced.beforeTaxCents,
    taxCents: priced.taxCents,
    totalCents: priced.totalCents,
    depositCents: priced.depositCents,
    paidCents,
    createdAt: ctx.now(),
  })
  return reference
}

interface Told {
  bookingId: string
  reference: string
  hold: HoldRow
  input: ConfirmBooking
}

async function tellOfBooking(ctx: Context, { bookingId, reference, hold, input }: Told): Promise<void> {
  const details = { paidCents: input.paidCents, source: input.source }
  await recordTransition(ctx, {
    entity: "hold",
    entityId: hold.id,
    from: hold.status,
    to: "confirmed",
    details,
  })
  await recordTransition(ctx, {
    entity: "booking",
    entityId: bookingId,
    from: null,
    to: "confirmed",
    details,
  })
  await addTimelineEntry(ctx, {
    customerId: hold.customerId,
    kind: "booking",
    title: `${reference} booked for ${formatStart(hold.startsAt, hold.timeZone)}`,
    detail: `${formatMoney(usd(input.paidCents))} paid`,
    entity: "booking",
    entityId: bookingId,
  })
  await publish(ctx, bookingConfirmed, { bookingId, holdId: hold.id, customerId: hold.customerId })
  ctx.afterCommit(() => {
    ctx.services.live.publish({ topic: "bookings", kind: "booking", id: bookingId })
    ctx.services.live.publish({ topic: `hold:${hold.id}`, kind: "hold", id: hold.id })
  })
  await audit(ctx, {
    action: "booking.confirmed",
    entity: "booking",
    entityId: bookingId,
    details: { reference, ...details },
  })
}

/** Adds to what the booking shows as paid and returned; the ledger of payments is the truth. */
export async function recordBookingPayment(
  ctx: Context,
  input: { bookingId: string; paidCents?: number; refundedCents?: number },
): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    const [row] = await ctx.db.select().from(bookings).where(eq(bookings.id, input.bookingId)).for("update")
    if (!row) throw new Error(`There is no booking ${input.bookingId} to record a payment on.`)
    await ctx.db
      .update(bookings)
      .set({
        paidCents: row.paidCents + (input.paidCents ?? 0),
        refundedCents: row.refundedCents + (input.refundedCents ?? 0),
        version: row.version + 1,
      })
      .where(eq(bookings.id, row.id))
    await settleIfPaid(ctx, row.id)
    await closeUnpaidTask(ctx, row.id)
    ctx.afterCommit(() => ctx.services.live.publish({ topic: "bookings", kind: "booking", id: row.id }))
  })
}

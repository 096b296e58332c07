import type { Hold, HoldSummary } from "@myhibachi/contract/hold"
import { usd } from "@myhibachi/contract/money"
import { asc, eq, inArray } from "drizzle-orm"
import { policiesById } from "#modules/catalog/index.ts"
import type { Context } from "#platform/context.ts"
import { notFound } from "#platform/errors.ts"
import { signLink } from "#platform/http/links.ts"
import type { Temporal } from "#platform/time.ts"
import { deadlineOf, type HoldRow, isOverdue } from "./end-hold.ts"
import { formatStart } from "./format-start.ts"
import { requireQuote, type StoredQuote } from "./read-quote.ts"
import { allGuests } from "./rules/count-guests.ts"
import { paymentTerms } from "./rules/payment-terms.ts"
import { agreements, bookings, holds } from "./tables.ts"

/** @returns a hold as it stands now; one past its deadline reads as expired. @throws AppError "hold-not-found". */
export async function readHold(ctx: Context, input: { holdId: string }): Promise<Hold> {
  const { row, stored, signature, booking } = await loadHold(ctx, input.holdId)
  const { texts } = await policiesById(ctx, row.policyIds)
  const { due, isFullPaymentDue } = await dueOf(ctx, row, stored)
  const secret = ctx.services.config.MYHIBACHI_SECRET
  const { priced } = stored
  return {
    id: row.id,
    token: signLink(secret, "hold", row.id),
    ...presentState(ctx, row),
    createdAt: row.createdAt.toString(),
    signBy: row.signBy.toString(),
    payBy: row.payBy?.toString() ?? null,
    startsAt: row.startsAt.toString(),
    timeZone: row.timeZone,
    place: row.place,
    guests: stored.revision.inputs.guests,
    chefs: row.chefs,
    quoteToken: signLink(secret, "quote", row.quoteId),
    lines: priced.lines,
    beforeTax: usd(priced.beforeTaxCents),
    tax: usd(priced.taxCents),
    total: usd(priced.totalCents),
    dueNow: usd(due),
    isFullPaymentDue,
    contactName: row.contact.name,
    agreement: {
      policies: texts.map(({ id, key, version, title, text }) => ({ id, key, version, title, text })),
      textHash: row.textHash,
      signedAt: signature?.signedAt.toString() ?? null,
      signerName: signature?.signerName ?? null,
    },
    bookingToken: booking ? signLink(secret, "booking", booking.id) : null,
    bookingReference: booking?.reference ?? null,
  }
}

async function loadHold(ctx: Context, holdId: string) {
  const [found] = await ctx.db
    .select({ row: holds, signature: agreements, booking: bookings })
    .from(holds)
    .leftJoin(agreements, eq(agreements.holdId, holds.id))
    .leftJoin(bookings, eq(bookings.holdId, holds.id))
    .where(eq(holds.id, holdId))
  if (!found) throw notFound("hold", holdId)
  const stored = await requireQuote(ctx, { quoteId: found.row.quoteId, revision: found.row.revision })
  return { ...found, stored }
}

function presentState(ctx: Context, row: HoldRow): Pick<Hold, "status" | "deadlineAt"> {
  if (isOverdue(row, ctx.now())) return { status: "expired", deadlineAt: null }
  return { status: row.status, deadlineAt: deadlineOf(row)?.toString() ?? null }
}

/** What is paid to book: fixed by the signature, until then what it would be now. */
export async function dueOf(
  ctx: Context,
  row: HoldRow,
  { priced }: StoredQuote,
): Promise<{ due: number; isFullPaymentDue: boolean }> {
  if (row.dueCents !== null) {
    return {
      due: row.dueCents,
      isFullPaymentDue: row.dueCents === priced.totalCents && priced.totalCents > priced.depositCents,
    }
  }
  const { parameters } = await policiesById(ctx, row.policyIds)
  const terms = paymentTerms(priced.totalCents, row.startsAt, ctx.now(), parameters)
  return { due: terms.dueAtBookingCents, isFullPaymentDue: terms.isFullPaymentDue }
}

/** What the payment page needs. */
export interface HoldForPayment {
  holdId: string
  quoteId: string
  status: Hold["status"]
  customerId: string
  customerName: string
  email: string | null
  phone: string | null
  dueCents: number
  depositCents: number
  totalCents: number
  isFullPaymentDue: boolean
  payBy: Temporal.Instant | null
  startsAt: Temporal.Instant
  timeZone: string
  description: string
}

/** @returns who pays what until when. @throws AppError "hold-not-found". */
export async function readHoldForPayment(ctx: Context, input: { holdId: string }): Promise<HoldForPayment> {
  const { row, stored } = await loadHold(ctx, input.holdId)
  const { due, isFullPaymentDue } = await dueOf(ctx, row, stored)
  const guests = allGuests(stored.revision.inputs.guests)
  return {
    holdId: row.id,
    quoteId: row.quoteId,
    status: presentState(ctx, row).status,
    customerId: row.customerId,
    customerName: row.contact.name,
    email: row.contact.email,
    phone: row.contact.phone,
    dueCents: due,
    depositCents: stored.priced.depositCents,
    totalCents: stored.priced.totalCents,
    isFullPaymentDue,
    payBy: row.payBy,
    startsAt: row.startsAt,
    timeZone: row.timeZone,
    description: `${formatStart(row.startsAt, row.timeZone)}, ${guests} guests, ${row.place.formatted}`,
  }
}

/** @returns the holds that still run, the one that ends first at the top. */
export async function findActiveHolds(ctx: Context): Promise<HoldSummary[]> {
  const rows = await ctx.db
    .select()
    .from(holds)
    .where(inArray(holds.status, ["held", "awaiting_deposit"]))
    .orderBy(asc(holds.createdAt))
    .limit(200)
  const live = rows.filter((row) => !isOverdue(row, ctx.now()))
  return Promise.all(live.map((row) => summarise(ctx, row)))
}

async function summarise(ctx: Context, row: HoldRow): Promise<HoldSummary> {
  const stored = await requireQuote(ctx, { quoteId: row.quoteId, revision: row.revision })
  return {
    id: row.id,
    ...presentState(ctx, row),
    createdAt: row.createdAt.toString(),
    startsAt: row.startsAt.toString(),
    timeZone: row.timeZone,
    chefs: row.chefs,
    total: usd(stored.priced.totalCents),
    customerId: row.customerId,
    customerName: row.contact.name,
    city: row.place.city,
    guestTotal: allGuests(stored.revision.inputs.guests),
  }
}

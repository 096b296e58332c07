import type { Booking, BookingPage, BookingStatus, BookingSummary } from "@myhibachi/contract/booking"
import { usd } from "@myhibachi/contract/money"
import { desc, eq, sql } from "drizzle-orm"
import { policiesById } from "#modules/catalog/index.ts"
import { findClaimsOfBookings, listChefs, requireStation } from "#modules/crew/index.ts"
import { isPerson, readContact } from "#modules/customers/index.ts"
import type { Context } from "#platform/context.ts"
import { prepared } from "#platform/database/prepared.ts"
import { AppError, notFound } from "#platform/errors.ts"
import { signLink } from "#platform/http/links.ts"
import { hoursBefore, instantText, Temporal } from "#platform/time.ts"
import { readOpenChange } from "./change-orders/read-change-orders.ts"
import { readNoShow } from "./no-show/read-no-show.ts"
import { dueByRule, openLegsOf } from "./payment-plan/read-payment-plan.ts"
import { requireQuote } from "./read-quote.ts"
import { CLOSED } from "./rules/booking-states.ts"
import { allGuests } from "./rules/count-guests.ts"
import { nextDue, type PaymentLeg } from "./rules/payment-plan.ts"
import { suggestTips } from "./rules/price-party.ts"
import { agreements, bookings } from "./tables.ts"
import { readWeatherHold } from "./weather/read-weather-hold.ts"

export type BookingRow = typeof bookings.$inferSelect

const FIXED: BookingStatus[] = [...CLOSED, "in_progress", "cancel_requested"]

/** @returns whether the party still lies ahead and can be changed or cancelled. */
export function isAhead(row: Pick<BookingRow, "status" | "startsAt">, now: Temporal.Instant): boolean {
  return !FIXED.includes(row.status) && Temporal.Instant.compare(now, row.startsAt) < 0
}

/** @throws AppError "booking-over" (409) for a party that cannot be changed any more. */
export function requireAhead(row: Pick<BookingRow, "status" | "startsAt">, now: Temporal.Instant): void {
  if (isAhead(row, now)) return
  const message =
    row.status === "cancel_requested"
      ? "The customer has asked to cancel this party; that is decided first."
      : "This party is cancelled, has begun or is over."
  throw new AppError("conflict", "booking-over", message)
}

const bookingById = prepared((db) =>
  db
    .select()
    .from(bookings)
    .where(eq(bookings.id, sql.placeholder("id")))
    .prepare(""),
)

/** @throws AppError "booking-not-found". */
export async function requireBooking(ctx: Context, bookingId: string): Promise<BookingRow> {
  const [row] = await bookingById(ctx.db).execute({ id: bookingId })
  if (!row) throw notFound("booking", bookingId)
  return row
}

/** Locks a booking for a change. @throws AppError "booking-not-found". */
export async function lockBooking(ctx: Context, bookingId: string): Promise<BookingRow> {
  const [row] = await ctx.db.select().from(bookings).where(eq(bookings.id, bookingId)).for("update")
  if (!row) throw notFound("booking", bookingId)
  return row
}

/** @returns what is still to be paid, in cents; nothing once it is cancelled or did not take place. */
export function owedCents(row: BookingRow): number {
  if (row.status === "cancelled" || row.status === "no_show") return 0
  return Math.max(0, row.totalCents - (row.paidCents - row.refundedCents))
}

/** @returns what moves of the party have cost, in cents. */
export function feeCentsOf(row: Pick<BookingRow, "lines">): number {
  return row.lines.filter((line) => line.kind === "fee").reduce((sum, line) => sum + line.amount.amount, 0)
}

function toDue({ amountCents, dueAt }: PaymentLeg) {
  return { amount: usd(amountCents), dueAt: instantText(dueAt) }
}

/** What customers and staff both see. */
async function presentFacts(ctx: Context, row: BookingRow) {
  const legs = await openLegsOf(ctx, row, owedCents(row))
  const next = nextDue(legs, ctx.now())
  return {
    reference: row.reference,
    status: row.status,
    startsAt: instantText(row.startsAt),
    timeZone: row.timeZone,
    arrivesAt: instantText(row.work.from),
    endsAt: instantText(row.work.to),
    place: row.place,
    details: row.details,
    guests: row.guests,
    items: row.items,
    chefs: row.chefs,
    lines: row.lines,
    foodTotal: usd(row.foodCents),
    travelFee: usd(row.travelCents),
    beforeTax: usd(row.beforeTaxCents),
    tax: usd(row.taxCents),
    total: usd(row.totalCents),
    deposit: usd(row.depositCents),
    paid: usd(row.paidCents),
    refunded: usd(row.refundedCents),
    owed: usd(owedCents(row)),
    balanceDueAt: instantText(next?.dueAt ?? (await dueByRule(ctx, row))),
    dues: legs.map(toDue),
    nextDue: next ? toDue(next) : null,
    changeOrder: await readOpenChange(ctx, row),
    weatherHold: await readWeatherHold(ctx, row),
    cancelRequest:
      row.status === "cancel_requested" && row.cancelRequestedAt
        ? { requestedAt: instantText(row.cancelRequestedAt), reason: row.cancelReason ?? "" }
        : null,
  }
}

/** @returns the booking for staff. @throws AppError "booking-not-found". */
export async function readBooking(ctx: Context, input: { bookingId: string }): Promise<Booking> {
  const row = await requireBooking(ctx, input.bookingId)
  const customer = await readContact(ctx, { customerId: row.customerId })
  const station = await requireStation(ctx, row.stationId)
  const { priced } = await requireQuote(ctx, { quoteId: row.quoteId, revision: row.quoteRevision })
  return {
    ...(await presentFacts(ctx, row)),
    id: row.id,
    version: row.version,
    token: signLink(ctx.services.config.MYHIBACHI_SECRET, "booking", row.id),
    customer: {
      id: customer.id,
      name: row.contact.name,
      email: row.contact.email ?? customer.email,
      phone: row.contact.phone ?? customer.phone,
    },
    stationId: station.id,
    stationName: station.name,
    travel: priced.travel,
    reschedulesUsed: row.reschedulesUsed,
    createdAt: row.createdAt.toString(),
    cancelledAt: row.cancelledAt?.toString() ?? null,
    cancelReason: row.cancelReason,
    quoteId: row.quoteId,
    quoteRevision: row.quoteRevision,
    holdId: row.holdId,
    conversationId: row.conversationId,
    agreement: await readAgreement(ctx, row.holdId),
    assignedChefs: await readAssignedChefs(ctx, row),
    noShow: await readNoShow(ctx, row.id),
  }
}

async function readAgreement(ctx: Context, holdId: string): Promise<Booking["agreement"]> {
  const [row] = await ctx.db.select().from(agreements).where(eq(agreements.holdId, holdId))
  if (!row) return null
  const { id, signerName, textHash } = row
  return { id, holdId, signerName, textHash, signedAt: row.signedAt.toString() }
}

async function readAssignedChefs(ctx: Context, row: BookingRow): Promise<Booking["assignedChefs"]> {
  const claims = await findClaimsOfBookings(ctx, [row.id])
  const chefs = await listChefs(ctx, { stationId: row.stationId })
  return claims.map(({ id, chefId, from, to, workFrom, workTo }) => {
    const name = chefs.find((chef) => chef.id === chefId)?.name ?? chefId
    return { claimId: id, chefId, name, from, to, workFrom, workTo }
  })
}

/** @returns the customer's own view; chefs, notes and pay are not in it. @throws AppError "booking-not-found". */
export async function readBookingForCustomer(
  ctx: Context,
  input: { bookingId: string },
): Promise<BookingPage> {
  return presentForCustomer(ctx, await requireBooking(ctx, input.bookingId))
}

/** @returns the customer's page of a booking that was read already. */
export async function presentForCustomer(ctx: Context, row: BookingRow): Promise<BookingPage> {
  const { texts, parameters } = await policiesById(ctx, row.policyIds)
  const isOpen = isAhead(row, ctx.now())
  const until = (hours: number) => {
    const end = hoursBefore(row.startsAt, hours)
    return isOpen && Temporal.Instant.compare(ctx.now(), end) <= 0 ? instantText(end) : null
  }
  return {
    ...(await presentFacts(ctx, row)),
    token: signLink(ctx.services.config.MYHIBACHI_SECRET, "booking", row.id),
    customerName: row.contact.name,
    suggestedTips: suggestTips(row.foodCents + row.travelCents, parameters).map((tip) => ({
      percent: tip.percent,
      amount: usd(tip.amountCents),
    })),
    reschedulesUsed: row.reschedulesUsed,
    can: {
      changeGuestsUntil: until(parameters.head_count.closesHoursBefore),
      // Who waits for the weather may move at any time.
      rescheduleUntil: until(
        row.status === "weather_hold" ? 0 : parameters.reschedule.selfServiceHoursBefore,
      ),
      cancel: isOpen,
      isCancelAsked: row.status === "locked",
      waitForWeather: isOpen && row.status !== "weather_hold",
    },
    policies: texts.map(({ key, version, title, text }) => ({ key, version, title, text })),
  }
}

/** @returns the row as a line of a list. */
export function summariseBooking(row: BookingRow, stationName: string): BookingSummary {
  return {
    id: row.id,
    reference: row.reference,
    status: row.status,
    startsAt: row.startsAt.toString(),
    timeZone: row.timeZone,
    customerId: row.customerId,
    customerName: row.contact.name,
    stationId: row.stationId,
    stationName,
    city: row.place.city,
    guestTotal: allGuests(row.guests),
    chefs: row.chefs,
    total: usd(row.totalCents),
    owed: usd(owedCents(row)),
    createdAt: row.createdAt.toString(),
  }
}

/** @returns a customer's bookings, the latest party first. */
export async function findBookingsOfCustomer(
  ctx: Context,
  input: { customerId: string },
): Promise<BookingSummary[]> {
  const rows = await ctx.db
    .select()
    .from(bookings)
    .where(isPerson(bookings.customerId, input.customerId))
    .orderBy(desc(bookings.startsAt))
    .limit(50)
  const names = await stationNames(ctx, rows)
  return rows.map((row) => summariseBooking(row, names.get(row.stationId) ?? row.stationId))
}

/** @returns the names of the rows' stations by id. */
export async function stationNames(ctx: Context, rows: readonly BookingRow[]): Promise<Map<string, string>> {
  const ids = [...new Set(rows.map((row) => row.stationId))]
  const stations = await Promise.all(ids.map((id) => requireStation(ctx, id)))
  return new Map(stations.map((station) => [station.id, station.name]))
}

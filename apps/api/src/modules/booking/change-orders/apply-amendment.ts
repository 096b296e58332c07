import { formatMoney, usd } from "@myhibachi/contract/money"
import { eq, sql } from "drizzle-orm"
import { claimChefs, releaseClaims } from "#modules/crew/index.ts"
import { createTask } from "#modules/tasks/index.ts"
import type { Context } from "#platform/context.ts"
import { type BookingRow, feeCentsOf } from "../read-booking.ts"
import { catalogOf } from "../read-quote.ts"
import { type CrewWork, crewWork, workSpan } from "../rules/plan-crew.ts"
import { bookings, quoteRevisions, quotes } from "../tables.ts"
import type { Amendment } from "./plan-amendment.ts"

type Priced = Pick<Amendment, "inputs" | "priced" | "sealed" | "stationId">

/**
 * Makes a priced amendment the booking: guests, items, address, lines, totals and chefs, in the caller's
 * transaction. The amendment becomes the quote's next revision, which the booking names from now on.
 * @returns the booking as it is now. @throws AppError "start-taken" (409) when the chefs are not free.
 */
export async function applyAmendment(ctx: Context, row: BookingRow, amendment: Priced): Promise<BookingRow> {
  const { inputs, priced, stationId } = amendment
  const place = inputs.place ?? row.place
  const stationLegSeconds = inputs.travel?.drivingSeconds ?? row.stationLegSeconds
  const work = workSpan(row.startsAt, priced.durations)
  const after = { ...row, place, stationId, stationLegSeconds, work, chefs: priced.chefs }
  const { parameters } = await catalogOf(ctx, inputs)
  await adjustClaims(ctx, row, after, crewWork({ ...priced, guests: inputs.guests }, parameters.scheduling))
  const feeCents = feeCentsOf(row)
  const [updated] = await ctx.db
    .update(bookings)
    .set({
      guests: inputs.guests,
      items: inputs.items,
      place,
      stationId,
      stationLegSeconds,
      work,
      chefs: priced.chefs,
      quoteRevision: await addRevision(ctx, row, amendment),
      lines: [...priced.lines, ...row.lines.filter((line) => line.kind === "fee")],
      foodCents: priced.foodCents,
      travelCents: priced.travelCents,
      beforeTaxCents: priced.beforeTaxCents + feeCents,
      taxCents: priced.taxCents,
      totalCents: priced.totalCents + feeCents,
      version: row.version + 1,
    })
    .where(eq(bookings.id, row.id))
    .returning()
  if (!updated) throw new Error(`The booking ${row.id} has gone.`)
  await askToReturnSurplus(ctx, updated)
  return updated
}

async function addRevision(ctx: Context, row: BookingRow, { inputs, sealed }: Priced): Promise<number> {
  const [quote] = await ctx.db
    .update(quotes)
    .set({ latestRevision: sql`${quotes.latestRevision} + 1` })
    .where(eq(quotes.id, row.quoteId))
    .returning()
  if (!quote) throw new Error(`The quote ${row.quoteId} of a booking is missing.`)
  await ctx.db.insert(quoteRevisions).values({
    id: ctx.newId("qr"),
    quoteId: quote.id,
    revision: quote.latestRevision,
    inputs,
    ...sealed,
    createdAt: ctx.now(),
    expiresAt: ctx.now(),
  })
  return quote.latestRevision
}

/** Takes the chefs anew, because each has his part of the party; who was planned stays planned when possible. */
async function adjustClaims(
  ctx: Context,
  before: BookingRow,
  after: BookingRow,
  crew: CrewWork,
): Promise<void> {
  const chefIds = await releaseClaims(ctx, { bookingId: before.id })
  await claimChefs(ctx, {
    stationId: after.stationId,
    timeZone: after.timeZone,
    ...crew,
    work: after.work,
    startsAt: after.startsAt,
    point: after.place,
    stationLegSeconds: after.stationLegSeconds,
    title: after.contact.name,
    owner: { kind: "booking", holdId: after.holdId, bookingId: after.id },
    preferredChefIds: chefIds,
  })
}

/** A party that became cheaper than what is paid leaves money that a person returns. */
async function askToReturnSurplus(ctx: Context, row: BookingRow): Promise<void> {
  const surplusCents = row.paidCents - row.refundedCents - row.totalCents
  if (surplusCents <= 0) return
  await createTask(ctx, {
    kind: "payment",
    title: `${row.reference}: return ${formatMoney(usd(surplusCents))} that are paid too much`,
    detail: "The party became smaller after it was paid. Refund the surplus on the payment's page.",
    dueAt: ctx.now().add({ hours: 48 }),
    bookingId: row.id,
    customerId: row.customerId,
    key: `surplus:${row.id}:${row.version}`,
  })
}

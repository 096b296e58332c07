import type { Place } from "@myhibachi/contract/customers"
import { formatMoney, usd } from "@myhibachi/contract/money"
import { and, eq, inArray, or, sql } from "drizzle-orm"
import type { Context } from "#platform/context.ts"
import { ERASED, type PersonalData, type PersonTrail, withoutTexts } from "#platform/personal-data.ts"
import { NO_DETAILS } from "./details/no-details.ts"
import { deadlineOf } from "./end-hold.ts"
import { formatStart } from "./format-start.ts"
import { partyGuests } from "./guests/tables.ts"
import { eraseBookingLife, NOBODY, readWaiting, withoutStreet } from "./personal-data-of-life.ts"
import { type BookingRow, isAhead, owedCents } from "./read-booking.ts"
import { sealQuote } from "./seal-quote.ts"
import {
  agreements,
  bookings,
  type ContactSnapshot,
  holds,
  quoteRevisions,
  quoteSendings,
  quotes,
  transitions,
} from "./tables.ts"

/** Quotes, holds, agreements, bookings and the guests of parties. Figures stay, and so does what was booked when. */
export const bookingPersonalData: PersonalData = { find, copy, obstacles, erase }

async function find(ctx: Context, trail: PersonTrail): Promise<void> {
  const held = await ctx.db.select().from(holds).where(inArray(holds.customerId, trail.customerIds))
  const booked = await readBookings(ctx, trail)
  const quoted = await ctx.db
    .select()
    .from(quotes)
    .where(
      or(
        inArray(quotes.customerId, trail.customerIds),
        inArray(
          quotes.id,
          [...held, ...booked].map(({ quoteId }) => quoteId),
        ),
      ),
    )
  for (const { id, conversationId } of [...quoted, ...held, ...booked]) note(trail, id, conversationId)
  const waiting = await readWaiting(ctx, trail)
  for (const { id } of waiting) note(trail, id)
  for (const { contact, place } of [...held, ...booked, ...waiting])
    noteWords(trail, ...contactWords(contact), ...placeWords(place))
  for (const { customerName } of quoted) noteWords(trail, customerName)
  for (const { inputs } of await readRevisions(ctx, trail)) noteWords(trail, ...placeWords(inputs.place))
  for (const { guest } of await readGuests(ctx, trail)) noteWords(trail, guest.name)
  const sent = await ctx.db
    .select()
    .from(quoteSendings)
    .where(inArray(quoteSendings.quoteId, idsOf(trail)))
  for (const { recipient } of sent) noteWords(trail, recipient)
  const signed = await ctx.db
    .select()
    .from(agreements)
    .where(inArray(agreements.holdId, idsOf(trail)))
  for (const { signerName } of signed) noteWords(trail, signerName)
}

async function obstacles(ctx: Context, trail: PersonTrail): Promise<string[]> {
  const booked = await readBookings(ctx, trail)
  const ahead = booked
    .filter((row) => isAhead(row, ctx.now()))
    .map((row) => `The party ${row.reference} on ${formatStart(row.startsAt, row.timeZone)} is still ahead.`)
  const owed = booked
    .filter((row) => owedCents(row) > 0)
    .map((row) => `${formatMoney(usd(owedCents(row)))} of ${row.reference} is not paid.`)
  const held = await ctx.db.select().from(holds).where(inArray(holds.customerId, trail.customerIds))
  const live = held
    .filter((hold) => deadlineOf(hold) !== null)
    .map((hold) => `A start is held for ${formatStart(hold.startsAt, hold.timeZone)}.`)
  return [...ahead, ...owed, ...live]
}

async function copy(ctx: Context, trail: PersonTrail): Promise<Record<string, object[]>> {
  const booked = await readBookings(ctx, trail)
  const guests = await readGuests(ctx, trail)
  const revisions = await readRevisions(ctx, trail)
  return {
    Bookings: booked.map((row) => ({
      reference: row.reference,
      status: row.status,
      start: formatStart(row.startsAt, row.timeZone),
      address: row.place.formatted,
      contact: row.contact,
      details: row.details,
      guests: row.guests,
      dishes: row.items,
      total: formatMoney(usd(row.totalCents)),
      paid: formatMoney(usd(row.paidCents)),
      returned: formatMoney(usd(row.refundedCents)),
      cancelReason: row.cancelReason,
    })),
    "Guests of your parties": guests.map(({ bookingId, guest }) => ({
      party: booked.find((row) => row.id === bookingId)?.reference,
      name: guest.name,
      allergens: guest.allergens,
      note: guest.note,
    })),
    Waitlist: (await readWaiting(ctx, trail)).map(({ date, place, createdAt }) => ({
      since: createdAt.toString(),
      date,
      address: place.formatted,
    })),
    Quotes: revisions.map((row) => ({
      madeAt: row.createdAt.toString(),
      guests: row.inputs.guests,
      date: row.inputs.date,
      time: row.inputs.time,
      address: row.inputs.place?.formatted ?? null,
    })),
  }
}

async function erase(ctx: Context, trail: PersonTrail): Promise<void> {
  const ids = idsOf(trail)
  await eraseQuotes(ctx, trail)
  await eraseBookingLife(ctx, trail)
  for (const table of [holds, bookings]) {
    const rows = await ctx.db
      .select({ id: table.id, place: table.place })
      .from(table)
      .where(inArray(table.id, ids))
    for (const { id, place } of rows) {
      await ctx.db
        .update(table)
        .set({ contact: NOBODY, place: withoutStreet(place) })
        .where(eq(table.id, id))
    }
  }
  await ctx.db
    .update(bookings)
    .set({ cancelReason: ERASED })
    .where(and(inArray(bookings.id, ids), sql`${bookings.cancelReason} is not null`))
  await ctx.db.update(bookings).set({ details: NO_DETAILS }).where(inArray(bookings.id, ids))
  await ctx.db
    .update(agreements)
    .set({ signerName: ERASED, ipAddress: ERASED, userAgent: ERASED })
    .where(inArray(agreements.holdId, ids))
  await ctx.db.delete(partyGuests).where(inArray(partyGuests.bookingId, ids))
  await eraseHistory(ctx, ids)
}

/** The price stays, and follows from what is left; the seal is made anew over it. */
async function eraseQuotes(ctx: Context, trail: PersonTrail): Promise<void> {
  await ctx.db
    .update(quotes)
    .set({ customerName: null })
    .where(inArray(quotes.id, idsOf(trail)))
  await ctx.db
    .update(quoteSendings)
    .set({ recipient: ERASED, note: ERASED })
    .where(inArray(quoteSendings.quoteId, idsOf(trail)))
  for (const { id, inputs: given, result } of await readRevisions(ctx, trail)) {
    if (!given.place) continue
    const inputs = { ...given, place: withoutStreet(given.place) }
    const { hash } = sealQuote(inputs, JSON.parse(result))
    await ctx.db.update(quoteRevisions).set({ inputs, hash }).where(eq(quoteRevisions.id, id))
  }
}

async function eraseHistory(ctx: Context, ids: string[]): Promise<void> {
  const rows = await ctx.db.select().from(transitions).where(inArray(transitions.entityId, ids))
  for (const { id, reason, details } of rows) {
    await ctx.db
      .update(transitions)
      .set({ reason: reason === null ? null : ERASED, details: withoutTexts(details) as typeof details }) // safe: an object stays one
      .where(eq(transitions.id, id))
  }
}

function readBookings(ctx: Context, trail: PersonTrail): Promise<BookingRow[]> {
  return ctx.db.select().from(bookings).where(inArray(bookings.customerId, trail.customerIds))
}

function readRevisions(ctx: Context, trail: PersonTrail) {
  return ctx.db
    .select()
    .from(quoteRevisions)
    .where(inArray(quoteRevisions.quoteId, idsOf(trail)))
}

function readGuests(ctx: Context, trail: PersonTrail) {
  return ctx.db
    .select()
    .from(partyGuests)
    .where(inArray(partyGuests.bookingId, idsOf(trail)))
}

function idsOf(trail: PersonTrail): string[] {
  return [...trail.ids]
}

function note(trail: PersonTrail, ...ids: (string | null)[]): void {
  for (const id of ids) if (id) trail.ids.add(id)
}

function noteWords(trail: PersonTrail, ...words: (string | null | undefined)[]): void {
  for (const word of words) if (word) trail.words.add(word)
}

function contactWords({ name, email, phone }: ContactSnapshot): (string | null)[] {
  return [name, email, phone]
}

/** Streets, and the coordinates as drives are kept. A town names nobody. */
function placeWords(place: Place | null): (string | null)[] {
  if (!place || (place.precision !== "address" && place.precision !== "street")) return []
  return [place.line1, place.formatted, `${place.latitude.toFixed(5)},${place.longitude.toFixed(5)}`]
}

import { sql } from "drizzle-orm"
import {
  confirmBookingFromHold,
  placeHold,
  quoteParty,
  readBooking,
  signAgreement,
} from "../../apps/api/src/modules/booking/index.ts"
import { SAMPLE_STATIONS } from "../../apps/api/src/modules/crew/sample-crew.ts"
import { findOrCreateCustomer } from "../../apps/api/src/modules/customers/index.ts"
import { inTransaction } from "../../apps/api/src/platform/database/database.ts"
import { Temporal } from "../../apps/api/src/platform/time.ts"
import type { AssistantCase, CaseBooking, CaseContext } from "./assistant-cases.ts"
import { instantOf, leaveChefsFree } from "./assistant-chefs.ts"
import type { World } from "./assistant-world.ts"

/** What the loaded case gives to its conversation. */
export interface LoadedContext {
  customerId: string | null
  quoteId: string | null
  holdId: string | null
}

const CUSTOMER = { name: "Jordan Rivera", email: "jordan.rivera@example.com", phone: "+1 510-555-0177" }
const STRANGER = { name: "Morgan Castillo", email: "morgan.castillo@example.com", phone: "+1 510-555-0188" }
const DEFAULT_GUESTS = { adults: 20, children: 0, little_ones: 0 }

/** Puts a case's past into the database by the verbs that a customer's way would have run, then sets the clock. */
export async function loadContext(world: World, one: AssistantCase): Promise<LoadedContext> {
  const context: CaseContext = one.context ?? {}
  const bookings = [...(context.bookings ?? []), ...(context.booking ? [context.booking] : [])]
  const station = stationOf(bookings[0]?.station)
  const now = instantOf(one.now, station.timeZone)
  setDistance(world, one, bookings[0])
  world.clock.set(now)
  const isKnown = bookings.length > 0 || Boolean(context.verified_contact) || Boolean(context.hold)
  const customerId = isKnown ? (await findOrCreateCustomer(world.system, CUSTOMER)).id : null
  for (const booking of bookings) await makeBooking(world, booking, now, CUSTOMER, context)
  if (context.other_customer_booking)
    await makeBooking(world, context.other_customer_booking, now, STRANGER, {})
  const quoteId = context.quote ? await makeQuote(world, context.quote) : null
  const holdId = context.hold ? await makeHold(world, context.hold, bookings[0]) : null
  world.clock.set(now)
  for (const [start, free] of Object.entries(context.chefs_free_at ?? {}))
    await leaveChefsFree(world, start, free)
  setDistance(world, one, bookings[0])
  world.clock.set(now)
  return { customerId, quoteId, holdId }
}

const MILES = /(\d+(?:,\d{3})*(?:\.\d+)?)[\s-]*(?:miles?|mi)\b/i

function setDistance(world: World, one: AssistantCase, booking: CaseBooking | undefined): void {
  const texts = one.turns.map((turn) => turn.text).toReversed()
  const stated = texts.map((text) => MILES.exec(text)?.[1]).find(Boolean)
  world.maps.miles = stated ? Number(stated.replaceAll(",", "")) : (booking?.miles_one_way ?? null)
  world.maps.stationId = booking?.station ? stationOf(booking.station).id : null
}

function stationOf(name: string | undefined) {
  const found = SAMPLE_STATIONS.find((station) => name?.toLowerCase().includes(station.city.toLowerCase()))
  const station = found ?? SAMPLE_STATIONS[0]
  if (!station) throw new Error("There is no station.")
  return station
}

function addressAt(station: ReturnType<typeof stationOf>): string {
  return `${100 + Math.floor(station.latitude)} Main Street, ${station.address}`
}

async function makeBooking(
  world: World,
  booking: CaseBooking,
  now: Temporal.Instant,
  contact: typeof CUSTOMER,
  context: CaseContext,
): Promise<string> {
  const station = stationOf(booking.station)
  const startsAt = booking.start ? instantOf(booking.start, station.timeZone) : now.add({ hours: 24 * 20 })
  const earliest = Temporal.Instant.compare(now, startsAt) < 0 ? now : startsAt
  world.clock.set(earliest.subtract({ hours: 24 * 10 }))
  world.maps.miles = booking.miles_one_way ?? world.maps.miles
  const quote = await quoteParty(world.system, {
    guests: namedGuests(booking.guests),
    address: { text: addressAt(station) },
  })
  const hold = await placeHold(world.system, {
    quoteToken: quote.token,
    startsAt: await freeStart(startsAt, station.timeZone),
    contact,
  })
  await sign(world, hold)
  const confirmed = await inTransaction(world.system, (ctx) =>
    confirmBookingFromHold(ctx, { holdId: hold.id, paidCents: 0, source: "case" }),
  )
  if (confirmed.outcome === "too-late")
    throw new Error(`The case's booking could not be made: ${confirmed.reason}`)
  await setAmounts(world, confirmed.bookingId, booking, startsAt, context)
  return (await readBooking(world.system, { bookingId: confirmed.bookingId })).id
}

/** A start that the grid offers on that day; the true one is set afterwards. */
async function freeStart(startsAt: Temporal.Instant, timeZone: string): Promise<string> {
  const local = startsAt.toZonedDateTimeISO(timeZone)
  const isOnGrid =
    [11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22].includes(local.hour) && local.minute % 15 === 0
  return (isOnGrid ? local : local.with({ hour: 18, minute: 0, second: 0 })).toInstant().toString()
}

async function sign(world: World, hold: { id: string; agreement: { textHash: string } }): Promise<void> {
  await signAgreement(world.system, {
    holdId: hold.id,
    signerName: CUSTOMER.name,
    isAccepted: true,
    textHash: hold.agreement.textHash,
    ipAddress: "127.0.0.1",
    userAgent: "case",
  })
}

const cents = (dollars: number) => Math.round(dollars * 100)

function paidOf(value: number | boolean | undefined, whenTrue: number): number {
  if (value === undefined || value === false) return 0
  return value === true ? whenTrue : cents(value)
}

/** The case's own amounts stand, whatever today's prices would make of its guests. */
async function setAmounts(
  world: World,
  bookingId: string,
  booking: CaseBooking,
  startsAt: Temporal.Instant,
  context: CaseContext,
): Promise<void> {
  const made = await readBooking(world.system, { bookingId })
  const food = booking.food_total === undefined ? made.foodTotal.amount : cents(booking.food_total)
  const travel = booking.travel_fee === undefined ? made.travelFee.amount : cents(booking.travel_fee)
  const total = booking.total === undefined ? food + travel : cents(booking.total)
  const deposit = made.deposit.amount
  const payments = context.payments ?? []
  const stated = booking.deposit_paid !== undefined || booking.balance_paid !== undefined
  const ledger = payments
    .filter((each) => isPaid(each) && each.kind !== "refund")
    .reduce((sum, each) => sum + cents(each.amount), 0)
  const paid =
    stated || payments.length === 0
      ? paidOf(booking.deposit_paid ?? true, deposit) + paidOf(booking.balance_paid, total - deposit)
      : ledger
  const refunded = payments
    .filter((each) => isPaid(each) && each.kind === "refund")
    .reduce((sum, each) => sum + cents(each.amount), 0)
  await world.system.db.execute(sql`
    update booking_bookings set reference = ${booking.reference ?? made.reference}, starts_at = ${startsAt.toString()},
      slot_starts_at = ${startsAt.toString()}, food_cents = ${food}, travel_cents = ${travel}, before_tax_cents = ${total},
      tax_cents = 0, total_cents = ${total}, paid_cents = ${paid}, refunded_cents = ${refunded},
      reschedules_used = ${booking.reschedules_used ?? 0}, status = ${booking.state ?? "confirmed"}
    where id = ${bookingId}`)
}

function isPaid(payment: { state: string }): boolean {
  return /paid|succeeded|captured|recorded|settled|complete/i.test(payment.state)
}

/** The quote of the case; where the case does not say for whom, for a usual party. */
async function makeQuote(world: World, quote: NonNullable<CaseContext["quote"]>): Promise<string> {
  const station = stationOf(quote.station)
  world.clock.set(instantOf(quote.issued, station.timeZone))
  world.maps.miles = quote.miles_one_way ?? world.maps.miles
  const made = await quoteParty(world.system, {
    guests: namedGuests(quote.guests),
    items: Object.entries(quote.upgrades ?? {}).map(([name, quantity]) => ({
      sku: name.replaceAll(" ", "-"),
      quantity,
    })),
    ...(quote.station ? { address: { text: addressAt(station) } } : {}),
  })
  if (quote.expires) {
    const expires = instantOf(quote.expires, station.timeZone).toString()
    await world.system.db
      .execute(sql`update booking_quote_revisions set expires_at = ${expires} where quote_id = ${made.id}`)
      .catch(() => undefined)
  }
  return made.id
}

function namedGuests(guests: CaseBooking["guests"] = DEFAULT_GUESTS) {
  return { adults: guests.adults, children: guests.children, littleOnes: guests.little_ones }
}

async function makeHold(
  world: World,
  hold: NonNullable<CaseContext["hold"]>,
  booking: CaseBooking | undefined,
): Promise<string> {
  const station = stationOf(booking?.station)
  const created = instantOf(hold.created, station.timeZone)
  world.clock.set(created)
  const start = hold.start ? instantOf(hold.start, station.timeZone) : created.add({ hours: 24 * 21 })
  const local = start.toZonedDateTimeISO(station.timeZone)
  const startsAt = (hold.start ? local : local.with({ hour: 18, minute: 0, second: 0, millisecond: 0 }))
    .toInstant()
    .toString()
  const quote = await quoteParty(world.system, {
    guests: namedGuests(hold.guests),
    address: { text: addressAt(station) },
  })
  const made = await placeHold(world.system, { quoteToken: quote.token, startsAt, contact: CUSTOMER })
  if (hold.signed) {
    world.clock.set(instantOf(hold.signed, station.timeZone))
    await sign(world, made)
  }
  return made.id
}

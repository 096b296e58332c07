import type { Booking, BookingPage } from "@myhibachi/contract/booking"
import { usd } from "@myhibachi/contract/money"
import { askForPrice, payByCard, signHold, takeStart } from "#app/sample-past/book-as-customer.ts"
import { changeCourse, courseHoursBefore } from "#app/sample-past/change-course.ts"
import { chooseFood } from "#app/sample-past/choose-food.ts"
import type { PlannedParty } from "#app/sample-past/plan-past.ts"
import type { Stage } from "#app/sample-past/stage.ts"
import { answerParty, arrive, finish, reportNobody } from "#app/sample-past/work-as-chef.ts"
import { decideNoShow, findBookings, readBooking } from "#modules/booking/index.ts"
import { recordOfflineDeposit, recordOfflinePayment } from "#modules/payments/index.ts"
import { Temporal } from "#platform/time.ts"

const GOOD_CARD = "4242424242424242"
/** Pays on the page and is declined when it is charged later. */
const EMPTY_LATER_CARD = "4000000000000341"

/** Books one party, and plans all that follows until the day after it. */
export async function playParty(stage: Stage, planned: PlannedParty): Promise<void> {
  const { host, contact, guests, items, date, time } = planned
  const wish = { host, contact, guests, items, date: date.toString(), time }
  const hold = await signHold(stage, await takeStart(stage, await askForPrice(stage, wish), contact))
  if (planned.pays === "card") {
    const card = planned.course === "declined-card" ? EMPTY_LATER_CARD : GOOD_CARD
    await payByCard(stage, `/v1/public/holds/${hold.token}/checkout`, { contact, card })
  } else {
    await recordOfflineDeposit(await stage.as("manager"), hold.id, {
      ...receipt(planned.pays, hold.id),
      purpose: "deposit",
      amount: hold.dueNow,
    })
  }
  const { bookingToken } = (
    await stage.call<{ bookingToken: string }>("GET", `/v1/public/holds/${hold.token}`)
  ).body
  const page = (await stage.call<BookingPage>("GET", `/v1/public/bookings/${bookingToken}`)).body
  const bookingId = await findBookingId(stage, page.reference)
  planPreparation(stage, planned, { bookingId, token: bookingToken })
}

interface Booked {
  bookingId: string
  token: string
}

async function findBookingId(stage: Stage, reference: string): Promise<string> {
  const { items } = await findBookings(await stage.as("dispatcher"), {
    search: reference,
    order: "newest",
    limit: 1,
  })
  const [found] = items
  if (!found) throw new Error(`The booking ${reference} is not found.`)
  return found.id
}

function planPreparation(stage: Stage, planned: PlannedParty, booked: Booked): void {
  const { bookingId, token } = booked
  const startsAt = startOf(planned)
  stage.at(stage.now().add({ hours: 9 }), () => answerParty(stage, bookingId, planned.isFirstChefBusy))
  stage.at(startsAt.subtract({ hours: courseHoursBefore(planned) }), () =>
    changeCourse(stage, planned, booked),
  )
  if (planned.hasAllergies)
    stage.at(startsAt.subtract({ hours: 60 }), async () => {
      if (await isPlanned(stage, bookingId)) await chooseFood(stage, token)
    })
  planService(stage, planned, booked, startsAt)
}

/** Plans the day of the party; when it has moved by then, the day is planned again. */
function planService(stage: Stage, planned: PlannedParty, booked: Booked, startsAt: Temporal.Instant): void {
  // Who sends money does so when it is due; a check is handed over on the day.
  stage.at(startsAt.subtract({ hours: planned.pays === "zelle" ? 52 : 6 }), () =>
    collectOffline(stage, planned, booked.bookingId),
  )
  stage.at(startsAt.subtract({ minutes: 35 }), async () => {
    const booking = await read(stage, booked.bookingId)
    if (!PLANNED.has(booking.status)) return
    const actual = Temporal.Instant.from(booking.startsAt)
    if (!actual.equals(startsAt)) return planService(stage, planned, booked, actual)
    await answerParty(stage, booking.id, false)
    if (planned.course === "nobody-there") return planAbsence(stage, booking)
    await arrive(stage, booking.id, booking.place)
    stage.at(Temporal.Instant.from(booking.endsAt), () => finish(stage, booking.id, booking.guests))
    stage.at(Temporal.Instant.from(booking.endsAt).add({ hours: 15 }), () => giveTip(stage, planned, booked))
  })
}

const PLANNED = new Set<string>(["assigned", "locked", "confirmed"])

async function isPlanned(stage: Stage, bookingId: string): Promise<boolean> {
  return PLANNED.has((await read(stage, bookingId)).status)
}

function planAbsence(stage: Stage, booking: Booking): void {
  const startsAt = Temporal.Instant.from(booking.startsAt)
  stage.at(startsAt.add({ minutes: 45 }), () => reportNobody(stage, booking.id, booking.place))
  stage.at(startsAt.add({ minutes: 70 }), async () =>
    decideNoShow(await stage.as("manager"), {
      bookingId: booking.id,
      decision: "confirm",
      note: "Photo and place fit; the host did not answer four calls.",
    }),
  )
}

/** Who does not pay by card pays the chef's office on the day. */
async function collectOffline(stage: Stage, planned: PlannedParty, bookingId: string): Promise<void> {
  if (planned.pays === "card") return
  const booking = await read(stage, bookingId)
  if (!PLANNED.has(booking.status) || booking.owed.amount === 0) return
  await recordOfflinePayment(await stage.as("manager"), bookingId, {
    ...receipt(planned.pays, bookingId),
    purpose: "balance",
    amount: booking.owed,
  })
}

async function giveTip(stage: Stage, planned: PlannedParty, booked: Booked): Promise<void> {
  const { tip, contact } = planned
  const booking = await read(stage, booked.bookingId)
  if (!tip || (booking.status !== "completed" && booking.status !== "settled")) return
  const amount = usd(Math.round((booking.beforeTax.amount * tip.percent) / 10_000) * 100)
  if (tip.by === "card")
    return payByCard(
      stage,
      `/v1/public/bookings/${booked.token}/tip`,
      { contact, card: GOOD_CARD },
      { amount },
    )
  await recordOfflinePayment(await stage.as("manager"), booked.bookingId, {
    ...receipt("cash", booked.bookingId),
    purpose: "tip",
    amount,
  })
}

function receipt(method: "zelle" | "check" | "cash", about: string) {
  const number = about.slice(-6).toUpperCase()
  const reference = { zelle: `ZEL-${number}`, check: `Check ${number}`, cash: `Receipt ${number}` }[method]
  return { method, reference }
}

async function read(stage: Stage, bookingId: string): Promise<Booking> {
  return readBooking(await stage.as("dispatcher"), { bookingId })
}

/** @returns the planned start as an instant. */
export function startOf({ date, time, timeZone }: PlannedParty): Temporal.Instant {
  return date.toZonedDateTime({ timeZone, plainTime: time }).toInstant()
}

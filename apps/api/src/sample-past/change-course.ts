import type { Booking, RescheduleOptions } from "@myhibachi/contract/booking"
import { usd } from "@myhibachi/contract/money"
import type { PlannedParty } from "#app/sample-past/plan-past.ts"
import type { Stage } from "#app/sample-past/stage.ts"
import {
  acceptChange,
  cancelBooking,
  findRescheduleOptions,
  proposeChange,
  readBooking,
  resolveWeatherHold,
  startWeatherHold,
} from "#modules/booking/index.ts"
import { findPayments, requestRefund } from "#modules/payments/index.ts"
import { Temporal } from "#platform/time.ts"

interface Booked {
  bookingId: string
  token: string
}

const PARTY_WEEK = { days: 7 }

/** What was booked takes the turn that was planned for it. */
export async function changeCourse(stage: Stage, planned: PlannedParty, booked: Booked): Promise<void> {
  switch (planned.course) {
    case "plain":
    case "nobody-there":
    case "declined-card":
      return
    case "cancelled-in-time":
    case "cancelled-late":
      return cancelAsCustomer(stage, booked)
    case "cancelled-by-us":
      return cancelAsOffice(stage, booked)
    case "rained-off":
      return waitForWeather(stage, booked)
    case "grown":
      return addGuests(stage, planned, booked)
    case "moved":
      return moveToNextWeek(stage, booked)
    case "goodwill":
      return planGoodwill(stage, booked)
    default:
      return planned.course satisfies never
  }
}

/** @returns so many hours before the start it happens; a deposit goes back until a week ahead. */
export function courseHoursBefore({ course }: PlannedParty): number {
  return course === "cancelled-in-time" ? 9 * 24 : 76
}

async function cancelAsCustomer(stage: Stage, { token }: Booked): Promise<void> {
  await stage.call("POST", `/v1/public/bookings/${token}/cancel`, { reason: "Our guests cannot travel." })
}

async function cancelAsOffice(stage: Stage, { bookingId }: Booked): Promise<void> {
  await cancelBooking(await stage.as("manager"), {
    bookingId,
    by: "company",
    reason: "The chef fell ill and nobody else was free.",
  })
}

async function waitForWeather(stage: Stage, { bookingId }: Booked): Promise<void> {
  const ctx = await stage.as("dispatcher")
  await startWeatherHold(ctx, {
    bookingId,
    setting: "outdoor_uncovered",
    note: "Heavy rain is forecast, and the yard has no cover.",
  })
  stage.at(stage.now().add({ hours: 20 }), async () => {
    const startsAt = await findLaterStart(stage, bookingId)
    await resolveWeatherHold(ctx, { bookingId, outcome: "moved", startsAt })
  })
}

async function moveToNextWeek(stage: Stage, { bookingId, token }: Booked): Promise<void> {
  const startsAt = await findLaterStart(stage, bookingId)
  await stage.call("POST", `/v1/public/bookings/${token}/reschedule`, { startsAt })
}

/** @returns the first free regular start a week later or after. @throws Error when there is none. */
async function findLaterStart(stage: Stage, bookingId: string): Promise<string> {
  const ctx = await stage.as("dispatcher")
  const { startsAt, timeZone } = await readBooking(ctx, { bookingId })
  const later = Temporal.Instant.from(startsAt).toZonedDateTimeISO(timeZone).toPlainDate().add(PARTY_WEEK)
  const options: RescheduleOptions = await findRescheduleOptions(ctx, { bookingId, from: later.toString() })
  const start = options.days.flatMap((day) => day.starts).find(({ isRegular }) => isRegular)
  if (!start) throw new Error(`No start is free for ${bookingId} a week later.`)
  return start.startsAt
}

async function addGuests(stage: Stage, { guests }: PlannedParty, { bookingId }: Booked): Promise<void> {
  const ctx = await stage.as("dispatcher")
  const order = await proposeChange(ctx, {
    bookingId,
    guests: { ...guests, adults: guests.adults + 2 },
    note: "Two cousins come, too.",
  })
  await acceptChange(ctx, { changeOrderId: order.id, acceptedBy: "The host, by phone" })
}

/** Something small goes wrong at the party, and a part comes back the day after. */
async function planGoodwill(stage: Stage, { bookingId }: Booked): Promise<void> {
  const booking: Booking = await readBooking(await stage.as("dispatcher"), { bookingId })
  stage.at(Temporal.Instant.from(booking.endsAt).add({ hours: 40 }), async () => {
    const ctx = await stage.as("manager")
    const { items } = await findPayments(ctx, { bookingId, limit: 25 })
    const balance = items.find(({ purpose, method }) => purpose === "balance" && method === "card")
    if (!balance) return
    const reason = "The grill was late by half an hour."
    await requestRefund(ctx, { paymentId: balance.id, amount: usd(60_00), reason })
  })
}

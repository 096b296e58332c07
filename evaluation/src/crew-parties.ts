import {
  chefsNeeded,
  crewWork,
  durationsFor,
  guestsPerChef,
} from "../../apps/api/src/modules/booking/rules/plan-crew.ts"
import { SAMPLE_POLICIES } from "../../apps/api/src/modules/catalog/sample-policies.ts"
import { datesBetween, shiftExpander, sumWeeklyHours } from "../../apps/api/src/modules/crew/expand-shifts.ts"
import type { CrewMember, CrewWindow } from "../../apps/api/src/modules/crew/read-crew.ts"
import { SAMPLE_GRADES } from "../../apps/api/src/modules/crew/sample-crew.ts"
import { Temporal } from "../../apps/api/src/platform/time.ts"
import { estimateDistance } from "../../apps/api/src/providers/maps/great-circle.ts"
import type { Chance } from "../../benchmarks/src/chance.ts"
import type { YearParty } from "./crew-year.ts"

export const YEAR = { first: "2027-01-01", days: 365, timeZone: "America/Los_Angeles" }
const STATION = { latitude: 37.5485, longitude: -121.9886 }
const SCHEDULING = SAMPLE_POLICIES.scheduling.parameters
const CHEFS_PER_STATION = 12
const MILES_PER_DEGREE = 69
const FREE_MILES = 30
const MINUTE_MS = 60_000
const DAY_MS = 86_400_000

/** Parties of a weekday beside those of a Monday, Monday first; and of a slot. */
const WEEKDAYS = [1, 1, 1.2, 1.6, 3, 6, 3.5]
const SLOTS = [
  { time: "12:00", weight: 2 },
  { time: "15:00", weight: 2.5 },
  { time: "18:00", weight: 5 },
  { time: "21:00", weight: 1.5 },
]
const CANCELLED_SHARE = 0.04

/** @returns a station whose twelve chefs of all grades offer the same hours, six days a week. */
export function aStation(name: string): CrewWindow {
  const first = Temporal.PlainDate.from(YEAR.first)
  const dates = datesBetween(first.subtract({ days: 2 }), first.add({ days: YEAR.days + 2 }))
  const expand = shiftExpander(YEAR.timeZone)
  return {
    members: Array.from({ length: CHEFS_PER_STATION }, (_, index): CrewMember => {
      const grade = SAMPLE_GRADES[index % SAMPLE_GRADES.length]
      if (!grade) throw new Error("There is no grade.")
      const hours = [1, 2, 3, 4, 5, 6, 7]
        .filter((weekday) => weekday !== (index % 4) + 1)
        .map((weekday) => ({ weekday, fromTime: "10:00", toTime: "01:00" }))
      const shifts = expand(hours, dates)
      return {
        id: `${name}-${String(index).padStart(2, "0")}`,
        name: `${name} ${index}`,
        ...grade,
        home: null,
        maxGuests: null,
        maxPartiesPerDay: 3,
        weeklyHours: sumWeeklyHours(hours),
        sinceMs: 0,
        shifts,
        usualShifts: shifts,
        stops: [],
      }
    }),
    midnightsMs: dates.map((date) => date.toZonedDateTime(YEAR.timeZone).epochMilliseconds),
    blackouts: [],
  }
}

/** @returns a station's parties of the year, in the order in which they are booked. */
export function someParties(count: number, station: string, chance: Chance): YearParty[] {
  const days = Array.from({ length: YEAR.days }, (_, day) =>
    Temporal.PlainDate.from(YEAR.first).add({ days: day }),
  )
  const pickDay = weighted(
    days,
    days.map((day) => (WEEKDAYS[day.dayOfWeek - 1] ?? 1) * (day.month >= 5 && day.month <= 9 ? 1.4 : 1)),
    chance,
  )
  const pickSlot = weighted(
    SLOTS,
    SLOTS.map(({ weight }) => weight),
    chance,
  )
  return Array.from({ length: count }, (_, index) =>
    aParty(`${station}-${index}`, pickDay(), pickSlot().time, chance),
  ).sort((left, right) => left.bookedAtMs - right.bookedAtMs)
}

function aParty(id: string, date: Temporal.PlainDate, time: string, chance: Chance): YearParty {
  const plainTime = Temporal.PlainTime.from(time).add({ minutes: 15 * chance.whole(-2, 2) })
  const startsAtMs = date.toZonedDateTime({ timeZone: YEAR.timeZone, plainTime }).epochMilliseconds
  const guests = someGuests(chance)
  const chefs = chefsNeeded(guests, SCHEDULING)
  const { setUpMinutes, serviceMinutes, packDownMinutes } = durationsFor(guests, SCHEDULING)
  const { point, travelCents, seconds } = somePlace(chance)
  const work = crewWork({ guests, travelCents, chefs }, SCHEDULING)
  const foodCents = Math.max(550_00, guests.adults * 55_00 + guests.children * 30_00)
  const tipPercent = chance.next() < 0.15 ? 0 : chance.whole(10, 30)
  return {
    id,
    // From two days to two months ahead; most come in the last weeks.
    bookedAtMs: startsAtMs - (2 + 58 * chance.next() ** 2) * DAY_MS,
    startsAtMs,
    stop: {
      workFromMs: startsAtMs - setUpMinutes * MINUTE_MS,
      workToMs: startsAtMs + (serviceMinutes + packDownMinutes) * MINUTE_MS,
      stationLegSeconds: seconds,
      point,
      guestsPerChef: guestsPerChef(guests, chefs),
    },
    ...work,
    tipCents: Math.round((foodCents * tipPercent) / 100),
    isCancelled: chance.next() < CANCELLED_SHARE,
  }
}

/** From six to seventy adults, most around a dozen; a third bring children. */
function someGuests(chance: Chance) {
  const adults = Math.min(70, Math.round(6 + 9 * -Math.log(1 - 0.999 * chance.next())))
  const children = chance.next() < 0.33 ? chance.whole(1, 8) : 0
  return { adults, children, littleOnes: 0 }
}

/** Up to sixty miles around the station, most nearby. */
function somePlace(chance: Chance) {
  const miles = 2 + 58 * chance.next() ** 1.7
  const angle = 2 * Math.PI * chance.next()
  const latitude = STATION.latitude + (miles * Math.cos(angle)) / MILES_PER_DEGREE
  const longitude =
    STATION.longitude +
    (miles * Math.sin(angle)) / (MILES_PER_DEGREE * Math.cos((STATION.latitude * Math.PI) / 180))
  const point = { latitude, longitude }
  const drive = estimateDistance(STATION, point)
  const charged = Math.max(0, drive.milesHundredths - FREE_MILES * 100)
  return { point, seconds: drive.seconds, travelCents: charged * 2 }
}

function weighted<T>(items: readonly T[], weights: readonly number[], chance: Chance): () => T {
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  return () => {
    let left = chance.next() * total
    for (const [index, item] of items.entries()) {
      left -= weights[index] ?? 0
      if (left <= 0) return item
    }
    return chance.one(items)
  }
}

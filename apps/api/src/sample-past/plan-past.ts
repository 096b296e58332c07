import type { Guests, QuoteItem } from "@myhibachi/contract/quote"
import type { Temporal } from "#platform/time.ts"
import { SAMPLE_HOSTS, type SampleHost } from "./sample-hosts.ts"

/** What became of a party that is over by now, beyond being cooked and paid. */
export type Course =
  | "plain"
  | "cancelled-in-time"
  | "cancelled-late"
  | "cancelled-by-us"
  | "nobody-there"
  | "rained-off"
  | "grown"
  | "moved"
  | "declined-card"
  | "goodwill"

export interface PlannedParty {
  host: SampleHost
  contact: { name: string; email: string; phone: string }
  date: Temporal.PlainDate
  time: string
  timeZone: string
  bookedDaysAhead: number
  guests: Guests
  items: QuoteItem[]
  /** How the deposit and the balance come; `card` by the hosted page and then from the kept card. */
  pays: "card" | "zelle" | "check"
  tip: { by: "card" | "cash"; percent: number } | null
  hasAllergies: boolean
  isFirstChefBusy: boolean
  course: Course
}

/** Somebody who asked and did not book. */
export interface PlannedEnquiry {
  host: SampleHost
  contact: PlannedParty["contact"]
  at: Temporal.Instant
  date: Temporal.PlainDate
  guests: Guests
  /** `hold`: signed nothing, and the start went back. `call`: wrote the form and waits to be called. */
  kind: "quote" | "hold" | "call"
}

export interface PastPlan {
  begins: Temporal.Instant
  parties: PlannedParty[]
  enquiries: PlannedEnquiry[]
}

export const PAST_DAYS = 122
const UPCOMING_DAYS = 16
/** The first parties were booked before the first was cooked. */
const RUN_UP_DAYS = 30
const ZONES: Record<string, string> = { st_dallas: "America/Chicago", st_miami: "America/New_York" }
const PACIFIC = "America/Los_Angeles"
const STATIONS = [
  "st_fremont",
  "st_los_angeles",
  "st_fremont",
  "st_sacramento",
  "st_dallas",
  "st_fremont",
  "st_miami",
  "st_los_angeles",
]
/** By weekday from Monday: how many parties an ordinary week has. */
const WEEK = [0, 0, 0, 0, 1, 2, 1]
const TIMES = ["18:00", "15:00", "18:00", "12:00", "18:00", "21:00"]
/** By the number of the party, in the order in which they were cooked. */
const COURSES: Record<number, Course> = {
  5: "cancelled-in-time",
  9: "grown",
  14: "rained-off",
  19: "cancelled-late",
  24: "moved",
  28: "nobody-there",
  33: "goodwill",
  37: "cancelled-in-time",
  43: "declined-card",
  48: "grown",
  52: "cancelled-by-us",
  57: "moved",
  61: "declined-card",
}

/** @returns the same parties each time, laid out around the day on which the sample business begins. */
export function planPast(now: Temporal.Instant, pastDays = PAST_DAYS): PastPlan {
  const today = now.toZonedDateTimeISO(PACIFIC).toPlainDate()
  const chance = seededChance(20_261_127)
  const parties: PlannedParty[] = []
  for (let day = -pastDays; day <= UPCOMING_DAYS; day += 1) {
    const date = today.add({ days: day })
    const extra = day === 0 || (date.dayOfWeek === 3 && chance() < 0.3) ? 1 : 0
    const count = (WEEK[date.dayOfWeek - 1] ?? 0) + extra
    for (let part = 0; part < count; part += 1) parties.push(planParty(parties.length, date, chance))
  }
  const begins = now.subtract({ hours: 24 * (pastDays + RUN_UP_DAYS) })
  return { begins, parties, enquiries: planEnquiries(now, pastDays, chance) }
}

function planParty(index: number, date: Temporal.PlainDate, chance: () => number): PlannedParty {
  const stationId = STATIONS[index % STATIONS.length] ?? "st_fremont"
  const host = hostAt(stationId, countEarlier(stationId, index))
  const guests = planGuests(index, chance)
  const course = COURSES[index] ?? "plain"
  return {
    host,
    contact: contactOf(host),
    date,
    time: TIMES[index % TIMES.length] ?? "18:00",
    timeZone: ZONES[stationId] ?? PACIFIC,
    bookedDaysAhead: (course === "cancelled-in-time" ? 14 : 4) + Math.floor(15 * chance() ** 2),
    guests,
    items: planItems(index, guests),
    pays: index % 11 === 4 ? "zelle" : index % 17 === 8 ? "check" : "card",
    tip:
      chance() < 0.25
        ? null
        : { by: chance() < 0.25 ? "cash" : "card", percent: 15 + Math.floor(chance() * 11) },
    hasAllergies: index % 3 === 1,
    isFirstChefBusy: index % 12 === 7,
    course,
  }
}

/** Most are a dozen; each ninth party needs two chefs. */
function planGuests(index: number, chance: () => number): Guests {
  const adults = index % 9 === 6 ? 31 + Math.floor(chance() * 12) : 8 + Math.floor(chance() * 14)
  const children = index % 2 === 0 ? Math.floor(chance() * 5) : 0
  return { adults, children, littleOnes: index % 5 === 0 ? 1 + Math.floor(chance() * 2) : 0 }
}

function planItems(index: number, { adults }: Guests): QuoteItem[] {
  const items: QuoteItem[] = []
  if (index % 3 === 0) items.push({ sku: "filet-mignon", quantity: Math.ceil(adults / 2) })
  if (index % 4 === 1) items.push({ sku: "lobster-tail", quantity: Math.ceil(adults / 4) })
  if (index % 2 === 0) items.push({ sku: "gyoza", quantity: 1 + (index % 3) })
  if (index % 5 === 2) items.push({ sku: "yakisoba-noodles", quantity: Math.ceil(adults / 3) })
  return items
}

function planEnquiries(now: Temporal.Instant, pastDays: number, chance: () => number): PlannedEnquiry[] {
  const count = Math.round(pastDays / 5)
  return Array.from({ length: count }, (_, index) => {
    const stationId = STATIONS[(index * 3) % STATIONS.length] ?? "st_fremont"
    const host = hostAt(stationId, index + 5)
    const at = now.subtract({ hours: 12 + Math.floor((24 * pastDays * index) / count) })
    const date = at.toZonedDateTimeISO(PACIFIC).toPlainDate()
    const kinds = ["quote", "quote", "hold", "quote", "call"] as const
    return {
      host,
      contact: contactOf(host),
      at,
      date: date.add({ days: 12 + Math.floor(chance() * 20) }),
      guests: { adults: 8 + Math.floor(chance() * 16), children: index % 3, littleOnes: 0 },
      kind: kinds[index % kinds.length] ?? "quote",
    }
  })
}

/** @returns how many of the parties before this one were at the station, so that its hosts take turns. */
function countEarlier(stationId: string, index: number): number {
  const inRound = STATIONS.slice(0, index % STATIONS.length).filter((id) => id === stationId).length
  const perRound = STATIONS.filter((id) => id === stationId).length
  return Math.floor(index / STATIONS.length) * perRound + inRound
}

function hostAt(stationId: string, index: number): SampleHost {
  const hosts = SAMPLE_HOSTS[stationId] ?? []
  const host = hosts[index % hosts.length]
  if (!host) throw new Error(`Nobody lives near ${stationId}.`)
  return host
}

const EVERYBODY = Object.values(SAMPLE_HOSTS).flat()

function contactOf(host: SampleHost): PlannedParty["contact"] {
  const mailbox = host.name
    .normalize("NFD")
    .replaceAll(/[^A-Za-z ]/g, "")
    .toLowerCase()
    .replaceAll(" ", ".")
  const number = String(100 + EVERYBODY.indexOf(host)).padStart(4, "0")
  return { name: host.name, email: `${mailbox}@example.com`, phone: `+1 510-555-${number}` }
}

/** A row of numbers from 0 up to 1 that is the same each time (mulberry32). */
function seededChance(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

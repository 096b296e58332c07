import type { Availability, AvailableStart } from "@myhibachi/contract/availability"
import type { Quote } from "@myhibachi/contract/quote"
import { clockText, dateText, listText, startText, timeText } from "#modules/knowledge/index.ts"
import type { Ask } from "#modules/understanding/index.ts"
import { Temporal } from "#platform/time.ts"
import { findStartsTool } from "../tools/party-tools.ts"
import { guestsOf, isStart, nearestStart, placeOf } from "../turn/party-request.ts"
import { isAtLeast, situationOf } from "../turn/situation.ts"
import type { Gather, Turn } from "../turn/turn.ts"
import { leadTime } from "./lead-time.ts"
import { asSentence, longDate } from "./sentences.ts"

/** Says which starts are free, and what is missing to say it. */
export const availabilityOn: Gather = async (turn, ask) => {
  const { date } = turn.slots
  if (date?.isPast) {
    turn.book.addFromTool(ask, findStartsTool.name, `${longDate(date.date)} has passed already.`)
    return
  }
  if (!date) turn.outcome.missing.add("date")
  if (!placeOf(turn.slots) && !turn.booking) turn.outcome.missing.add("place")
  if (!turn.slots.guests && !turn.booking) turn.outcome.missing.add("guests")
  if (date) await availabilityFacts(turn, ask, turn.outcome.quote)
}

/** Adds the starts of the wanted days, the wanted one first. */
export async function availabilityFacts(turn: Turn, ask: Ask, quote: Quote | null): Promise<void> {
  const { date } = turn.slots
  const where = whereOf(turn, quote)
  if (!date || date.isPast) return
  if (await isTooSoon(turn, ask)) return
  if (!where) return searchAllStations(turn, ask)
  const result = await turn.tools.call(findStartsTool, { ...daysOf(turn), ...sizeOf(turn), ...where })
  if (!result.ok) {
    turn.book.addFromTool(ask, findStartsTool.name, asSentence(result.error.message))
    return
  }
  tellStarts(turn, ask, result.output, quote)
}

/** Inside the lead time nothing is looked for: the rule and the first start that can be had are told. */
async function isTooSoon(turn: Turn, ask: Ask): Promise<boolean> {
  const { leadHours } = turn.business.parameters.scheduling
  const situation = turn.booking ? null : situationOf(turn)
  if (!situation || turn.slots.date?.precision !== "day") return false
  if (isAtLeast(situation, leadHours) !== "no") return false
  await leadTime(turn, ask)
  return true
}

type Where = { address: string } | { quoteToken: string } | { stationId: string }

function whereOf(turn: Turn, quote: Quote | null): Where | null {
  if (quote?.place) return { quoteToken: quote.token }
  const place = placeOf(turn.slots)
  if (place) return { address: place }
  if (turn.booking) return { address: turn.booking.page.place.formatted }
  return null
}

function sizeOf(turn: Turn): { adults: number; children: number; littleOnes: number } {
  const guests = guestsOf(turn.slots.guests) ?? turn.booking?.page.guests
  // Without a number the smallest party says whether anybody is free at all.
  return guests
    ? { adults: guests.adults, children: guests.children ?? 0, littleOnes: guests.littleOnes ?? 0 }
    : { adults: 1, children: 0, littleOnes: 0 }
}

function daysOf(turn: Turn): { from: string; to: string } {
  const date = turn.slots.date
  if (!date) throw new Error("The days are asked for without a date.")
  const today = turn.now
    .toZonedDateTimeISO(turn.business.stations[0]?.timeZone ?? "UTC")
    .toPlainDate()
    .toString()
  const from = laterOf(date.date, today)
  const last = Temporal.PlainDate.from(from).add({ days: 13 }).toString()
  return { from, to: laterOf([date.until, last].sort()[0] ?? last, from) }
}

/** ISO dates sort as text. */
function laterOf(one: string, other: string): string {
  return [one, other].sort()[1] ?? one
}

function tellStarts(turn: Turn, ask: string, found: Availability, quote: Quote | null): void {
  const { timeZone } = found
  const wanted = turn.slots.time?.time
  for (const day of found.days.slice(0, 7)) {
    const regular = day.starts.filter((start) => start.isRegular)
    const exact = wanted ? day.starts.find((start) => start.time === wanted) : undefined
    if (exact) add(turn, ask, `${startText(instantOf(exact), timeZone)} is free.`)
    else if (wanted) add(turn, ask, refusedStart(turn, day.date, wanted))
    if (regular.length === 0 && !exact) {
      add(turn, ask, noStart(day.date, day.closedBecause))
      continue
    }
    const others = regular.filter((start) => start !== exact)
    if (others.length > 0) {
      const times = listText(others.map((start) => timeText(instantOf(start), timeZone)))
      add(
        turn,
        ask,
        `${exact ? "Also free" : "Free starts"} on ${dateText(instantOf(others[0] ?? regular[0]), timeZone)}: ${times}.`,
      )
    }
  }
  offerStarts(turn, found, quote)
}

function add(turn: Turn, ask: string, sentence: string): void {
  turn.book.addFromTool(ask, findStartsTool.name, sentence)
}

function refusedStart(turn: Turn, date: string, time: string): string {
  const { slot, isPossible } = nearestStart(turn, time)
  const { scheduling } = turn.business.parameters
  if (isPossible) return `${clockText(time)} on ${longDate(date)} is not free.`
  return `${clockText(time)} is not a start we offer: parties start at ${listText(scheduling.starts.map(clockText))}, movable by up to ${scheduling.movableMinutes} minutes; the nearest is ${clockText(slot)}.`
}

function noStart(date: string, because: string | null): string {
  return because
    ? asSentence(`On ${longDate(date)} no start is free: ${because}`)
    : `On ${longDate(date)} no start is free.`
}

function instantOf(start: AvailableStart | undefined): Temporal.Instant {
  if (!start) throw new Error("There is no start to tell.")
  return Temporal.Instant.from(start.startsAt)
}

function offerStarts(turn: Turn, found: Availability, quote: Quote | null): void {
  const starts = found.days
    .flatMap((day) => day.starts.filter((start) => start.isRegular || start.time === turn.slots.time?.time))
    .slice(0, 8)
  if (starts.length === 0) return
  turn.outcome.cards.push({
    kind: "starts",
    timeZone: found.timeZone,
    quoteToken: quote?.token ?? null,
    starts: starts.map((start) => ({
      startsAt: start.startsAt,
      label: startText(instantOf(start), found.timeZone),
    })),
  })
}

/** Without a place: what all stations can do, so that the answer is still of use. */
async function searchAllStations(turn: Turn, ask: string): Promise<void> {
  const free: string[] = []
  const wanted = turn.slots.time?.time
  if (wanted && !isStart(turn, wanted)) return add(turn, ask, refusedStart(turn, daysOf(turn).from, wanted))
  for (const station of turn.business.stations) {
    const result = await turn.tools.call(findStartsTool, {
      ...daysOf(turn),
      ...sizeOf(turn),
      stationId: station.id,
    })
    if (!result.ok) continue
    const starts = result.output.days.flatMap((day) => day.starts)
    const isFree = wanted ? starts.some((start) => start.time === wanted) : starts.length > 0
    if (isFree) free.push(`${station.city}, ${station.state}`)
  }
  const when = `${wanted ? `${clockText(wanted)} on ` : ""}${longDate(daysOf(turn).from)}`
  if (free.length === 0) add(turn, ask, `${when} is not free at any of our stations.`)
  else add(turn, ask, `${when} is still free near ${listText(free)}.`)
}

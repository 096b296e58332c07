import { clockText, countText, minutesText, startText, timeText } from "#modules/knowledge/index.ts"
import { Temporal } from "#platform/time.ts"
import { policyTool } from "../tools/business-tools.ts"
import { guestsOf, isStart } from "../turn/party-request.ts"
import type { Gather, Turn } from "../turn/turn.ts"
import { tellStart } from "./start-times.ts"
import { wantedGuests } from "./wanted-guests.ts"

const RULE = policyTool.name

/** Guests that need a chef: little ones eat along and do not count. */
function countedGuests(turn: Turn): number | null {
  const changed = turn.booking ? wantedGuests(turn) : null
  // "8 more adults": those who come on top are no party by themselves.
  const named = turn.newSlots.guestsChange ? null : guestsOf(turn.newSlots.guests)
  const guests = changed ?? named ?? guestsOf(turn.slots.guests) ?? turn.booking?.page.guests
  return guests ? guests.adults + (guests.children ?? 0) : null
}

interface Plan {
  guests: number
  chefs: number
  guestsPerChef: number
  serviceMinutes: number
}

/** @returns how many cook for the guests that are known, and how long; null when none are. */
export function planOf(turn: Turn): Plan | null {
  const guests = countedGuests(turn)
  if (guests === null || guests === 0) return null
  const rule = turn.business.parameters.scheduling
  const chefs = Math.ceil(guests / rule.guestsPerChef)
  const guestsPerChef = Math.ceil(guests / chefs)
  const further = Math.max(0, Math.ceil((guestsPerChef - rule.serviceGuests) / rule.furtherServiceGuests))
  return {
    guests,
    chefs,
    guestsPerChef,
    serviceMinutes: rule.serviceMinutes + further * rule.furtherServiceMinutes,
  }
}

/** How many chefs come. */
export const chefsNeeded: Gather = async (turn, ask) => {
  const plan = planOf(turn)
  if (!plan) return
  const rule = turn.business.parameters.scheduling
  turn.book.addFromTool(
    ask,
    RULE,
    `For ${countText(plan.guests, "guest")} ${plan.chefs === 1 ? "1 chef comes (one chef)" : `${plan.chefs} chefs come`}: one chef cooks for up to ${rule.guestsPerChef} guests, and every further ${rule.guestsPerChef} that have started need one more.`,
  )
  if ((turn.slots.guests?.littleOnes ?? 0) > 0) {
    turn.book.addFromTool(
      ask,
      RULE,
      `Little ones of ${turn.business.parameters.guests.childFromAge - 1} and under do not count for the number of chefs.`,
      "detail",
    )
  }
}

/** How long it takes. */
export const duration: Gather = async (turn, ask) => {
  const plan = planOf(turn)
  if (!plan) return
  const rule = turn.business.parameters.scheduling
  const per = plan.chefs > 1 ? ` (${plan.chefs} chefs, ${plan.guestsPerChef} guests each)` : ""
  turn.book.addFromTool(
    ask,
    RULE,
    `For ${countText(plan.guests, "guest")}${per} cooking and serving take about ${minutesText(plan.serviceMinutes)}.`,
  )
  endOfParty(turn, ask, plan.serviceMinutes)
  turn.book.addFromTool(
    ask,
    RULE,
    `The chef sets up for ${minutesText(rule.setUpMinutes)} before the start and packs down for ${minutesText(rule.packDownMinutes)} afterwards, so from arrival to departure it is about ${minutesText(rule.setUpMinutes + plan.serviceMinutes + rule.packDownMinutes)}.`,
    "detail",
  )
}

function endOfParty(turn: Turn, ask: string, serviceMinutes: number): void {
  const time = turn.newSlots.time?.time ?? bookedTime(turn) ?? turn.slots.time?.time
  if (!time) return
  const { packDownMinutes } = turn.business.parameters.scheduling
  const at = (minutes: number) =>
    clockText(Temporal.PlainTime.from(time).add({ minutes }).toString().slice(0, 5))
  turn.book.addFromTool(
    ask,
    RULE,
    `With a ${clockText(time)} start, cooking ends at about ${at(serviceMinutes)} and the chef leaves at about ${at(serviceMinutes + packDownMinutes)}.`,
  )
}

/** The local start of the party that is booked, as HH:MM. */
function bookedTime(turn: Turn): string | undefined {
  const page = turn.booking?.page
  if (!page) return undefined
  return Temporal.Instant.from(page.startsAt)
    .toZonedDateTimeISO(page.timeZone)
    .toPlainTime()
    .toString()
    .slice(0, 5)
}

/** When the chef comes. */
export const arrival: Gather = async (turn, ask) => {
  const { setUpMinutes } = turn.business.parameters.scheduling
  const time = turn.newSlots.time?.time
  if (turn.booking && !time) {
    const { page } = turn.booking
    const start = Temporal.Instant.from(page.startsAt)
    turn.book.addFromTool(
      ask,
      "my_booking",
      `Your party starts ${startText(start, page.timeZone)}, when cooking begins; the chef arrives at about ${timeText(Temporal.Instant.from(page.arrivesAt), page.timeZone)}, ${minutesText(setUpMinutes)} before.`,
    )
  } else if (time && !isStart(turn, time)) tellStart(turn, ask, time)
  else if (time) {
    const arrives = Temporal.PlainTime.from(time).subtract({ minutes: setUpMinutes }).toString().slice(0, 5)
    turn.book.addFromTool(
      ask,
      RULE,
      `For a ${clockText(time)} start, which is when cooking begins, the chef arrives at about ${clockText(arrives)}, ${minutesText(setUpMinutes)} before.`,
    )
  }
}

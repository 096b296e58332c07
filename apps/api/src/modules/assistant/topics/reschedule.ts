import { clockText, hoursText, listText, moneyText, startText, timeText } from "#modules/knowledge/index.ts"
import { Temporal } from "#platform/time.ts"
import { extractFigures } from "../guard/extract-figures.ts"
import { rescheduleOptionsTool } from "../tools/booking-tools.ts"
import { policyTool } from "../tools/business-tools.ts"
import { deadlineText } from "../turn/deadline.ts"
import { nearestStart } from "../turn/party-request.ts"
import { isAtLeast, situationOf } from "../turn/situation.ts"
import { withoutEarlierMoves } from "../turn/told-party.ts"
import type { Gather, Turn } from "../turn/turn.ts"
import { nearestPossible } from "./start-times.ts"

const RULE = policyTool.name
const AGAIN =
  /\b(second|2nd|third|3rd|another (?:move|reschedule|change|time)|again|twice|two times|one more time|already (?:moved|rescheduled|changed|used)|(?:moved|rescheduled|changed) (?:it |the date |our date |the party |our party )?(?:once|before|already))\b/i
const FIRST =
  /\b(first time|haven't (?:moved|rescheduled)|never (?:moved|rescheduled)|not (?:yet )?(?:moved|rescheduled))\b/i
const WEATHER = /\b(rain\w*|storm\w*|weather|snow\w*|wind\w*|hurricane|thunder\w*|wildfire|smoke|lluvia)\b/i
const SHIFT =
  /\b(later|earlier|sooner|push(?:ed)?|back|forward|bump(?:ed)?|shift(?:ed)?|delay(?:ed)?|instead of)\b/i

/** Whether moving is free, costs a fee, or needs a person. */
export const rescheduleRule: Gather = async (turn, ask) => {
  if (WEATHER.test(withoutEarlierMoves(turn.text))) return weatherMove(turn, ask)
  const shift = shiftMinutes(turn)
  if (shift !== null && shift > 0) return sameSlot(turn, ask, shift)
  const situation = situationOf(turn, { isDateOfTarget: true })
  const used = movesUsed(turn)
  const rule = turn.business.parameters.reschedule
  if (situation && isAtLeast(situation, rule.selfServiceHoursBefore) === "no") return insideWindow(turn, ask)
  if (used !== null && used >= rule.freeMoves) {
    turn.book.addFromTool(
      ask,
      RULE,
      `Your first reschedule was free and is used, so this further one is ${moneyText(rule.feeCents)}.`,
    )
  } else if (used === 0 && (turn.told?.movesMade ?? 0) > 0) {
    turn.book.addFromTool(
      ask,
      RULE,
      `The move that we or the weather made does not count, so this one is your first reschedule: it is free at least ${hoursText(rule.selfServiceHoursBefore)} before the start; any further one is ${moneyText(rule.feeCents)}.`,
    )
    tellMoveUntil(turn, ask)
  } else if (
    situation &&
    (used === 0 || turn.booking) &&
    isAtLeast(situation, rule.selfServiceHoursBefore) === "yes"
  ) {
    turn.book.addFromTool(
      ask,
      RULE,
      `Your first reschedule is free, as it is at least ${hoursText(rule.selfServiceHoursBefore)} before the start${AGAIN.test(turn.text) ? `; any further one is ${moneyText(rule.feeCents)}` : ""}.`,
    )
    tellMoveUntil(turn, ask)
  } else if (situation && isAtLeast(situation, rule.selfServiceHoursBefore) === "yes") {
    turn.book.addFromTool(
      ask,
      RULE,
      `Yes: ${situation.words} you can move it. The first reschedule is free; any further one is ${moneyText(rule.feeCents)}.`,
    )
  }
}

/** @returns how many moves have counted so far, or null when nobody said so. */
function movesUsed({ booking, told, text }: Turn): number | null {
  if (booking) return booking.page.reschedulesUsed
  if (told && told.movesWished + told.movesMade > 0) return told.movesWished
  if (FIRST.test(text)) return 0
  return AGAIN.test(text) ? 1 : null
}

function tellMoveUntil(turn: Turn, ask: string): void {
  const until = deadlineText(turn, turn.business.parameters.reschedule.selfServiceHoursBefore)
  if (until) turn.book.addFromTool(ask, RULE, `You can move it yourself until ${until}.`)
}

/** The customer wants their own party moved. */
export const rescheduleMine: Gather = async (turn, ask) => {
  await rescheduleRule(turn, ask)
  if (!turn.booking) {
    turn.outcome.missing.add("identity")
    return
  }
  const situation = situationOf(turn, { isDateOfTarget: true })
  const rule = turn.business.parameters.reschedule
  if (situation && isAtLeast(situation, rule.selfServiceHoursBefore) === "no") return
  if (isShift(turn)) return
  await offerMove(turn, ask)
}

/** Another time on the same day needs no other day. */
function isShift(turn: Turn): boolean {
  const shift = shiftMinutes(turn)
  return shift !== null && shift > 0
}

function weatherMove(turn: Turn, ask: string): void {
  turn.book.addFromTool(
    ask,
    RULE,
    "Moving the party because of the weather is free and does not use up your free reschedule.",
  )
}

function insideWindow(turn: Turn, ask: string): void {
  const { selfServiceHoursBefore } = turn.business.parameters.reschedule
  turn.book.addFromTool(
    ask,
    RULE,
    `It is less than ${hoursText(selfServiceHoursBefore)} before the start, so only a person can reschedule now; I am passing this on to our team.`,
  )
  turn.outcome.handOver.push(`wants to move the party inside ${selfServiceHoursBefore} hours`)
}

/** Minutes by which the start shall move on the same day, or null when that is not what is asked. */
function shiftMinutes(turn: Turn): number | null {
  const minutes = turn.newSlots.durations.find(
    (duration) => duration.unit === "minute" || (duration.unit === "hour" && duration.count <= 3),
  )
  if (minutes && SHIFT.test(turn.text) && !turn.newSlots.date) {
    return minutes.unit === "minute" ? minutes.count : minutes.count * 60
  }
  const between = minutesBetweenTimes(turn)
  if (between !== null) return between
  const page = turn.booking?.page
  const wanted = turn.newSlots.time?.time
  if (!page || !wanted) return null
  const start = Temporal.Instant.from(page.startsAt).toZonedDateTimeISO(page.timeZone)
  if (turn.newSlots.date && turn.newSlots.date.date !== start.toPlainDate().toString()) return null
  const [hour = 0, minute = 0] = wanted.split(":").map(Number)
  return Math.abs(hour * 60 + minute - (start.hour * 60 + start.minute))
}

/** "From 6pm to 7:15pm on the same day". */
function minutesBetweenTimes(turn: Turn): number | null {
  if (turn.newSlots.dates.length > 1) return null
  const times = extractFigures(turn.text).filter((figure) => figure.kind === "time")
  const [first, second] = times
  if (first && second && times.length === 2)
    return Math.abs(Number(first.normalised) - Number(second.normalised))
  const bare = /\bfrom (\d{1,2})(?::(\d\d))? to (\d{1,2})(?::(\d\d))?\b(?! (?:guests|people|adults))/i.exec(
    turn.text,
  )
  if (!bare) return null
  const [, fromHour, fromMinute = "0", toHour, toMinute = "0"] = bare
  return Math.abs(Number(toHour) * 60 + Number(toMinute) - Number(fromHour) * 60 - Number(fromMinute))
}

function sameSlot(turn: Turn, ask: string, minutes: number): void {
  const { sameSlotMinutes, feeCents } = turn.business.parameters.reschedule
  const { stepMinutes } = turn.business.parameters.scheduling
  if (minutes <= sameSlotMinutes) {
    turn.book.addFromTool(
      ask,
      RULE,
      `Moving the start by ${minutes} minutes is within ${sameSlotMinutes} minutes of the same slot, so it is free and not a reschedule. Starts move in steps of ${stepMinutes} minutes.`,
    )
    tellNewStart(turn, ask, minutes)
  } else {
    tellImpossibleStart(turn, ask)
    turn.book.addFromTool(
      ask,
      RULE,
      `Moving the start by ${minutes} minutes is more than ${sameSlotMinutes} minutes, so it counts as a reschedule: the first is free at least ${hoursText(turn.business.parameters.reschedule.selfServiceHoursBefore)} before the start, any further one is ${moneyText(feeCents)}.`,
    )
  }
}

/** A wanted time between two starts is none that can be had on any day. */
function tellImpossibleStart(turn: Turn, ask: string): void {
  const wanted = turn.newSlots.time?.time
  if (!wanted || nearestStart(turn, wanted).isPossible) return
  turn.book.addFromTool(
    ask,
    RULE,
    `No, ${clockText(wanted)} is not possible as a start; the nearest to it are ${nearestPossible(turn, wanted)}.`,
  )
}

const SOONER = /\b(?:earlier|sooner|before|ahead|forward|up)\b/i

/** The start that a shift of the customer's own party leads to. */
function tellNewStart(turn: Turn, ask: string, minutes: number): void {
  const page = turn.booking?.page
  if (!page) return
  const start = Temporal.Instant.from(page.startsAt)
  const wanted = turn.newSlots.time?.time
  const isSooner = wanted
    ? wanted < start.toZonedDateTimeISO(page.timeZone).toPlainTime().toString().slice(0, 5)
    : SOONER.test(turn.text)
  const moved = isSooner ? start.subtract({ minutes }) : start.add({ minutes })
  turn.book.addFromTool(
    ask,
    rescheduleOptionsTool.name,
    `Your party ${page.reference} would then start ${startText(moved, page.timeZone)} instead of ${timeText(start, page.timeZone)}.`,
  )
}

async function offerMove(turn: Turn, ask: string): Promise<void> {
  const { booking } = turn
  const target = turn.newSlots.date
  if (!booking) return
  if (target?.precision !== "day") {
    turn.outcome.missing.add("date")
    return
  }
  const input = { bookingId: booking.id, from: target.date, to: target.until }
  const result = await turn.tools.call(rescheduleOptionsTool, input)
  if (!result.ok) return turn.book.addFromTool(ask, rescheduleOptionsTool.name, result.error.message)
  const { days, timeZone, fee, isAllowed } = result.output
  const starts = days.flatMap((day) =>
    day.starts.filter((start) => start.isRegular || start.time === turn.newSlots.time?.time),
  )
  if (!isAllowed || starts.length === 0) {
    turn.book.addFromTool(
      ask,
      rescheduleOptionsTool.name,
      isAllowed
        ? "On that day no start is free; tell me another day and I look again."
        : result.output.explanation,
    )
    return
  }
  const instants = starts.map((start) => Temporal.Instant.from(start.startsAt))
  const first = instants[0]
  if (first)
    turn.book.addFromTool(
      ask,
      rescheduleOptionsTool.name,
      `Free starts: ${startText(first, timeZone)}${instants.length > 1 ? `, ${listText(instants.slice(1).map((each) => timeText(each, timeZone)))}` : ""}.`,
    )
  proposeMove(turn, starts, timeZone, fee.amount)
}

function proposeMove(
  turn: Turn,
  starts: { startsAt: string; time: string }[],
  timeZone: string,
  feeCents: number,
): void {
  const { booking } = turn
  const wanted = turn.newSlots.time?.time
  const start = wanted
    ? starts.find((each) => each.time === wanted)
    : starts.length === 1
      ? starts[0]
      : undefined
  if (!start || !booking) {
    turn.outcome.missing.add("time")
    return
  }
  const when = startText(Temporal.Instant.from(start.startsAt), timeZone)
  const cost = feeCents === 0 ? "free of charge" : `for ${moneyText(feeCents)}`
  turn.outcome.proposal = {
    kind: "reschedule",
    bookingId: booking.id,
    startsAt: start.startsAt,
    feeCents,
    summary: `move ${booking.page.reference} to ${when}, ${cost}`,
  }
}

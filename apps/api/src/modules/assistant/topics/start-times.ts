import { clockText, listText } from "#modules/knowledge/index.ts"
import { Temporal } from "#platform/time.ts"
import { policyTool } from "../tools/business-tools.ts"
import { nearestStart } from "../turn/party-request.ts"
import { isAtLeast, situationOf } from "../turn/situation.ts"
import type { Gather, Turn } from "../turn/turn.ts"
import { leadTime } from "./lead-time.ts"

const RULE = policyTool.name

/** Which starts there are, and whether the wanted time is one. */
export const startTimes: Gather = async (turn, ask) => {
  // A start that is too near is refused for that, however regular its hour is.
  if (isTooSoon(turn)) return leadTime(turn, ask)
  for (const time of timesNamed(turn)) tellStart(turn, ask, time)
}

function isTooSoon(turn: Turn): boolean {
  const situation = turn.booking || turn.newSlots.date?.precision !== "day" ? null : situationOf(turn)
  return situation !== null && isAtLeast(situation, turn.business.parameters.scheduling.leadHours) === "no"
}

const TIME = /(?<![\d$.:])\b(\d{1,2}):([0-5]\d) ?(a|p)?\.?m?\b/gi
/** Before this hour a time without a half of the day is one of the afternoon. */
const FIRST_MORNING_HOUR = 10

/** The times of the message; "1:30" of a party is in the afternoon. */
function timesNamed({ text, newSlots }: Turn): string[] {
  const first = newSlots.time?.time
  const others = [...text.matchAll(TIME)].map(([, hour = "0", minute = "00", half]) => {
    const isLate = half ? /p/i.test(half) && Number(hour) < 12 : Number(hour) < FIRST_MORNING_HOUR
    return `${String(Number(hour) + (isLate ? 12 : 0)).padStart(2, "0")}:${minute}`
  })
  return [...new Set([...(first ? [first] : []), ...others.slice(0, 3)])]
}

/** Says whether a party can start at a time. */
export function tellStart(turn: Turn, ask: string, time: string): void {
  const rule = turn.business.parameters.scheduling
  const { slot, minutesAway, isPossible } = nearestStart(turn, time)
  const starts = listText(rule.starts.map(clockText))
  if (isPossible && minutesAway === 0)
    turn.book.addFromTool(
      ask,
      RULE,
      `Yes, ${clockText(time)} is one of our regular starts: ${starts} local time.`,
    )
  else if (isPossible)
    turn.book.addFromTool(
      ask,
      RULE,
      `Yes, ${clockText(time)} is possible: our regular starts are ${starts} local time, and the ${clockText(slot)} start can move by up to ${rule.movableMinutes} minutes, in steps of ${rule.stepMinutes} minutes.`,
    )
  else
    turn.book.addFromTool(
      ask,
      RULE,
      `${clockText(time)} is not possible: our starts are ${starts} local time, movable by up to ${rule.movableMinutes} minutes earlier or later, in steps of ${rule.stepMinutes} minutes. The nearest to it are ${nearestPossible(turn, time)}.`,
    )
}

/** @returns in words the last possible start before a time and the first one after it. */
export function nearestPossible(turn: Turn, time: string): string {
  const { starts, movableMinutes } = turn.business.parameters.scheduling
  const wanted = Temporal.PlainTime.from(time)
  const ends = starts.flatMap((start) => {
    const regular = Temporal.PlainTime.from(start)
    return [regular.subtract({ minutes: movableMinutes }), regular.add({ minutes: movableMinutes })]
  })
  const sorted = ends.sort(Temporal.PlainTime.compare)
  const before = sorted.findLast((end) => Temporal.PlainTime.compare(end, wanted) <= 0)
  const after = sorted.find((end) => Temporal.PlainTime.compare(end, wanted) > 0)
  return listText([before, after].flatMap((end) => (end ? [clockText(end.toString().slice(0, 5))] : [])))
}

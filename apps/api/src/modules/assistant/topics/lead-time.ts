import { dateText, startText } from "#modules/knowledge/index.ts"
import { hoursBetween, Temporal } from "#platform/time.ts"
import { policyTool } from "../tools/business-tools.ts"
import { isAtLeast, situationOf, zoneOf } from "../turn/situation.ts"
import type { Gather, Turn } from "../turn/turn.ts"

const RULE = policyTool.name
const LATEST = /\b(latest|last (?:moment|minute|day|time)|how late|by when|deadline|until when)\b/i

/** How far ahead it must be booked, and whether the wanted start is far enough. */
export const leadTime: Gather = async (turn, ask) => {
  const rule = turn.business.parameters.scheduling
  const earliest = turn.now.add({ hours: rule.leadHours })
  const situation = situationOf(turn)
  if (!situation) return
  const verdict = isAtLeast(situation, rule.leadHours)
  if (verdict === "no") {
    turn.book.addFromTool(
      ask,
      RULE,
      `No, that is too soon: we need at least ${rule.leadHours} hours. The earliest start from now is ${earliestStart(turn, earliest)}.`,
    )
  } else if (verdict === "yes" && LATEST.test(turn.text) && turn.slots.date && turn.slots.time) {
    const latest = Temporal.PlainDateTime.from(`${turn.slots.date.date}T${turn.slots.time.time}`)
      .toZonedDateTime(zoneOf(turn))
      .toInstant()
      .subtract({ hours: rule.leadHours })
    turn.book.addFromTool(
      ask,
      RULE,
      `Please book by ${startText(latest, zoneOf(turn))} at the latest: that is ${rule.leadHours} hours before the start.`,
    )
  } else if (verdict === "yes") {
    turn.book.addFromTool(
      ask,
      RULE,
      `Yes, that is far enough ahead: we need at least ${rule.leadHours} hours before the start.`,
    )
  } else {
    turn.book.addFromTool(
      ask,
      RULE,
      `We need at least ${rule.leadHours} hours before the start, so the earliest from now is ${earliestStart(turn, earliest)}.`,
    )
  }
}

function earliestStart(turn: Turn, from: Temporal.Instant): string {
  const timeZone = zoneOf(turn)
  const { starts } = turn.business.parameters.scheduling
  for (let days = 0; days < 3; days += 1) {
    const date = from.toZonedDateTimeISO(timeZone).toPlainDate().add({ days })
    for (const start of starts) {
      const instant = date.toPlainDateTime(start).toZonedDateTime(timeZone).toInstant()
      if (hoursBetween(from, instant) >= 0) return startText(instant, timeZone)
    }
  }
  return dateText(from, timeZone)
}

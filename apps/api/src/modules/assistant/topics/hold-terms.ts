import type { Hold } from "@myhibachi/contract/hold"
import { hoursText, moneyText, startText, timeText } from "#modules/knowledge/index.ts"
import { Temporal } from "#platform/time.ts"
import { holdStatusTool } from "../tools/booking-tools.ts"
import type { Gather, Turn } from "../turn/turn.ts"

/** How long a hold stays, the customer's own when there is one. */
export const holdTerms: Gather = async (turn, ask) => {
  const { hold } = turn
  if (!hold) return
  const at = (text: string) => startText(Temporal.Instant.from(text), hold.timeZone)
  const tool = holdStatusTool.name
  switch (hold.status) {
    case "held":
      tellPayBy(turn, ask, hold.timeZone)
      return turn.book.addFromTool(
        ask,
        tool,
        `${isAskedBeyond(turn, hold) ? "No, not until then: your" : "Your"} hold stays until ${at(hold.signBy)}: please sign the agreement by then. After your signature there are ${hoursText(turn.business.parameters.hold.payWithinMinutes / 60)} to pay.`,
      )
    case "awaiting_deposit":
      return turn.book.addFromTool(
        ask,
        tool,
        `You have signed; please pay ${moneyText(hold.dueNow.amount)} by ${at(hold.payBy ?? hold.signBy)}, ${hoursText(turn.business.parameters.hold.payWithinMinutes / 60)} after your signature, to keep the start.`,
      )
    case "confirmed":
      return turn.book.addFromTool(ask, tool, "Your hold is paid and your party is confirmed.")
    case "expired":
    case "released":
      return turn.book.addFromTool(
        ask,
        tool,
        "Your hold has expired and the start is free for others again; you can hold it again if it is still free.",
      )
    default:
      return hold.status satisfies never
  }
}

/** "Is our date safe until tomorrow noon?" names a moment after the hold has ended. */
function isAskedBeyond(turn: Turn, { signBy, timeZone }: Hold): boolean {
  const { date, time } = turn.newSlots
  if (date?.precision !== "day" || date.isPast || !/\b(?:until|till|safe|keep|wait)\b/i.test(turn.text))
    return false
  const asked = Temporal.PlainDateTime.from(`${date.date}T${time?.time ?? "00:00"}`)
    .toZonedDateTime(timeZone)
    .toInstant()
  return Temporal.Instant.compare(asked, Temporal.Instant.from(signBy)) > 0
}

/** "If I sign at 2:30, until when can I pay?" */
function tellPayBy(turn: Turn, ask: string, timeZone: string): void {
  const time = turn.newSlots.time?.time
  if (!time || !/\bif (?:i|we|he|she|they|my \w+)(?: \w+){0,2} signs?\b/i.test(turn.text)) return
  const { payWithinMinutes } = turn.business.parameters.hold
  const today = turn.now.toZonedDateTimeISO(timeZone).toPlainDate()
  const signedAt = today.toPlainDateTime(time).toZonedDateTime(timeZone).toInstant()
  const payBy = signedAt.add({ minutes: payWithinMinutes })
  turn.book.addFromTool(
    ask,
    holdStatusTool.name,
    `If you sign at ${timeText(signedAt, timeZone)}, you can pay until ${startText(payBy, timeZone)}, ${hoursText(payWithinMinutes / 60)} after your signature.`,
  )
}

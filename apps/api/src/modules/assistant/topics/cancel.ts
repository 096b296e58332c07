import type { CancelPreview } from "@myhibachi/contract/booking"
import { countText, hoursText, moneyText, startText } from "#modules/knowledge/index.ts"
import { Temporal } from "#platform/time.ts"
import { digitsForWords } from "../guard/number-words.ts"
import { cancelPreviewTool, myBookingTool } from "../tools/booking-tools.ts"
import { policyTool } from "../tools/business-tools.ts"
import { isAhead } from "../turn/booking-meant.ts"
import { asksUntilWhen, deadlineText } from "../turn/deadline.ts"
import { aboutHours, isAtLeast, type Situation, situationOf } from "../turn/situation.ts"
import type { Gather, Turn } from "../turn/turn.ts"
import { addPassages } from "./passages.ts"

const RULE = policyTool.name
/** "… if we cancel eight days ahead, and what with six?" weighs two cases: the rule answers both. */
const SEVERAL_LEADS = /\b\d+ (?:days?|weeks?|hours?)\b[^.?!]{0,60}\b(?:and|or|but)\b[^.?!]{0,25}\b\d+\b/i

/** What happens to deposit and balance when the customer cancels then. */
export const cancelRule: Gather = async (turn, ask) => {
  const { fullRefundHoursBefore } = turn.business.parameters.cancellation
  const until = deadlineText(turn, fullRefundHoursBefore)
  const situation = until && !turn.booking && !turn.told ? null : situationOf(turn, { isDateOfAction: true })
  const isOver = turn.booking !== null && !isAhead(turn.booking, turn.now)
  if (situation && isAboutNow(turn, situation)) await previewFacts(turn, ask)
  else if (situation && !(isOver && isNow(turn)) && situation.toHours >= 0) {
    tellVerdict(turn, ask, situation)
    if (SEVERAL_LEADS.test(digitsForWords(turn.text))) addPassages(turn, ask, "cancel.policy")
  }
  const isLate = situation !== null && isAtLeast(situation, fullRefundHoursBefore) === "no"
  if (until && (!isLate || asksUntilWhen(turn)))
    turn.book.addFromTool(
      ask,
      RULE,
      `For that start the deposit is refunded in full when you cancel by ${until}, ${hoursText(fullRefundHoursBefore)} before.`,
    )
}

/** A party that has begun cannot be cancelled any more; of it only the rule is told. */
function isAboutNow(turn: Turn, situation: Situation): boolean {
  return (
    turn.booking !== null &&
    isAhead(turn.booking, turn.now) &&
    situation.fromHours === situation.toHours &&
    situation.fromHours >= 0 &&
    isNow(turn)
  )
}

/** The customer wants to cancel their own party: what it means, and the question whether to do it. */
export const cancelMine: Gather = async (turn, ask) => {
  if (!turn.booking) {
    turn.outcome.missing.add("identity")
    return cancelRule(turn, ask)
  }
  if (!isNow(turn)) return cancelRule(turn, ask)
  const preview = await previewFacts(turn, ask)
  if (!preview) return
  const { page, id } = turn.booking
  turn.outcome.proposal = {
    kind: "cancel",
    bookingId: id,
    refundCents: preview.refund.amount,
    summary: `cancel ${page.reference} with ${moneyText(preview.refund.amount)} going back to you`,
  }
}

/** Whether the question is about acting now, not on a day or with a lead that was named. */
function isNow(turn: Turn): boolean {
  return (
    turn.newSlots.durations.length === 0 &&
    turn.newSlots.dates.every(({ date, isPast }) => isPast || date === today(turn) || date === partyDay(turn))
  )
}

function today({ now, booking }: Turn): string | null {
  return booking ? now.toZonedDateTimeISO(booking.page.timeZone).toPlainDate().toString() : null
}

function partyDay(turn: Turn): string | null {
  const page = turn.booking?.page
  if (!page) return null
  return Temporal.Instant.from(page.startsAt).toZonedDateTimeISO(page.timeZone).toPlainDate().toString()
}

async function previewFacts(turn: Turn, ask: string): Promise<CancelPreview | null> {
  const { booking } = turn
  if (!booking) return null
  const result = await turn.tools.call(cancelPreviewTool, { bookingId: booking.id })
  if (!result.ok) {
    turn.book.addFromTool(ask, cancelPreviewTool.name, result.error.message)
    return null
  }
  const preview = result.output
  const { page } = booking
  const tool = cancelPreviewTool.name
  const start = startText(Temporal.Instant.from(page.startsAt), page.timeZone)
  turn.book.addFromTool(
    ask,
    tool,
    `Your party ${page.reference} starts ${start}, ${aboutHours(preview.hoursBefore)} from now.`,
    "detail",
  )
  turn.book.addFromTool(ask, tool, verdictSentence(turn, preview.isDepositRefunded, "now"))
  if (!preview.isDepositRefunded && preview.refund.amount > 0) {
    turn.book.addFromTool(
      ask,
      tool,
      `The balance you have already paid, ${moneyText(preview.refund.amount)}, is returned.`,
    )
  } else if (preview.refund.amount > 0) {
    turn.book.addFromTool(ask, tool, `You would get back ${moneyText(preview.refund.amount)}.`)
  }
  refundTiming(turn, ask)
  return preview
}

function verdictSentence(turn: Turn, isRefunded: boolean, when: string): string {
  const { cancellation, deposit } = turn.business.parameters
  const bound = hoursText(cancellation.fullRefundHoursBefore)
  const amount = moneyText(deposit.amountCents)
  const early = when.startsWith(bound) ? "just early enough" : `at least ${bound} before the start`
  return isRefunded
    ? `Cancelling ${when} is ${early}, so your deposit of ${amount} is refunded in full.`
    : `Cancelling ${when} is less than ${bound} before the start, so the deposit of ${amount} is kept and not refunded.`
}

function tellVerdict(turn: Turn, ask: string, situation: Situation): void {
  const { cancellation, deposit } = turn.business.parameters
  const verdict = isAtLeast(situation, cancellation.fullRefundHoursBefore)
  if (verdict === "depends") {
    const bound = hoursText(cancellation.fullRefundHoursBefore)
    turn.book.addFromTool(
      ask,
      RULE,
      `It depends on the hour: ${bound} or more before the start the deposit of ${moneyText(deposit.amountCents)} is refunded in full, after that it is kept.`,
    )
    return
  }
  turn.book.addFromTool(ask, RULE, verdictSentence(turn, verdict === "yes", situation.words))
  if (turn.told?.paidCents) tellBack(turn, ask, turn.told.paidCents, verdict === "yes")
  else if (verdict === "no") turn.book.addFromTool(ask, RULE, "A balance you have already paid is returned.")
  refundTiming(turn, ask)
}

/** What comes back of the sum that the customer says to have paid. */
function tellBack(turn: Turn, ask: string, paidCents: number, isDepositRefunded: boolean): void {
  const { amountCents } = turn.business.parameters.deposit
  const backCents = Math.max(0, paidCents - (isDepositRefunded ? 0 : amountCents))
  const besides = isDepositRefunded ? "all of it" : `all but the deposit of ${moneyText(amountCents)}`
  turn.book.addFromTool(
    ask,
    RULE,
    backCents === 0
      ? `Of the ${moneyText(paidCents)} that you have paid nothing comes back, as it is the deposit.`
      : `Of the ${moneyText(paidCents)} that you have paid ${moneyText(backCents)} comes back: ${besides}.`,
  )
}

function refundTiming(turn: Turn, ask: string): void {
  const { refundBusinessDays } = turn.business.parameters.cancellation
  turn.book.addFromTool(
    ask,
    RULE,
    `Refunds go back to the original means of payment within ${countText(refundBusinessDays, "business day")}.`,
    "detail",
  )
}

/** The company calls it off: everything goes back, a person calls, and when the money arrives. */
export const companyCancels: Gather = async (turn, ask) => {
  for (const passage of turn.passages.filter((each) => each.topics.includes("cancel.by_company")))
    turn.book.addPassage(ask, passage, "answer")
  const { refundBusinessDays } = turn.business.parameters.cancellation
  const page = turn.booking?.page
  if (page && page.paid.amount > 0)
    turn.book.addFromTool(
      ask,
      myBookingTool.name,
      `For ${page.reference} you have paid ${moneyText(page.paid.amount)}.`,
    )
  turn.book.addFromTool(
    ask,
    RULE,
    `Refunds go back to the original means of payment within ${countText(refundBusinessDays, "business day")}.`,
  )
}

import { moneyText, startText } from "#modules/knowledge/index.ts"
import { Temporal } from "#platform/time.ts"
import {
  cancelBookingTool,
  changeGuestsTool,
  holdStartTool,
  rescheduleBookingTool,
} from "../tools/booking-tools.ts"
import { guestWords } from "../topics/guest-words.ts"
import type { Proposal } from "../turn/memory.ts"
import type { Turn } from "../turn/turn.ts"

const YES =
  /^\s*(?:(?:oh|ok(?:ay)?|great|perfect|cool|um|well|actually)[\s,.!]+)*(?:yes|yep|yeah|yup|sure|ok(?:ay)?|please do|do it|go ahead|confirm(?:ed)?|sounds good|that works|correct|perfect|s[ií]|claro|absolutely|of course)\b[\s,.!]*(?:please|thanks?|thank you|do it|go ahead|do that|hold it|book it|change it|add (?:it|them)|cancel it|move it|make the change|that would be (?:great|perfect|lovely)|confirm(?: it)?|that's fine|that works|let'?s do it)?[\s.!]*$/i
const NO =
  /^\s*(?:(?:actually|oh|hmm+|ok(?:ay)?|sorry|um|well|please|on second thought)[\s,.!]+)*(?:no|nope|nah|don'?t|do not|not now|never ?mind|wait|stop|hold on|leave (?:it|everything|that)|keep (?:it|everything|the booking)|forget (?:it|that)|scratch that)\b/i

/** @returns whether the message answers the question that stands, and how. */
export function replyTo(proposal: Proposal | null, text: string): "yes" | "no" | "other" {
  if (!proposal) return "other"
  if (YES.test(text)) return "yes"
  return NO.test(text) ? "no" : "other"
}

/** Does what the customer said yes to, and keeps what came of it as facts. */
export async function carryOut(turn: Turn, proposal: Proposal): Promise<void> {
  switch (proposal.kind) {
    case "cancel":
      return cancel(turn, proposal)
    case "reschedule":
      return move(turn, proposal)
    case "guests":
      return change(turn, proposal)
    case "hold":
      return hold(turn, proposal)
    default:
      return proposal satisfies never
  }
}

function say(turn: Turn, tool: { name: string }, sentence: string): void {
  turn.book.addFromTool("confirmation", tool.name, sentence)
}

async function cancel(turn: Turn, proposal: Extract<Proposal, { kind: "cancel" }>): Promise<void> {
  const result = await turn.tools.call(cancelBookingTool, {
    bookingId: proposal.bookingId,
    expectedRefundCents: proposal.refundCents,
  })
  if (!result.ok) return say(turn, cancelBookingTool, result.error.message)
  const { refundBusinessDays } = turn.business.parameters.cancellation
  const refund =
    proposal.refundCents > 0
      ? ` ${moneyText(proposal.refundCents)} goes back to the original means of payment within ${refundBusinessDays} business days.`
      : ""
  say(turn, cancelBookingTool, `Your party ${result.output.reference} is cancelled.${refund}`)
}

async function move(turn: Turn, proposal: Extract<Proposal, { kind: "reschedule" }>): Promise<void> {
  const { bookingId, startsAt, feeCents } = proposal
  const result = await turn.tools.call(rescheduleBookingTool, {
    bookingId,
    startsAt,
    expectedFeeCents: feeCents,
  })
  if (!result.ok) return say(turn, rescheduleBookingTool, result.error.message)
  const booking = result.output
  say(
    turn,
    rescheduleBookingTool,
    `Your party ${booking.reference} is moved to ${startText(Temporal.Instant.from(booking.startsAt), booking.timeZone)}.`,
  )
}

async function change(turn: Turn, proposal: Extract<Proposal, { kind: "guests" }>): Promise<void> {
  const { bookingId, guests, items } = proposal
  const result = await turn.tools.call(changeGuestsTool, { bookingId, guests, items })
  if (!result.ok) return say(turn, changeGuestsTool, result.error.message)
  const booking = result.output
  say(
    turn,
    changeGuestsTool,
    `Your party ${booking.reference} is changed to ${guestWords({ guests })}. The food now comes to ${moneyText(booking.foodTotal.amount)} before tax; the new total is ${moneyText(booking.total.amount)}, of which ${moneyText(booking.owed.amount)} is open.`,
  )
}

async function hold(turn: Turn, proposal: Extract<Proposal, { kind: "hold" }>): Promise<void> {
  const { quoteToken, startsAt, contact } = proposal
  const result = await turn.tools.call(holdStartTool, { quoteToken, startsAt, contact })
  if (!result.ok) return say(turn, holdStartTool, result.error.message)
  const placed = result.output
  turn.hold = placed
  turn.outcome.cards.push({ kind: "hold", holdToken: placed.token, expiresAt: placed.signBy })
  const at = (text: string) => startText(Temporal.Instant.from(text), placed.timeZone)
  say(
    turn,
    holdStartTool,
    `I am holding ${at(placed.startsAt)} for you. Please sign the agreement by ${at(placed.signBy)}; then ${moneyText(placed.dueNow.amount)} is due.`,
  )
}

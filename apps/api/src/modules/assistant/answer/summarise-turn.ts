import { listText } from "#modules/knowledge/index.ts"
import { guestWords } from "../topics/guest-words.ts"
import { guestsOf, placeOf } from "../turn/party-request.ts"
import type { Turn } from "../turn/turn.ts"

/** @returns what a person must know before they write: who, what, why, what was said. */
export function summariseForPerson(turn: Turn): string {
  const { understanding, slots, booking } = turn
  const guests = guestsOf(slots.guests)
  const known = [
    guests ? guestWords({ guests }) : "",
    slots.date ? `on ${slots.date.date}` : "",
    placeOf(slots) ?? "",
    slots.allergies.length > 0 ? `allergies: ${listText(slots.allergies.map((slot) => slot.allergen))}` : "",
  ].filter(Boolean)
  return [
    `Why: ${listText([...turn.outcome.handOver, ...turn.outcome.openQuestions])}.`,
    `They wrote: "${turn.said.slice(0, 600)}"`,
    `They ask about: ${listText(turn.asks)}.`,
    `Mood: ${understanding.emotion.primary}, ${understanding.emotion.priority} priority.`,
    known.length > 0 ? `Known: ${known.join("; ")}.` : "",
    booking ? `Booking ${booking.page.reference}, ${booking.page.status}.` : "",
  ]
    .filter(Boolean)
    .join("\n")
}

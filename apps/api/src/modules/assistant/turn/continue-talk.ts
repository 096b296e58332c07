import type { Ask, Slots } from "#modules/understanding/index.ts"
import { isQuestionLike } from "#modules/understanding/index.ts"
import type { RoutedTalk } from "./routing/rule.ts"

/** Asks that are worked on over several turns: each fact that comes in changes their answer. */
const WORKED_ON: ReadonlySet<string> = new Set<Ask>(["price.total", "availability.date", "booking.create"])
/** What a fragment seems to ask when it is read without the talk that it belongs to. */
const PARTIAL: ReadonlySet<Ask> = new Set<Ask>([
  "price.upgrades",
  "price.addons",
  "price.third_protein",
  "price.per_child",
  "price.per_adult",
  "price.little_ones",
  "menu.proteins",
  "menu.little_ones",
  "menu.recommendation",
  "mine.guests",
  "mine.choices",
  "headcount.change",
  "booking.group_size",
  "travel.area",
  "travel.stations",
  "unknown.topic",
  "emotional.support",
  "greeting",
  "thanks",
])
/** Told rather than asked, a distance or a place belongs to what is worked on. */
const PARTIAL_WHEN_TOLD: ReadonlySet<Ask> = new Set<Ask>([
  "travel.fee",
  "booking.start_times",
  "availability.date",
  "booking.create",
  "booking.duration",
  "booking.lead_time",
  "allergen.contains",
])
const CONTINUES =
  /^\W*(?:(?:ok(?:ay)?|oh|so|and|but|also|hmm|well|alright|great|cool|perfect|thanks|thank you|now|then|sorry|wait|actually|no|nope|yes|yeah|correction|instead|rather|oops|scratch that|my bad|hold on)[\s,.!:-]+)*(?:if|with|without|for|plus|add|adding|make|say|what (?:if|about)|how about|same|only|just|we|it|i|let'?s|on|in|at|near|around|\d|one|two|three|four|five|six|seven|eight|nine|ten|no|not|all|minus|drop|remove|change|swap|the)\b|^\W*(?:and|or|also|plus|sorry|wait|actually|no|oops)\b/i
/** "How much is one lobster tail?" asks for a single price, whatever was talked about. */
const SINGLE_PRICE =
  /\b(?:each|apiece|per (?:person|head|adult|child|piece|order)|a piece|how much (?:is|are|does|for) (?:a|an|one|the)\b)/i
const ALL_GROWN =
  /^\W*(?:\w+[\s,]+){0,2}(?:all|only|just) (?:\w+ )?(?:adults|grown[- ]?ups)\W*$|^\W*that'?s adults\W*$/i
/** "It's MH-4012": the number that was left out of the question before. */
const LONGEST_REFERENCE = 4
const LONGEST_FRAGMENT = 14

/** @returns what is asked when the message goes on with the talk, or null when it stands for itself. */
export function continuedAsks(talk: RoutedTalk): Ask[] | null {
  const last = talk.memory.lastAsks ?? []
  if (last.length === 0) return null
  if (pointsToBooking(talk)) return last.filter((ask) => !isSmallTalk(ask))
  const isReference = talk.understanding.slots.bookingReference !== undefined
  if (isReference && talk.text.split(/\s+/).length <= LONGEST_REFERENCE)
    return last.filter((ask) => !isSmallTalk(ask))
  const isTold = !isQuestionLike(talk.text)
  const isPartial = talk.understanding.asks.every(
    ({ ask, source }) =>
      source === "previous" ||
      PARTIAL.has(ask) ||
      // A wish in plain words stands for itself; only what was guessed of it gives way to the talk.
      (isTold && PARTIAL_WHEN_TOLD.has(ask) && (source !== "pattern" || ask === "travel.fee")),
  )
  if (!isPartial) return null
  if (isAnswer(talk)) return last.filter((ask) => !isSmallTalk(ask))
  const isFragment = talk.text.split(/\s+/).length <= LONGEST_FRAGMENT
  const isContinued = isFragment && CONTINUES.test(talk.text) && !SINGLE_PRICE.test(talk.text)
  const worked = last.filter((ask) => WORKED_ON.has(ask))
  const isChanged = changesParty(talk.understanding.slots) || ALL_GROWN.test(talk.text)
  if (worked.length > 0 && (isContinued || ALL_GROWN.test(talk.text)) && isChanged) return worked
  return null
}

const SHORTEST_POINTER = 7

/** "And of the other?": the same about another of the bookings. */
function pointsToBooking({ text, understanding, isBookingNamed }: RoutedTalk): boolean {
  const isPointer =
    isBookingNamed &&
    text.split(/\s+/).length <= SHORTEST_POINTER &&
    /^\W*(?:and|what about|how about|same|the)\b/i.test(text)
  return isPointer && understanding.asks.every(({ source }) => source !== "pattern")
}

const isSmallTalk = (ask: Ask) => ask === "greeting" || ask === "thanks"

/** The part of the party that the last answer asked for, told without a question of its own. */
function isAnswer({ text, memory, understanding: { slots } }: RoutedTalk): boolean {
  const missing = new Set(memory.missing ?? [])
  if (missing.size === 0 || isQuestionLike(text)) return false
  const told: [string, boolean][] = [
    ["guests", slots.guests !== undefined || slots.guestsChange !== undefined],
    ["date", slots.date !== undefined],
    ["place", slots.place !== undefined || slots.distanceMiles !== undefined],
    ["time", slots.time !== undefined],
    ["street", slots.place?.street !== undefined],
    ["contact", slots.email !== undefined || slots.phone !== undefined],
    ["item-count", slots.items.some(({ count }) => count !== null)],
  ]
  return told.some(([part, isTold]) => isTold && missing.has(part))
}

function changesParty(slots: Slots): boolean {
  return (
    slots.guests !== undefined ||
    slots.guestsChange !== undefined ||
    slots.items.some(({ count, action }) => count !== null || action === "remove") ||
    slots.thirdProteins.length > 0 ||
    slots.distanceMiles !== undefined ||
    slots.place !== undefined ||
    slots.date !== undefined ||
    slots.time !== undefined
  )
}

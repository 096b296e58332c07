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
const CONTINUES =
  /^\W*(?:(?:ok(?:ay)?|oh|so|and|but|also|hmm|well|alright|great|cool|perfect|thanks|thank you|now|then|sorry|wait|actually|no|nope|yes|yeah|correction|instead|rather|oops|scratch that|my bad|hold on)[\s,.!:-]+)*(?:if|with|without|for|plus|add|adding|make|say|what (?:if|about)|how about|same|only|just|we|it|i|let'?s|on|in|at|near|around|\d|one|two|three|four|five|six|seven|eight|nine|ten|no|not|all|minus|drop|remove|change|swap|the)\b|^\W*(?:and|or|also|plus|sorry|wait|actually|no|oops)\b/i
/** "How much is one lobster tail?" asks for a single price, whatever was talked about. */
const SINGLE_PRICE =
  /\b(?:each|apiece|per (?:person|head|adult|child|piece|order)|a piece|how much (?:is|are|does|for) (?:a|an|one|the)\b)/i
const LONGEST_FRAGMENT = 14

/** @returns what is asked when the message goes on with the talk, or null when it stands for itself. */
export function continuedAsks(talk: RoutedTalk): Ask[] | null {
  const last = (talk.memory.lastAsks ?? []) as Ask[] // safe: the memory keeps what the router returned
  const isPartial = talk.understanding.asks.every(
    ({ ask, source }) => source === "previous" || PARTIAL.has(ask),
  )
  if (last.length === 0 || !isPartial) return null
  if (isAnswer(talk)) return last.filter((ask) => ask !== "greeting" && ask !== "thanks")
  const isFragment = talk.text.split(/\s+/).length <= LONGEST_FRAGMENT
  const isContinued = isFragment && CONTINUES.test(talk.text) && !SINGLE_PRICE.test(talk.text)
  const worked = last.filter((ask) => WORKED_ON.has(ask))
  if (worked.length > 0 && isContinued && changesParty(talk.understanding.slots)) return worked
  return null
}

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

import type { Ask } from "#modules/understanding/index.ts"
import { withoutEarlierMoves } from "../told-party.ts"
import { MOVES } from "./own-party-rules.ts"
import { faintGuesses, hasAny, type RoutedTalk, type Rule } from "./rule.ts"

const ABOUT_MOVING: Ask[] = ["reschedule.policy", "mine.reschedule"]
/** "Could we …", "if I …": what is wished or supposed, not what has happened. */
const WISH =
  /\b(?:can|could|may|might|would|if|want|wanna|need|like|have to|possible|please|let'?s|able to|wonder\w*|hop(?:e|ing)|how|cost|free|charge|fee|too late|instead)\b/i
const OTHER_PARTY =
  /\b(?:another|second|new|other|also|as well|too|additional|different) (?:party|event|one|dinner|booking)\b|\bcancel/i
/** What another day than the party's seems to ask about. */
const ABOUT_A_DAY: ReadonlySet<Ask> = new Set<Ask>([
  "availability.date",
  "booking.create",
  "booking.start_times",
  "booking.lead_time",
  "mine.details",
  "price.total",
  "unknown.topic",
  "emotional.support",
  "cancel.policy",
  "greeting",
  ...ABOUT_MOVING,
])
/** "What does that cost us?" asks about what was talked about before it. */
const PRICE_OF_IT =
  /\b(?:what|how much)\b.{0,30}\b(?:that|this|it|the|such a|a|another|second|third)(?: \w+)?(?: (?:change|move|switch|swap|time|one))?\b.{0,12}\b(?:cost|costs|be|pay|charged?|fee|run)\b|\b(?:is|was|would|will|be)\b.{0,12}\b(?:that|this|it|the|a|another|second|third)(?: \w+)?(?: (?:change|move|switch|swap|time|one))?\b.{0,12}\b(?:free|cost|extra|charged?|a fee)\b|\b(?:a|any|the) fee\b|\b(?:extra charge|charge (?:us|me)|do (?:we|i) pay|pay (?:for|again))\b/i
const LONGEST_AFTERTHOUGHT = 14
const WEATHER =
  /\b(?:rain\w*|storm\w*|weather|snow\w*|wind\w*|hurricane|thunder\w*|wildfire|smoke|heat|forecast)\b/i

function wishesMove({ text }: RoutedTalk): boolean {
  const wish = withoutEarlierMoves(text)
  return MOVES.test(wish) && WISH.test(wish) && !/\bcancel/i.test(wish)
}

/** "My brother can't make it. Is it free if we go to May 1?": another day in a wish, and nothing else that is sure. */
function wishesOtherDay(talk: RoutedTalk, asks: ReadonlySet<Ask>): boolean {
  if (!talk.isOtherDayNamed || OTHER_PARTY.test(talk.text) || !WISH.test(talk.text)) return false
  const guesses = new Set(faintGuesses(talk))
  return [...asks].every((ask) => ABOUT_A_DAY.has(ask) || guesses.has(ask))
}

/** A party that is booked shall take place on another day. */
export const movingRules: Rule[] = [
  // "You moved us because of the storm, is our own move free?": the weather is over.
  {
    applies: ({ text, hasBooking }, asks) => {
      const rest = withoutEarlierMoves(text)
      return hasBooking && asks.has("weather.policy") && /\w/.test(rest) && !WEATHER.test(rest)
    },
    add: ["reschedule.policy"],
    remove: ["weather.policy", "availability.date"],
  },
  // "My cousin can't do the 20th. If I switch it to April, do I pay?": the reason around the wish asks nothing.
  {
    applies: (talk, asks) =>
      talk.hasBooking &&
      (wishesMove(talk) || wishesOtherDay(talk, asks)) &&
      !hasAny(asks, ["weather.policy", "complaint", "mine.choices"]) &&
      !(asks.has("mine.guests") && !faintGuesses(talk).includes("mine.guests")),
    add: ["mine.reschedule"],
    remove: [
      "reschedule.policy",
      "availability.date",
      "booking.create",
      "booking.start_times",
      "mine.details",
      "price.per_child",
      "price.total",
      "unknown.topic",
    ],
    outdoesGuesses: true,
  },
  {
    applies: ({ text, memory, understanding: { slots } }, asks) =>
      (memory.lastAsks ?? []).some((ask) => ask === "reschedule.policy" || ask === "mine.reschedule") &&
      PRICE_OF_IT.test(text) &&
      text.split(/\s+/).length <= LONGEST_AFTERTHOUGHT &&
      !slots.guests &&
      slots.items.length === 0 &&
      !hasAny(asks, ABOUT_MOVING),
    add: ["reschedule.policy"],
    remove: ["price.total", "unknown.topic", "price.service_charge", "headcount.change", "price.per_child"],
  },
]

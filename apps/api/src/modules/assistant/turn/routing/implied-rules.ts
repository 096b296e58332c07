import type { Ask, Hardship } from "#modules/understanding/index.ts"
import { MOVES } from "./own-party-rules.ts"
import { faintGuesses, hasAny, isSmallTalk, type RoutedTalk, type Rule } from "./rule.ts"

/** The party will not take place, said without asking anything. */
const IMPOSSIBLE =
  /\b(?:can'?t|cannot|can not|won'?t|will not|not (?:be )?(?:able to|going to)|aren'?t going to|isn'?t going to|unable to|couldn'?t|don'?t|do not|not up (?:to|for))\b.{0,20}\b(?:do (?:it|this|that|the \w+)|be doing|be (?:a|any|the) (?:party|dinner|event|celebration|wedding)|go (?:ahead|through)|happen|take place|make it|have (?:it|the|our|a) ?(?:party|dinner|event|celebration)?|host|hosting|celebrate|face|think about (?:it|a|the)|think of|handle|hold (?:it|the)|need (?:it|the (?:chef|party))|feel like)\b|\b(?:call(?:ing|ed)?|take) (?:it|this|the \w+|everything|things) off\b|\bcall(?:ing|ed)? off\b|\b(?:party|dinner|event|wedding|it|thing|one|everything)(?:'s| is| are)(?: \w+)? off\b(?! by)|\bhas to go\b|\bf(?:a|e)ll(?:s|en|ing)? through\b|\bno (?:party|dinner|event)\b|\bnothing to celebrate\b|\bnot happening\b|\bpull(?:ing)? the plug\b|\bscrap(?:ping)? (?:it|the|this)\b|\b(?:back|pull|drop)(?:ing|ping)? out\b|\bgive up (?:the|our|my) (?:date|party)\b|\bnadie tiene animo\b|\bno (?:podemos|puedo|vamos a) (?:hacer|celebrar|tener)/i
/** The matter of a lost party is on the table already. */
const ABOUT_LOSS: Ask[] = [
  "cancel.policy",
  "mine.cancel",
  "deposit.refund",
  "cancel.by_company",
  "refund.status",
  "weather.policy",
]
const ABOUT_MOVING: Ask[] = ["reschedule.policy", "mine.reschedule"]
const GRAVE: readonly (Hardship | null)[] = ["dying", "illness", "separation", "disaster"]
const JOYFUL = ["happy", "excited", "grateful"]

/** Somebody died, is ill, lost their home or their partner: the party is in doubt even where nobody says so. */
function isGrave({ understanding: { emotion } }: RoutedTalk): boolean {
  if (JOYFUL.includes(emotion.primary)) return false
  return emotion.flags.includes("bereavement") || GRAVE.includes(emotion.hardship)
}

/** Nothing but feelings, and what was faintly guessed of them. */
function asksNothing(talk: RoutedTalk, asks: ReadonlySet<Ask>): boolean {
  const guesses = new Set(faintGuesses(talk))
  return [...asks].every((ask) => isSmallTalk(ask) || guesses.has(ask))
}

const HAS_CANCELLED = /\b(?:i|we|my \w+)(?:'ve| have| had)?(?: already| just)? cancell?ed\b/i
const PRICES = /\b(?:prices?|costs?|how much|total|sum|quote|altogether|come to|run us|pay)\b/i
const MONEY =
  /\b(?:money|deposit|paid|balance|stand|lose|refund\w*|back|dinero|deposito|depósito|pagamos|pagado)\b/i
const OPTIONS =
  /\boptions?\b|\bwhat (?:can|could|should|do|shall) (?:we|i) do\b|\bmakes? no sense\b|\bwhat now\b|\bwhat happens (?:now|next|if|to)\b/i
/** "My boyfriend got deployed, what are our options?": whatever the trouble is, the party is in doubt. */
const OWN_OPTIONS = /\b(?:my|our) options\b/i
/** Whose price or guests are asked for has plans yet. */
const GOES_ON: Ask[] = ["price.total", "mine.guests", "mine.choices", "tip.policy", "booking.arrival"]

/** "Tell me where we stand with the money" from somebody whose party is in doubt. */
function isAboutMoney({ text }: RoutedTalk, asks: ReadonlySet<Ask>): boolean {
  const settled: Ask[] = [...ABOUT_LOSS, ...ABOUT_MOVING, ...GOES_ON, "complaint"]
  const isGuess = asks.has("refund.status") && !/\brefund/i.test(text)
  return (
    MONEY.test(text) && !hasAny(asks, isGuess ? settled.filter((ask) => ask !== "refund.status") : settled)
  )
}

/**
 * "My dad died, the party is on Saturday, I can't do it": what happens to the money. Read before the rules of the own
 * party, which would take its day for the wish to move it.
 */
export const lossRules: Rule[] = [
  {
    applies: ({ text, hasBooking }, asks) =>
      hasBooking &&
      IMPOSSIBLE.test(text) &&
      !(MOVES.test(text) && hasAny(asks, ABOUT_MOVING)) &&
      !hasAny(asks, [...ABOUT_LOSS, "complaint", "mine.choices", "balance.due", "mine.balance"]),
    add: ["cancel.policy"],
    remove: [
      "unknown.topic",
      "mine.details",
      "refund.timing",
      "booking.how",
      "agreement.terms",
      "host.provides",
      "mine.reschedule",
      "reschedule.policy",
    ],
  },
]

/** What somebody wants to know who tells of a situation and asks nothing, or only half of it. */
export const impliedRules: Rule[] = [
  // "Which of the two would be cheaper?" weighs them; nobody asks for a lower price.
  {
    applies: ({ understanding: { parties = [], partyIndex } }, asks) =>
      parties.length > 1 && partyIndex === null && asks.has("price.discount"),
    add: ["price.total"],
    remove: ["price.discount"],
  },
  // Several parties with a word about money: each of them is priced, and all together.
  {
    applies: ({ text, understanding: { parties = [], partyIndex } }, asks) =>
      parties.length > 1 && partyIndex === null && PRICES.test(text) && !asks.has("price.total"),
    add: ["price.total"],
    remove: ["availability.date", "price.per_adult", "unknown.topic", "menu.double_protein"],
  },
  {
    applies: (talk, asks) =>
      talk.isPartyAhead &&
      isGrave(talk) &&
      ((asksNothing(talk, asks) && talk.understanding.unread.length === 0) || isAboutMoney(talk, asks)),
    add: ["cancel.policy"],
    remove: [
      "unknown.topic",
      "space.requirements",
      "booking.lead_time",
      "availability.date",
      "booking.create",
      "booking.start_times",
      "refund.status",
    ],
    outdoesGuesses: true,
  },
  {
    applies: (talk, asks) =>
      talk.isPartyAhead &&
      (isGrave(talk) || OWN_OPTIONS.test(talk.text)) &&
      OPTIONS.test(talk.text) &&
      !hasAny(asks, ["mine.guests", "complaint"]),
    add: ["cancel.policy", "reschedule.policy"],
    remove: ["menu.proteins", "price.per_child", "price.total", "unknown.topic", "booking.how"],
  },
  // The day of a death in a word of thanks is no day that is asked for.
  {
    applies: (talk, asks) =>
      !talk.hasBooking &&
      talk.understanding.emotion.flags.includes("bereavement") &&
      asks.has("availability.date") &&
      !/\b(?:available|open|book|free|come|do you|can you do|possible|could|cook for)\b/i.test(talk.text),
    add: ["emotional.support"],
    remove: ["availability.date"],
  },
  // Whoever must give up a party in such times may rather move it.
  {
    applies: (talk, asks) =>
      talk.isPartyAhead &&
      isGrave(talk) &&
      hasAny(asks, ["cancel.policy", "deposit.refund", "mine.cancel"]) &&
      !HAS_CANCELLED.test(talk.text) &&
      !hasAny(asks, [...ABOUT_MOVING, "complaint"]),
    add: ["reschedule.policy"],
  },
  // Less money: a smaller party, its least price, and what giving it up means.
  {
    applies: ({ hasBooking, understanding }, asks) =>
      hasBooking && understanding.emotion.hardship === "money" && [...asks].every(isSmallTalk),
    add: ["headcount.change", "price.minimum", "cancel.policy"],
    remove: ["unknown.topic"],
  },
]

import type { Ask } from "./ask-list.ts"
import type { DetectedAsk } from "./detect-asks.ts"

/** What is never said on a mere chance: it brings a person, changes something, or asks nothing. */
export const NEVER_NEAR: ReadonlySet<Ask> = new Set<Ask>([
  "unknown.topic",
  "greeting",
  "thanks",
  "complaint",
  "winback.leaving",
  "human.request",
  "opt_out",
  "refund.status",
  "mine.address",
  "mine.cancel",
  "mine.guests",
  "price.discount",
  "unknown.insurance",
  "unknown.halal_kosher",
  "unknown.power",
  "allergen.cross_contact",
  "bot.disclosure",
  "private.data",
  "emotional.support",
])

const QUESTION =
  /\?|^\W*(?:(?:and|also|so|oh|plus|but|ok(?:ay)?|then|lastly|finally|one more thing)[\s,:-]+)*(?:who|what|when|where|why|which|how|whether|is|are|do|does|did|can(?!'t\b(?! (?:you|we|i|my|our|the|they|he|she)\b))|could|will|would|should|may (?:i|we|my|our|guests)|must|any|qué|cuánto|cómo)\b/i
/** Words that ask for nothing of their own: "is that all ok?", "can you help me with this?". */
const EMPTY_WORDS = new Set(
  "a about actually again allowed late early enough much many long soon trouble doable realistic all also am an and answer anything are as ask asking at be been but by can clear correct could course did do does each everything few fine for from get good got had has have hear hello help here hey hi how i idea if in info information is it it's just kind know let like little maybe me might mind mine more my need next no not now of off ok okay on one or our out pieces please possible problem problems question questions quick ready right say see should so some sorry sort sound sounds still such sure tell than thank thanks that that's the their them then there these they thing things think this those thoughts to too understand up us wait want was way we well were what what's when where which while who why will wonder wondering with work works would yes yet you your".split(
    " ",
  ),
)
/** Beside a proven ask a guess about a question of its own counts from here on. */
const MEANT_FROM = 0.3

/** @returns whether the words ask something, with or without a mark. */
export function isQuestionLike(clause: string): boolean {
  return QUESTION.test(clause)
}

function contentWords(clause: string): string[] {
  return (clause.toLowerCase().match(/[\p{L}'-]+/gu) ?? []).filter(
    (word) => word.length > 2 && !EMPTY_WORDS.has(word),
  )
}

/** A clause is read when an ask of it was kept, or one that stands for the same in another clause. */
function isRead(clause: string, found: readonly DetectedAsk[], asks: readonly DetectedAsk[]): boolean {
  const kept = new Set(asks.map(({ ask }) => ask))
  const own = found.filter((entry) => entry.clause === clause || entry.clause.includes(clause))
  return own.some(({ ask, source }) => kept.has(ask) || (source === "pattern" && ask !== "unknown.topic"))
}

/**
 * The asks that count, with what is probably asked in a question of its own: one fact too many costs less than a
 * question left without an answer.
 */
export function meantGuesses(found: readonly DetectedAsk[], resolved: readonly DetectedAsk[]): DetectedAsk[] {
  const added = found.filter(
    (entry, at) =>
      entry.source === "classifier" &&
      entry.confidence >= MEANT_FROM &&
      !NEVER_NEAR.has(entry.ask) &&
      isQuestionLike(entry.clause) &&
      !isRead(entry.clause, found, resolved) &&
      found.findIndex(({ clause }) => clause === entry.clause) === at,
  )
  if (added.length === 0) return [...resolved]
  const order = (entry: DetectedAsk) => found.findIndex(({ clause }) => clause === entry.clause)
  const unique = added.filter(
    (entry, at) =>
      !resolved.some(({ ask }) => ask === entry.ask) &&
      added.findIndex(({ ask }) => ask === entry.ask) === at,
  )
  return [...resolved, ...unique].sort((one, other) => order(one) - order(other))
}

/** Questions that no ask covers, in the order of asking. */
export function findUnread(found: readonly DetectedAsk[], asks: readonly DetectedAsk[]): string[] {
  if (asks.every(({ ask }) => ask === "unknown.topic")) return []
  const clauses = [...new Set(found.map(({ clause }) => clause))]
  return clauses.filter(
    (clause) => isQuestionLike(clause) && contentWords(clause).length > 0 && !isRead(clause, found, asks),
  )
}

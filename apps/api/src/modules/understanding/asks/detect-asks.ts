import { classify } from "../classifier/classifier.ts"
import { foldAccents } from "../fold-accents.ts"
import { askClassifier } from "./ask-classifier.ts"
import { type Ask, isAsk } from "./ask-list.ts"
import { ASK_PATTERNS } from "./ask-patterns.ts"
import { resolveAsks } from "./resolve-asks.ts"
import { splitClauses, splitSentences } from "./split-clauses.ts"

export interface DetectedAsk {
  ask: Ask
  /** Calibrated share of the classifier; 0.95 when a pattern proved it. */
  confidence: number
  /** The part of the message that asks it. */
  clause: string
  source: "pattern" | "classifier" | "previous"
}

/** Below this share nothing is claimed: the ask is unknown and a person or a model has to look. */
const UNKNOWN_BELOW = 0.2
const SALUTATION =
  /^(?:hi|hello|hey|hola|good (?:morning|afternoon|evening)|thanks|thank you)\b[\s,!.]*(?:there|team|guys)?[\s,!.]*/i
const PATTERN_CONFIDENCE = 0.95
/** Longer texts are read up to here; the rest of a pasted novel asks nothing new. */
const MOST_CLAUSES = 24

function matchPatterns(clause: string): Ask[] {
  const part = foldAccents(clause)
  return ASK_PATTERNS.filter(({ words, unless }) => words.test(part) && !unless?.test(part)).map(
    ({ ask }) => ask,
  )
}

function guess(text: string, clause: string): DetectedAsk[] {
  const [best, second] = classify(askClassifier(), text, 2)
  if (!best || !isAsk(best.label)) return []
  if (best.confidence < UNKNOWN_BELOW)
    return [{ ask: "unknown.topic", confidence: 1 - best.confidence, clause, source: "classifier" }]
  const entries: DetectedAsk[] = [
    { ask: best.label, confidence: best.confidence, clause, source: "classifier" },
  ]
  // Between two near guesses both are answered: one fact too many costs less than the wrong one alone.
  if (second && isAsk(second.label) && isClose(best, second) && second.label !== "unknown.topic")
    entries.push({ ask: second.label, confidence: second.confidence, clause, source: "classifier" })
  return entries
}

const UNSURE_BELOW = 0.5
const CLOSE_SHARE = 0.5

function isClose(best: { label: string; confidence: number }, second: { confidence: number }): boolean {
  if (best.label === "unknown.topic" || best.label === "greeting" || best.label === "thanks") return false
  return best.confidence < UNSURE_BELOW && second.confidence >= CLOSE_SHARE * best.confidence
}

const isSmallTalk = (ask: Ask) => ask === "greeting" || ask === "thanks"

/** Words such as "how much" or "book" are met in many questions; a sure classifier knows better. */
const VAGUE: readonly Ask[] = [
  "price.total",
  "booking.create",
  "menu.proteins",
  "refund.timing",
  "deposit.amount",
  "travel.fee",
  "price.per_child",
  "human.request",
  "booking.lead_time",
  "allergen.contains",
  "price.third_protein",
  "menu.recommendation",
]
const SURE = 0.6
const CERTAIN = 0.85

/** So sure that it is asked too, whatever the patterns have proven. */
function isCertain({ ask, confidence }: DetectedAsk): boolean {
  return confidence >= CERTAIN && ask !== "unknown.topic" && ask !== "greeting" && ask !== "thanks"
}

function readClause(clause: string): DetectedAsk[] {
  const proven = matchPatterns(clause)
  const bare = clause.replace(SALUTATION, "") || clause
  const entries: DetectedAsk[] = proven.map((ask) => ({
    ask,
    confidence: PATTERN_CONFIDENCE,
    clause,
    source: "pattern",
  }))
  const real = proven.filter((ask) => !isSmallTalk(ask))
  const guesses = guess(bare, clause)
  const [other] = guesses
  if (!other) return entries
  if (real.length > 1 || (real[0] && !VAGUE.includes(real[0])))
    return isCertain(other) && !proven.includes(other.ask) ? [...entries, other] : entries
  if (real.length === 0) {
    const isRest = proven.length === 0 || (other.ask !== "unknown.topic" && bare.split(" ").length > 3)
    return isRest ? [...entries, ...guesses] : entries
  }
  const isOverruled = other.confidence >= SURE && other.ask !== "unknown.topic" && !isSmallTalk(other.ask)
  return isOverruled && other.ask !== real[0] ? [other] : entries
}

function readSentence(sentence: string): DetectedAsk[] {
  const found: DetectedAsk[] = []
  const clauses = splitClauses(sentence)
  for (const clause of clauses) found.push(...readClause(clause))
  // A pattern may span two clauses that the splitter took apart.
  if (clauses.length > 1) {
    const known = new Set(found.map(({ ask }) => ask))
    for (const ask of matchPatterns(sentence)) {
      if (!known.has(ask))
        found.push({ ask, confidence: PATTERN_CONFIDENCE, clause: sentence, source: "pattern" })
    }
  }
  return found
}

/** Everything a message asks, in the order of asking; at least one entry, "unknown.topic" when nothing is recognised. */
export function detectAsks(text: string): DetectedAsk[] {
  const found = splitSentences(text).slice(0, MOST_CLAUSES).flatMap(readSentence)
  const resolved = resolveAsks(found, text)
  if (resolved.length > 0) return resolved
  return [{ ask: "unknown.topic", confidence: 0.5, clause: text.slice(0, 200), source: "classifier" }]
}

import { classify } from "../classifier/classifier.ts"
import { foldAccents } from "../fold-accents.ts"
import { askClassifier } from "./ask-classifier.ts"
import { type Ask, isAsk } from "./ask-list.ts"
import { ASK_PATTERNS } from "./ask-patterns.ts"
import { resolveAsks } from "./resolve-asks.ts"
import { splitClauses, splitSentences } from "./split-clauses.ts"
import { findUnread, meantGuesses, NEVER_NEAR } from "./unread-parts.ts"

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
  const [best, ...others] = classify(askClassifier(), text, 3)
  if (!best || !isAsk(best.label)) return []
  if (best.confidence < UNKNOWN_BELOW)
    return [{ ask: "unknown.topic", confidence: 1 - best.confidence, clause, source: "classifier" }]
  const entries: DetectedAsk[] = [
    { ask: best.label, confidence: best.confidence, clause, source: "classifier" },
  ]
  // Near guesses are answered too: one fact too many costs less than the wrong one alone.
  if (isSmallTalk(best.label) || best.label === "unknown.topic") return entries
  for (const [at, { label, confidence }] of others.entries()) {
    const isNear = confidence >= NEAR_SHARE && best.confidence < UNSURE_BELOW[at]!
    if (isNear && isAsk(label) && !NEVER_NEAR.has(label))
      entries.push({ ask: label, confidence, clause, source: "classifier" })
  }
  return entries
}

/** The second guess counts while the first is below this share, the third while it is below the other. */
const UNSURE_BELOW = [0.75, 0.5]
const NEAR_SHARE = 0.12
function isSmallTalk(ask: Ask): boolean {
  return ask === "greeting" || ask === "thanks"
}

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

/** Sure enough to be asked besides what the patterns have proven. */
function isAskedToo({ ask, confidence }: DetectedAsk, provenAsks: number): boolean {
  return confidence >= (provenAsks > 1 ? CERTAIN : SURE) && ask !== "unknown.topic" && !isSmallTalk(ask)
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
    return isAskedToo(other, real.length) && !proven.includes(other.ask) ? [...entries, other] : entries
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

/** "Kind regards", "Dear team," and a line that is a name ask nothing. */
const SIGN_OFF =
  /^\W*(?:(?:kind |best |warm |many )?regards|sincerely|best wishes|all the best|yours (?:truly|sincerely)|cheers|dear (?:\w+ ?){1,3}|hello (?:team|there|everyone)|good (?:morning|afternoon|evening|day)(?: \w+)?)\W*$|^(?:[A-Z][\w'-]*\.? ?){1,3}$/

export interface AskReading {
  /** In the order of asking; at least one entry, "unknown.topic" when nothing is recognised. */
  asks: DetectedAsk[]
  /** Questions of the message that none of the asks covers, in the customer's words. */
  unread: string[]
}

/** Everything a message asks, and what of it was not recognised beside what was. */
export function readAsks(text: string): AskReading {
  const sentences = splitSentences(text)
  const asking = sentences.filter((sentence) => !SIGN_OFF.test(sentence))
  const found = (asking.length > 0 ? asking : sentences).slice(0, MOST_CLAUSES).flatMap(readSentence)
  const resolved = resolveAsks(found, text)
  const asks = meantGuesses(found, resolved)
  if (asks.length > 0) return { asks, unread: findUnread(found, asks) }
  const unknown: DetectedAsk = {
    ask: "unknown.topic",
    confidence: 0.5,
    clause: text.slice(0, 200),
    source: "classifier",
  }
  return { asks: [unknown], unread: [] }
}

/** Everything a message asks, in the order of asking. */
export function detectAsks(text: string): DetectedAsk[] {
  return readAsks(text).asks
}

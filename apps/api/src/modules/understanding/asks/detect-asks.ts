import { classifyWithin } from "../classifier/classifier.ts"
import { foldAccents } from "../fold-accents.ts"
import { askClassifier } from "./ask-classifier.ts"
import { type Ask, isAsk } from "./ask-list.ts"
import { ASK_PATTERNS } from "./ask-patterns.ts"
import { BACKGROUND } from "./ask-texts.ts"
import { resolveAsks } from "./resolve-asks.ts"
import { splitClauses, splitSentences } from "./split-clauses.ts"
import { findUnread, isQuestionLike, meantGuesses, NEVER_NEAR } from "./unread-parts.ts"

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

/** They stand between the words of a question and change nothing of it. */
const FILLERS = /\b(?:actually|really|exactly|honestly|basically|literally)\s+(?=\w)/gi

function matchPatterns(clause: string): Ask[] {
  const part = foldAccents(clause)
  const bare = part.replace(FILLERS, "")
  return ASK_PATTERNS.filter(
    ({ words, unless }) => (words.test(part) || words.test(bare)) && !unless?.test(part),
  ).map(({ ask }) => ask)
}

function guess(text: string, clause: string, around: string): DetectedAsk[] {
  const [best, ...others] = classifyWithin(askClassifier(), text, around, 3).filter(
    (each) =>
      (each.label !== BACKGROUND || (each.confidence >= SURE_STORY && !isQuestionLike(clause))) &&
      (each.label !== "complaint" || each.confidence >= BEYOND_DOUBT || !AHEAD.test(clause)),
  )
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

/** "What time is the chef packed up and gone?" asks about what is to come: nothing has gone wrong yet. */
const AHEAD =
  /^\W*(?:(?:and|so|n|but|also) )?(?:what|when|where|which|how)\b(?!.*\b(?:was|were|did|had|never|happen(?:ed|s)?|went|wrong|dare|come)\b|.*n't\b)/i

/** Below this share a sentence that looks like a mere story is read for what it might ask all the same. */
const SURE_STORY = 0.35

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
  "booking.how",
  "mine.balance",
  "availability.date",
  "unknown.insurance",
  "host.provides",
  "space.requirements",
  "agreement.terms",
  "booking.group_size",
  "booking.start_times",
]
const SURE = 0.6
const CERTAIN = 0.85

const BEYOND_DOUBT = 0.9
/** Whoever may have written these must not be talked past, however sure the classifier is of another ask. */
const NEVER_OVERRULED: ReadonlySet<Ask> = new Set<Ask>([
  "complaint",
  "winback.leaving",
  "private.data",
  "allergen.cross_contact",
  "unknown.halal_kosher",
  "opt_out",
])
const LIST = /[+;:/]/

/** A word proves little against the sense of the sentence, unless it is one of several that are listed. */
function isOverruled(real: readonly Ask[], other: DetectedAsk, clause: string): boolean {
  const [proven] = real
  if (!proven || real.length > 1 || other.ask === proven || NEVER_OVERRULED.has(proven)) return false
  if (other.ask === "unknown.topic" || isSmallTalk(other.ask)) return false
  if (VAGUE.includes(proven)) return other.confidence >= SURE
  return other.confidence >= BEYOND_DOUBT && !LIST.test(clause)
}

/** Sure enough to be asked besides what the patterns have proven. */
function isAskedToo({ ask, confidence }: DetectedAsk, provenAsks: number): boolean {
  return confidence >= (provenAsks > 1 ? CERTAIN : SURE) && ask !== "unknown.topic" && !isSmallTalk(ask)
}

function readClause(clause: string, around: string): DetectedAsk[] {
  const proven = matchPatterns(clause)
  const bare = clause.replace(SALUTATION, "") || clause
  const entries: DetectedAsk[] = proven.map((ask) => ({
    ask,
    confidence: PATTERN_CONFIDENCE,
    clause,
    source: "pattern",
  }))
  const real = proven.filter((ask) => !isSmallTalk(ask))
  const guesses = guess(bare, clause, around)
  const [other] = guesses
  if (!other) return entries
  if (isOverruled(real, other, clause)) return [other]
  if (real.length > 1 || (real[0] && !VAGUE.includes(real[0])))
    return isAskedToo(other, real.length) && !proven.includes(other.ask) ? [...entries, other] : entries
  if (real.length === 0) {
    const isRest = proven.length === 0 || (other.ask !== "unknown.topic" && bare.split(" ").length > 3)
    return isRest ? [...entries, ...guesses] : entries
  }
  return entries
}

function readSentence(sentence: string, before: string | undefined): DetectedAsk[] {
  const found: DetectedAsk[] = []
  const clauses = splitClauses(sentence)
  const around = before ? `${before} ${sentence}` : sentence
  for (const clause of clauses) found.push(...readClause(clause, around))
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
  /^\W*(?:[Ss]ee you|[Tt]alk (?:to you )?(?:soon|later)|[Ll]ooking forward)(?: [\w']+){0,4}\W*$|^\W*(?:(?:kind |best |warm |many )?regards|sincerely|best wishes|all the best|yours (?:truly|sincerely)|cheers|dear (?:\w+ ?){1,3}|hello (?:team|there|everyone)|good (?:morning|afternoon|evening|day)(?: \w+)?)\W*$|^(?:[A-Z][\w'-]*\.? ?){1,3}(?:(?:and|&) (?:[A-Z][\w'-]*\.? ?){1,2})?$/

export interface AskReading {
  /** In the order of asking; at least one entry, "unknown.topic" when nothing is recognised. */
  asks: DetectedAsk[]
  /** Questions of the message that none of the asks covers, in the customer's words. */
  unread: string[]
}

/** A statement may say what the next sentence is about; a question before it asks something of its own. */
function storyBefore(sentence: string | undefined): string | undefined {
  return sentence && !isQuestionLike(sentence) ? sentence : undefined
}

/** Everything a message asks, and what of it was not recognised beside what was. */
export function readAsks(text: string): AskReading {
  const sentences = splitSentences(text)
  const asking = sentences.filter((sentence) => !SIGN_OFF.test(sentence))
  const read = (asking.length > 0 ? asking : sentences).slice(0, MOST_CLAUSES)
  const found = read.flatMap((sentence, at) => readSentence(sentence, storyBefore(read[at - 1])))
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

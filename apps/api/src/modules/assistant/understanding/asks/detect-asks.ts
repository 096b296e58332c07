import { classify } from "../classifier/classifier.ts"
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
export const UNKNOWN_BELOW = 0.34
const PATTERN_CONFIDENCE = 0.95
/** Longer texts are read up to here; the rest of a pasted novel asks nothing new. */
const MOST_CLAUSES = 24

function matchPatterns(part: string): Ask[] {
  return ASK_PATTERNS.filter(({ words, unless }) => words.test(part) && !unless?.test(part)).map(
    ({ ask }) => ask,
  )
}

function guess(clause: string): DetectedAsk | undefined {
  const [best] = classify(askClassifier(), clause)
  if (!best || !isAsk(best.label)) return undefined
  const isKnown = best.confidence >= UNKNOWN_BELOW
  return {
    ask: isKnown ? best.label : "unknown.topic",
    confidence: isKnown ? best.confidence : 1 - best.confidence,
    clause,
    source: "classifier",
  }
}

function readSentence(sentence: string): DetectedAsk[] {
  const found: DetectedAsk[] = []
  const clauses = splitClauses(sentence)
  for (const clause of clauses) {
    const proven = matchPatterns(clause)
    for (const ask of proven) found.push({ ask, confidence: PATTERN_CONFIDENCE, clause, source: "pattern" })
    if (proven.some((ask) => ask !== "greeting" && ask !== "thanks")) continue
    const other = guess(
      clause.replace(/^(?:hi|hello|hey|hola|thanks|thank you)\b[\s,!.]*(?:there)?[\s,!.]*/i, "") || clause,
    )
    if (other && proven.length === 0) found.push(other)
    else if (other && other.ask !== "unknown.topic" && clause.split(" ").length > 4) found.push(other)
  }
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

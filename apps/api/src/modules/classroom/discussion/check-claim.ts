import type { Claim } from "@myhibachi/contract/classroom"
import { contentWords, coverage } from "./content-words.ts"
import { type Figure, figuresOfValue, readFigures } from "./read-figures.ts"

/** A fact that tools or the knowledge base found; the only ground a claim may stand on. */
export interface Fact {
  id: string
  topic: string
  sentence: string
  /** What the sentence states, normalised by whoever made it. */
  values?: readonly { kind: string; normalised: unknown }[]
  source?: unknown
}

export type ClaimCheck = { isSupported: true } | { isSupported: false; problem: string; fact: string | null }

const LEAST_COVERAGE = 0.4
const MIRROR_COVERAGE = 0.8
/** Words that promise something: they must stand in the fact itself. */
const PROMISES =
  /\b(discount\w*|refund\w*|guarante\w*|promis\w*|waiv\w*|complimentary|gift\w*|coupon\w*|ignore|unlimited|voucher\w*)\b/gi
const NEGATION =
  /\b(not|no|never|cannot|can't|don't|doesn't|isn't|aren't|won't|without|neither|nor|non-\w+)\b/gi

/** Holds a claim against the facts it cites: every figure, every promise, its words and its negation. */
export function checkClaim(claim: Claim, facts: readonly Fact[]): ClaimCheck {
  const cited = facts.filter((fact) => claim.facts.includes(fact.id))
  const first = cited[0]
  if (!first) return { isSupported: false, problem: "It cites no fact that was found.", fact: null }
  const source = cited.map((fact) => `${fact.topic.replaceAll(/[._]/g, " ")} ${fact.sentence}`).join(" ")
  const problem =
    missingFigure(claim.text, cited) ??
    strayFigure(claim.text, cited) ??
    missingPromise(claim.text, source) ??
    (coverage(claim.text, source) < LEAST_COVERAGE ? "Its words are not those of the fact." : null) ??
    negationProblem(claim.text, cited)
  return problem ? { isSupported: false, problem, fact: first.id } : { isSupported: true }
}

/** @returns the figures that a fact states, from its sentence and its values. */
export function figuresOf(fact: Fact): Figure[] {
  const values = (fact.values ?? []).flatMap(({ kind, normalised }) =>
    figuresOfValue(kind, String(normalised)),
  )
  return [...readFigures(fact.sentence), ...values]
}

/** @returns whether the stated figure may stand for the known one. */
export function isSameFigure(stated: Figure, known: Figure): boolean {
  if (stated.kind !== known.kind) return false
  if (stated.unit && known.unit && stated.unit !== known.unit) return false
  if (stated.kind !== "date") return stated.value === known.value
  return (
    stated.value === known.value ||
    known.value.endsWith(`-${stated.value}`) ||
    stated.value.endsWith(`-${known.value}`)
  )
}

/** @returns the figure as a person reads it. */
export function figureName(figure: Figure): string {
  if (figure.kind === "money")
    return figure.value === "0" ? "that it is free" : `$${(Number(figure.value) / 100).toFixed(2)}`
  return `${figure.value}${figure.kind === "percent" ? " %" : ""}${figure.unit ? ` ${figure.unit}` : ""}`
}

function missingFigure(text: string, cited: Fact[]): string | null {
  const known = cited.flatMap(figuresOf)
  const missing = readFigures(text).find((figure) => !known.some((entry) => isSameFigure(figure, entry)))
  return missing ? `The fact does not say ${figureName(missing)}.` : null
}

/** A figure of the fact that was moved to another thing: "adults $30, children $55" for the reverse. */
function strayFigure(text: string, cited: Fact[]): string | null {
  const stated = clausesOf(text)
  const known = cited.flatMap((fact) => clausesOf(fact.sentence))
  for (const clause of stated) {
    const rivals = known.filter(
      (entry) => entry.figure.kind === clause.figure.kind && shared(clause.words, entry.words) > 0,
    )
    const best = Math.max(0, ...rivals.map((entry) => shared(clause.words, entry.words)))
    const nearest = rivals.filter((entry) => shared(clause.words, entry.words) === best)
    const isElsewhere =
      best > 0 &&
      !nearest.some((entry) => isSameFigure(clause.figure, entry.figure)) &&
      known.some((entry) => isSameFigure(clause.figure, entry.figure))
    if (isElsewhere) return `The fact says ${figureName(clause.figure)} about something else.`
  }
  return null
}

interface Clause {
  figure: Figure
  words: Set<string>
}

/** @returns the parts of a text that hold exactly one amount (or one percentage, time, date), with their words. */
function clausesOf(text: string): Clause[] {
  return text.split(/[;:]|,(?!\d)|\.\s|\band\b|\bbut\b|[()]/).flatMap((part) => {
    const figures = readFigures(part)
    const words = new Set(contentWords(part))
    const isAlone = (figure: Figure) => figures.filter((other) => other.kind === figure.kind).length === 1
    return words.size > 0 ? figures.filter(isAlone).map((figure) => ({ figure, words })) : []
  })
}

function shared(one: Set<string>, other: Set<string>): number {
  return [...one].filter((word) => other.has(word)).length
}

function missingPromise(text: string, source: string): string | null {
  const known = new Set([...source.matchAll(PROMISES)].map((match) => stem(match[0])))
  const missing = [...text.matchAll(PROMISES)].find((match) => !known.has(stem(match[0])))
  return missing ? `The fact does not say “${missing[0]}”.` : null
}

function stem(word: string): string {
  return word.toLowerCase().slice(0, 5)
}

/** Sentence by sentence: what mirrors a sentence of the fact must not turn its meaning. */
function negationProblem(text: string, cited: Fact[]): string | null {
  const known = cited.flatMap((fact) => sentencesOf(fact.sentence))
  const isTurned = sentencesOf(text).some((sentence) => {
    const mirrored = known.filter((entry) => coverage(entry, sentence) >= MIRROR_COVERAGE)
    return mirrored.length > 0 && mirrored.every((entry) => negations(entry) % 2 !== negations(sentence) % 2)
  })
  return isTurned ? "It says the opposite of the fact." : null
}

function sentencesOf(text: string): string[] {
  return text.split(/(?<=[.!?;])\s+/).filter((sentence) => contentWords(sentence).length > 0)
}

function negations(text: string): number {
  return text.replaceAll("’", "'").match(NEGATION)?.length ?? 0
}

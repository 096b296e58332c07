import type { Claim } from "@myhibachi/contract/classroom"
import { type Fact, figureName, figuresOf, isSameFigure } from "./check-claim.ts"
import { coverage } from "./content-words.ts"
import { type Figure, readFigures } from "./read-figures.ts"

/** The verdict over a draft; the caller's own guard has the same shape. */
export interface DraftVerdict {
  passes: boolean
  /** One sentence for each thing that is wrong, to be told to the seat that repairs it. */
  problems: string[]
}

const LEAST_OVERLAP = 0.15
const LEAST_TOLD = 0.8
const BOUND =
  /\b(under|over|above|below|than|least|most|within|until|before|after|up to|only|maximum|minimum)\s+\S*$/i
/** Ids, tags and topics are for the seats, not for customers. */
const MARKS = /\bfact:\w+|<\/?[a-z_]+>|\s\|\s|\b[a-z]+\.[a-z]+_[a-z_]+\b/i
const PROMISES = /\b(discount\w*|refund\w*|guarante\w*|waiv\w*|complimentary|gratis|voucher\w*|coupon\w*)\b/gi

/** Holds the words of an answer against all facts and the customer's own words. */
export function checkProse(
  answer: string,
  claims: readonly Claim[],
  facts: readonly Fact[],
  question: string,
): DraftVerdict {
  const problems = sentencesOf(answer).flatMap((sentence) => sentenceProblems(sentence, facts, question))
  if (MARKS.test(answer)) problems.push("It shows marks of the discussion, such as a fact's id.")
  if (claims.length > 0 && answer.trim() === "") problems.push("It has claims but says nothing.")
  if (toldShare(answer, claims) < LEAST_TOLD) problems.push("It leaves out figures that it claims.")
  return { passes: problems.length === 0, problems }
}

function sentenceProblems(sentence: string, facts: readonly Fact[], question: string): string[] {
  const near = facts.filter(
    (fact) => coverage(sentence, `${fact.topic.replaceAll(/[._]/g, " ")} ${fact.sentence}`) >= LEAST_OVERLAP,
  )
  const known = near.flatMap(figuresOf)
  const own = readFigures(question)
  const figures = readFigures(sentence)
    .filter((figure) => !known.some((entry) => isSameFigure(figure, entry)))
    .filter((figure) => !isCustomersOwn(figure, own, sentence))
    .map((figure) => `No fact says ${figureName(figure)}.`)
  const words = near.map((fact) => fact.sentence.toLowerCase()).join(" ")
  const promises = [...sentence.matchAll(PROMISES)]
    .filter((match) => !words.includes(match[0].toLowerCase().slice(0, 5)))
    .map((match) => `No fact says “${match[0]}”.`)
  return [...figures, ...promises]
}

/** Counts and dates may be repeated to the customer, but never their amounts and never as a rule. */
function isCustomersOwn(figure: Figure, own: Figure[], sentence: string): boolean {
  if (figure.kind === "money" || figure.kind === "percent") return false
  return own.some((entry) => isSameFigure(figure, entry)) && !BOUND.test(sentence.slice(0, figure.index + 1))
}

function toldShare(answer: string, claims: readonly Claim[]): number {
  const told = readFigures(answer)
  const claimed = claims.flatMap((claim) => readFigures(claim.text))
  if (claimed.length === 0) return 1
  return claimed.filter((figure) => told.some((entry) => isSameFigure(entry, figure))).length / claimed.length
}

function sentencesOf(text: string): string[] {
  return text.split(/(?<=[.!?])\s+|\n+/).filter((sentence) => sentence.trim() !== "")
}

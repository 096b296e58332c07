import type { Fact, GuardProblem } from "@myhibachi/contract/assistant"
import { extractFigures, type Figure, isSameFigure } from "./extract-figures.ts"
import { extractPromises } from "./extract-promises.ts"

export interface Evidence {
  facts: readonly Fact[]
  /** What the customer wrote in this conversation: their own numbers may be said back to them. */
  customerTexts: readonly string[]
  /** Items of the menu by their names; an item that is named must be in a fact or in the customer's words. */
  itemNames: readonly string[]
  /** Longest answer for the channel, in characters. */
  maximumCharacters: number
}

export interface DraftCheck {
  passes: boolean
  problems: GuardProblem[]
}

// Food that customers ask for and the menu does not have: a draft that offers it has made it up.
export const FOREIGN_ITEMS = [
  "wagyu",
  "kobe",
  "crab",
  "tuna",
  "lamb",
  "duck",
  "sushi",
  "sashimi",
  "ramen",
  "ribeye",
  "pork belly",
  "dessert",
  "ice cream",
  "miso soup",
]

/** Checks a draft against what was found: every value, item and promise in it must be borne by a fact. */
export function checkDraft(draft: string, evidence: Evidence): DraftCheck {
  // Full-width and other dressed-up letters read the same to a person.
  const read = draft.normalize("NFKC")
  const problems = [
    ...figureProblems(read, evidence),
    ...itemProblems(read, evidence),
    ...promiseProblems(read, evidence),
    ...formProblems(draft, evidence),
    ...lookalikeProblems(read),
  ]
  return { passes: problems.length === 0, problems }
}

function figureProblems(draft: string, evidence: Evidence): GuardProblem[] {
  const known: Pick<Figure, "kind" | "normalised">[] = [
    ...evidence.facts.flatMap((fact) => fact.values),
    ...evidence.customerTexts
      .flatMap(extractFigures)
      .filter((figure) => figure.kind !== "money" || isEcho(draft, figure)),
  ]
  return extractFigures(draft)
    .filter((figure) => !isTrivial(figure) && !known.some((value) => isSameFigure(figure, value)))
    .map((figure) => ({ kind: figure.kind, text: figure.text, reason: `No fact says "${figure.text}".` }))
}

/** An amount that only the customer named may be quoted back, but not become a price: it must stand with "you said" or a refusal. */
function isEcho(draft: string, figure: Figure): boolean {
  const at = draft.indexOf(figure.text)
  return (
    at >= 0 &&
    /\b(you (said|mentioned|wrote|asked|named)|your budget|budget of|cannot|can't|not able)\b/i.test(
      draft.slice(Math.max(0, at - 80), at + 80),
    )
  )
}

function isTrivial(figure: Figure): boolean {
  return figure.kind === "count" && (figure.normalised === "0" || figure.normalised === "1")
}

function itemProblems(draft: string, evidence: Evidence): GuardProblem[] {
  const said = lowered(
    [...evidence.facts.map((fact) => fact.sentence), ...evidence.customerTexts].join(" \n "),
  )
  const text = lowered(draft)
  const names = [...evidence.itemNames.map(lowered), ...FOREIGN_ITEMS]
  return names
    .filter((name) => mentions(text, name) && !mentions(said, name))
    .map((name) => ({ kind: "item", text: name, reason: `No fact names ${name}.` }))
}

function mentions(text: string, name: string): boolean {
  return new RegExp(`\\b${name.replace(/[^\w\s-]/g, ".")}s?\\b`).test(text)
}

function lowered(text: string): string {
  return text.toLowerCase()
}

function promiseProblems(draft: string, evidence: Evidence): GuardProblem[] {
  const borne = new Set(
    evidence.facts.flatMap((fact) => extractPromises(fact.sentence)).map((promise) => promise.kind),
  )
  return extractPromises(draft)
    .filter((promise) => promise.kind === "private" || !borne.has(promise.kind))
    .map((promise) => ({
      kind: "promise",
      text: promise.text,
      reason: `No fact bears the promise "${promise.text}".`,
    }))
}

const LOOKALIKES =
  /\p{Script=Latin}[\p{Script=Cyrillic}\p{Script=Greek}]|[\p{Script=Cyrillic}\p{Script=Greek}]\p{Script=Latin}/u

/** A word of two alphabets looks like one that the other checks would have refused. */
function lookalikeProblems(draft: string): GuardProblem[] {
  const found = LOOKALIKES.exec(draft)
  return found ? [{ kind: "form", text: found[0], reason: "A word mixes letters of two alphabets." }] : []
}

function formProblems(draft: string, evidence: Evidence): GuardProblem[] {
  const problems: GuardProblem[] = []
  if (draft.trim() === "") problems.push({ kind: "form", text: "", reason: "The draft is empty." })
  if (draft.length > evidence.maximumCharacters) {
    problems.push({
      kind: "length",
      text: `${draft.length} characters`,
      reason: "The draft is too long for the channel.",
    })
  }
  const leak =
    /\bfact:\d+|<\/?(facts|asks|peers|customer_message)\b|\bsystem prompt\b|as a language model/i.exec(draft)
  if (leak)
    problems.push({ kind: "disclosure", text: leak[0], reason: "The draft shows what is behind the scenes." })
  return problems
}

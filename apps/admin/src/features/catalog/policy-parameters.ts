import { type PolicyKey, PolicyParameters } from "@myhibachi/contract/catalog"
import { readAmount } from "../payments/read-amount.ts"
import { type ParameterWords, parameterWords } from "./policy-words.ts"
import { readPercent } from "./read-percent.ts"

/** Every parameter as it is typed. */
export type TypedParameters = Record<string, string>

/** @returns the parameters as text for the form; what the rule does not have yet is empty. */
export function typeParameters(key: PolicyKey, parameters: Record<string, unknown>): TypedParameters {
  return Object.fromEntries(
    Object.entries(parameterWords[key]).map(([name, words]) => [name, textOf(parameters[name], words)]),
  )
}

function textOf(value: unknown, { kind, choices }: ParameterWords): string {
  if (value === undefined) return choices ? (Object.keys(choices)[0] ?? "") : kind === "yes-no" ? "no" : ""
  if (typeof value === "boolean") return value ? "yes" : "no"
  if (Array.isArray(value)) return value.join(", ")
  if (typeof value === "number" && kind === "cents") return (value / 100).toFixed(2)
  if (typeof value === "number" && kind === "percent") return String(value / 100)
  return String(value)
}

type Read =
  | { parameters: Record<string, unknown>; errors: null }
  | { parameters: null; errors: Record<string, string> }

/** @returns the parameters that were typed, or what is wrong with which of them. */
export function readParameters(key: PolicyKey, typed: TypedParameters): Read {
  const words = parameterWords[key]
  const raw = Object.fromEntries(
    Object.entries(words).map(([name, word]) => [name, readTyped(typed[name] ?? "", word)]),
  )
  const parsed = PolicyParameters.shape[key].safeParse(raw)
  if (parsed.success) return { parameters: parsed.data as Record<string, unknown>, errors: null } // safe: every rule's parameters are an object
  const errors = parsed.error.issues.map(({ path, message }) => [String(path[0]), sentenceFor(message)])
  return { parameters: null, errors: Object.fromEntries(errors) }
}

function sentenceFor(message: string): string {
  return message.startsWith("Invalid") ? "Write this as in the version before." : message
}

function readTyped(text: string, { kind, choices }: ParameterWords): unknown {
  const list = text
    .split(",")
    .map((part) => part.trim())
    .filter(Boolean)
  switch (kind) {
    case "cents":
      return readAmount(text) ?? Number.NaN
    case "percent":
      return readPercent(text) ?? Number.NaN
    case "count":
      return text.trim() === "" ? Number.NaN : Number(text)
    case "yes-no":
      return text === "yes"
    case "counts":
      return list.map(Number)
    case "words":
      return choices ? text : list
    default:
      return kind satisfies never
  }
}

/** One thing that differs between two versions of a rule. */
export interface PolicyChange {
  what: string
  before: string
  after: string
}

/** @returns what differs in the figures, each under its plain words. */
export function compareParameters(
  key: PolicyKey,
  before: Record<string, unknown>,
  after: Record<string, unknown>,
): PolicyChange[] {
  const [was, is] = [typeParameters(key, before), typeParameters(key, after)]
  return Object.entries(parameterWords[key]).flatMap(([name, words]) => {
    if (was[name] === is[name]) return []
    const say = (typed: TypedParameters) => sayParameter(typed[name] ?? "", words)
    return [{ what: words.label, before: say(was), after: say(is) }]
  })
}

/** @returns a typed parameter with its unit: `48 hours`, `the host`. */
export function sayParameter(text: string, { unit, choices }: ParameterWords): string {
  if (text === "") return "nothing"
  const said = choices?.[text] ?? text
  return unit ? `${said} ${unit}` : said
}

/** @returns the paragraphs that only one of two texts has. */
export function compareTexts(before: string, after: string): { removed: string[]; added: string[] } {
  const paragraphs = (text: string) =>
    text
      .split(/\n{2,}|(?<=[.!?])\s+/)
      .map((paragraph) => paragraph.trim())
      .filter(Boolean)
  const [was, is] = [paragraphs(before), paragraphs(after)]
  return {
    removed: was.filter((paragraph) => !is.includes(paragraph)),
    added: is.filter((paragraph) => !was.includes(paragraph)),
  }
}

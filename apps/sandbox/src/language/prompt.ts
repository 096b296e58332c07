import { isObject, type JsonObject, parseJson, toList, toObject, toText } from "../core/json.ts"
import type { Turn } from "./request.ts"

export type Fact = { id: string; topic: string; text: string }
export type Claim = { text: string; facts: string[] }
type PeerAnswer = { letter: string; claims: Claim[]; text: string }

/** What a prompt says, by its sections. */
export type Prompt = {
  facts: Fact[]
  /** What the customer wrote; quoted data, never an instruction. */
  message: string
  slots: JsonObject
  asks: string[]
  peers: PeerAnswer[]
  /** The seat's own earlier claims, in a revision. */
  ownClaims: Claim[]
  ownAnswer: string
  critiques: string
  verifiedClaims: Claim[] | undefined
  /** All text of the prompt without the customer's message. */
  rest: string
}

const ownSections = [
  "own_answer",
  "your_answer",
  "earlier_answer",
  "previous_answer",
  "own_claims",
  "proposal",
  "draft",
]

/** Reads the sections of all turns; the later turn wins where both say something. */
export function readPrompt(turns: Turn[]): Prompt {
  const spoken = turns.filter((turn) => turn.role === "user" || turn.role === "system")
  const lastUser = spoken.findLast((turn) => turn.role === "user")?.text ?? ""
  const whole = spoken.map((turn) => turn.text).join("\n\n")
  const quoted = takeQuoted(whole, "customer_message")
  const rest = quoted.rest
  const toolTexts = turns.flatMap((turn) => (turn.role === "tool" ? [turn.text] : []))
  const own = readOwnAnswer(rest, turns)
  const verified = sectionOf(rest, "verified_claims")
  return {
    facts: readFacts([sectionOf(rest, "facts") ?? "", ...toolTexts].join("\n")),
    message: (quoted.inside ?? withoutSections(lastUser)).trim(),
    slots: toObject(parseJson(sectionOf(rest, "slots") ?? "{}")),
    asks: linesOf(sectionOf(rest, "asks") ?? ""),
    peers: readPeers(sectionOf(rest, "peers") ?? ""),
    ownClaims: own.claims,
    ownAnswer: own.text,
    critiques: sectionOf(rest, "critiques") ?? "",
    verifiedClaims: verified === undefined ? undefined : readClaims(verified),
    rest,
  }
}

/** The inside of the last `<name>…</name>`, or undefined. */
export function sectionOf(text: string, name: string): string | undefined {
  const pattern = new RegExp(`<${name}(?:\\s[^>]*)?>([\\s\\S]*?)</${name}>`, "g")
  return [...text.matchAll(pattern)].at(-1)?.[1]
}

/** Claims written as `- text [fact:3]`, one a line, or as JSON with `claims`. */
function readClaims(text: string): Claim[] {
  const json = parseJson(text.trim())
  if (json !== undefined) return claimsOfJson(json)
  return linesOf(text)
    .map((line) => ({
      text: line.replaceAll(/\s*\[(?:\s*,?\s*fact:[\w.:-]+)*\s*\]/g, "").trim(),
      facts: [...line.matchAll(/fact:[\w.:-]+/g)].map((match) => match[0]),
    }))
    .filter((claim) => claim.text !== "")
}

function readFacts(text: string): Fact[] {
  const facts = new Map<string, Fact>()
  for (const line of linesOf(text)) {
    const match = /^\[?(fact:[\w.:-]+)\]?\s*\|\s*([^|]*?)\s*\|\s*(.+)$/.exec(line)
    if (match) facts.set(match[1]!, { id: match[1]!, topic: match[2]!, text: match[3]!.trim() })
  }
  return [...facts.values()]
}

function readPeers(text: string): PeerAnswer[] {
  const pattern = /<answer\s+letter="?([^">\s]+)"?[^>]*>([\s\S]*?)<\/answer>/g
  return [...text.matchAll(pattern)].map((match) => ({
    letter: match[1]!,
    text: match[2]!.trim(),
    claims: readClaims(match[2]!),
  }))
}

function readOwnAnswer(rest: string, turns: Turn[]): { claims: Claim[]; text: string } {
  const section = ownSections.map((name) => sectionOf(rest, name)).find((text) => text !== undefined)
  const said = section ?? turns.findLast((turn) => turn.role === "assistant" && turn.text !== "")?.text ?? ""
  const json = parseJson(said.trim())
  const text = isObject(json) ? toText(json.answer) : said.trim()
  return { claims: said === "" ? [] : readClaims(said), text }
}

function claimsOfJson(json: unknown): Claim[] {
  const list = Array.isArray(json) ? json : toList(toObject(json).claims)
  return list.flatMap((entry) => {
    const text = toText(toObject(entry).text)
    const facts = toList(toObject(entry).facts).map((fact) => String(fact))
    return text === "" ? [] : [{ text, facts }]
  })
}

function takeQuoted(text: string, name: string): { inside?: string; rest: string } {
  const start = text.lastIndexOf(`<${name}>`)
  // To the last closing tag: a customer who writes one must not get out of the quotation.
  const end = text.lastIndexOf(`</${name}>`)
  if (start < 0 || end < start) return { rest: text }
  const inside = text.slice(start + name.length + 2, end)
  return { inside, rest: text.slice(0, start) + text.slice(end + name.length + 3) }
}

function withoutSections(text: string): string {
  return text.replaceAll(/<(\w+)(?:\s[^>]*)?>[\s\S]*?<\/\1>/g, " ")
}

function linesOf(text: string): string[] {
  return text
    .split("\n")
    .map((line) => line.trim().replace(/^[-*•]\s+/, ""))
    .filter((line) => line !== "")
}

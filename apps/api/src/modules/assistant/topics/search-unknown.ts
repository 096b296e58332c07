import { businessContactTool, searchKnowledgeTool } from "../tools/business-tools.ts"
import { CONTACT } from "../turn/routing/care-rules.ts"
import type { Turn } from "../turn/turn.ts"
import { unknownToUs } from "./care.ts"
import { ingredientFacts } from "./ingredients.ts"

// A passage that shares one word with the question is about something else more often than not.
const LEAST_SHARED_WORDS = 2
const FILLER = new Set(
  "about after again also been before book booking could does doing down each else ever from give have having hibachi just know like long make many more much need only other party people please problem really should some start than thank that their them then there these they thing this time until want wants what when where which while will with would your yours".split(
    " ",
  ),
)

/** Looks up what no ask covers; what is not found becomes a task, never a guess. */
export async function searchUnknown(turn: Turn): Promise<void> {
  if (CONTACT.test(turn.text)) await tellContact(turn)
  const isUnknown = turn.asks.length === 1 && turn.asks[0] === "unknown.topic"
  if (
    isUnknown &&
    turn.book.all().length === 0 &&
    !ingredientFacts(turn, "unknown.topic") &&
    isQuestion(turn.text)
  )
    await search(turn)
  const isTalk = turn.asks.every((ask) => ["greeting", "thanks", "emotional.support"].includes(ask))
  const isWaiting = turn.outcome.missing.size > 0 || turn.outcome.handOver.length > 0
  const isStatement = isUnknown && !isQuestion(turn.text)
  if (turn.book.all().length > 0 || isTalk || isWaiting || isStatement) return
  await unknownToUs(turn, "unknown.topic")
}

async function tellContact(turn: Turn): Promise<void> {
  const result = await turn.tools.call(businessContactTool, {})
  if (!result.ok) return
  const { name, email, phone } = result.output
  turn.book.addFromTool(
    "unknown.topic",
    businessContactTool.name,
    `You reach ${name} at ${phone} or ${email}, and a person answers in this chat too.`,
  )
}

async function search(turn: Turn): Promise<void> {
  const result = await turn.tools.call(searchKnowledgeTool, { query: turn.text.slice(0, 400), limit: 3 })
  if (!result.ok) return
  const found = result.output.find((hit) => sharedWords(turn.text, hit.passage) >= LEAST_SHARED_WORDS)
  const passage = turn.passages.find((each) => each.id === found?.passageId)
  if (passage) turn.book.addPassage("unknown.topic", passage)
}

/** @returns how many words that carry meaning the passage shares with the question. */
export function sharedWords(question: string, passage: string): number {
  const known = stemsOf(passage)
  return [...stemsOf(question)].filter((stem) => known.has(stem)).length
}

function stemsOf(text: string): Set<string> {
  const words = (text.toLowerCase().match(/[a-z]{4,}|\d+/g) ?? []).filter((word) => !FILLER.has(word))
  return new Set(words.map((word) => word.replace(/(ies|es|s|ed|ing)$/, "")))
}

/** @returns whether the text asks something. */
export function isQuestion(text: string): boolean {
  return (
    text.includes("?") ||
    /^\s*(who|what|when|where|why|how|which|is|are|do|does|did|can|could|will|would|should|may)\b/i.test(text)
  )
}

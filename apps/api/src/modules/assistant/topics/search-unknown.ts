import { businessContactTool, searchKnowledgeTool } from "../tools/business-tools.ts"
import { CONTACT } from "../turn/routing/care-rules.ts"
import type { Turn } from "../turn/turn.ts"
import { unknownToUs } from "./care.ts"
import { type FoundSentence, findSentence } from "./find-sentence.ts"
import { ingredientFacts } from "./ingredients.ts"

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
  const found = await searchSentence(turn, turn.text)
  if (found) turn.book.addSentence("unknown.topic", found.passage, found.sentence)
}

/**
 * Searches the articles by words and meaning, and in what is found the sentence that answers.
 * @returns null when no sentence shares two telling words with the question.
 */
export async function searchSentence(turn: Turn, question: string): Promise<FoundSentence | null> {
  const result = await turn.tools.call(searchKnowledgeTool, { query: question.slice(0, 400), limit: 6 })
  if (!result.ok) return null
  const ids = result.output.map(({ passageId }) => passageId)
  return findSentence(
    question,
    turn.passages.filter(({ id }) => ids.includes(id)),
  )
}

/** @returns whether the text asks something. */
export function isQuestion(text: string): boolean {
  return (
    text.includes("?") ||
    /^\s*(who|what|when|where|why|how|which|is|are|do|does|did|can|could|will|would|should|may)\b/i.test(text)
  )
}

import { OF_EATING } from "../food/food-words.ts"
import type { Turn } from "../turn/turn.ts"
import { searchSentence } from "./search-unknown.ts"
import { sharedWords } from "./stems.ts"

/** A passage that shares one word with the question is about something else more often than not. */
const LEAST_SHARED_WORDS = 2
const LONGEST_QUOTE = 90
const MOST_PARTS = 4

/**
 * Questions of the message that no ask covers: answered by the knowledge base where it speaks of them, otherwise
 * named as open, with a task for a person.
 */
export async function answerOpenParts(turn: Turn): Promise<void> {
  if (turn.understanding.mustEscalate.length > 0) return
  for (const part of turn.understanding.unread.slice(0, MOST_PARTS)) {
    if (isFood(turn, part) || isTold(turn, part) || (await isFound(turn, part))) continue
    nameAsOpen(turn, part)
  }
}

/** Read by the menu, or answered with what the young eat, in clauses that are cut otherwise. */
function isFood({ food, asks }: Turn, part: string): boolean {
  if (asks.includes("menu.little_ones") && OF_EATING.test(part)) return true
  return food.questions.some(({ clause }) => clause.includes(part) || part.includes(clause))
}

function isTold(turn: Turn, part: string): boolean {
  return turn.book.all().some((fact) => sharedWords(part, fact.sentence) >= LEAST_SHARED_WORDS)
}

async function isFound(turn: Turn, part: string): Promise<boolean> {
  const found = await searchSentence(turn, part)
  if (found) turn.book.addSentence("unknown.topic", found.passage, found.sentence, "answer")
  return found !== null
}

/** Says in the customer's own words what is still open. */
export function nameAsOpen(turn: Turn, part: string): void {
  turn.outcome.tasks.push({
    kind: "answer",
    title: "A question that the knowledge base does not answer",
    isUrgent: false,
    dueInHours: 24,
    about: quoted(part),
  })
}

function quoted(part: string): string {
  const text = part
    .replace(/\s+/g, " ")
    .replace(/^(?:and|also|so|oh|plus|but|um|ok(?:ay)?)[\s,]+/i, "")
    .replace(/[\s.,;:!?"]+$/, "")
    .replace(/"/g, "'")
  return text.length <= LONGEST_QUOTE ? text : `${text.slice(0, text.lastIndexOf(" ", LONGEST_QUOTE))} …`
}

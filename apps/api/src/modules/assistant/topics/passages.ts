import type { Turn } from "../turn/turn.ts"

/** Puts the passages of a topic into the book as the answer to the ask. */
export function addPassages(turn: Turn, ask: string, topic: string): void {
  for (const passage of turn.passages.filter((each) => each.topics.includes(topic)))
    turn.book.addPassage(ask, passage, "answer")
}

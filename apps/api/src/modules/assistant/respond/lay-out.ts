import type { CollectedFact } from "../facts/fact-book.ts"
import { bodyOf } from "./compose-answer.ts"
import type { Manner } from "./manner.ts"

/**
 * @returns prose that consists of the facts' own sentences with paragraphs and price lines as the channel likes
 * them; prose in other words stays as it is.
 */
export function layOut(text: string, facts: readonly CollectedFact[], manner: Manner): string {
  const found = facts
    .map((fact) => ({ fact, at: text.indexOf(fact.sentence) }))
    .filter(({ at }) => at >= 0)
    .sort((one, other) => one.at - other.at)
  const [first] = found
  if (!first || !manner.hasLists) return text
  let end = first.at
  for (const { fact, at } of found) {
    if (text.slice(end, at).trim() !== "") return text
    end = at + fact.sentence.length
  }
  const lead = text.slice(0, first.at).trim()
  const tail = text.slice(end).trim()
  const body = bodyOf(
    found.map(({ fact }) => fact),
    manner,
  )
  return [lead, body, tail].filter((part) => part !== "").join("\n\n")
}

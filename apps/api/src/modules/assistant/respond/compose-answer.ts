import type { CollectedFact } from "../facts/fact-book.ts"
import type { Turn } from "../turn/turn.ts"
import { closingOf } from "./close-answer.ts"
import { type Manner, mannerOf } from "./manner.ts"
import { openingOf } from "./open-answer.ts"

/** An answer in parts, so that other words for the middle can take its place. */
export interface ComposedAnswer {
  opening: string
  body: string
  closing: string
  /** The facts that the body tells. */
  told: CollectedFact[]
}

/**
 * Answers from the facts alone: each ask in its order, what decides it before what supports it, then what is
 * missing. This is what a customer gets when no model is there.
 */
export function composeAnswer(turn: Turn): ComposedAnswer {
  const manner = mannerOf(turn.conversation.channel)
  const opening = openingOf(turn)
  const closing = closingOf(turn).join(" ")
  const room = manner.maximumCharacters - opening.length - closing.length - 40
  const told = fitting(chosenFacts(turn, manner), room)
  return { opening, closing, told, body: bodyOf(told, manner) }
}

/** @returns the parts as one message of the channel. */
export function joinAnswer(turn: Turn, parts: Pick<ComposedAnswer, "opening" | "body" | "closing">): string {
  const manner = mannerOf(turn.conversation.channel)
  const hasContent = parts.body !== "" || parts.closing !== ""
  const greeting = manner.hasGreeting ? "Hello," : ""
  const farewell = manner.hasGreeting ? "Kind regards,\nMyHibachi" : ""
  const fallback =
    !hasContent && parts.opening === "" ? "I'm not sure I understood. Could you say it in other words?" : ""
  const separator = manner.hasLists ? "\n\n" : " "
  return [greeting, parts.opening, parts.body, parts.closing, fallback, farewell]
    .filter((part) => part !== "")
    .join(separator)
}

function chosenFacts(turn: Turn, manner: Manner): CollectedFact[] {
  const topics = [...new Set(["safety", ...turn.asks, ...turn.book.all().map((fact) => fact.topic)])]
  const chosen: CollectedFact[] = []
  for (const topic of topics) {
    for (const fact of turn.book.ofTopic(topic)) {
      if (fact.role === "detail" && !manner.hasDetails) continue
      if (chosen.some((other) => other.sentence === fact.sentence)) continue
      chosen.push(fact)
    }
  }
  return chosen
}

/** Drops details, then rules, from the end, until the rest fits. */
function fitting(facts: CollectedFact[], room: number): CollectedFact[] {
  const kept = [...facts]
  const length = () => kept.reduce((sum, fact) => sum + fact.sentence.length + 1, 0)
  for (const role of ["detail", "rule"] as const) {
    for (let index = kept.length - 1; index > 0 && length() > room; index -= 1) {
      if (kept[index]?.role === role) kept.splice(index, 1)
    }
  }
  while (kept.length > 1 && length() > room) kept.pop()
  return kept
}

const PRICE_LINE = /^[A-Z0-9][^.!?]{0,60}: .*(\$|free)/

/** @returns the facts' sentences as the channel likes them: price lines as a list, topics as paragraphs. */
export function bodyOf(facts: CollectedFact[], manner: Manner): string {
  if (!manner.hasLists) return facts.map((fact) => fact.sentence).join(" ")
  const paragraphs: string[] = []
  let topic = ""
  for (const fact of facts) {
    const isLine =
      (fact.topic === "price.total" || fact.topic === "booking.create") &&
      PRICE_LINE.test(fact.sentence) &&
      fact.role === "answer"
    const last = paragraphs.length - 1
    if (fact.topic !== topic || last < 0) paragraphs.push(isLine ? `- ${fact.sentence}` : fact.sentence)
    else if (isLine) paragraphs[last] += `\n- ${fact.sentence}`
    else paragraphs[last] += `${paragraphs[last]?.includes("\n- ") ? "\n" : " "}${fact.sentence}`
    topic = fact.topic
  }
  return paragraphs.join("\n\n")
}

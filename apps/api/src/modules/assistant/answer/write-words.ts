import type { Fact, GuardVerdict, Responder, Trace } from "@myhibachi/contract/assistant"
import { discuss } from "#modules/classroom/index.ts"
import { agentOf } from "../agents.ts"
import { checkDraft, type Evidence } from "../guard/check-draft.ts"
import { extractFigures } from "../guard/extract-figures.ts"
import { isHandedOver } from "../respond/close-answer.ts"
import { untoldFacts } from "../respond/complete-answer.ts"
import { type ComposedAnswer, composeAnswer, joinAnswer } from "../respond/compose-answer.ts"
import { layOut } from "../respond/lay-out.ts"
import { mannerOf } from "../respond/manner.ts"
import type { Turn } from "../turn/turn.ts"
import { asksToDiscuss } from "./asks-to-discuss.ts"
import { maskText } from "./mask-text.ts"

/** The words that go out, and how they came about. */
export interface Words {
  text: string
  responder: Responder
  confidence: number
  costMicros: number
  discussionId: string | null
  similarity: Trace["similarity"]
  guard: GuardVerdict[]
  told: ComposedAnswer["told"]
}

const DEADLINE_MS = { chat: 9000, other: 20_000 }
const BUDGET_CENTS = { faq: 2, standard: 10, complex: 30 }
const GROUNDED_CONFIDENCE = 0.9

/**
 * Finds words for the facts: the classroom's when its seats answer and the guard agrees, otherwise the grounded
 * responder's. Never throws for a provider's sake.
 */
export async function writeWords(turn: Turn, options: { mayDiscuss: boolean }): Promise<Words> {
  const composed = composeAnswer(turn)
  const grounded: Words = {
    text: joinAnswer(turn, composed),
    responder: "grounded",
    confidence: GROUNDED_CONFIDENCE,
    costMicros: 0,
    discussionId: null,
    similarity: null,
    guard: [],
    told: composed.told,
  }
  if (!options.mayDiscuss || !isWorthDiscussing(turn, composed)) return guarded(turn, grounded)
  const discussed = await discussWords(turn, composed, grounded)
  return discussed ?? guarded(turn, grounded)
}

function isWorthDiscussing(turn: Turn, composed: ComposedAnswer): boolean {
  if (composed.body === "" || turn.understanding.optOut || isHandedOver(turn)) return false
  return turn.ctx.services.isEnabled("FEATURE_MULTI_LLM")
}

async function discussWords(turn: Turn, composed: ComposedAnswer, grounded: Words): Promise<Words | null> {
  const { complexity } = turn.understanding
  const evidence = evidenceOf(turn, composed)
  const agent = agentOf(turn.understanding.emotion.recommendedAgent ?? turn.understanding.agent)
  const manner = mannerOf(turn.conversation.channel)
  const result = await discuss(turn.ctx, {
    question: turn.said,
    maskedQuestion: maskText(turn.said),
    asks: asksToDiscuss(turn.asks, turn.book.all(), composed.told),
    facts: composed.told.map(({ id, topic, sentence, values }) => ({ id, topic, sentence, values })),
    slots: {},
    agent: { name: agent.name, manner: `${agent.manner} ${manner.words}` },
    channel: turn.conversation.channel,
    complexity: complexity.score,
    deadlineMs: turn.conversation.channel === "web_chat" ? DEADLINE_MS.chat : DEADLINE_MS.other,
    budgetCents: BUDGET_CENTS[complexity.level],
    checkDraft: (text) => {
      const check = checkDraft(text, evidence)
      return { passes: check.passes, problems: check.problems.map((problem) => problem.reason) }
    },
    conversationId: turn.conversation.id,
  })
  if (result.kind === "no-seat") {
    return { ...guarded(turn, grounded), discussionId: result.discussionId, costMicros: result.costMicros }
  }
  const untold = untoldFacts(result.answer, composed.told)
  const told = layOut(result.answer.trim(), composed.told, manner)
  const body = [told, untold.map((fact) => fact.sentence).join(" ")].filter(Boolean).join("\n\n")
  const text = joinAnswer(turn, { opening: composed.opening, body, closing: composed.closing })
  const verdict = verdictOf(turn, text, "discussion")
  const cost = { costMicros: result.costMicros, discussionId: result.discussionId }
  if (!verdict.passes) {
    const safe = guarded(turn, grounded)
    return { ...safe, ...cost, guard: [verdict, ...safe.guard] }
  }
  return {
    text,
    similarity: null,
    responder: "discussion",
    confidence: result.confidence,
    guard: [verdict],
    told: composed.told,
    ...cost,
  }
}

/** Even our own templates are read by the guard; what does not pass is left to a person. */
function guarded(turn: Turn, words: Words): Words {
  const first = verdictOf(turn, words.text, "grounded")
  if (first.passes) return { ...words, guard: [...words.guard, first] }
  turn.ctx.log.error(
    { conversationId: turn.conversation.id, problems: first.problems },
    "a template failed the guard",
  )
  turn.outcome.handOver.push("an answer that could not be checked")
  const { opening, closing } = composeAnswer(turn)
  const text = joinAnswer(turn, { opening, body: UNSURE, closing })
  return {
    ...words,
    text,
    responder: "person",
    told: [],
    guard: [...words.guard, first, verdictOf(turn, text, "person")],
  }
}

const UNSURE = "I want to be sure before I answer this."

function verdictOf(turn: Turn, draft: string, author: string): GuardVerdict {
  return { draft, author, ...checkDraft(draft, evidenceOf(turn, composeAnswer(turn))) }
}

/** Everything that a draft may rest on: facts, the deterministic opening and closing, and what the customer wrote. */
function evidenceOf(turn: Turn, composed: ComposedAnswer): Evidence {
  const frame = [composed.opening, composed.closing].filter(Boolean)
  const frameFacts = frame.map((sentence, index) => frameFact(sentence, index))
  return {
    facts: [...turn.book.all(), ...frameFacts],
    customerTexts: [turn.said, turn.text],
    itemNames: turn.business.menu.items.map((item) => item.name.replace(/ \(.*\)$/, "")),
    maximumCharacters: mannerOf(turn.conversation.channel).maximumCharacters + 1500,
  }
}

/** The frame is made by our own templates from dated tasks and proposals, so its values are known. */
function frameFact(sentence: string, index: number): Fact {
  const values = extractFigures(sentence).map(({ kind, normalised }) => ({ kind, normalised }))
  return {
    id: `frame:${index + 1}`,
    topic: "frame",
    sentence,
    values,
    source: { kind: "tool", ref: "frame" },
  }
}

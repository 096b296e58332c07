import type { MessageRow } from "#modules/conversations/index.ts"
import { chooseCategory } from "#modules/understanding/index.ts"
import { isHandedOver } from "../respond/close-answer.ts"
import type { TraceRow } from "../tables.ts"
import type { Recorder } from "../traces/recorder.ts"
import type { Turn } from "../turn/turn.ts"
import { maskText } from "./mask-text.ts"
import type { Words } from "./write-words.ts"

/** @returns all that staff need to see why this was said. */
export function describeTrace(
  turn: Turn,
  message: MessageRow,
  words: Words,
  recorder: Recorder,
  agent: string,
): Omit<TraceRow, "id" | "answerId" | "at"> {
  const { understanding, conversation } = turn
  return {
    conversationId: conversation.id,
    messageId: message.id,
    channel: conversation.channel,
    agent,
    category: categoryOf(turn),
    complexity: understanding.complexity.score,
    responder: words.responder,
    escalated: isHandedOver(turn) || turn.outcome.openQuestions.length > 0,
    confidence: words.confidence,
    costMicros: words.costMicros,
    ms: recorder.elapsedMs(),
    question: maskText(turn.said).slice(0, 500),
    details: {
      answer: words.text,
      asks: turn.asks,
      slots: { message: turn.newSlots, known: turn.slots },
      emotion: { ...understanding.emotion },
      escalationReasons: [...turn.outcome.handOver, ...turn.outcome.openQuestions],
      spans: recorder.spans,
      facts: turn.book.all(),
      toolCalls: turn.tools.calls,
      similarity: words.similarity,
      discussionId: words.discussionId,
      guard: words.guard,
      versions: versionsOf(turn),
    },
  }
}

/** The category of what was answered: the router may have understood more than the words alone say. */
function categoryOf({ asks, understanding, booking }: Turn) {
  const confidences = new Map(understanding.asks.map(({ ask, confidence }) => [ask, confidence]))
  return chooseCategory({
    asks: asks.map((ask) => ({ ask, confidence: confidences.get(ask) ?? 1 })),
    emotion: understanding.emotion,
    mustEscalate: understanding.mustEscalate,
    turn: understanding.turn,
    hasBooking: booking !== null,
  })
}

function versionsOf(turn: Turn): Record<string, string> {
  const articles = turn.book.all().flatMap((fact) => (fact.source.citation ? [fact.source.citation] : []))
  return {
    priceBook: String(turn.business.priceBook.version),
    ...Object.fromEntries(articles.map((citation) => [`article:${citation.slug}`, String(citation.version)])),
  }
}

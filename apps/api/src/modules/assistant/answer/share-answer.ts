import { currentPolicies } from "#modules/catalog/index.ts"
import {
  type AdmitAnswer,
  admitAnswer,
  canonicalQuestion,
  enqueueJudgement,
  findSimilar,
  type SimilarAnswer,
} from "#modules/classroom/index.ts"
import { readKnowledgeVersion } from "#modules/knowledge/index.ts"
import type { Context } from "#platform/context.ts"
import { agentOf } from "../agents.ts"
import { channelFamily } from "../respond/manner.ts"
import type { Turn } from "../turn/turn.ts"
import { maskText } from "./mask-text.ts"
import type { Words } from "./write-words.ts"

/** The question in the form in which it can be compared with earlier ones, and what was found. */
export interface SharedQuestion {
  compared: Omit<AdmitAnswer, "template" | "passedGuard" | "discussionId">
  found: SimilarAnswer
}

/**
 * Looks whether an earlier answer's template may be used: its tools then run with this customer's slots.
 * Personal questions, complaints and questions within a talk about a booking are never shared.
 */
export async function findShared(turn: Turn): Promise<SharedQuestion | null> {
  const { embedder } = turn.ctx.providers
  const canonical = canonicalQuestion(turn.understanding)
  if (!embedder || !canonical.isCacheable || turn.bookings.length > 0) return null
  const [embedding] = await embedder.embed([canonical.masked])
  if (!embedding) return null
  const { intent, signature, polarity, masked } = canonical
  const compared = {
    scope: await scopeOf(turn),
    question: { intent, signature, polarity, masked },
    embedderId: embedder.id,
    embedding,
    isCacheable: true,
  }
  return { compared, found: await findSimilar(turn.ctx, compared) }
}

async function scopeOf(turn: Turn) {
  const { texts } = await currentPolicies(turn.ctx)
  return {
    audience: turn.customerId ? "customer" : "visitor",
    locale: turn.conversation.locale,
    channelFamily: channelFamily(turn.conversation.channel),
    knowledgeVersion: await readKnowledgeVersion(turn.ctx),
    priceBookVersion: String(turn.business.priceBook.version),
    policyVersion: texts
      .map((policy) => policy.id)
      .sort()
      .join("+"),
  }
}

/** Keeps the template of a discussed answer, or asks for a hit to be judged; in the transaction of the answer. */
export async function keepShared(
  ctx: Context,
  turn: Turn,
  shared: SharedQuestion | null,
  words: Words,
  messageId: string,
): Promise<void> {
  if (!shared) return
  if (words.responder === "discussion") {
    await admitAnswer(ctx, {
      ...shared.compared,
      template: templateOf(turn),
      passedGuard: words.guard.at(-1)?.passes ?? false,
      ...(words.discussionId ? { discussionId: words.discussionId } : {}),
    })
    return
  }
  if (words.responder !== "template" || shared.found.kind !== "hit" || !shared.found.mustJudge) return
  await enqueueJudgement(ctx, {
    hitId: messageId,
    answerId: shared.found.answerId,
    intent: shared.compared.question.intent,
    question: turn.said,
    maskedQuestion: maskText(turn.said),
    asks: turn.asks,
    facts: words.told.map(({ id, topic, sentence, values }) => ({ id, topic, sentence, values })),
    served: words.text,
    agent: agentOf(turn.understanding.agent).name,
    channel: turn.conversation.channel,
  })
}

function templateOf(turn: Turn) {
  const tools = [...new Set(turn.tools.calls.map((call) => call.tool))]
  return {
    asks: [...turn.asks],
    agent: agentOf(turn.understanding.agent).name,
    toolPlan: tools.map((tool) => ({ tool, slots: [] })),
    factTopics: [...new Set(turn.book.all().map((fact) => fact.topic))],
    sentenceIds: [
      ...new Set(
        turn.book
          .all()
          .map((fact) => `${fact.topic}:${fact.source.kind === "tool" ? fact.source.ref : "article"}`),
      ),
    ],
  }
}

import type { MessageCard } from "@myhibachi/contract/conversations"
import type { Citation } from "@myhibachi/contract/knowledge"
import type { Context } from "#platform/context.ts"
import { inTransaction } from "#platform/database/database.ts"
import { publish } from "#platform/jobs/events.ts"
import { appendMessage, findByClientId, lockConversation } from "./append-message.ts"
import { personNeeded } from "./events.ts"
import type { ConversationRow, MessageRow } from "./tables.ts"

export interface HandOver {
  reason: string
  /** For the person who takes over. */
  summary: string
  /** 0 can wait, 1 at once. */
  urgency: number
}

export interface AppendAnswer {
  conversationId: string
  /** The customer's message that is answered. */
  inReplyTo: string
  /** The conversation's fence when work on the answer began. */
  fence: number
  text: string
  sources: Citation[]
  cards: MessageCard[]
  traceId: string
  agent: string
  handOver?: HandOver
}

/**
 * Appends the assistant's answer, once for each customer message. When a person took the conversation over
 * since work began, the answer is kept as a draft for them and nothing leaves. `alongside` runs in the same
 * transaction, for the trace and for tasks that the answer promises.
 */
export async function appendAnswer(
  ctx: Context,
  input: AppendAnswer,
  alongside: (ctx: Context, answer: MessageRow) => Promise<void> = async () => {},
): Promise<MessageRow> {
  return inTransaction(ctx, async (ctx) => {
    const conversation = await lockConversation(ctx, input.conversationId)
    const clientMessageId = `answer:${input.inReplyTo}`
    const earlier = await findByClientId(ctx, conversation.id, clientMessageId)
    if (earlier) return earlier
    const isOverruled = conversation.fence !== input.fence || conversation.status === "person"
    const answer = await appendMessage(
      ctx,
      conversation,
      {
        author: "assistant",
        authorName: "MyHibachi assistant",
        text: input.text,
        status: isOverruled ? "draft" : "sent",
        clientMessageId,
        inReplyTo: input.inReplyTo,
        sources: input.sources,
        cards: input.cards,
        traceId: input.traceId,
        agent: input.agent,
      },
      isOverruled ? {} : handOverChanges(conversation, input.handOver),
    )
    if (input.handOver && !isOverruled) await tellStaff(ctx, conversation.id, input.handOver)
    await alongside(ctx, answer)
    return answer
  })
}

/** @returns the assistant's answer to a customer's message, if it is there. */
export async function findAnswer(
  ctx: Context,
  conversationId: string,
  messageId: string,
): Promise<MessageRow | undefined> {
  return findByClientId(ctx, conversationId, `answer:${messageId}`)
}

function handOverChanges(
  conversation: ConversationRow,
  handOver: HandOver | undefined,
): Partial<ConversationRow> {
  if (!handOver) return {}
  return {
    status: "needs_person",
    needsPersonReason: handOver.reason,
    handoverSummary: handOver.summary,
    urgency: Math.max(conversation.urgency, handOver.urgency),
  }
}

async function tellStaff(ctx: Context, conversationId: string, handOver: HandOver): Promise<void> {
  await publish(ctx, personNeeded, { conversationId, reason: handOver.reason, urgency: handOver.urgency })
}

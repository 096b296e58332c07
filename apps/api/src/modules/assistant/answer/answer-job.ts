import { z } from "zod"
import {
  type MessageRow,
  type ReceivedMessage,
  readConversation,
  receiveMessage,
} from "#modules/conversations/index.ts"
import type { Context } from "#platform/context.ts"
import { defineJob } from "#platform/jobs/jobs.ts"
import { answerMessage } from "./answer-message.ts"

/** Answers a message whose request died before it was answered; does nothing when there is an answer. */
export const answerJob = defineJob({
  name: "assistant.answer-message",
  schema: z.object({ messageId: z.string() }),
  run: async (ctx, { messageId }) => {
    await answerMessage(ctx, messageId)
  },
})

// The request itself answers within seconds; the job is only for the case that its process dies.
const RESCUE_AFTER_SECONDS = 45
const ANSWER_DEADLINE_MS = 20_000

/**
 * Takes a customer's message in and answers it within the deadline.
 * @returns the message, and the answer or null when it comes later, by a person or by live update.
 */
export async function chat(
  ctx: Context,
  input: { conversationId: string; clientMessageId: string; text: string },
): Promise<ReceivedMessage & { answer: MessageRow | null }> {
  const received = await receiveMessage(ctx, input, async (ctx, message) => {
    const startAfter = ctx.now().add({ seconds: RESCUE_AFTER_SECONDS })
    await ctx.services.jobs.enqueue(
      ctx,
      answerJob,
      { messageId: message.id },
      { startAfter, key: message.id },
    )
  })
  const answer = await withinDeadline(ctx, answerMessage(ctx, received.message.id))
  const conversation = await readConversation(ctx, input.conversationId)
  return { ...received, conversation, answer: answer?.status === "sent" ? answer : null }
}

async function withinDeadline(ctx: Context, answering: Promise<MessageRow>): Promise<MessageRow | null> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), ANSWER_DEADLINE_MS)
  })
  try {
    return await Promise.race([answering, late])
  } catch (error) {
    // The customer's message is kept and the job answers it; a broken tool must not lose it.
    ctx.log.error({ err: error }, "answer failed; the job tries again")
    return null
  } finally {
    clearTimeout(timer)
  }
}

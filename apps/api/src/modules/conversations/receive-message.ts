import type { Context } from "#platform/context.ts"
import { inTransaction } from "#platform/database/database.ts"
import { appendMessage, findByClientId, lockConversation } from "./append-message.ts"
import { cleanMessageText } from "./clean-text.ts"
import type { ConversationRow, MessageRow } from "./tables.ts"

export interface ReceiveMessage {
  conversationId: string
  clientMessageId: string
  text: string
}

export interface ReceivedMessage {
  conversation: ConversationRow
  message: MessageRow
  /** False when the same client message id came before. */
  isNew: boolean
}

const SUBJECT_CHARACTERS = 80

/**
 * Takes a customer's message in, once for each client message id. `alongside` runs in the same transaction
 * for a new message, so that the wish for an answer cannot get lost.
 * @throws AppError "message-empty", "message-too-long", "message-not-text", "conversation-not-found".
 */
export async function receiveMessage(
  ctx: Context,
  input: ReceiveMessage,
  alongside: (ctx: Context, message: MessageRow) => Promise<void> = async () => {},
): Promise<ReceivedMessage> {
  const text = cleanMessageText(input.text)
  return inTransaction(ctx, async (ctx) => {
    const conversation = await lockConversation(ctx, input.conversationId)
    const earlier = await findByClientId(ctx, conversation.id, input.clientMessageId)
    if (earlier) return { conversation, message: earlier, isNew: false }
    const status = conversation.status === "resolved" ? "assistant" : conversation.status
    const subject = conversation.lastSequence === 0 ? subjectOf(text) : conversation.subject
    const message = await appendMessage(
      ctx,
      conversation,
      {
        author: "customer",
        authorName: "Customer",
        text,
        status: "received",
        clientMessageId: input.clientMessageId,
      },
      { status, subject },
    )
    await alongside(ctx, message)
    return {
      conversation: { ...conversation, status, subject, lastSequence: message.sequence },
      message,
      isNew: true,
    }
  })
}

function subjectOf(text: string): string {
  const line = text.replace(/\s+/g, " ")
  return line.length <= SUBJECT_CHARACTERS ? line : `${line.slice(0, SUBJECT_CHARACTERS - 1).trimEnd()}…`
}

import { and, desc, eq } from "drizzle-orm"
import { findOrCreateCustomer } from "#modules/customers/index.ts"
import { createTask } from "#modules/tasks/index.ts"
import { queueText, readReceivedText, textReceived } from "#modules/texts/index.ts"
import type { Context } from "#platform/context.ts"
import { inTransaction } from "#platform/database/database.ts"
import { on } from "#platform/jobs/events.ts"
import { askForPerson } from "../ask-for-person.ts"
import { messageAppended } from "../events.ts"
import { readConversation, readMessage } from "../find-conversations.ts"
import { receiveMessage } from "../receive-message.ts"
import { startConversation } from "../start-conversation.ts"
import { type ConversationRow, conversations } from "../tables.ts"

const ANSWER_WITHIN_HOURS = 4

/** What somebody texts becomes part of their thread, in which a person answers. */
const receive = on(textReceived, "receive-text", async (ctx, { receiptId }) => {
  const { messageId, phone, text } = await readReceivedText(ctx, receiptId)
  if (text.trim() === "") return
  await inTransaction(ctx, async (ctx) => {
    const customer = await findOrCreateCustomer(ctx, { name: phone, phone })
    const { id: conversationId } = await threadOf(ctx, customer.id)
    await receiveMessage(ctx, { conversationId, clientMessageId: `text:${messageId}`, text }, async (ctx) => {
      await askForPerson(ctx, {
        conversationId,
        reason: "a text message",
        summary: text,
        urgency: 0.5,
      })
    })
  })
})

async function threadOf(ctx: Context, customerId: string): Promise<ConversationRow> {
  const [known] = await ctx.db
    .select()
    .from(conversations)
    .where(and(eq(conversations.customerId, customerId), eq(conversations.channel, "sms")))
    .orderBy(desc(conversations.lastMessageAt))
    .limit(1)
  // A phone number proves nothing: whoever holds it now is not told of earlier parties.
  return known ?? startConversation(ctx, { channel: "sms", customerId })
}

/** What staff write in such a thread goes to the phone; when it cannot, they are told. */
const answer = on(messageAppended, "text-answer", async (ctx, { conversationId, messageId, author }) => {
  if (author !== "staff") return
  const { channel, customerId, subject } = await readConversation(ctx, conversationId)
  if (channel !== "sms" || !customerId) return
  const { text, authorName } = await readMessage(ctx, messageId)
  const queued = await queueText(ctx, {
    key: `message:${messageId}`,
    customerId,
    topic: "conversation",
    title: `Answer of ${authorName}`,
    words: text,
    timeZone: "UTC",
    isReply: true,
  })
  if (queued.queued) return
  await createTask(ctx, {
    kind: "answer",
    title: `An answer could not be texted: ${subject}`,
    detail: `${queued.reason} Call or mail instead.`,
    dueAt: ctx.now().add({ hours: ANSWER_WITHIN_HOURS }),
    conversationId,
    customerId,
    key: `text-answer:${messageId}`,
  })
})

/** Text messages as a channel of conversations. */
export const textChannelSubscriptions = [receive, answer]

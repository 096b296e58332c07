import type { Context } from "#platform/context.ts"
import { inTransaction } from "#platform/database/database.ts"
import { publish } from "#platform/jobs/events.ts"
import { lockConversation, tellPages, updateConversation } from "./append-message.ts"
import { personNeeded } from "./events.ts"
import type { ConversationRow } from "./tables.ts"

/** Puts the conversation in front of staff; does nothing when a person is there or was asked for already. */
export async function askForPerson(
  ctx: Context,
  input: { conversationId: string; reason: string; summary: string; urgency: number },
): Promise<ConversationRow> {
  return inTransaction(ctx, async (ctx) => {
    const conversation = await lockConversation(ctx, input.conversationId)
    if (conversation.status === "person" || conversation.status === "needs_person") return conversation
    const changes = {
      status: "needs_person" as const,
      needsPersonReason: input.reason,
      handoverSummary: input.summary,
      urgency: Math.max(conversation.urgency, input.urgency),
    }
    await updateConversation(ctx, conversation.id, changes)
    await publish(ctx, personNeeded, {
      conversationId: conversation.id,
      reason: input.reason,
      urgency: input.urgency,
    })
    tellPages(ctx, conversation.id, "status")
    return { ...conversation, ...changes }
  })
}

import { addTimelineEntry } from "#modules/customers/index.ts"
import type { Context } from "#platform/context.ts"
import { inTransaction } from "#platform/database/database.ts"
import { lockConversation, updateConversation } from "./append-message.ts"

/**
 * Says whose conversation this is. `isVerified` only after a signed link or a one-time code: a name that
 * somebody typed opens nobody's data.
 */
export async function linkCustomer(
  ctx: Context,
  input: { conversationId: string; customerId: string; isVerified: boolean },
): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    const conversation = await lockConversation(ctx, input.conversationId)
    // A verified person is never replaced by a claim.
    if (conversation.verifiedAt && !input.isVerified) return
    await updateConversation(ctx, conversation.id, {
      customerId: input.customerId,
      verifiedAt: input.isVerified ? ctx.now() : null,
    })
    if (conversation.customerId === input.customerId) return
    await addTimelineEntry(ctx, {
      customerId: input.customerId,
      kind: "message",
      title: `Their conversation: ${conversation.subject}`,
      entity: "conversation",
      entityId: conversation.id,
    })
  })
}

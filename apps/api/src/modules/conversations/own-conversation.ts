import { audit } from "#platform/audit.ts"
import type { Actor, Context } from "#platform/context.ts"
import { inTransaction } from "#platform/database/database.ts"
import { AppError } from "#platform/errors.ts"
import {
  appendMessage,
  findByClientId,
  lockConversation,
  tellPages,
  updateConversation,
} from "./append-message.ts"
import { cleanMessageText } from "./clean-text.ts"
import type { ConversationRow } from "./tables.ts"

type Staff = Extract<Actor, { kind: "staff" }>

/** A person takes the conversation: from this commit on no answer of the assistant leaves. Taking over from a colleague is allowed and audited. */
export async function takeOver(ctx: Context, conversationId: string): Promise<void> {
  const staff = requireStaff(ctx)
  await inTransaction(ctx, async (ctx) => {
    const conversation = await lockConversation(ctx, conversationId)
    if (conversation.status === "person" && conversation.ownerUserId === staff.userId) return
    await updateConversation(ctx, conversationId, {
      status: "person",
      ownerUserId: staff.userId,
      ownerName: staff.name,
      fence: conversation.fence + 1,
    })
    tellPages(ctx, conversationId, "status")
    await audit(ctx, {
      action: "conversation.taken-over",
      entity: "conversation",
      entityId: conversationId,
      details: { from: conversation.ownerUserId ?? "assistant" },
    })
  })
}

/** The person hands the conversation back; the assistant answers what comes next. */
export async function giveBack(ctx: Context, conversationId: string): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    const conversation = await lockConversation(ctx, conversationId)
    requireOwner(ctx, conversation)
    await updateConversation(ctx, conversationId, {
      ...RELEASED,
      status: "assistant",
      fence: conversation.fence + 1,
    })
    tellPages(ctx, conversationId, "status")
    await audit(ctx, { action: "conversation.given-back", entity: "conversation", entityId: conversationId })
  })
}

/** Marks the matter as settled. A new message of the customer opens it again. */
export async function resolveConversation(ctx: Context, conversationId: string, note: string): Promise<void> {
  requireStaff(ctx)
  await inTransaction(ctx, async (ctx) => {
    const conversation = await lockConversation(ctx, conversationId)
    await updateConversation(ctx, conversationId, {
      ...RELEASED,
      status: "resolved",
      fence: conversation.fence + 1,
    })
    tellPages(ctx, conversationId, "status")
    await audit(ctx, {
      action: "conversation.resolved",
      entity: "conversation",
      entityId: conversationId,
      details: { note },
    })
  })
}

/** A person's answer. @throws AppError "take-over-first" when somebody else, or nobody, owns the conversation. */
export async function replyAsPerson(
  ctx: Context,
  input: { conversationId: string; clientMessageId: string; text: string },
): Promise<void> {
  const staff = requireStaff(ctx)
  const text = cleanMessageText(input.text)
  await inTransaction(ctx, async (ctx) => {
    const conversation = await lockConversation(ctx, input.conversationId)
    if (await findByClientId(ctx, conversation.id, input.clientMessageId)) return
    requireOwner(ctx, conversation)
    await appendMessage(ctx, conversation, {
      author: "staff",
      authorName: staff.name,
      text,
      status: "sent",
      clientMessageId: input.clientMessageId,
    })
  })
}

const RELEASED = { ownerUserId: null, ownerName: null, needsPersonReason: null, urgency: 0 }

function requireStaff(ctx: Context): Staff {
  if (ctx.actor.kind !== "staff") throw new AppError("forbidden", "staff-only", "Only staff may do this.")
  return ctx.actor
}

function requireOwner(ctx: Context, conversation: ConversationRow): void {
  const staff = requireStaff(ctx)
  if (conversation.ownerUserId === staff.userId) return
  const owner = conversation.ownerName ? `${conversation.ownerName} has it` : "the assistant has it"
  throw new AppError(
    "conflict",
    "take-over-first",
    `You do not own this conversation (${owner}); take it over first.`,
  )
}

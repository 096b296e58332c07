import type { Channel } from "@myhibachi/contract/conversations"
import type { Context } from "#platform/context.ts"
import { type ConversationRow, conversations } from "./tables.ts"

export interface StartThread {
  channel: Channel
  locale?: string
  /** Known when the person came with a signed link or a one-time code. */
  customerId?: string
  isVerified?: boolean
}

/** Opens a thread with nothing in it. */
export async function startConversation(ctx: Context, input: StartThread): Promise<ConversationRow> {
  const now = ctx.now()
  const row: ConversationRow = {
    id: ctx.newId("conv"),
    version: 1,
    channel: input.channel,
    status: "assistant",
    locale: input.locale ?? "en-US",
    subject: "New conversation",
    customerId: input.customerId ?? null,
    verifiedAt: input.customerId && input.isVerified ? now : null,
    ownerUserId: null,
    ownerName: null,
    fence: 0,
    needsPersonReason: null,
    handoverSummary: "",
    urgency: 0,
    lastSequence: 0,
    startedAt: now,
    lastMessageAt: now,
  }
  await ctx.db.insert(conversations).values(row)
  return row
}

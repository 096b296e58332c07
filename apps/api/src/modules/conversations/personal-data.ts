import { asc, inArray, or } from "drizzle-orm"
import type { Context } from "#platform/context.ts"
import { ERASED, type PersonalData, type PersonTrail } from "#platform/personal-data.ts"
import { conversations, messages } from "./tables.ts"

/** That somebody wrote stays for the counts; what was said goes. */
export const conversationsPersonalData: PersonalData = { find, copy, erase }

async function find(ctx: Context, trail: PersonTrail): Promise<void> {
  const rows = await ctx.db
    .select({ id: conversations.id })
    .from(conversations)
    .where(
      or(inArray(conversations.customerId, trail.customerIds), inArray(conversations.id, [...trail.ids])),
    )
  for (const { id } of rows) trail.ids.add(id)
}

async function copy(ctx: Context, trail: PersonTrail): Promise<Record<string, object[]>> {
  const said = await ctx.db
    .select()
    .from(messages)
    .where(inArray(messages.conversationId, [...trail.ids]))
    .orderBy(asc(messages.sentAt), asc(messages.sequence))
  return {
    Messages: said
      .filter(({ status }) => status === "received" || status === "sent")
      .map(({ sentAt, authorName, text }) => ({ at: sentAt.toString(), from: authorName, text })),
  }
}

async function erase(ctx: Context, trail: PersonTrail): Promise<void> {
  const ids = [...trail.ids]
  await ctx.db
    .update(conversations)
    .set({ subject: ERASED, handoverSummary: ERASED, needsPersonReason: null, verifiedAt: null })
    .where(inArray(conversations.id, ids))
  await ctx.db
    .update(messages)
    .set({ text: ERASED, authorName: ERASED, cards: [], sources: [] })
    .where(inArray(messages.conversationId, ids))
}

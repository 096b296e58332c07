import { eq } from "drizzle-orm"
import type { Context } from "#platform/context.ts"
import { memories } from "../tables.ts"
import { type Memory, NO_MEMORY } from "./memory.ts"

/** @returns what is kept of the conversation; nothing for a new one. */
export async function readMemory(ctx: Context, conversationId: string): Promise<Memory> {
  const [row] = await ctx.db.select().from(memories).where(eq(memories.conversationId, conversationId))
  return row?.memory ?? NO_MEMORY
}

/** Keeps the memory for the next turn, in the caller's transaction. */
export async function keepMemory(ctx: Context, conversationId: string, memory: Memory): Promise<void> {
  const row = { memory, updatedAt: ctx.now() }
  await ctx.db
    .insert(memories)
    .values({ conversationId, ...row })
    .onConflictDoUpdate({ target: memories.conversationId, set: row })
}

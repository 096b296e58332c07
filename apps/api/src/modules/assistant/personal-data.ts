import { inArray } from "drizzle-orm"
import type { PersonalData } from "#platform/personal-data.ts"
import { memories, traces } from "./tables.ts"

/** What was understood of somebody's messages, and why they were answered so. The messages are their copy. */
export const assistantPersonalData: PersonalData = {
  find: async () => {},
  copy: async () => ({}),
  erase: async (ctx, trail) => {
    const ids = [...trail.ids]
    await ctx.db.delete(memories).where(inArray(memories.conversationId, ids))
    await ctx.db.delete(traces).where(inArray(traces.conversationId, ids))
  },
}

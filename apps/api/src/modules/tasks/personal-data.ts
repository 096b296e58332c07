import { desc, inArray, or, sql } from "drizzle-orm"
import type { Context } from "#platform/context.ts"
import { ERASED, type PersonalData, type PersonTrail } from "#platform/personal-data.ts"
import { tasks } from "./tables.ts"

/** What people were asked to do about somebody. */
export const tasksPersonalData: PersonalData = { find: async () => {}, copy, erase }

async function copy(ctx: Context, trail: PersonTrail): Promise<Record<string, object[]>> {
  const rows = await ctx.db.select().from(tasks).where(isAbout(trail)).orderBy(desc(tasks.createdAt))
  return {
    "What our team noted to do": rows.map(({ title, detail, createdAt, outcome }) => ({
      at: createdAt.toString(),
      title,
      detail,
      outcome,
    })),
  }
}

/** What is still open about somebody of whom nothing is known any more is done. */
async function erase(ctx: Context, trail: PersonTrail): Promise<void> {
  await ctx.db
    .update(tasks)
    .set({
      // A cause may name a guest.
      key: null,
      title: ERASED,
      detail: null,
      outcome: null,
      doneAt: sql`coalesce(${tasks.doneAt}, ${ctx.now().toString()}::timestamptz)`,
      doneBy: sql`coalesce(${tasks.doneBy}, 'system:erasure')`,
    })
    .where(isAbout(trail))
}

function isAbout(trail: PersonTrail) {
  const ids = [...trail.ids]
  return or(
    inArray(tasks.customerId, trail.customerIds),
    inArray(tasks.bookingId, ids),
    inArray(tasks.conversationId, ids),
    // A task that has no other link names its cause: `lead:<id>:…`.
    inArray(sql`split_part(${tasks.key}, ':', 2)`, ids),
  )
}

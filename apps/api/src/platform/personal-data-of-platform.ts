import { or, sql } from "drizzle-orm"
import { idempotencyKeys } from "#platform/http/idempotency.ts"
import { type PersonalData, type PersonTrail, searchableWords } from "#platform/personal-data.ts"

/** Kept answers to repeated requests, and the queue: both may hold what somebody sent. */
export const platformPersonalData: PersonalData = {
  find: async () => {},
  copy: async () => ({}),
  erase: async (ctx, trail) => {
    const marks = marksOf(trail)
    await ctx.db
      .delete(idempotencyKeys)
      .where(or(...marks.map((mark) => contains(sql`${idempotencyKeys.response}::text`, mark))))
    await ctx.services.jobs.forget(ctx, marks)
  },
}

function marksOf(trail: PersonTrail): string[] {
  return [...trail.ids, ...searchableWords(trail)]
}

function contains(text: ReturnType<typeof sql>, mark: string) {
  return sql`strpos(lower(${text}), ${mark.toLowerCase()}) > 0`
}

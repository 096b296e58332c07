import { inArray } from "drizzle-orm"
import type { PersonalData } from "#platform/personal-data.ts"
import { accessCodes } from "./tables.ts"

/** One-time codes and the addresses that they went to. */
export const accessPersonalData: PersonalData = {
  find: async () => {},
  copy: async () => ({}),
  erase: async (ctx, trail) => {
    await ctx.db.delete(accessCodes).where(inArray(accessCodes.email, [...trail.words]))
  },
}

import { inArray } from "drizzle-orm"
import type { PersonalData } from "#platform/personal-data.ts"
import { customerSessions } from "./tables.ts"

/** The short sessions of customers end with what they open. */
export const identityPersonalData: PersonalData = {
  find: async () => {},
  copy: async () => ({}),
  erase: async (ctx, trail) => {
    await ctx.db.delete(customerSessions).where(inArray(customerSessions.customerId, trail.customerIds))
  },
}

import type { Context } from "#platform/context.ts"
import { business } from "./tables.ts"

export type BusinessRecord = typeof business.$inferSelect

/** @returns who the customers deal with, and what is always true about the kitchen. */
export async function readBusiness(ctx: Context): Promise<BusinessRecord> {
  const [row] = await ctx.db.select().from(business).limit(1)
  if (!row) throw new Error("The business record is missing; the seed has not run.")
  return row
}

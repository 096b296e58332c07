import type { CustomerMerge } from "@myhibachi/contract/customers"
import { and, desc, eq, isNull } from "drizzle-orm"
import type { Context } from "#platform/context.ts"
import { isPerson } from "../family.ts"
import { customers, merges } from "../tables.ts"

/** @returns who was found to be this person and still is, the newest first. */
export async function readMerges(ctx: Context, customerId: string): Promise<CustomerMerge[]> {
  const rows = await ctx.db
    .select({ merge: merges, mergedName: customers.name })
    .from(merges)
    .innerJoin(customers, eq(customers.id, merges.mergedId))
    .where(and(isNull(merges.undoneAt), isPerson(merges.survivorId, customerId)))
    .orderBy(desc(merges.mergedAt), desc(merges.id))
  return rows.map(({ merge: { id, mergedId, reason, mergedBy, mergedAt }, mergedName }) => ({
    id,
    mergedId,
    mergedName,
    reason,
    mergedBy,
    mergedAt: mergedAt.toString(),
  }))
}

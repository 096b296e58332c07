import { and, eq, isNotNull, ne, or, sql } from "drizzle-orm"
import { audit } from "#platform/audit.ts"
import type { Context } from "#platform/context.ts"
import { inTransaction } from "#platform/database/database.ts"
import {
  addresses,
  consents,
  customers,
  distinctPairs,
  identities,
  notes,
  sharedContacts,
  timeline,
} from "./tables.ts"

/**
 * Takes a customer away whom nobody has worked with since they were written: one version, nothing on the
 * timeline, no consent, no address. Later modules say for themselves whether they know the customer.
 * @returns false when there is something to keep.
 */
export async function forgetUnusedCustomer(ctx: Context, input: { customerId: string }): Promise<boolean> {
  return inTransaction(ctx, async (ctx) => {
    const { customerId } = input
    const [row] = await ctx.db.select().from(customers).where(eq(customers.id, customerId)).for("update")
    if (!row) return true
    if (row.version > 1 || (await isKnown(ctx, customerId))) return false
    await ctx.db.delete(notes).where(eq(notes.customerId, customerId))
    for (const pairs of [sharedContacts, distinctPairs])
      await ctx.db.delete(pairs).where(or(eq(pairs.oneId, customerId), eq(pairs.otherId, customerId)))
    await ctx.db.delete(identities).where(eq(identities.customerId, customerId))
    await ctx.db.delete(customers).where(eq(customers.id, customerId))
    await audit(ctx, { action: "customer.removed", entity: "customer", entityId: customerId })
    return true
  })
}

async function isKnown(ctx: Context, customerId: string): Promise<boolean> {
  const one = { one: sql`1` }
  const isWritten = await ctx.db
    .select(one)
    .from(notes)
    // The import's own note goes with the customer.
    .where(and(eq(notes.customerId, customerId), ne(sql`left(${notes.author}, 14)`, "system:import:")))
  const isVerified = await ctx.db
    .select(one)
    .from(identities)
    .where(and(eq(identities.customerId, customerId), isNotNull(identities.verifiedAt)))
  const found = [
    isWritten,
    isVerified,
    await ctx.db.select(one).from(timeline).where(eq(timeline.customerId, customerId)).limit(1),
    await ctx.db.select(one).from(addresses).where(eq(addresses.customerId, customerId)).limit(1),
    await ctx.db.select(one).from(consents).where(eq(consents.customerId, customerId)).limit(1),
  ]
  return found.some((rows) => rows.length > 0)
}

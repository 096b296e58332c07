import type { Customer, MergeCustomers } from "@myhibachi/contract/customers"
import { asc, eq, inArray, sql } from "drizzle-orm"
import { audit } from "#platform/audit.ts"
import { actorName, type Context } from "#platform/context.ts"
import { inTransaction } from "#platform/database/database.ts"
import { AppError } from "#platform/errors.ts"
import { readCustomer } from "../find-customers.ts"
import type { CustomerRow } from "../find-or-create-customer.ts"
import { requireCustomer } from "../require-customer.ts"
import { customers, merges } from "../tables.ts"
import { addTimelineEntry } from "../timeline.ts"

/**
 * Makes two people one: the other one points at the survivor, and every read by person follows the pointer.
 * No row of any module is rewritten, so that an undo gives each back exactly what was theirs.
 * @throws AppError "customer-not-found", "same-customer" (422), "customer-erased" (410).
 */
export async function mergeCustomers(
  ctx: Context,
  input: MergeCustomers & { customerId: string },
): Promise<Customer> {
  return inTransaction(ctx, async (ctx) => {
    const { survivor, other } = await lockBoth(ctx, input.customerId, input.otherId)
    await ctx.db
      .update(customers)
      .set({ mergedInto: survivor.id, version: sql`${customers.version} + 1` })
      .where(eq(customers.id, other.id))
    await ctx.db
      .update(customers)
      .set({ version: sql`${customers.version} + 1` })
      .where(eq(customers.id, survivor.id))
    const id = ctx.newId("mrg")
    await ctx.db.insert(merges).values({
      id,
      survivorId: survivor.id,
      mergedId: other.id,
      reason: input.reason,
      mergedBy: actorName(ctx.actor),
      mergedAt: ctx.now(),
    })
    await addTimelineEntry(ctx, {
      customerId: survivor.id,
      kind: "merge",
      title: `Found to be the same person as ${other.name}`,
      detail: input.reason,
      entity: "merge",
      entityId: id,
    })
    const customer = await readCustomer(ctx, { customerId: survivor.id })
    await audit(ctx, {
      action: "customer.merged",
      entity: "customer",
      entityId: survivor.id,
      details: { mergeId: id, mergedId: other.id },
    })
    return customer
  })
}

/** Both as they stand now; locked in one order, so that two merges at once cannot make a circle or a deadlock. */
async function lockBoth(
  ctx: Context,
  customerId: string,
  otherId: string,
): Promise<{ survivor: CustomerRow; other: CustomerRow }> {
  const given = [await requireCustomer(ctx, customerId), await requireCustomer(ctx, otherId)]
  const ids = given.map(({ id }) => id)
  const rows = await ctx.db
    .select()
    .from(customers)
    .where(inArray(customers.id, ids))
    .orderBy(asc(customers.id))
    .for("update")
  const survivor = rows.find(({ id }) => id === ids[0])
  const other = rows.find(({ id }) => id === ids[1])
  if (!survivor || !other) throw new Error("A customer has gone while being locked.")
  if (survivor.id === other.id) {
    throw new AppError("unprocessable", "same-customer", "These are one person already; nothing to merge.")
  }
  if (survivor.erasedAt || other.erasedAt) {
    throw new AppError("gone", "customer-erased", "A person whose data was erased cannot be merged.")
  }
  if (survivor.mergedInto || other.mergedInto) {
    throw new AppError("conflict", "merged-meanwhile", "One of them was merged meanwhile; read them again.")
  }
  return { survivor, other }
}

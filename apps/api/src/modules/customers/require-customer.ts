import { eq } from "drizzle-orm"
import type { Context } from "#platform/context.ts"
import { AppError, notFound } from "#platform/errors.ts"
import { survivorId } from "./family.ts"
import type { CustomerRow } from "./find-or-create-customer.ts"
import { customers } from "./tables.ts"

/** @returns the row of the person, or of whom they were merged into; null when nobody has the id. */
export async function findCustomer(ctx: Context, customerId: string): Promise<CustomerRow | null> {
  const [row] = await ctx.db
    .select()
    .from(customers)
    .where(eq(customers.id, survivorId(customerId)))
  return row ?? null
}

/** @returns the row of the person, or of whom they were merged into. @throws AppError "customer-not-found". */
export async function requireCustomer(ctx: Context, customerId: string): Promise<CustomerRow> {
  const row = await findCustomer(ctx, customerId)
  if (!row) throw notFound("customer", customerId)
  return row
}

/** Locks the person for a change. @throws AppError "customer-not-found", "customer-erased" (410). */
export async function lockCustomer(ctx: Context, customerId: string): Promise<CustomerRow> {
  const [row] = await ctx.db
    .select()
    .from(customers)
    .where(eq(customers.id, survivorId(customerId)))
    .for("update")
  if (!row) throw notFound("customer", customerId)
  if (row.erasedAt) {
    throw new AppError("gone", "customer-erased", "This person's data was erased; nothing can be added.")
  }
  return row
}

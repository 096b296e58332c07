import type { Contact } from "@myhibachi/contract/customers"
import { and, eq, or } from "drizzle-orm"
import type { Context } from "#platform/context.ts"
import { inTransaction } from "#platform/database/database.ts"
import { type ContactInput, type ContactKey, normaliseContact } from "./normalise-contact.ts"
import { customers, identities } from "./tables.ts"

export type CustomerRow = typeof customers.$inferSelect

/**
 * Finds the person by e-mail or phone, or makes one. A contact that points at two persons stays with the
 * one of the e-mail address; merging is a decision of staff.
 * @throws AppError "phone-invalid".
 */
export async function findOrCreateCustomer(ctx: Context, contact: Contact): Promise<CustomerRow> {
  const keys = normaliseContact(contact)
  return inTransaction(ctx, async (ctx) => {
    const known = await findByKeys(ctx, keys)
    const customer = known ?? (await createCustomer(ctx, contact.name, keys))
    await attach(ctx, customer.id, keys)
    // Somebody else may have attached the same address in this moment: the unique identity decides who it is.
    const owner = known ?? (await findByKeys(ctx, keys)) ?? customer
    if (owner.id !== customer.id) await ctx.db.delete(customers).where(eq(customers.id, customer.id))
    return owner
  })
}

/** @returns the person with this e-mail or phone, or null. @throws AppError "phone-invalid". */
export async function findCustomerByContact(
  ctx: Context,
  contact: ContactInput,
): Promise<CustomerRow | null> {
  return (await findByKeys(ctx, normaliseContact(contact))) ?? null
}

async function findByKeys(ctx: Context, keys: ContactKey[]): Promise<CustomerRow | undefined> {
  if (keys.length === 0) return undefined
  const rows = await ctx.db
    .select({ customer: customers, kind: identities.kind })
    .from(identities)
    .innerJoin(customers, eq(customers.id, identities.customerId))
    .where(or(...keys.map((key) => and(eq(identities.kind, key.kind), eq(identities.value, key.value)))))
  return (rows.find((row) => row.kind === "email") ?? rows[0])?.customer
}

async function createCustomer(ctx: Context, name: string, keys: ContactKey[]): Promise<CustomerRow> {
  const [row] = await ctx.db
    .insert(customers)
    .values({
      id: ctx.newId("cus"),
      name,
      email: keys.find((key) => key.kind === "email")?.value ?? null,
      phone: keys.find((key) => key.kind === "phone")?.value ?? null,
      createdAt: ctx.now(),
      lastActivityAt: ctx.now(),
    })
    .returning()
  if (!row) throw new Error("The customer was not written.")
  return row
}

async function attach(ctx: Context, customerId: string, keys: ContactKey[]): Promise<void> {
  for (const key of keys) {
    await ctx.db
      .insert(identities)
      .values({ id: ctx.newId("cid"), customerId, ...key, createdAt: ctx.now() })
      .onConflictDoNothing()
  }
}

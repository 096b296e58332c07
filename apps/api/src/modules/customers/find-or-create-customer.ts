import type { Contact } from "@myhibachi/contract/customers"
import { and, eq, or } from "drizzle-orm"
import type { Context } from "#platform/context.ts"
import { inTransaction } from "#platform/database/database.ts"
import { survivorId } from "./family.ts"
import { type ContactInput, type ContactKey, normaliseContact } from "./normalise-contact.ts"
import { customers, identities, sharedContacts } from "./tables.ts"

export type CustomerRow = typeof customers.$inferSelect

/**
 * Finds the person by e-mail or phone, or makes one. A contact that points at two persons stays with the
 * one of the e-mail address and is remembered as a hint; merging is a decision of staff.
 * @throws AppError "phone-invalid".
 */
export async function findOrCreateCustomer(ctx: Context, contact: Contact): Promise<CustomerRow> {
  return (await matchOrCreate(ctx, contact)).customer
}

/** As `findOrCreateCustomer`, and says whether the person is new. @throws AppError "phone-invalid". */
export async function matchOrCreate(
  ctx: Context,
  contact: Contact,
): Promise<{ customer: CustomerRow; isNew: boolean }> {
  const keys = normaliseContact(contact)
  return inTransaction(ctx, async (ctx) => {
    const matches = await findByKeys(ctx, keys)
    const known = await stillThere(ctx, preferred(matches))
    if (known) await rememberShared(ctx, known, matches)
    const customer = known ?? (await createCustomer(ctx, contact.name, keys))
    await attach(ctx, customer.id, keys)
    if (known) return { customer, isNew: false }
    // Somebody else may have attached the same address in this moment: the unique identity decides who it is.
    const owner = preferred(await findByKeys(ctx, keys)) ?? customer
    if (owner.id !== customer.id) await ctx.db.delete(customers).where(eq(customers.id, customer.id))
    return { customer: owner, isNew: owner.id === customer.id }
  })
}

/** @returns the person with this e-mail or phone, or null. @throws AppError "phone-invalid". */
export async function findCustomerByContact(
  ctx: Context,
  contact: ContactInput,
): Promise<CustomerRow | null> {
  return preferred(await findByKeys(ctx, normaliseContact(contact))) ?? null
}

interface Match {
  customer: CustomerRow
  kind: ContactKey["kind"]
}

async function findByKeys(ctx: Context, keys: ContactKey[]): Promise<Match[]> {
  if (keys.length === 0) return []
  return ctx.db
    .select({ customer: customers, kind: identities.kind })
    .from(identities)
    .innerJoin(customers, eq(customers.id, survivorId(identities.customerId)))
    .where(or(...keys.map((key) => and(eq(identities.kind, key.kind), eq(identities.value, key.value)))))
}

function preferred(matches: Match[]): CustomerRow | undefined {
  return (matches.find((match) => match.kind === "email") ?? matches[0])?.customer
}

/** Waits for an erasure that runs now: whoever is erased is not found again. */
async function stillThere(ctx: Context, found: CustomerRow | undefined): Promise<CustomerRow | undefined> {
  if (!found) return undefined
  const [row] = await ctx.db.select().from(customers).where(eq(customers.id, found.id)).for("key share")
  return row && !row.erasedAt ? row : undefined
}

async function rememberShared(ctx: Context, known: CustomerRow, matches: Match[]): Promise<void> {
  for (const { customer, kind } of matches) {
    if (customer.id === known.id) continue
    const [oneId, otherId] = [known.id, customer.id].sort() as [string, string] // safe: two are given
    await ctx.db.insert(sharedContacts).values({ oneId, otherId, kind, at: ctx.now() }).onConflictDoNothing()
  }
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

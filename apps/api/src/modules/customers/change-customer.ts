import type { AddNote, Customer, Place, SetConsent, UpdateCustomer } from "@myhibachi/contract/customers"
import { and, eq, sql } from "drizzle-orm"
import { audit } from "#platform/audit.ts"
import { actorName, type Context } from "#platform/context.ts"
import { inTransaction } from "#platform/database/database.ts"
import { readCustomer, requireCustomer } from "./find-customers.ts"
import { addresses, consents, customers, notes } from "./tables.ts"

/** Changes the name. @throws AppError "customer-not-found". */
export async function updateCustomer(
  ctx: Context,
  input: UpdateCustomer & { customerId: string },
): Promise<Customer> {
  return inTransaction(ctx, async (ctx) => {
    await requireCustomer(ctx, input.customerId)
    await ctx.db
      .update(customers)
      .set({ name: input.name, version: sql`${customers.version} + 1` })
      .where(eq(customers.id, input.customerId))
    const customer = await readCustomer(ctx, input)
    await audit(ctx, { action: "customer.updated", entity: "customer", entityId: input.customerId })
    return customer
  })
}

/** Adds an internal note. @throws AppError "customer-not-found". */
export async function addNote(ctx: Context, input: AddNote & { customerId: string }): Promise<Customer> {
  return inTransaction(ctx, async (ctx) => {
    await requireCustomer(ctx, input.customerId)
    await writeNote(ctx, input)
    const customer = await readCustomer(ctx, input)
    await audit(ctx, { action: "customer.note-added", entity: "customer", entityId: input.customerId })
    return customer
  })
}

/** Writes a note as part of something else that is audited as a whole. */
export async function writeNote(ctx: Context, input: AddNote & { customerId: string }): Promise<void> {
  const author = ctx.actor.kind === "staff" ? ctx.actor.name : actorName(ctx.actor)
  const { customerId, text } = input
  await ctx.db.insert(notes).values({ id: ctx.newId("note"), customerId, author, text, at: ctx.now() })
}

/** Records what the person allows, with how we know. @throws AppError "customer-not-found". */
export async function setConsent(
  ctx: Context,
  input: SetConsent & { customerId: string },
): Promise<Customer> {
  return inTransaction(ctx, async (ctx) => {
    await requireCustomer(ctx, input.customerId)
    await ctx.db.insert(consents).values({ ...input, id: ctx.newId("con"), at: ctx.now() })
    const customer = await readCustomer(ctx, input)
    const details = { channel: input.channel, scope: input.scope, isGranted: input.isGranted }
    await audit(ctx, {
      action: "customer.consent-set",
      entity: "customer",
      entityId: input.customerId,
      details,
    })
    return customer
  })
}

/** Remembers where the person had or will have a party; once for each address. */
export async function rememberAddress(
  ctx: Context,
  input: { customerId: string; place: Place },
): Promise<void> {
  const known = await ctx.db
    .select({ id: addresses.id })
    .from(addresses)
    .where(
      and(
        eq(addresses.customerId, input.customerId),
        sql`${addresses.place}->>'formatted' = ${input.place.formatted}`,
      ),
    )
  if (known.length > 0) return
  await ctx.db.insert(addresses).values({ ...input, id: ctx.newId("adr"), createdAt: ctx.now() })
}

import type { AddNote, Contact, Customer, UpdateCustomer } from "@myhibachi/contract/customers"
import { eq, sql } from "drizzle-orm"
import { audit } from "#platform/audit.ts"
import { actorName, type Context } from "#platform/context.ts"
import { inTransaction } from "#platform/database/database.ts"
import { readCustomer } from "./find-customers.ts"
import { type CustomerRow, matchOrCreate } from "./find-or-create-customer.ts"
import { lockCustomer } from "./require-customer.ts"
import { customers, notes } from "./tables.ts"
import { addTimelineEntry } from "./timeline.ts"

/** Adds a person, or finds the one with this e-mail or phone. @throws AppError "phone-invalid". */
export async function addCustomer(
  ctx: Context,
  contact: Contact,
): Promise<{ customer: Customer; isNew: boolean }> {
  return inTransaction(ctx, async (ctx) => {
    const { customer: row, isNew } = await matchOrCreate(ctx, contact)
    const customer = await readCustomer(ctx, { customerId: row.id })
    if (isNew) await audit(ctx, { action: "customer.added", entity: "customer", entityId: row.id })
    return { customer, isNew }
  })
}

/**
 * Changes name or tags. `check` judges the row that is locked for the change.
 * @throws AppError "customer-not-found", "customer-erased", and what `check` throws.
 */
export async function updateCustomer(
  ctx: Context,
  input: UpdateCustomer & { customerId: string },
  check: (row: CustomerRow) => void,
): Promise<Customer> {
  return inTransaction(ctx, async (ctx) => {
    const row = await lockCustomer(ctx, input.customerId)
    check(row)
    await ctx.db
      .update(customers)
      .set({
        name: input.name ?? row.name,
        tags: input.tags ? [...new Set(input.tags)].toSorted() : row.tags,
        version: sql`${customers.version} + 1`,
      })
      .where(eq(customers.id, row.id))
    const customer = await readCustomer(ctx, { customerId: row.id })
    const details = { changed: Object.keys(input).filter((name) => name !== "customerId") }
    await audit(ctx, { action: "customer.updated", entity: "customer", entityId: row.id, details })
    return customer
  })
}

/** Adds an internal note. @throws AppError "customer-not-found", "customer-erased". */
export async function addNote(ctx: Context, input: AddNote & { customerId: string }): Promise<Customer> {
  return inTransaction(ctx, async (ctx) => {
    const { id: customerId } = await lockCustomer(ctx, input.customerId)
    await writeNote(ctx, { ...input, customerId })
    await addTimelineEntry(ctx, { customerId, kind: "note", title: "Note", detail: input.text.slice(0, 280) })
    const customer = await readCustomer(ctx, { customerId })
    await audit(ctx, { action: "customer.note-added", entity: "customer", entityId: customerId })
    return customer
  })
}

/** Writes a note as part of something else that is audited as a whole. */
export async function writeNote(ctx: Context, input: AddNote & { customerId: string }): Promise<void> {
  const author = ctx.actor.kind === "staff" ? ctx.actor.name : actorName(ctx.actor)
  const { customerId, text } = input
  await ctx.db.insert(notes).values({ id: ctx.newId("note"), customerId, author, text, at: ctx.now() })
}

import type { AddAddress, Customer, Place } from "@myhibachi/contract/customers"
import { and, eq, sql } from "drizzle-orm"
import { audit } from "#platform/audit.ts"
import type { Context } from "#platform/context.ts"
import { inTransaction } from "#platform/database/database.ts"
import { AppError, invalidField, notFound } from "#platform/errors.ts"
import { isPerson } from "../family.ts"
import { readCustomer } from "../find-customers.ts"
import { lockCustomer, requireCustomer } from "../require-customer.ts"
import { addresses } from "../tables.ts"

/**
 * Looks an address up and keeps it with how well it is known.
 * @throws AppError "customer-not-found", "address-unknown" (400), "address-ambiguous" (400) with the places that it may mean, "maps-unavailable".
 */
export async function addAddress(
  ctx: Context,
  input: AddAddress & { customerId: string },
): Promise<Customer> {
  await requireCustomer(ctx, input.customerId)
  const place = await locate(ctx, input.text)
  return inTransaction(ctx, async (ctx) => {
    const { id: customerId } = await lockCustomer(ctx, input.customerId)
    await rememberAddress(ctx, { customerId, place })
    if (input.isDefault)
      await markDefault(ctx, customerId, sql`${addresses.place}->>'formatted' = ${place.formatted}`)
    const customer = await readCustomer(ctx, { customerId })
    await audit(ctx, { action: "customer.address-added", entity: "customer", entityId: customerId })
    return customer
  })
}

/** Makes one address the one of the next party. @throws AppError "customer-not-found", "address-not-found". */
export async function chooseAddress(
  ctx: Context,
  input: { customerId: string; addressId: string },
): Promise<Customer> {
  return inTransaction(ctx, async (ctx) => {
    const { id: customerId } = await lockCustomer(ctx, input.customerId)
    await requireAddress(ctx, customerId, input.addressId)
    await markDefault(ctx, customerId, eq(addresses.id, input.addressId))
    const customer = await readCustomer(ctx, { customerId })
    await audit(ctx, { action: "customer.address-chosen", entity: "customer", entityId: customerId })
    return customer
  })
}

/** Forgets an address; parties there stay as they are. @throws AppError "customer-not-found", "address-not-found". */
export async function removeAddress(
  ctx: Context,
  input: { customerId: string; addressId: string },
): Promise<Customer> {
  return inTransaction(ctx, async (ctx) => {
    const { id: customerId } = await lockCustomer(ctx, input.customerId)
    await requireAddress(ctx, customerId, input.addressId)
    await ctx.db.delete(addresses).where(eq(addresses.id, input.addressId))
    const customer = await readCustomer(ctx, { customerId })
    await audit(ctx, { action: "customer.address-removed", entity: "customer", entityId: customerId })
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
        isPerson(addresses.customerId, input.customerId),
        sql`${addresses.place}->>'formatted' = ${input.place.formatted}`,
      ),
    )
  if (known.length > 0) return
  await ctx.db.insert(addresses).values({ ...input, id: ctx.newId("adr"), createdAt: ctx.now() })
}

async function locate(ctx: Context, text: string): Promise<Place> {
  const { maps } = ctx.providers
  if (!maps)
    throw new AppError(
      "unavailable",
      "maps-unavailable",
      "We cannot look up addresses right now; please try again shortly.",
    )
  const found = await maps.geocode(text)
  if (found.kind === "one") return found.place
  if (found.kind === "none")
    throw invalidField("/text", "No such address was found; write it with city and state.", "address-unknown")
  const meant = found.places.map(({ formatted }) => formatted)
  const detail = `This may be ${meant.join(" or ")}; write which one.`
  throw new AppError("invalid", "address-ambiguous", detail, {
    errors: [{ pointer: "/text", detail }],
    places: meant,
  })
}

async function requireAddress(ctx: Context, customerId: string, addressId: string): Promise<void> {
  const [row] = await ctx.db
    .select({ id: addresses.id })
    .from(addresses)
    .where(and(eq(addresses.id, addressId), isPerson(addresses.customerId, customerId)))
  if (!row) throw notFound("address", addressId)
}

async function markDefault(ctx: Context, customerId: string, chosen: ReturnType<typeof sql>): Promise<void> {
  await ctx.db
    .update(addresses)
    .set({ isDefault: sql`${chosen}` })
    .where(isPerson(addresses.customerId, customerId))
}

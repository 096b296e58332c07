import type { CreateChef, EditChef, SetHomeBase } from "@myhibachi/contract/chef-time"
import type { Chef } from "@myhibachi/contract/crew"
import { and, eq, sql } from "drizzle-orm"
import { audit } from "#platform/audit.ts"
import type { Context } from "#platform/context.ts"
import { inTransaction } from "#platform/database/database.ts"
import { invalidField } from "#platform/errors.ts"
import { requireStation } from "../find-stations.ts"
import { locatePlace } from "../locate-place.ts"
import { chefs } from "../tables.ts"
import { readChef } from "./find-chefs.ts"

/** Adds a chef without working hours; they are set next. @throws AppError "station-not-found", "name-taken". */
export async function createChef(ctx: Context, input: CreateChef): Promise<Chef> {
  return inTransaction(ctx, async (ctx) => {
    const station = await requireStation(ctx, input.stationId)
    await refuseNamesake(ctx, input.name, station.id)
    const id = ctx.newId("chef")
    await ctx.db.insert(chefs).values({ ...input, id, isActive: true, createdAt: ctx.now() })
    await audit(ctx, { action: "chef.created", entity: "chef", entityId: id, details: { ...input } })
    return readChef(ctx, id)
  })
}

/** Two chefs of one name at one station could not be told apart on any screen. */
async function refuseNamesake(ctx: Context, name: string, stationId: string): Promise<void> {
  const [other] = await ctx.db
    .select({ id: chefs.id })
    .from(chefs)
    .where(and(eq(chefs.stationId, stationId), sql`lower(${chefs.name}) = lower(${name})`))
  if (other)
    throw invalidField("/name", "This station has a chef of that name; add an initial.", "name-taken")
}

/** Changes what is given of a chef's profile. @throws AppError "chef-not-found". */
export async function editChef(ctx: Context, input: EditChef & { chefId: string }): Promise<Chef> {
  const { chefId, ...changes } = input
  return inTransaction(ctx, async (ctx) => {
    await readChef(ctx, chefId)
    await ctx.db
      .update(chefs)
      .set({ ...changes, version: sql`${chefs.version} + 1` })
      .where(eq(chefs.id, chefId))
    await audit(ctx, { action: "chef.changed", entity: "chef", entityId: chefId, details: changes })
    return readChef(ctx, chefId)
  })
}

/**
 * Sets where the chef's day starts and ends; drives that are planned already stay as they are.
 * @throws AppError "chef-not-found", "address-unknown", "address-ambiguous", "maps-unavailable".
 */
export async function moveHome(ctx: Context, input: SetHomeBase & { chefId: string }): Promise<Chef> {
  const { chefId, address } = input
  await readChef(ctx, chefId)
  const place = address === null ? null : await requireOnePlace(ctx, address)
  const home = {
    homeAddress: place?.formatted ?? null,
    homeLatitude: place?.latitude ?? null,
    homeLongitude: place?.longitude ?? null,
  }
  return inTransaction(ctx, async (ctx) => {
    await ctx.db
      .update(chefs)
      .set({ ...home, version: sql`${chefs.version} + 1` })
      .where(eq(chefs.id, chefId))
    await audit(ctx, { action: "chef.home-moved", entity: "chef", entityId: chefId })
    return readChef(ctx, chefId)
  })
}

async function requireOnePlace(ctx: Context, address: string) {
  const found = await locatePlace(ctx, address)
  if (found.kind === "one") return found.place
  if (found.kind === "none")
    throw invalidField(
      "/address",
      "We do not find this address; write the street, city and state, or the ZIP code.",
      "address-unknown",
    )
  const names = found.places.map((place) => place.formatted).join("; ")
  throw invalidField("/address", `Which one do you mean: ${names}?`, "address-ambiguous")
}

import { readBusiness } from "#modules/catalog/index.ts"
import type { Context } from "#platform/context.ts"
import { legalEntities } from "./tables.ts"

/** Writes the sample business's legal entity once. */
export async function seedLegalEntity(ctx: Context): Promise<void> {
  const [known] = await ctx.db.select({ id: legalEntities.id }).from(legalEntities).limit(1)
  if (known) return
  const { name } = await readBusiness(ctx)
  await ctx.db
    .insert(legalEntities)
    .values({
      id: "le_sample",
      name: `${name} LLC`,
      addressLines: ["39300 Civic Center Drive", "Fremont, CA 94538"],
      taxNumber: null,
      prefix: "MH",
      timeZone: "America/Los_Angeles",
      stationIds: [],
      position: 1,
    })
    .onConflictDoNothing()
}

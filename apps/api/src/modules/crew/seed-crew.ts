import type { Context } from "#platform/context.ts"
import { inTransaction } from "#platform/database/database.ts"
import { announceStationChange } from "./find-stations.ts"
import { SAMPLE_CHEFS, SAMPLE_GRADES, SAMPLE_STATIONS } from "./sample-crew.ts"
import { chefs, grades, stations, workingHours } from "./tables.ts"

/** Writes the sample stations and chefs once. */
export async function seedCrew(ctx: Context): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    const added = await ctx.db
      .insert(stations)
      .values(SAMPLE_STATIONS.map((station, position) => ({ ...station, position })))
      .onConflictDoNothing()
      .returning({ id: stations.id })
    if (added.length === 0) return
    await ctx.db.insert(grades).values(SAMPLE_GRADES)
    await ctx.db
      .insert(chefs)
      .values(SAMPLE_CHEFS.map(({ hours: _, ...chef }) => ({ ...chef, createdAt: ctx.now() })))
    await ctx.db
      .insert(workingHours)
      .values(SAMPLE_CHEFS.flatMap((chef) => chef.hours.map((hours) => ({ ...hours, chefId: chef.id }))))
    announceStationChange(ctx, "sample")
  })
}

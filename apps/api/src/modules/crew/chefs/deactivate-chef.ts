import type { ChefActivity, Handovers } from "@myhibachi/contract/chef-time"
import { eq, sql } from "drizzle-orm"
import { audit } from "#platform/audit.ts"
import type { Context } from "#platform/context.ts"
import { inTransaction } from "#platform/database/database.ts"
import { lockCrew } from "../claim-chefs.ts"
import { readParties } from "../find-affected.ts"
import { handOverAll } from "../hand-over.ts"
import { chefs } from "../tables.ts"
import { readChef } from "./find-chefs.ts"

/**
 * Takes a chef out of work once every party to come is with somebody else.
 * @throws AppError "chef-has-parties" (409) naming those left with who could take them, "chef-not-free".
 */
export async function deactivateChef(
  ctx: Context,
  input: Handovers & { chefId: string },
): Promise<ChefActivity> {
  return inTransaction(ctx, async (ctx) => {
    const { stationId, name } = await readChef(ctx, input.chefId)
    await lockCrew(ctx, stationId)
    const moved = await handOverAll(ctx, {
      handovers: input.handovers,
      readLeft: (ctx) => readParties(ctx, input.chefId),
      refusal: {
        code: "chef-has-parties",
        message: (count) => `${name} still has ${count} parties or holds; say who takes each of them.`,
      },
    })
    return { chef: await setActive(ctx, input.chefId, false), moved }
  })
}

/** Lets a chef work again. @throws AppError "chef-not-found". */
export async function reactivateChef(ctx: Context, input: { chefId: string }): Promise<ChefActivity> {
  return inTransaction(ctx, async (ctx) => ({ chef: await setActive(ctx, input.chefId, true), moved: [] }))
}

async function setActive(ctx: Context, chefId: string, isActive: boolean) {
  await readChef(ctx, chefId)
  await ctx.db
    .update(chefs)
    .set({ isActive, version: sql`${chefs.version} + 1` })
    .where(eq(chefs.id, chefId))
  await audit(ctx, {
    action: isActive ? "chef.reactivated" : "chef.deactivated",
    entity: "chef",
    entityId: chefId,
  })
  return readChef(ctx, chefId)
}

import type { AddTimeOff, TimeOffWithConflicts } from "@myhibachi/contract/chef-time"
import { createTask } from "#modules/tasks/index.ts"
import { audit } from "#platform/audit.ts"
import { actorName, type Context } from "#platform/context.ts"
import { inTransaction } from "#platform/database/database.ts"
import { AppError } from "#platform/errors.ts"
import { readChef } from "../chefs/find-chefs.ts"
import { readSpan } from "../read-span.ts"
import { readTimeOff } from "./find-time-off.ts"
import { timeOff } from "./tables.ts"

/**
 * Asks for time off; nothing is taken until it is approved.
 * @returns the request with the parties in the way. @throws AppError "chef-not-found", "range-invalid", "time-off-past".
 */
export async function requestTimeOff(
  ctx: Context,
  input: AddTimeOff & { chefId: string },
): Promise<TimeOffWithConflicts> {
  const { from, to } = readSpan(input)
  if (to.epochMilliseconds <= ctx.now().epochMilliseconds)
    throw new AppError("invalid", "time-off-past", "This time is over; ask for one to come.")
  return inTransaction(ctx, async (ctx) => {
    const chef = await readChef(ctx, input.chefId)
    const id = ctx.newId("off")
    await ctx.db.insert(timeOff).values({
      id,
      chefId: chef.id,
      fromAt: from,
      toAt: to,
      reason: input.reason,
      status: "requested",
      requestedBy: actorName(ctx.actor),
      requestedAt: ctx.now(),
    })
    if (isOwnWish(ctx, chef.id)) await askForDecision(ctx, chef.name, id)
    await audit(ctx, {
      action: "time-off.requested",
      entity: "chef",
      entityId: chef.id,
      details: { timeOffId: id, from: input.from, to: input.to },
    })
    return readTimeOff(ctx, id)
  })
}

function isOwnWish(ctx: Context, chefId: string): boolean {
  return ctx.actor.kind === "staff" && ctx.actor.chefId === chefId
}

/** Staff who write a request themselves decide it there and then; a chef's own wish must not lie unseen. */
async function askForDecision(ctx: Context, name: string, id: string): Promise<void> {
  await createTask(ctx, {
    kind: "other",
    title: `${name} asks for time off`,
    detail: "Decide under Crew → Time off.",
    dueAt: ctx.now().add({ hours: 48 }),
    key: `time-off:${id}`,
  })
}

/** @returns the chef that the signed-in member of staff is. @throws AppError "not-a-chef" (403). */
export function requireOwnChef(ctx: Context): string {
  const { actor } = ctx
  if (actor.kind === "staff" && actor.chefId) return actor.chefId
  throw new AppError("forbidden", "not-a-chef", "This account belongs to no chef.")
}

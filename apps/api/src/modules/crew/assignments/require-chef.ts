import type { Context } from "#platform/context.ts"
import { AppError } from "#platform/errors.ts"

/** @returns the chef whose account acts. @throws AppError "chef-missing" (403) for an account that is tied to none. */
export function requireChefId(ctx: Context): string {
  if (ctx.actor.kind === "staff" && ctx.actor.chefId) return ctx.actor.chefId
  throw new AppError(
    "forbidden",
    "chef-missing",
    "Your account is not tied to a chef yet; ask the office to do it in Settings → Staff.",
  )
}

import { hasPermission } from "#modules/identity/index.ts"
import type { Context } from "#platform/context.ts"
import { AppError } from "#platform/errors.ts"

/** @returns whether the caller's role includes all of the permissions; the system itself may do everything. */
export function holdsAll(ctx: Context, permissions: readonly string[]): boolean {
  const { actor } = ctx
  if (actor.kind === "system") return true
  return actor.kind === "staff" && permissions.every((permission) => hasPermission(actor.role, permission))
}

/** The permission follows from what is in the file, so the route alone cannot state it. @throws AppError "permission-missing". */
export function requireAll(ctx: Context, permissions: readonly string[]): void {
  if (holdsAll(ctx, permissions)) return
  const detail = `This needs ${permissions.join(" and ")}, which your role does not include.`
  throw new AppError("forbidden", "permission-missing", detail)
}

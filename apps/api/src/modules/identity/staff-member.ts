import type { Me, StaffMember, StaffRole } from "@myhibachi/contract/identity"
import { eq } from "drizzle-orm"
import type { Context } from "#platform/context.ts"
import { notFound } from "#platform/errors.ts"
import { Temporal } from "#platform/time.ts"
import { permissionsOf } from "./permissions.ts"
import { users } from "./tables.ts"

type UserRow = typeof users.$inferSelect

/** @returns the account as others on the staff may see it. */
export function toStaffMember(row: UserRow): StaffMember {
  return {
    id: row.id,
    name: row.name,
    email: row.email,
    role: row.role as StaffRole, // safe: only our verbs write it, from the contract's list
    chefId: row.chefId,
    isActive: row.isActive,
    hasTwoFactor: row.twoFactorEnabled ?? false,
    createdAt: Temporal.Instant.fromEpochMilliseconds(row.createdAt.getTime()).toString(),
  }
}

/** @throws AppError "staff-not-found". */
export async function readUser(ctx: Context, id: string): Promise<UserRow> {
  const [row] = await ctx.db.select().from(users).where(eq(users.id, id))
  if (!row) throw notFound("staff", id)
  return row
}

/** @returns the account with what it may do. @throws AppError "staff-not-found". */
export async function readMe(ctx: Context, userId: string): Promise<Me> {
  const row = await readUser(ctx, userId)
  return { ...toStaffMember(row), permissions: [...permissionsOf(row.role)] }
}

/** @returns the id of the staff member who acts. @throws Error when it is somebody else. */
export function actingUserId(ctx: Context): string {
  if (ctx.actor.kind !== "staff") throw new Error("Only staff reach this verb.")
  return ctx.actor.userId
}

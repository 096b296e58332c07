import type { StaffList, StaffMember, UpdateStaff } from "@myhibachi/contract/identity"
import { and, count, eq, ne } from "drizzle-orm"
import { audit } from "#platform/audit.ts"
import type { Context } from "#platform/context.ts"
import { inTransaction } from "#platform/database/database.ts"
import { AppError, databaseErrorCode } from "#platform/errors.ts"
import { refuseStrongerRole, requireChef } from "./invitations.ts"
import { readUser, toStaffMember } from "./staff-member.ts"
import { sessions, users } from "./tables.ts"

/** All accounts, active ones first. */
export async function listStaff(ctx: Context): Promise<StaffList> {
  const rows = await ctx.db.select().from(users).orderBy(users.name)
  const items = rows.map(toStaffMember)
  return { items: [...items.filter((item) => item.isActive), ...items.filter((item) => !item.isActive)] }
}

/** @throws AppError "staff-not-found". */
export async function readStaff(ctx: Context, id: string): Promise<StaffMember> {
  return toStaffMember(await readUser(ctx, id))
}

/**
 * @throws AppError "role-too-strong" (403), "last-owner", "chef-has-account" (409), "chef-missing" (400),
 * "staff-not-found".
 */
export async function updateStaff(ctx: Context, id: string, input: UpdateStaff): Promise<StaffMember> {
  const change = inTransaction(ctx, async (ctx) => {
    const before = toStaffMember(await readUser(ctx, id))
    if (input.role !== undefined || input.chefId !== undefined)
      requireChef(input.role ?? before.role, input.chefId === undefined ? before.chefId : input.chefId)
    if (input.role !== undefined && input.role !== before.role) {
      refuseStrongerRole(ctx, before.role)
      refuseStrongerRole(ctx, input.role)
      await refuseLastOwner(ctx, before)
    }
    await ctx.db
      .update(users)
      .set({
        ...(input.name === undefined ? {} : { name: input.name }),
        ...(input.role === undefined ? {} : { role: input.role }),
        ...(input.chefId === undefined ? {} : { chefId: input.chefId }),
        updatedAt: new Date(ctx.now().epochMilliseconds),
      })
      .where(eq(users.id, id))
    await audit(ctx, {
      action: "staff.updated",
      entity: "staff",
      entityId: id,
      details: { ...input, roleBefore: before.role },
    })
    return readStaff(ctx, id)
  })
  return change.catch(refuseSecondAccount)
}

function refuseSecondAccount(error: unknown): never {
  if (databaseErrorCode(error) !== "23505") throw error
  const message = "This chef has an account already; change or end that one first."
  throw new AppError("conflict", "chef-has-account", message, {}, { cause: error })
}

/** Ends all sessions of the account and refuses its sign-in. @throws AppError "last-owner" (409), "role-too-strong". */
export async function deactivateStaff(ctx: Context, id: string): Promise<StaffMember> {
  return inTransaction(ctx, async (ctx) => {
    const before = toStaffMember(await readUser(ctx, id))
    refuseStrongerRole(ctx, before.role)
    await refuseLastOwner(ctx, before)
    await ctx.db.update(users).set({ isActive: false }).where(eq(users.id, id))
    await ctx.db.delete(sessions).where(eq(sessions.userId, id))
    await audit(ctx, { action: "staff.deactivated", entity: "staff", entityId: id })
    return readStaff(ctx, id)
  })
}

/** @throws AppError "role-too-strong" (403), "staff-not-found". */
export async function reactivateStaff(ctx: Context, id: string): Promise<StaffMember> {
  return inTransaction(ctx, async (ctx) => {
    refuseStrongerRole(ctx, (await readStaff(ctx, id)).role)
    await ctx.db.update(users).set({ isActive: true }).where(eq(users.id, id))
    await audit(ctx, { action: "staff.reactivated", entity: "staff", entityId: id })
    return readStaff(ctx, id)
  })
}

async function refuseLastOwner(ctx: Context, member: StaffMember): Promise<void> {
  if (member.role !== "owner" || !member.isActive) return
  const [others] = await ctx.db
    .select({ count: count() })
    .from(users)
    .where(and(eq(users.role, "owner"), eq(users.isActive, true), ne(users.id, member.id)))
  if (others?.count) return
  throw new AppError("conflict", "last-owner", "This is the last owner; make somebody else an owner first.")
}

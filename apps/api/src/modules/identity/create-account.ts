import type { StaffRole } from "@myhibachi/contract/identity"
import type { Context } from "#platform/context.ts"
import { accounts, users } from "./tables.ts"

export interface NewAccount {
  email: string
  name: string
  role: StaffRole
  chefId: string | null
  /** argon2id, as PHC string. */
  passwordHash: string
}

/** Writes a staff account with its password, in the shape that better-auth reads. @returns its id. */
export async function createAccount(ctx: Context, account: NewAccount): Promise<string> {
  const id = ctx.newId("usr")
  const now = new Date(ctx.now().epochMilliseconds)
  const { email, name, role, chefId, passwordHash } = account
  await ctx.db.insert(users).values({ id, email, name, role, chefId, createdAt: now, updatedAt: now })
  await ctx.db.insert(accounts).values({
    id: ctx.newId("acc"),
    accountId: id,
    providerId: "credential",
    userId: id,
    password: passwordHash,
    createdAt: now,
    updatedAt: now,
  })
  return id
}

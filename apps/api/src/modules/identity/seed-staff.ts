import type { StaffRole } from "@myhibachi/contract/identity"
import { hash } from "@node-rs/argon2"
import type { Context } from "#platform/context.ts"
import { inTransaction } from "#platform/database/database.ts"
import { createAccount } from "./create-account.ts"
import { inviteFirstOwner } from "./invitations.ts"
import { users } from "./tables.ts"

/** One password for all sample accounts; they exist only outside production. */
export const SAMPLE_PASSWORD = "hibachi-sample-2026"

/** The log-ins that `npm start` prints. */
export const SAMPLE_STAFF: readonly {
  name: string
  email: string
  role: StaffRole
  /** One of the sample crew, which a later module writes. */
  chefId?: string
}[] = [
  { name: "Olivia Owens", email: "owner@myhibachi.example", role: "owner" },
  { name: "Dario Reyes", email: "director@myhibachi.example", role: "director" },
  { name: "Mina Castillo", email: "manager@myhibachi.example", role: "manager" },
  { name: "Sam Porter", email: "support@myhibachi.example", role: "support" },
  { name: "Dana Whitfield", email: "dispatcher@myhibachi.example", role: "dispatcher" },
  { name: "Kenji Marlow", email: "chef@myhibachi.example", role: "chef", chefId: "chef_kenji_marlow" },
  {
    name: "Marcus Ishii",
    email: "chef.sacramento@myhibachi.example",
    role: "chef",
    chefId: "chef_marcus_ishii",
  },
  { name: "Marta Lindqvist", email: "marketing@myhibachi.example", role: "marketing" },
  { name: "Avery Quist", email: "auditor@myhibachi.example", role: "auditor" },
]

/** Writes the sample accounts once; in production it invites the first owner instead. */
export async function seedStaff(ctx: Context): Promise<void> {
  if (ctx.services.config.MYHIBACHI_ENVIRONMENT === "production") return inviteFirstOwner(ctx)
  const [existing] = await ctx.db.select({ id: users.id }).from(users).limit(1)
  if (existing) return
  const passwordHash = await hash(SAMPLE_PASSWORD)
  await inTransaction(ctx, async (ctx) => {
    for (const { chefId = null, ...person } of SAMPLE_STAFF)
      await createAccount(ctx, { ...person, chefId, passwordHash })
  })
}

/** Gives chefs of the sample crew who have none an account, so that each can be seen on the phone. */
export async function addSampleChefs(ctx: Context, crew: { id: string; name: string }[]): Promise<void> {
  const passwordHash = await hash(SAMPLE_PASSWORD)
  await inTransaction(ctx, async (ctx) => {
    const known = await ctx.db.select({ chefId: users.chefId }).from(users)
    for (const { id, name } of crew.filter((chef) => known.every(({ chefId }) => chefId !== chef.id))) {
      const email = `${name.toLowerCase().replaceAll(" ", ".")}@myhibachi.example`
      await createAccount(ctx, { name, email, role: "chef", chefId: id, passwordHash })
    }
  })
}

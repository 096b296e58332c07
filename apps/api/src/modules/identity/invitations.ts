import { createHash, randomBytes } from "node:crypto"
import type {
  AcceptInvitation,
  InvitationPreview,
  InviteStaff,
  StaffInvitation,
  StaffInvitations,
  StaffRole,
} from "@myhibachi/contract/identity"
import { hash } from "@node-rs/argon2"
import { and, desc, eq, isNull } from "drizzle-orm"
import { z } from "zod"
import { sendMail } from "#modules/mail/index.ts"
import { audit } from "#platform/audit.ts"
import { actorName, type Context } from "#platform/context.ts"
import { inTransaction } from "#platform/database/database.ts"
import { AppError, databaseErrorCode, invalidField, notFound } from "#platform/errors.ts"
import { defineJob } from "#platform/jobs/jobs.ts"
import { createAccount } from "./create-account.ts"
import { invitationMail } from "./mails.ts"
import { mayGrant, roleMatrix } from "./permissions.ts"
import { invitations, users } from "./tables.ts"

const VALID_DAYS = 7
type Row = typeof invitations.$inferSelect

/** Makes the token, keeps its hash and mails it. */
export const sendInvitation = defineJob({
  name: "send-invitation",
  schema: z.object({ invitationId: z.string() }),
  run: async (ctx, { invitationId }) => {
    const token = randomBytes(24).toString("base64url")
    const [row] = await ctx.db
      .update(invitations)
      .set({ tokenHash: hashOf(token) })
      .where(
        and(
          eq(invitations.id, invitationId),
          isNull(invitations.acceptedAt),
          isNull(invitations.withdrawnAt),
        ),
      )
      .returning()
    if (!row) return
    const title = roleMatrix().roles.find(({ role }) => role === row.role)?.title ?? row.role
    await sendMail(
      ctx,
      invitationMail(ctx, { name: row.name, email: row.email, title, days: VALID_DAYS }, token),
    )
  },
})

/**
 * Invites somebody by mail.
 * @throws AppError "role-too-strong" (403), "account-exists" (409), "chef-missing" (400).
 */
export async function inviteStaff(ctx: Context, input: InviteStaff): Promise<StaffInvitation> {
  refuseStrongerRole(ctx, input.role)
  requireChef(input.role, input.chefId ?? null)
  return writeInvitation(ctx, input)
}

/** A chef's account is tied to one chef, whose parties and pay it shows. @throws AppError "chef-missing" (400). */
export function requireChef(role: StaffRole, chefId: string | null): void {
  if (role !== "chef" || chefId) return
  throw invalidField("/chefId", "Choose the chef whose account this is.", "chef-missing")
}

/** Begins a system without accounts: invites OWNER_EMAIL unless there is an owner or an open invitation. */
export async function inviteFirstOwner(ctx: Context): Promise<void> {
  const email = ctx.services.config.OWNER_EMAIL
  if (!email) return
  const [owner] = await ctx.db.select({ id: users.id }).from(users).where(eq(users.role, "owner")).limit(1)
  const { items } = await listInvitations(ctx)
  if (owner || items.some((item) => item.email === email && item.state === "open")) return
  await writeInvitation(ctx, { email, name: "Owner", role: "owner" })
}

function writeInvitation(ctx: Context, input: InviteStaff): Promise<StaffInvitation> {
  return inTransaction(ctx, async (ctx) => {
    const [existing] = await ctx.db.select({ id: users.id }).from(users).where(eq(users.email, input.email))
    if (existing) throw new AppError("conflict", "account-exists", "This address has an account already.")
    const [row] = await ctx.db
      .insert(invitations)
      .values({
        id: ctx.newId("inv"),
        email: input.email,
        name: input.name,
        role: input.role,
        chefId: input.chefId ?? null,
        invitedBy: ctx.actor.kind === "staff" ? ctx.actor.name : actorName(ctx.actor),
        createdAt: ctx.now(),
        expiresAt: ctx.now().add({ hours: VALID_DAYS * 24 }),
      })
      .returning()
    if (!row) throw new Error("The invitation was not written.")
    await ctx.services.jobs.enqueue(ctx, sendInvitation, { invitationId: row.id })
    await audit(ctx, {
      action: "staff.invited",
      entity: "invitation",
      entityId: row.id,
      details: { role: input.role },
    })
    return toInvitation(ctx, row)
  })
}

/** @throws AppError "role-too-strong" (403) when the acting person would make somebody stronger than themselves. */
export function refuseStrongerRole(ctx: Context, role: StaffRole): void {
  if (ctx.actor.kind === "staff" && mayGrant(ctx.actor.role, role)) return
  throw new AppError("forbidden", "role-too-strong", "You cannot give or take a role above your own.")
}

export async function listInvitations(ctx: Context): Promise<StaffInvitations> {
  const rows = await ctx.db.select().from(invitations).orderBy(desc(invitations.createdAt)).limit(200)
  return { items: rows.map((row) => toInvitation(ctx, row)) }
}

/** @throws AppError "invitation-not-found". */
export async function withdrawInvitation(ctx: Context, id: string): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    const [row] = await ctx.db
      .update(invitations)
      .set({ withdrawnAt: ctx.now() })
      .where(and(eq(invitations.id, id), isNull(invitations.acceptedAt), isNull(invitations.withdrawnAt)))
      .returning()
    if (!row) throw notFound("invitation", id)
    await audit(ctx, { action: "staff.invitation-withdrawn", entity: "invitation", entityId: id })
  })
}

/** @throws AppError "invitation-invalid" (410). */
export async function previewInvitation(ctx: Context, token: string): Promise<InvitationPreview> {
  const { email, name, role, expiresAt } = toInvitation(ctx, await findOpen(ctx, token))
  return { email, name, role, expiresAt }
}

/** Makes the account; the caller then signs in with the password. @throws AppError "invitation-invalid" (410). */
export async function acceptInvitation(
  ctx: Context,
  token: string,
  input: AcceptInvitation,
): Promise<{ email: string }> {
  const passwordHash = await hash(input.password)
  return inTransaction(ctx, async (ctx) => {
    const row = await findOpen(ctx, token)
    await ctx.db.update(invitations).set({ acceptedAt: ctx.now() }).where(eq(invitations.id, row.id))
    const account = {
      email: row.email,
      name: input.name,
      role: row.role as StaffRole,
      chefId: row.chefId,
      passwordHash,
    }
    const userId = await createAccount(ctx, account).catch(refuseExisting)
    await audit(ctx, {
      action: "staff.joined",
      entity: "staff",
      entityId: userId,
      details: { invitationId: row.id, role: row.role },
    })
    return { email: row.email }
  })
}

function refuseExisting(error: unknown): never {
  if (databaseErrorCode(error) !== "23505") throw error
  throw new AppError(
    "conflict",
    "account-exists",
    "This address has an account already; please sign in.",
    {},
    { cause: error },
  )
}

async function findOpen(ctx: Context, token: string): Promise<Row> {
  const [row] = await ctx.db
    .select()
    .from(invitations)
    .where(eq(invitations.tokenHash, hashOf(token)))
    .for("update")
  if (row && toInvitation(ctx, row).state === "open") return row
  throw new AppError(
    "gone",
    "invitation-invalid",
    "This invitation was used, withdrawn or is too old; ask for a new one.",
  )
}

function toInvitation(ctx: Context, row: Row): StaffInvitation {
  return {
    id: row.id,
    email: row.email,
    name: row.name,
    role: row.role as StaffRole, // safe: written from the contract's list
    state: stateOf(ctx, row),
    invitedBy: row.invitedBy,
    createdAt: row.createdAt.toString(),
    expiresAt: row.expiresAt.toString(),
  }
}

function stateOf(ctx: Context, row: Row): StaffInvitation["state"] {
  if (row.acceptedAt) return "accepted"
  if (row.withdrawnAt) return "withdrawn"
  return ctx.now().epochMilliseconds >= row.expiresAt.epochMilliseconds ? "expired" : "open"
}

function hashOf(token: string): string {
  return createHash("sha256").update(token).digest("hex")
}

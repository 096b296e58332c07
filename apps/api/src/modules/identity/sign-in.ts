import type { Login, LoginResult, SecondFactor } from "@myhibachi/contract/identity"
import { and, count, eq, gt, lt } from "drizzle-orm"
import type { FastifyReply, FastifyRequest } from "fastify"
import type { Context } from "#platform/context.ts"
import { AppError } from "#platform/errors.ts"
import { authHeaders, callAuth } from "./call-auth.ts"
import { staffAuth } from "./staff-auth.ts"
import { readMe } from "./staff-member.ts"
import { loginFailures, users } from "./tables.ts"

const FAILURES_ALLOWED = 10
const FAILURE_WINDOW = { minutes: 15 }

export interface SignInExchange {
  request: FastifyRequest
  reply: FastifyReply
}

/**
 * Signs in with a password and sets the session cookie, or the cookie of an attempt that still needs a code.
 * Unknown address, wrong password and deactivated account are answered alike.
 * @throws AppError "sign-in-failed" (401), "too-many-attempts" (429).
 */
export async function signIn(
  ctx: Context,
  input: Login,
  { request, reply }: SignInExchange,
): Promise<LoginResult> {
  await refuseTooManyFailures(ctx, input.email)
  try {
    const headers = authHeaders(request)
    const response = await callAuth(reply, async () => {
      await refuseDeactivated(ctx, input.email)
      return staffAuth(ctx).api.signInEmail({ body: input, headers, returnHeaders: true })
    })
    if ("twoFactorRedirect" in response) return { status: "two-factor-required" }
    return { status: "signed-in", me: await readMe(ctx, response.user.id) }
  } catch (error) {
    if (error instanceof AppError && error.code === "sign-in-failed") await noteFailure(ctx, input.email)
    throw error
  }
}

/**
 * Finishes a sign-in with a code of the authenticator app or a backup code.
 * @throws AppError "code-wrong" (401), "sign-in-expired" (401), "too-many-attempts" (429).
 */
export async function signInWithCode(
  ctx: Context,
  input: SecondFactor,
  { request, reply }: SignInExchange,
): Promise<LoginResult> {
  const { api } = staffAuth(ctx)
  const call = { body: { code: input.code }, headers: authHeaders(request), returnHeaders: true } as const
  const response = await callAuth<{ user: { id: string } }>(reply, () =>
    input.kind === "totp" ? api.verifyTOTP(call) : api.verifyBackupCode(call),
  )
  return { status: "signed-in", me: await readMe(ctx, response.user.id) }
}

async function refuseDeactivated(ctx: Context, email: string): Promise<void> {
  const [user] = await ctx.db.select({ isActive: users.isActive }).from(users).where(eq(users.email, email))
  if (user?.isActive === false) {
    throw new AppError(
      "unauthenticated",
      "sign-in-failed",
      "The e-mail address or the password is not right.",
    )
  }
}

async function refuseTooManyFailures(ctx: Context, email: string): Promise<void> {
  const since = ctx.now().subtract(FAILURE_WINDOW)
  const [failures] = await ctx.db
    .select({ count: count() })
    .from(loginFailures)
    .where(and(eq(loginFailures.email, email), gt(loginFailures.at, since)))
  if ((failures?.count ?? 0) < FAILURES_ALLOWED) return
  throw new AppError(
    "rate-limited",
    "too-many-attempts",
    "Too many attempts for this address; wait 15 minutes or reset the password.",
  )
}

async function noteFailure(ctx: Context, email: string): Promise<void> {
  const now = ctx.now()
  await ctx.db.insert(loginFailures).values({ id: ctx.newId("lf"), email, at: now })
  await ctx.db.delete(loginFailures).where(lt(loginFailures.at, now.subtract({ hours: 24 })))
}

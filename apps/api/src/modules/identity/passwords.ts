import {
  type Accepted,
  type ChangePassword,
  ForgotPassword,
  type ResetPassword,
} from "@myhibachi/contract/identity"
import { and, eq, ne } from "drizzle-orm"
import { sendMail } from "#modules/mail/index.ts"
import { audit } from "#platform/audit.ts"
import type { Context } from "#platform/context.ts"
import { inTransaction } from "#platform/database/database.ts"
import { defineJob } from "#platform/jobs/jobs.ts"
import { authHeaders, callAuth } from "./call-auth.ts"
import { passwordResetMail } from "./mails.ts"
import { readStaffSession } from "./read-session.ts"
import type { SignInExchange } from "./sign-in.ts"
import { resetCapture, staffAuth } from "./staff-auth.ts"
import { actingUserId } from "./staff-member.ts"
import { sessions, users } from "./tables.ts"

/** Makes the token and mails it, so that the token rests nowhere but in the mail. */
export const sendPasswordReset = defineJob({
  name: "send-password-reset",
  schema: ForgotPassword,
  run: async (ctx, { email }) => {
    const [user] = await ctx.db
      .select()
      .from(users)
      .where(and(eq(users.email, email), eq(users.isActive, true)))
    if (!user) return
    const capture: { token?: string } = {}
    await resetCapture.run(capture, () => staffAuth(ctx).api.requestPasswordReset({ body: { email } }))
    if (!capture.token) throw new Error("No reset token was made.")
    await sendMail(ctx, passwordResetMail(ctx, user, capture.token))
  },
})

/** Answers alike for known and unknown addresses; the work is in the job. */
export async function requestPasswordReset(ctx: Context, input: ForgotPassword): Promise<Accepted> {
  await ctx.services.jobs.enqueue(ctx, sendPasswordReset, input)
  return { message: "If this address belongs to an account, a mail with a link is on its way." }
}

/** Sets a new password and ends all sessions. @throws AppError "reset-link-invalid" (410). */
export async function resetPassword(
  ctx: Context,
  input: ResetPassword,
  { request, reply }: SignInExchange,
): Promise<Accepted> {
  const body = { token: input.token, newPassword: input.password }
  await callAuth<unknown>(reply, () =>
    staffAuth(ctx).api.resetPassword({ body, headers: authHeaders(request), returnHeaders: true }),
  )
  return { message: "Your password is changed; please sign in." }
}

/** Changes the acting person's password and ends their other sessions. @throws AppError "password-wrong" (401). */
export async function changePassword(
  ctx: Context,
  input: ChangePassword,
  { request, reply }: SignInExchange,
): Promise<Accepted> {
  const session = await readStaffSession(ctx, request)
  await callAuth<unknown>(reply, () =>
    staffAuth(ctx).api.changePassword({ body: input, headers: authHeaders(request), returnHeaders: true }),
  )
  const userId = actingUserId(ctx)
  await inTransaction(ctx, async (ctx) => {
    await ctx.db
      .delete(sessions)
      .where(and(eq(sessions.userId, userId), ne(sessions.id, session?.sessionId ?? "")))
    await audit(ctx, { action: "staff.password-changed", entity: "staff", entityId: userId })
  })
  return { message: "Your password is changed; you are signed out everywhere else." }
}

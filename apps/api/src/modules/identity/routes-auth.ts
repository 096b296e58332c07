import {
  Accepted,
  AcceptInvitation,
  ApiToken,
  BackupCodes,
  ChangePassword,
  ConfirmPassword,
  ForgotPassword,
  InvitationPreview,
  Login,
  LoginResult,
  Me,
  ResetPassword,
  SecondFactor,
  StaffSessions,
  TwoFactorEnrolment,
  VerifyTotp,
} from "@myhibachi/contract/identity"
import { z } from "zod"
import { access, defineRoute } from "#platform/http/route.ts"
import { acceptInvitation, previewInvitation } from "./invitations.ts"
import { changePassword, requestPasswordReset, resetPassword } from "./passwords.ts"
import { issueApiToken, listSessions, revokeSession, signOut } from "./sessions.ts"
import { signIn, signInWithCode } from "./sign-in.ts"
import { staffAuth } from "./staff-auth.ts"
import { actingUserId, readMe } from "./staff-member.ts"
import { disableTwoFactor, enrolTwoFactor, renewBackupCodes, verifyTwoFactor } from "./two-factor.ts"

const tags = ["identity"]
const GUESSABLE = { max: 10, perSeconds: 60 }
const Token = z.object({ token: z.string().max(200) })
const Id = z.object({ id: z.string().max(100) })

const signInRoutes = [
  defineRoute({
    method: "POST",
    path: "/v1/auth/login",
    access: access.public(),
    summary: "Sign in with a password",
    tags,
    rateLimit: GUESSABLE,
    body: Login,
    response: LoginResult,
    handler: (ctx, { body, request, reply }) => signIn(ctx, body, { request, reply }),
  }),
  defineRoute({
    method: "POST",
    path: "/v1/auth/mfa/login",
    access: access.public(),
    summary: "Finish a sign-in with a second factor",
    tags,
    rateLimit: GUESSABLE,
    body: SecondFactor,
    response: LoginResult,
    handler: (ctx, { body, request, reply }) => signInWithCode(ctx, body, { request, reply }),
  }),
  defineRoute({
    method: "POST",
    path: "/v1/auth/logout",
    access: access.staff(null),
    summary: "Sign out on this device",
    tags,
    status: 204,
    handler: (ctx, { request, reply }) => signOut(ctx, { request, reply }),
  }),
  defineRoute({
    method: "GET",
    path: "/v1/auth/me",
    access: access.staff(null),
    summary: "Who I am and what I may do",
    tags,
    response: Me,
    handler: (ctx) => readMe(ctx, actingUserId(ctx)),
  }),
  defineRoute({
    method: "POST",
    path: "/v1/auth/token",
    access: access.staff(null),
    summary: "A short token for API clients",
    tags,
    response: ApiToken,
    handler: (ctx, { request, reply }) => issueApiToken(ctx, { request, reply }),
  }),
  defineRoute({
    method: "GET",
    path: "/v1/auth/jwks",
    access: access.public(),
    summary: "Keys to verify the tokens of API clients",
    tags,
    response: z.object({ keys: z.array(z.record(z.string(), z.unknown())) }),
    handler: async (ctx) => {
      const { keys } = await staffAuth(ctx).api.getJwks()
      return { keys: keys.map((key) => ({ ...key })) }
    },
  }),
]

const twoFactorRoutes = [
  defineRoute({
    method: "POST",
    path: "/v1/auth/mfa/enroll",
    access: access.staff(null),
    summary: "Begin two-factor sign-in",
    tags,
    body: ConfirmPassword,
    response: TwoFactorEnrolment,
    handler: (ctx, { body, request, reply }) => enrolTwoFactor(ctx, body, { request, reply }),
  }),
  defineRoute({
    method: "POST",
    path: "/v1/auth/mfa/verify",
    access: access.staff(null),
    summary: "Switch two-factor sign-in on with the first code",
    tags,
    body: VerifyTotp,
    response: Me,
    handler: (ctx, { body, request, reply }) => verifyTwoFactor(ctx, body, { request, reply }),
  }),
  defineRoute({
    method: "POST",
    path: "/v1/auth/mfa/disable",
    access: access.staff(null),
    summary: "Switch two-factor sign-in off",
    tags,
    body: ConfirmPassword,
    response: Me,
    handler: (ctx, { body, request, reply }) => disableTwoFactor(ctx, body, { request, reply }),
  }),
  defineRoute({
    method: "POST",
    path: "/v1/auth/mfa/backup-codes",
    access: access.staff(null),
    summary: "New backup codes",
    tags,
    body: ConfirmPassword,
    response: BackupCodes,
    handler: (ctx, { body, request, reply }) => renewBackupCodes(ctx, body, { request, reply }),
  }),
]

const sessionRoutes = [
  defineRoute({
    method: "GET",
    path: "/v1/auth/sessions",
    access: access.staff(null),
    summary: "Where I am signed in",
    tags,
    response: StaffSessions,
    handler: (ctx, { request }) => listSessions(ctx, request),
  }),
  defineRoute({
    method: "DELETE",
    path: "/v1/auth/sessions/:id",
    access: access.staff(null),
    summary: "Sign out on a device",
    tags,
    params: Id,
    status: 204,
    handler: (ctx, { params }) => revokeSession(ctx, params.id),
  }),
]

const passwordRoutes = [
  defineRoute({
    method: "POST",
    path: "/v1/auth/password/forgot",
    access: access.public(),
    summary: "Ask for a link to choose a new password",
    tags,
    rateLimit: { max: 5, perSeconds: 60 },
    body: ForgotPassword,
    response: Accepted,
    status: 202,
    handler: (ctx, { body }) => requestPasswordReset(ctx, body),
  }),
  defineRoute({
    method: "POST",
    path: "/v1/auth/password/reset",
    access: access.public(),
    summary: "Choose a new password with the link",
    tags,
    rateLimit: GUESSABLE,
    body: ResetPassword,
    response: Accepted,
    handler: (ctx, { body, request, reply }) => resetPassword(ctx, body, { request, reply }),
  }),
  defineRoute({
    method: "POST",
    path: "/v1/auth/password/change",
    access: access.staff(null),
    summary: "Change my password",
    tags,
    rateLimit: GUESSABLE,
    body: ChangePassword,
    response: Accepted,
    handler: (ctx, { body, request, reply }) => changePassword(ctx, body, { request, reply }),
  }),
]

const invitationRoutes = [
  defineRoute({
    method: "GET",
    path: "/v1/auth/invitations/:token",
    access: access.public(),
    summary: "What an invitation is for",
    tags,
    rateLimit: GUESSABLE,
    params: Token,
    response: InvitationPreview,
    handler: (ctx, { params }) => previewInvitation(ctx, params.token),
  }),
  defineRoute({
    method: "POST",
    path: "/v1/auth/invitations/:token/accept",
    access: access.public(),
    summary: "Accept an invitation and sign in",
    tags,
    rateLimit: GUESSABLE,
    params: Token,
    body: AcceptInvitation,
    response: LoginResult,
    handler: async (ctx, { params, body, request, reply }) => {
      const { email } = await acceptInvitation(ctx, params.token, body)
      return signIn(ctx, { email, password: body.password }, { request, reply })
    },
  }),
]

export const authRoutes = [
  ...signInRoutes,
  ...twoFactorRoutes,
  ...sessionRoutes,
  ...passwordRoutes,
  ...invitationRoutes,
]

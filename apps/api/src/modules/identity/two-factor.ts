import type {
  BackupCodes,
  ConfirmPassword,
  Me,
  TwoFactorEnrolment,
  VerifyTotp,
} from "@myhibachi/contract/identity"
import { audit } from "#platform/audit.ts"
import type { Context } from "#platform/context.ts"
import { inTransaction } from "#platform/database/database.ts"
import { authHeaders, callAuth } from "./call-auth.ts"
import type { SignInExchange } from "./sign-in.ts"
import { staffAuth } from "./staff-auth.ts"
import { actingUserId, readMe } from "./staff-member.ts"

/** Makes a secret for the authenticator app; it counts once a code of it was verified. */
export async function enrolTwoFactor(
  ctx: Context,
  body: ConfirmPassword,
  { request, reply }: SignInExchange,
): Promise<TwoFactorEnrolment> {
  const response = await callAuth(reply, () =>
    staffAuth(ctx).api.enableTwoFactor({ body, headers: authHeaders(request), returnHeaders: true }),
  )
  if (!("totpURI" in response)) throw new Error("Two-factor enrolment gave no secret.")
  const { totpURI, backupCodes } = response
  return { otpauthUri: totpURI, secret: new URL(totpURI).searchParams.get("secret") ?? "", backupCodes }
}

/** Switches two-factor sign-in on with the first right code. @throws AppError "code-wrong" (401). */
export async function verifyTwoFactor(
  ctx: Context,
  body: VerifyTotp,
  { request, reply }: SignInExchange,
): Promise<Me> {
  await callAuth<unknown>(reply, () =>
    staffAuth(ctx).api.verifyTOTP({ body, headers: authHeaders(request), returnHeaders: true }),
  )
  return note(ctx, "staff.two-factor-on")
}

/** Switches two-factor sign-in off. @throws AppError "password-wrong" (401). */
export async function disableTwoFactor(
  ctx: Context,
  body: ConfirmPassword,
  { request, reply }: SignInExchange,
): Promise<Me> {
  await callAuth<unknown>(reply, () =>
    staffAuth(ctx).api.disableTwoFactor({ body, headers: authHeaders(request), returnHeaders: true }),
  )
  return note(ctx, "staff.two-factor-off")
}

/** Makes new backup codes; the old ones end. @throws AppError "password-wrong" (401). */
export async function renewBackupCodes(
  ctx: Context,
  body: ConfirmPassword,
  { request, reply }: SignInExchange,
): Promise<BackupCodes> {
  const { backupCodes } = await callAuth(reply, () =>
    staffAuth(ctx).api.generateBackupCodes({ body, headers: authHeaders(request), returnHeaders: true }),
  )
  await note(ctx, "staff.backup-codes-renewed")
  return { backupCodes }
}

async function note(ctx: Context, action: string): Promise<Me> {
  const userId = actingUserId(ctx)
  await inTransaction(ctx, (ctx) => audit(ctx, { action, entity: "staff", entityId: userId }))
  return readMe(ctx, userId)
}

import { AsyncLocalStorage } from "node:async_hooks"
import { hash, verify } from "@node-rs/argon2"
import { drizzleAdapter } from "better-auth/adapters/drizzle"
import { betterAuth } from "better-auth/minimal"
import { jwt } from "better-auth/plugins/jwt"
import { twoFactor } from "better-auth/plugins/two-factor"
import type { Context, Services } from "#platform/context.ts"
import type { Database } from "#platform/database/database.ts"
import { accounts, sessions, signingKeys, twoFactors, users, verifications } from "./tables.ts"

const COOKIE_PREFIX = "myhibachi"
const SESSION_SECONDS = 7 * 24 * 3600
const RESET_SECONDS = 3600
export const API_TOKEN_MINUTES = 15
/** Carries the caller's address to better-auth, which knows only headers. */
export const ADDRESS_HEADER = "x-myhibachi-address"

/** Takes the reset token out of better-auth's callback, so that it is in the mail and nowhere else. */
export const resetCapture = new AsyncLocalStorage<{ token?: string }>()

const made = new WeakMap<Services, StaffAuth>()

/** @returns the accounts engine of this application, made at its first use. */
export function staffAuth(ctx: Context): StaffAuth {
  const known = made.get(ctx.services)
  if (known) return known
  const auth = createStaffAuth(ctx.services, ctx.db)
  made.set(ctx.services, auth)
  return auth
}

export type StaffAuth = ReturnType<typeof createStaffAuth>

function createStaffAuth(services: Services, db: Database) {
  const { config } = services
  return betterAuth({
    appName: "MyHibachi",
    baseURL: config.API_URL,
    secret: config.MYHIBACHI_SECRET,
    database: drizzleAdapter(db, {
      provider: "pg",
      schema: {
        user: users,
        session: sessions,
        account: accounts,
        verification: verifications,
        twoFactor: twoFactors,
        jwks: signingKeys,
      },
    }),
    user: {
      additionalFields: {
        role: { type: "string", required: true, input: false },
        chefId: { type: "string", required: false, input: false },
        isActive: { type: "boolean", required: false, input: false },
      },
    },
    session: { expiresIn: SESSION_SECONDS, updateAge: SESSION_SECONDS / 7, cookieCache: { enabled: false } },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: 12,
      maxPasswordLength: 128,
      password: { hash: (password) => hash(password), verify: (given) => verify(given.hash, given.password) },
      resetPasswordTokenExpiresIn: RESET_SECONDS,
      revokeSessionsOnPasswordReset: true,
      sendResetPassword: async ({ token }) => {
        const capture = resetCapture.getStore()
        if (capture) capture.token = token
      },
    },
    plugins: [
      twoFactor({ issuer: "MyHibachi" }),
      jwt({
        jwt: {
          issuer: config.API_URL,
          audience: config.API_URL,
          expirationTime: `${API_TOKEN_MINUTES}m`,
          definePayload: ({ session }) => ({ sid: session.id }),
        },
      }),
    ],
    // Our routes carry their own limits, and their own check of the origin.
    rateLimit: { enabled: false },
    trustedOrigins: [config.ADMIN_URL, config.CUSTOMER_URL],
    advanced: {
      cookiePrefix: COOKIE_PREFIX,
      useSecureCookies: config.MYHIBACHI_ENVIRONMENT === "production",
      defaultCookieAttributes: { httpOnly: true, sameSite: "lax" },
      database: { generateId: ({ model }) => services.newId(PREFIXES[model] ?? "auth") },
      ipAddress: { ipAddressHeaders: [ADDRESS_HEADER] },
    },
    logger: { disabled: true },
    telemetry: { enabled: false },
  })
}

const PREFIXES: Record<string, string> = {
  user: "usr",
  session: "ses",
  account: "acc",
  verification: "ver",
  jwks: "key",
  twoFactor: "mfa",
}

/** Name of the session cookie; the prefix is what browsers ask of a secure one. */
export function sessionCookieName(isSecure: boolean): string {
  return `${isSecure ? "__Secure-" : ""}${COOKIE_PREFIX}.session_token`
}

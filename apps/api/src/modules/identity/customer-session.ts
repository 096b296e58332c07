import { createHash, randomBytes } from "node:crypto"
import type { CustomerSession } from "@myhibachi/contract/identity"
import { and, eq, gt } from "drizzle-orm"
import type { FastifyReply, FastifyRequest } from "fastify"
import type { Context } from "#platform/context.ts"
import { clearCookie, readCookie, setCookie } from "#platform/http/cookies.ts"
import { customerSessions } from "./tables.ts"

const COOKIE = "myhibachi.customer"
const LIFETIME_HOURS = 12

/** Signs a customer in for a short time and sets the cookie; the caller has proved who it is. */
export async function openCustomerSession(
  ctx: Context,
  customer: { customerId: string; email: string },
  reply: FastifyReply,
): Promise<CustomerSession> {
  const token = randomBytes(32).toString("base64url")
  const expiresAt = ctx.now().add({ hours: LIFETIME_HOURS })
  await ctx.db
    .insert(customerSessions)
    .values({ id: ctx.newId("csn"), tokenHash: hashOf(token), ...customer, createdAt: ctx.now(), expiresAt })
  setCookie(reply, { ...cookieOf(ctx), value: token, maxAge: LIFETIME_HOURS * 3600 })
  return { ...customer, expiresAt: expiresAt.toString() }
}

/** @returns the session of the request's cookie while it lives. */
export async function readCustomerSession(
  ctx: Context,
  request: FastifyRequest,
): Promise<CustomerSession | null> {
  const token = readCookie(request, COOKIE)
  if (!token) return null
  const [row] = await ctx.db
    .select()
    .from(customerSessions)
    .where(and(eq(customerSessions.tokenHash, hashOf(token)), gt(customerSessions.expiresAt, ctx.now())))
  return row ? { customerId: row.customerId, email: row.email, expiresAt: row.expiresAt.toString() } : null
}

/** Ends the session of the request. */
export async function closeCustomerSession(
  ctx: Context,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<void> {
  const token = readCookie(request, COOKIE)
  if (token) await ctx.db.delete(customerSessions).where(eq(customerSessions.tokenHash, hashOf(token)))
  clearCookie(reply, cookieOf(ctx))
}

function cookieOf(ctx: Context) {
  const secure = ctx.services.config.MYHIBACHI_ENVIRONMENT === "production"
  return { name: COOKIE, path: "/", httpOnly: true, sameSite: "lax", secure } as const
}

function hashOf(token: string): string {
  return createHash("sha256").update(token).digest("hex")
}

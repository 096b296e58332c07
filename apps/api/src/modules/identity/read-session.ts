import { createHmac, timingSafeEqual } from "node:crypto"
import { and, eq, gt } from "drizzle-orm"
import type { FastifyRequest } from "fastify"
import { createLocalJWKSet, type JSONWebKeySet, jwtVerify } from "jose"
import type { Context } from "#platform/context.ts"
import { readCookie } from "#platform/http/cookies.ts"
import { sessionCookieName, staffAuth } from "./staff-auth.ts"
import { sessions, users } from "./tables.ts"

export interface StaffSessionRow {
  sessionId: string
  userId: string
  name: string
  email: string
  role: string
  chefId: string | null
}

/**
 * Reads who the request's cookie or bearer token belongs to, from the database each time, so that a revoked
 * session ends with its next request.
 */
export async function readStaffSession(
  ctx: Context,
  request: FastifyRequest,
): Promise<StaffSessionRow | null> {
  const bearer = /^Bearer (.+)$/.exec(request.headers.authorization ?? "")?.[1]
  if (bearer) {
    const sessionId = await sessionIdOf(ctx, bearer)
    return sessionId ? findSession(ctx, eq(sessions.id, sessionId)) : null
  }
  const token = cookieToken(ctx, request)
  return token ? findSession(ctx, eq(sessions.token, token)) : null
}

async function findSession(ctx: Context, condition: ReturnType<typeof eq>): Promise<StaffSessionRow | null> {
  const [row] = await ctx.db
    .select({
      sessionId: sessions.id,
      userId: users.id,
      name: users.name,
      email: users.email,
      role: users.role,
      chefId: users.chefId,
    })
    .from(sessions)
    .innerJoin(users, eq(users.id, sessions.userId))
    .where(and(condition, gt(sessions.expiresAt, new Date()), eq(users.isActive, true)))
  return row ?? null
}

function cookieToken(ctx: Context, request: FastifyRequest): string | null {
  const { config } = ctx.services
  const value = readCookie(request, sessionCookieName(config.MYHIBACHI_ENVIRONMENT === "production"))
  const [token, signature] = splitLast(value ?? "")
  if (!token || !signature) return null
  const expected = createHmac("sha256", config.MYHIBACHI_SECRET).update(token).digest()
  const given = Buffer.from(signature, "base64")
  return given.length === expected.length && timingSafeEqual(given, expected) ? token : null
}

function splitLast(value: string): [string, string] {
  const dot = value.lastIndexOf(".")
  return [value.slice(0, Math.max(dot, 0)), value.slice(dot + 1)]
}

async function sessionIdOf(ctx: Context, token: string): Promise<string | null> {
  const keys = (await staffAuth(ctx).api.getJwks()) as JSONWebKeySet // safe: better-auth's own key set
  const audience = ctx.services.config.API_URL
  try {
    const { payload } = await jwtVerify(token, createLocalJWKSet(keys), { issuer: audience, audience })
    return typeof payload.sid === "string" ? payload.sid : null
  } catch {
    return null // safe: an altered or expired token is nobody
  }
}

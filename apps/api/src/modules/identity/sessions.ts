import type { ApiToken, StaffSessions } from "@myhibachi/contract/identity"
import { and, desc, eq, gt } from "drizzle-orm"
import type { FastifyRequest } from "fastify"
import { audit } from "#platform/audit.ts"
import type { Context } from "#platform/context.ts"
import { inTransaction } from "#platform/database/database.ts"
import { notFound } from "#platform/errors.ts"
import { Temporal } from "#platform/time.ts"
import { authHeaders, callAuth } from "./call-auth.ts"
import { readStaffSession } from "./read-session.ts"
import type { SignInExchange } from "./sign-in.ts"
import { API_TOKEN_MINUTES, staffAuth } from "./staff-auth.ts"
import { actingUserId } from "./staff-member.ts"
import { sessions } from "./tables.ts"

/** The devices on which the acting person is signed in. */
export async function listSessions(ctx: Context, request: FastifyRequest): Promise<StaffSessions> {
  const current = await readStaffSession(ctx, request)
  const rows = await ctx.db
    .select()
    .from(sessions)
    .where(and(eq(sessions.userId, actingUserId(ctx)), gt(sessions.expiresAt, new Date())))
    .orderBy(desc(sessions.createdAt))
  return {
    items: rows.map((row) => ({
      id: row.id,
      isCurrent: row.id === current?.sessionId,
      ipAddress: row.ipAddress || null,
      userAgent: row.userAgent || null,
      createdAt: instantText(row.createdAt),
      expiresAt: instantText(row.expiresAt),
    })),
  }
}

/** Ends one session of the acting person. @throws AppError "session-not-found". */
export async function revokeSession(ctx: Context, sessionId: string): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    const ended = await ctx.db
      .delete(sessions)
      .where(and(eq(sessions.id, sessionId), eq(sessions.userId, actingUserId(ctx))))
      .returning({ id: sessions.id })
    if (ended.length === 0) throw notFound("session", sessionId)
    await audit(ctx, {
      action: "session.revoked",
      entity: "staff",
      entityId: actingUserId(ctx),
      details: { sessionId },
    })
  })
}

/** Ends the session of the request and takes its cookie away. */
export async function signOut(ctx: Context, { request, reply }: SignInExchange): Promise<void> {
  await callAuth<unknown>(reply, () =>
    staffAuth(ctx).api.signOut({ headers: authHeaders(request), returnHeaders: true }),
  )
}

/** Makes a short JWT for an API client; it ends with the session that asked for it. */
export async function issueApiToken(ctx: Context, { request, reply }: SignInExchange): Promise<ApiToken> {
  const { token } = await callAuth(reply, () =>
    staffAuth(ctx).api.getToken({ headers: authHeaders(request), returnHeaders: true }),
  )
  const expiresAt = Temporal.Now.instant().add({ minutes: API_TOKEN_MINUTES })
  return { token, expiresAt: expiresAt.toString() }
}

function instantText(date: Date): string {
  return Temporal.Instant.fromEpochMilliseconds(date.getTime()).toString()
}

import type { FastifyRequest } from "fastify"
import type { Actor, Context } from "#platform/context.ts"
import { AppError } from "#platform/errors.ts"
import type { Authenticator } from "#platform/http/authenticator.ts"
import { verifyLink } from "#platform/http/links.ts"
import type { Access } from "#platform/http/route.ts"

export interface Authorized {
  actor: Actor
  linkId: string
}

/**
 * Decides who the caller is and whether the route is theirs.
 * @throws AppError "sign-in-required" (401), "permission-missing" (403), "link-invalid" (404).
 */
export async function authorize(
  access: Access,
  request: FastifyRequest,
  ctx: Context,
  authenticator: Authenticator,
): Promise<Authorized> {
  switch (access.kind) {
    case "public":
      return { actor: ctx.actor, linkId: "" }
    case "webhook":
      return { actor: { kind: "system", name: `webhook:${access.provider}` }, linkId: "" }
    case "link":
      return { actor: ctx.actor, linkId: linkId(access, request, ctx) }
    case "customer":
      return { actor: await requireCustomer(request, ctx, authenticator), linkId: "" }
    case "staff":
      return { actor: await requireStaff(access.permission, request, ctx, authenticator), linkId: "" }
    default:
      return access satisfies never
  }
}

function linkId(access: Extract<Access, { kind: "link" }>, request: FastifyRequest, ctx: Context): string {
  const { token } = request.params as { token?: string }
  const link = verifyLink(ctx.services.config.MYHIBACHI_SECRET, access.purpose, token ?? "")
  if (!link)
    throw new AppError(
      "not-found",
      "link-invalid",
      "This link is not valid; open the newest one that we sent you.",
    )
  return link.id
}

async function requireCustomer(
  request: FastifyRequest,
  ctx: Context,
  authenticator: Authenticator,
): Promise<Actor> {
  const actor = await authenticator.customer(request, ctx)
  if (!actor)
    throw new AppError(
      "unauthenticated",
      "sign-in-required",
      "Please confirm who you are with a one-time code first.",
    )
  return actor
}

async function requireStaff(
  permission: string | null,
  request: FastifyRequest,
  ctx: Context,
  authenticator: Authenticator,
): Promise<Actor> {
  const staff = await authenticator.staff(request, ctx)
  if (!staff) throw new AppError("unauthenticated", "sign-in-required", "Please sign in.")
  if (permission !== null && !staff.permissions.has(permission)) {
    throw new AppError(
      "forbidden",
      "permission-missing",
      `Your role ${staff.actor.role} does not include ${permission}.`,
    )
  }
  return staff.actor
}

const SAFE_METHODS = new Set(["GET", "HEAD", "OPTIONS"])

/** Refuses a state change that a foreign page asks for with somebody's cookie. @throws AppError "foreign-origin" (403). */
export function refuseForeignOrigin(request: FastifyRequest, allowedOrigins: ReadonlySet<string>): void {
  if (SAFE_METHODS.has(request.method) || !request.headers.cookie) return
  const { origin } = request.headers
  if (origin !== undefined && allowedOrigins.has(origin)) return
  throw new AppError("forbidden", "foreign-origin", "This request came from a page that is not ours.")
}

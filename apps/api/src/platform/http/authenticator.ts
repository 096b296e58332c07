import type { FastifyRequest } from "fastify"
import type { Actor, Context } from "#platform/context.ts"

/** Recognises people; the identity module provides it. */
export interface Authenticator {
  staff(
    request: FastifyRequest,
    ctx: Context,
  ): Promise<{ actor: Extract<Actor, { kind: "staff" }>; permissions: ReadonlySet<string> } | null>
  customer(request: FastifyRequest, ctx: Context): Promise<Extract<Actor, { kind: "customer" }> | null>
}

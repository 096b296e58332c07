import type { FastifyReply, FastifyRequest } from "fastify"
import type { z } from "zod"
import type { Context } from "#platform/context.ts"

/** Who may call a route. There is no default: a route without it does not compile and does not boot. */
export type Access =
  | { kind: "public" }
  | { kind: "staff"; permission: string | null }
  | { kind: "customer" }
  | { kind: "link"; purpose: LinkPurpose }
  | { kind: "webhook"; provider: string }

/** What a signed link in a message opens. */
export type LinkPurpose =
  | "quote"
  | "hold"
  | "booking"
  | "change-order"
  | "waitlist"
  | "conversation"
  | "pay"
  | "by-hand"
  | "chef-feed"
  | "privacy-export"

export const access = {
  /** Anybody, rate-limited by address. */
  public: (): Access => ({ kind: "public" }),
  /** Signed-in staff with the permission; `null` means any signed-in staff. */
  staff: (permission: string | null): Access => ({ kind: "staff", permission }),
  /** A customer who proved an e-mail address or a phone with a one-time code. */
  customer: (): Access => ({ kind: "customer" }),
  /** The holder of a signed link: the path has `:token`, the verb gets `linkId`. */
  link: (purpose: LinkPurpose): Access => ({ kind: "link", purpose }),
  /** A provider; the handler verifies the signature over the raw bytes. */
  webhook: (provider: string): Access => ({ kind: "webhook", provider }),
}

export interface RouteInput<Params, Query, Body> {
  params: Params
  query: Query
  body: Body
  /** The id inside a verified signed link; empty for other access. */
  linkId: string
  request: FastifyRequest
  reply: FastifyReply
}

export interface RateLimit {
  max: number
  perSeconds: number
}

export interface Route {
  method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE"
  path: string
  access: Access
  summary: string
  tags: string[]
  params?: z.ZodType
  query?: z.ZodType
  body?: z.ZodType
  /** The reply's schema: a reply with other members loses them, one that lacks a member is a 500. */
  response?: z.ZodType
  status?: number
  /** POSTs that create money or a claim: the header Idempotency-Key is required. */
  requiresIdempotencyKey?: boolean
  rateLimit?: RateLimit
  /** Largest body in bytes; 256 KiB when absent. */
  bodyLimitBytes?: number
  handler(ctx: Context, input: RouteInput<unknown, unknown, unknown>): Promise<unknown>
}

type Parsed<T> = T extends z.ZodType ? z.output<T> : undefined

interface TypedRoute<P, Q, B, R> extends Omit<Route, "params" | "query" | "body" | "response" | "handler"> {
  params?: P
  query?: Q
  body?: B
  response?: R
  handler(
    ctx: Context,
    input: RouteInput<Parsed<P>, Parsed<Q>, Parsed<B>>,
  ): Promise<R extends z.ZodType ? z.output<R> : unknown>
}

/** @returns the route with the types of its handler inferred from its schemas. */
export function defineRoute<
  P extends z.ZodType | undefined = undefined,
  Q extends z.ZodType | undefined = undefined,
  B extends z.ZodType | undefined = undefined,
  R extends z.ZodType | undefined = undefined,
>(route: TypedRoute<P, Q, B, R>): Route {
  return route as unknown as Route // safe: the server hands over what these schemas parsed
}

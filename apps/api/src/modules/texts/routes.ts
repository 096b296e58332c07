import { TextMessage, TextPage, TextQuery } from "@myhibachi/contract/texts"
import type { FastifyReply, FastifyRequest } from "fastify"
import { z } from "zod"
import type { Context } from "#platform/context.ts"
import { PageQuery } from "#platform/http/paging.ts"
import { access, defineRoute } from "#platform/http/route.ts"
import { findTexts, retryText } from "./find-texts.ts"
import { receiveNotice } from "./receive-notice.ts"
import { WEBHOOK_PATH } from "./send-due-texts.ts"

const tags = ["texts"]
const HANDSHAKE = /^[\w.:+/=-]{1,200}$/

/** Text messages for staff, and what their provider tells us. */
export const textRoutes = [
  defineRoute({
    method: "GET",
    path: "/v1/texts",
    access: access.staff("customers:read"),
    summary: "Text messages to customers, newest first",
    tags,
    query: PageQuery.extend(TextQuery.shape),
    response: TextPage,
    handler: (ctx, { query }) => findTexts(ctx, query),
  }),
  defineRoute({
    method: "POST",
    path: "/v1/texts/:id/retry",
    access: access.staff("customers:write"),
    summary: "Try a text message again that was given up",
    tags,
    params: z.object({ id: z.string().max(64) }),
    response: TextMessage,
    handler: (ctx, { params }) => retryText(ctx, params.id),
  }),
  defineRoute({
    method: "POST",
    path: WEBHOOK_PATH,
    access: access.webhook("ringcentral"),
    summary: "Messages of RingCentral",
    tags,
    rateLimit: { max: 6000, perSeconds: 60 },
    response: z.object({ received: z.literal(true) }),
    handler: (ctx, { request, reply }) => hear(ctx, request, reply),
  }),
]

/** An empty message asks whether we are there, and wants its word back; all others carry our token. */
async function hear(ctx: Context, request: FastifyRequest, reply: FastifyReply) {
  const word = headerOf(request, "validation-token")
  const body = request.rawBody
  if ((!body || body.length === 0) && HANDSHAKE.test(word)) reply.header("validation-token", word)
  else await receiveNotice(ctx, body ?? Buffer.alloc(0), headerOf(request, "verification-token") || word)
  return { received: true as const }
}

function headerOf(request: FastifyRequest, name: string): string {
  const value = request.headers[name]
  return typeof value === "string" ? value : ""
}

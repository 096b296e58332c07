import { WebhookEvent, WebhookEventPage, WebhookFilter, WebhookReplay } from "@myhibachi/contract/webhooks"
import { z } from "zod"
import { PageQuery } from "#platform/http/paging.ts"
import { access, defineRoute } from "#platform/http/route.ts"
import { findWebhooks, replayWebhook } from "./find-webhooks.ts"
import { readReplay, replayWebhooks } from "./replay-webhooks.ts"

const tags = ["webhooks"]
const Id = z.object({ id: z.string().max(100) })

/** The inbox of the provider's messages. */
export const inboxRoutes = [
  defineRoute({
    method: "GET",
    path: "/v1/webhooks/events",
    access: access.staff("payments:read"),
    summary: "Messages of the provider, newest first",
    tags,
    query: PageQuery.extend(WebhookFilter.shape).extend({ isUnknown: z.stringbool().optional() }),
    response: WebhookEventPage,
    handler: (ctx, { query }) => findWebhooks(ctx, query),
  }),
  defineRoute({
    method: "POST",
    path: "/v1/webhooks/events/:id/replay",
    access: access.staff("payments:write"),
    summary: "See to a message again",
    tags,
    params: Id,
    response: WebhookEvent,
    handler: (ctx, { params }) => replayWebhook(ctx, params.id),
  }),
  defineRoute({
    method: "POST",
    path: "/v1/webhooks/replays",
    access: access.staff("payments:write"),
    summary: "See to many messages again, by state, type and time",
    tags,
    body: WebhookFilter,
    response: WebhookReplay,
    status: 201,
    requiresIdempotencyKey: true,
    handler: (ctx, { body }) => replayWebhooks(ctx, body),
  }),
  defineRoute({
    method: "GET",
    path: "/v1/webhooks/replays/:id",
    access: access.staff("payments:read"),
    summary: "How far a replay is",
    tags,
    params: Id,
    response: WebhookReplay,
    handler: (ctx, { params }) => readReplay(ctx, params.id),
  }),
]

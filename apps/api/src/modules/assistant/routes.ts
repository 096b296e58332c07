import { AgentDescription, Responder, Trace, TraceSummary } from "@myhibachi/contract/assistant"
import { z } from "zod"
import { chatRoute } from "#modules/conversations/index.ts"
import { PageQuery, pageOf } from "#platform/http/paging.ts"
import { access, defineRoute, type Route } from "#platform/http/route.ts"
import { describeAgents } from "./agents.ts"
import { chat } from "./answer/answer-job.ts"
import { findTraces, readTrace } from "./traces/find-traces.ts"

export const assistantRoutes: Route[] = [
  chatRoute("Say something in the chat; the same client message id is one message", async (ctx, input) => {
    const { message, answer, conversation } = await chat(ctx, input)
    return { message, answer, status: conversation.status }
  }),
  defineRoute({
    method: "GET",
    path: "/v1/traces",
    access: access.staff("assistant:read"),
    summary: "Why answers were given, newest first",
    tags: ["assistant"],
    query: PageQuery.extend({
      conversationId: z.string().max(60).optional(),
      agent: z.string().max(60).optional(),
      responder: Responder.optional(),
    }),
    response: pageOf(TraceSummary),
    handler: (ctx, { query }) => findTraces(ctx, query),
  }),
  defineRoute({
    method: "GET",
    path: "/v1/traces/:id",
    access: access.staff("assistant:read"),
    summary: "One answer step by step",
    tags: ["assistant"],
    params: z.object({ id: z.string().max(60) }),
    response: Trace,
    handler: (ctx, { params }) => readTrace(ctx, params.id),
  }),
  defineRoute({
    method: "GET",
    path: "/v1/agents",
    access: access.staff("assistant:read"),
    summary: "The agents and their tools",
    tags: ["assistant"],
    response: z.object({ agents: z.array(AgentDescription) }),
    handler: async () => ({ agents: describeAgents() }),
  }),
]

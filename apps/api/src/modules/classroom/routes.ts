import {
  AddModelPrice,
  AnswerIntent,
  AnswerIntents,
  Discussion,
  DiscussionFeedback,
  DiscussionSummary,
  ModelPrice,
  ModelPrices,
  PutAnswerIntent,
  PutSeats,
  Seats,
} from "@myhibachi/contract/classroom"
import { z } from "zod"
import { PageQuery, pageOf } from "#platform/http/paging.ts"
import { access, defineRoute } from "#platform/http/route.ts"
import { listAnswerIntents, putAnswerIntent } from "./answers/answer-intents.ts"
import { getDiscussion, judgeDiscussion, listDiscussions } from "./discussion/find-discussions.ts"
import { readSeats } from "./seats/find-seats.ts"
import { addModelPrice, listModelPrices } from "./seats/model-prices.ts"
import { putSeats } from "./seats/put-seats.ts"

const tags = ["Classroom"]
const read = access.staff("classroom:read")
const write = access.staff("classroom:write")
const ById = z.object({ id: z.string().max(60) })

const discussionRoutes = [
  defineRoute({
    method: "GET",
    path: "/v1/discussions",
    access: read,
    summary: "Lists discussions, newest first",
    tags,
    query: PageQuery.extend({ conversationId: z.string().max(60).optional() }),
    response: pageOf(DiscussionSummary),
    handler: (ctx, { query }) => listDiscussions(ctx, query),
  }),
  defineRoute({
    method: "GET",
    path: "/v1/discussions/:id",
    access: read,
    summary: "Shows the transcript of a discussion",
    tags,
    params: ById,
    response: Discussion,
    handler: (ctx, { params }) => getDiscussion(ctx, params.id),
  }),
  defineRoute({
    method: "POST",
    path: "/v1/discussions/:id/feedback",
    access: write,
    summary: "Notes whether the answer was right",
    tags,
    params: ById,
    body: DiscussionFeedback,
    status: 204,
    handler: (ctx, { params, body }) => judgeDiscussion(ctx, params.id, body),
  }),
]

const seatRoutes = [
  defineRoute({
    method: "GET",
    path: "/v1/seats",
    access: read,
    summary: "Shows the seats of the classroom",
    tags,
    response: Seats,
    handler: (ctx) => readSeats(ctx),
  }),
  defineRoute({
    method: "PUT",
    path: "/v1/seats",
    access: write,
    summary: "Replaces the seats of the classroom",
    tags,
    body: PutSeats,
    response: Seats,
    handler: (ctx, { body }) => putSeats(ctx, body),
  }),
  defineRoute({
    method: "GET",
    path: "/v1/model-prices",
    access: read,
    summary: "Lists what models cost, by date",
    tags,
    response: ModelPrices,
    handler: async (ctx) => ({ prices: await listModelPrices(ctx) }),
  }),
  defineRoute({
    method: "POST",
    path: "/v1/model-prices",
    access: write,
    summary: "Adds a model's price from a date on",
    tags,
    body: AddModelPrice,
    response: ModelPrice,
    status: 201,
    handler: (ctx, { body }) => addModelPrice(ctx, body),
  }),
]

const answerRoutes = [
  defineRoute({
    method: "GET",
    path: "/v1/answer-intents",
    access: read,
    summary: "Shows how the similarity check does, by intent",
    tags,
    response: AnswerIntents,
    handler: async (ctx) => ({ intents: await listAnswerIntents(ctx) }),
  }),
  defineRoute({
    method: "PUT",
    path: "/v1/answer-intents/:intent",
    access: write,
    summary: "Stops or resumes the similarity check for an intent",
    tags,
    params: z.object({ intent: z.string().max(300) }),
    body: PutAnswerIntent,
    response: AnswerIntent,
    handler: (ctx, { params, body }) => putAnswerIntent(ctx, params.intent, body),
  }),
]

export const classroomRoutes = [...discussionRoutes, ...seatRoutes, ...answerRoutes]

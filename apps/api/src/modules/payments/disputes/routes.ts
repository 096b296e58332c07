import { DisputeDetail, DisputePage, DisputeState, SubmitEvidence } from "@myhibachi/contract/disputes"
import { z } from "zod"
import { sendPaper } from "#platform/documents/send-paper.ts"
import { PageQuery } from "#platform/http/paging.ts"
import { access, defineRoute } from "#platform/http/route.ts"
import { acceptDispute, submitEvidence } from "./answer-dispute.ts"
import { findDisputes, readDispute } from "./find-disputes.ts"
import { readEvidencePaper } from "./write-evidence-paper.ts"

const tags = ["disputes"]
const Id = z.object({ id: z.string().max(100) })

export const disputeRoutes = [
  defineRoute({
    method: "GET",
    path: "/v1/disputes",
    access: access.staff("payments:read"),
    summary: "Payments that customers take back through their banks, the soonest due first",
    tags,
    query: PageQuery.extend({
      state: DisputeState.optional(),
      isOpen: z.stringbool().optional(),
      paymentId: z.string().max(100).optional(),
    }),
    response: DisputePage,
    handler: (ctx, { query }) => findDisputes(ctx, query),
  }),
  defineRoute({
    method: "GET",
    path: "/v1/disputes/:id",
    access: access.staff("payments:read"),
    summary: "One dispute with the evidence that our records hold",
    tags,
    params: Id,
    response: DisputeDetail,
    handler: (ctx, { params }) => readDispute(ctx, params.id),
  }),
  defineRoute({
    method: "GET",
    path: "/v1/disputes/:id/evidence/pdf",
    access: access.staff("payments:read"),
    summary: "The evidence on paper, as the bank gets it",
    tags,
    params: Id,
    handler: async (ctx, { params, reply }) =>
      sendPaper(reply, await readEvidencePaper(ctx, params.id), `evidence-${params.id}`),
  }),
  defineRoute({
    method: "POST",
    path: "/v1/disputes/:id/evidence",
    access: access.staff("payments:write"),
    summary: "Hand the evidence to the bank",
    tags,
    params: Id,
    body: SubmitEvidence,
    response: DisputeDetail,
    requiresIdempotencyKey: true,
    handler: (ctx, { params, body }) => submitEvidence(ctx, { disputeId: params.id, ...body }),
  }),
  defineRoute({
    method: "POST",
    path: "/v1/disputes/:id/accept",
    access: access.staff("payments:refund"),
    summary: "Give the disputed money up for good",
    tags,
    params: Id,
    response: DisputeDetail,
    requiresIdempotencyKey: true,
    handler: (ctx, { params }) => acceptDispute(ctx, { disputeId: params.id }),
  }),
]

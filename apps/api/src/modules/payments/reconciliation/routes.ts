import {
  ReconciliationBreak,
  ReconciliationDetail,
  ReconciliationPage,
  ResolveBreak,
  StartReconciliation,
} from "@myhibachi/contract/reconciliation"
import { z } from "zod"
import { PageQuery } from "#platform/http/paging.ts"
import { access, defineRoute } from "#platform/http/route.ts"
import { findReconciliations, readReconciliation } from "./find-reconciliations.ts"
import { resolveBreak } from "./resolve-break.ts"
import { runReconciliation } from "./run-reconciliation.ts"

const tags = ["reconciliation"]
const Id = z.object({ id: z.string().max(100) })

export const reconciliationRoutes = [
  defineRoute({
    method: "POST",
    path: "/v1/reconciliation/runs",
    access: access.staff("payments:write"),
    summary: "Compare a day of the provider's account with our books",
    tags,
    body: StartReconciliation,
    response: ReconciliationDetail,
    status: 201,
    requiresIdempotencyKey: true,
    handler: (ctx, { body }) => runReconciliation(ctx, body),
  }),
  defineRoute({
    method: "GET",
    path: "/v1/reconciliation/runs",
    access: access.staff("payments:read"),
    summary: "Comparisons, newest first",
    tags,
    query: PageQuery,
    response: ReconciliationPage,
    handler: (ctx, { query }) => findReconciliations(ctx, query),
  }),
  defineRoute({
    method: "GET",
    path: "/v1/reconciliation/runs/:id",
    access: access.staff("payments:read"),
    summary: "One comparison with all that did not agree",
    tags,
    params: Id,
    response: ReconciliationDetail,
    handler: (ctx, { params }) => readReconciliation(ctx, params.id),
  }),
  defineRoute({
    method: "POST",
    path: "/v1/reconciliation/breaks/:id/resolve",
    access: access.staff("payments:write"),
    summary: "Say why something that does not agree is in order",
    tags,
    params: Id,
    body: ResolveBreak,
    response: ReconciliationBreak,
    handler: (ctx, { params, body }) => resolveBreak(ctx, { breakId: params.id, ...body }),
  }),
]

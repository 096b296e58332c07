import {
  AuditPage,
  AuditVerification,
  ChangedFlag,
  ChangeFlag,
  FlagList,
  JobCounts,
} from "@myhibachi/contract/operations"
import { SearchFindings, SearchQuery } from "@myhibachi/contract/search"
import { z } from "zod"
import { verifyAudit } from "#platform/audit.ts"
import { PageQuery } from "#platform/http/paging.ts"
import { access, defineRoute } from "#platform/http/route.ts"
import { findAudit } from "./find-audit.ts"
import { changeFlag, listFlags } from "./flags.ts"
import { searchEverything } from "./search-everything.ts"

const tags = ["operations"]
const Filter = z.string().max(200).optional()

export const operationsRoutes = [
  defineRoute({
    method: "GET",
    path: "/v1/search",
    access: access.staff(null),
    summary: "Customers, bookings, payments, leads, conversations and articles by a few letters",
    tags,
    query: SearchQuery,
    response: SearchFindings,
    handler: (ctx, { query }) => searchEverything(ctx, query.text),
  }),
  defineRoute({
    method: "GET",
    path: "/v1/audit",
    access: access.staff("audit:read"),
    summary: "Who did what, newest first",
    tags,
    query: PageQuery.extend({ entity: Filter, entityId: Filter, actor: Filter, action: Filter }),
    response: AuditPage,
    handler: (ctx, { query }) => findAudit(ctx, query),
  }),
  defineRoute({
    method: "GET",
    path: "/v1/audit/verify",
    access: access.staff("audit:read"),
    summary: "Check every seal of the audit chain",
    tags,
    response: AuditVerification,
    handler: (ctx) => verifyAudit(ctx),
  }),
  defineRoute({
    method: "GET",
    path: "/v1/flags",
    access: access.staff("operations:read"),
    summary: "Flags, now and after the next start",
    tags,
    response: FlagList,
    handler: (ctx) => listFlags(ctx),
  }),
  defineRoute({
    method: "PUT",
    path: "/v1/flags/:key",
    access: access.staff("flags:write"),
    summary: "Switch a flag from the next start on",
    tags,
    params: z.object({ key: z.string().max(100) }),
    body: ChangeFlag,
    response: ChangedFlag,
    handler: (ctx, { params, body }) => changeFlag(ctx, params.key, body),
  }),
  defineRoute({
    method: "GET",
    path: "/v1/jobs",
    access: access.staff("operations:read"),
    summary: "Jobs that wait, run and died",
    tags,
    response: JobCounts,
    handler: (ctx) => ctx.services.jobs.counts(),
  }),
]

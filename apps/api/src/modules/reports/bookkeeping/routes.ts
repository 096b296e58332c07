import { Readable } from "node:stream"
import {
  BookkeepingFile,
  BookkeepingFormat,
  BookkeepingPeriod,
  BookkeepingPreview,
  NameAccount,
  NamedAccount,
  NamedAccounts,
} from "@myhibachi/contract/bookkeeping"
import { z } from "zod"
import { requireIfMatch, setEtag } from "#platform/http/etag.ts"
import { access, defineRoute } from "#platform/http/route.ts"
import { exportJournals, previewExport } from "./export-journals.ts"
import { findNamedAccounts, nameAccount } from "./name-account.ts"

const tags = ["Bookkeeping"]

/** The books for the accountant's program. */
export const bookkeepingRoutes = [
  defineRoute({
    method: "GET",
    path: "/v1/bookkeeping/accounts",
    access: access.staff("payments:read"),
    summary: "Our accounts with the names that the accountant's programs know",
    tags,
    response: NamedAccounts,
    handler: (ctx) => findNamedAccounts(ctx),
  }),
  defineRoute({
    method: "PUT",
    path: "/v1/bookkeeping/accounts/:code",
    access: access.staff("payments:write"),
    summary: "Say what the accountant's programs call an account",
    tags,
    params: z.object({ code: z.string().max(60) }),
    body: NameAccount,
    response: NamedAccount,
    handler: async (ctx, { params, body, request, reply }) => {
      const named = await nameAccount(ctx, { ...body, account: params.code }, (version) =>
        requireIfMatch(request, version),
      )
      setEtag(reply, named.version)
      return named
    },
  }),
  defineRoute({
    method: "GET",
    path: "/v1/bookkeeping/preview",
    access: access.staff("payments:read"),
    summary: "What an export of a period would hold",
    tags,
    query: BookkeepingPeriod,
    response: BookkeepingPreview,
    handler: (ctx, { query }) => previewExport(ctx, query),
  }),
  defineRoute({
    method: "GET",
    path: "/v1/bookkeeping/:format",
    access: access.staff("payments:read"),
    summary: "Every ledger entry of a period that is over, as a file for an accounting program",
    tags,
    params: z.object({ format: BookkeepingFormat }),
    query: BookkeepingFile,
    handler: async (ctx, { params, query, reply }) => {
      const file = await exportJournals(ctx, { ...query, ...params })
      reply.header("content-disposition", `attachment; filename="${file.name}"`)
      return reply.type(file.type).send(Readable.from(file.bytes))
    },
  }),
]

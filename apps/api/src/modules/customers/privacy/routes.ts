import {
  EraseCustomer,
  ErasedCustomer,
  ErasurePreview,
  PrivacyExport,
  PrivacyExportList,
} from "@myhibachi/contract/privacy"
import { z } from "zod"
import { access, defineRoute } from "#platform/http/route.ts"
import { eraseCustomer, previewErasure } from "./erase-customer.ts"
import { findExports, openExport, requestExport } from "./export-customer.ts"
import { writePage } from "./write-page.ts"

const tags = ["Privacy"]
const Id = z.object({ id: z.string().max(64) })
const link = access.link("privacy-export")

export const privacyRoutes = [
  defineRoute({
    method: "POST",
    path: "/v1/customers/:id/privacy-export",
    access: access.staff("customers:write"),
    summary: "Collect a copy of all that is kept about a customer",
    tags,
    params: Id,
    response: PrivacyExport,
    status: 202,
    handler: (ctx, { params }) => requestExport(ctx, params.id),
  }),
  defineRoute({
    method: "GET",
    path: "/v1/customers/:id/privacy-exports",
    access: access.staff("customers:read"),
    summary: "Copies that were asked for, and how far they are",
    tags,
    params: Id,
    response: PrivacyExportList,
    handler: (ctx, { params }) => findExports(ctx, params.id),
  }),
  defineRoute({
    method: "GET",
    path: "/v1/public/privacy-exports/:token/data.json",
    access: link,
    summary: "The copy for programs",
    tags,
    handler: async (ctx, { linkId, reply }) => {
      const copy = await openExport(ctx, linkId)
      reply.header("content-disposition", 'attachment; filename="my-data.json"')
      return reply.type("application/json; charset=utf-8").send(JSON.stringify(copy, null, 2))
    },
  }),
  defineRoute({
    method: "GET",
    path: "/v1/public/privacy-exports/:token/page.html",
    access: link,
    summary: "The copy for people",
    tags,
    handler: async (ctx, { linkId, reply }) => {
      const { madeAt, document } = await openExport(ctx, linkId)
      return reply.type("text/html; charset=utf-8").send(writePage(madeAt, document))
    },
  }),
  defineRoute({
    method: "GET",
    path: "/v1/customers/:id/erasure",
    access: access.staff("customers:erase"),
    summary: "Whether a customer can be erased, and what would go",
    tags,
    params: Id,
    response: ErasurePreview,
    handler: (ctx, { params }) => previewErasure(ctx, params.id),
  }),
  defineRoute({
    method: "POST",
    path: "/v1/customers/:id/erase",
    access: access.staff("customers:erase"),
    summary: "Erase whatever names a customer; there is no way back",
    tags,
    params: Id,
    body: EraseCustomer,
    response: ErasedCustomer,
    handler: (ctx, { params, body }) => eraseCustomer(ctx, { ...body, customerId: params.id }),
  }),
]

import { Readable } from "node:stream"
import { CreateExport, Export, ExportContentList, ExportPage } from "@myhibachi/contract/exchange"
import { z } from "zod"
import { PageQuery } from "#platform/http/paging.ts"
import { access, defineRoute } from "#platform/http/route.ts"
import {
  findExports,
  listExportContents,
  presentExport,
  readExportFile,
  requireExport,
  requireExportFile,
} from "./find-exports.ts"
import { createExport, stopExport } from "./write-export.ts"

const tags = ["Imports and exports"]
const Id = z.object({ id: z.string().max(64) })
// What may be exported follows from its content; the verbs ask for the permission.
const staff = access.staff(null)

export const exportRoutes = [
  defineRoute({
    method: "GET",
    path: "/v1/export-contents",
    access: staff,
    summary: "What I may export",
    tags,
    response: ExportContentList,
    handler: async (ctx) => ({ items: listExportContents(ctx) }),
  }),
  defineRoute({
    method: "GET",
    path: "/v1/exports",
    access: staff,
    summary: "The exports that are mine to see",
    tags,
    query: PageQuery,
    response: ExportPage,
    handler: (ctx, { query }) => findExports(ctx, query),
  }),
  defineRoute({
    method: "POST",
    path: "/v1/exports",
    access: staff,
    summary: "Have a file written",
    tags,
    body: CreateExport,
    response: Export,
    status: 202,
    handler: (ctx, { body }) => createExport(ctx, body),
  }),
  defineRoute({
    method: "GET",
    path: "/v1/exports/:id",
    access: staff,
    summary: "One export and how far it is",
    tags,
    params: Id,
    response: Export,
    handler: async (ctx, { params }) => presentExport(await requireExport(ctx, params.id), ctx.now()),
  }),
  defineRoute({
    method: "POST",
    path: "/v1/exports/:id/stop",
    access: staff,
    summary: "Halt an export",
    tags,
    params: Id,
    response: Export,
    handler: (ctx, { params }) => stopExport(ctx, { exportId: params.id }),
  }),
  defineRoute({
    method: "GET",
    path: "/v1/exports/:id/file",
    access: staff,
    summary: "The file of an export, for as long as it is kept",
    tags,
    params: Id,
    handler: async (ctx, { params, reply }) => {
      const run = await requireExportFile(ctx, params.id)
      const day = run.createdAt.slice(0, 10)
      reply.header("content-disposition", `attachment; filename="${run.content}-${day}.${run.format}"`)
      const type = run.format === "csv" ? "text/csv; charset=utf-8" : "application/json; charset=utf-8"
      return reply.type(type).send(Readable.from(readExportFile(ctx, run.id)))
    },
  }),
]

import { Readable } from "node:stream"
import {
  Import,
  ImportKind,
  ImportKindList,
  ImportPage,
  ImportRowPage,
  ImportRowState,
  UploadQuery,
} from "@myhibachi/contract/exchange"
import { z } from "zod"
import { PageQuery } from "#platform/http/paging.ts"
import { access, defineRoute } from "#platform/http/route.ts"
import { commitImport, stopImport, undoImport } from "./commit-import.ts"
import { findImportRows, findImports, readImport, requireImport, writeProblems } from "./find-imports.ts"
import { listImportKinds, writeTemplate } from "./import-kinds.ts"
import { MOST_BYTES, uploadImport } from "./upload-import.ts"

const tags = ["Imports and exports"]
const Id = z.object({ id: z.string().max(64) })
// What may be imported follows from its kind; the verbs ask for the permission.
const staff = access.staff(null)

export const importRoutes = [
  defineRoute({
    method: "GET",
    path: "/v1/import-kinds",
    access: staff,
    summary: "What I may import, and the columns of its files",
    tags,
    response: ImportKindList,
    handler: async (ctx) => listImportKinds(ctx),
  }),
  defineRoute({
    method: "GET",
    path: "/v1/import-kinds/:kind/template",
    access: staff,
    summary: "An example file",
    tags,
    params: z.object({ kind: ImportKind }),
    handler: async (_ctx, { params, reply }) => {
      reply.header("content-disposition", `attachment; filename="${params.kind}.csv"`)
      return reply.type("text/csv; charset=utf-8").send(writeTemplate(params.kind))
    },
  }),
  defineRoute({
    method: "GET",
    path: "/v1/imports",
    access: staff,
    summary: "The imports that are mine to see",
    tags,
    query: PageQuery,
    response: ImportPage,
    handler: (ctx, { query }) => findImports(ctx, query),
  }),
  defineRoute({
    method: "POST",
    path: "/v1/imports",
    access: staff,
    summary: "Upload a CSV file and have its rows looked at; nothing is made yet",
    tags,
    bodyLimitBytes: MOST_BYTES,
    query: UploadQuery,
    response: Import,
    status: 201,
    handler: (ctx, { query, request }) => uploadImport(ctx, { ...query, source: sourceOf(request.body) }),
  }),
  defineRoute({
    method: "GET",
    path: "/v1/imports/:id",
    access: staff,
    summary: "One import and how far it is",
    tags,
    params: Id,
    response: Import,
    handler: (ctx, { params }) => readImport(ctx, { importId: params.id }),
  }),
  defineRoute({
    method: "GET",
    path: "/v1/imports/:id/rows",
    access: staff,
    summary: "The rows of a file and what is wrong with them",
    tags,
    params: Id,
    query: PageQuery.extend({
      state: ImportRowState.optional(),
      hasProblems: z.stringbool().optional(),
    }),
    response: ImportRowPage,
    handler: (ctx, { params, query }) => findImportRows(ctx, { ...query, importId: params.id }),
  }),
  defineRoute({
    method: "GET",
    path: "/v1/imports/:id/problems",
    access: staff,
    summary: "What is to be mended, as CSV",
    tags,
    params: Id,
    handler: async (ctx, { params, reply }) => {
      await requireImport(ctx, params.id)
      reply.header("content-disposition", `attachment; filename="problems-${params.id}.csv"`)
      return reply
        .type("text/csv; charset=utf-8")
        .send(Readable.from(writeProblems(ctx, { importId: params.id })))
    },
  }),
  defineRoute({
    method: "POST",
    path: "/v1/imports/:id/commit",
    access: staff,
    summary: "Make the rows that are good, or go on with it",
    tags,
    params: Id,
    response: Import,
    status: 202,
    handler: (ctx, { params }) => commitImport(ctx, { importId: params.id }),
  }),
  defineRoute({
    method: "POST",
    path: "/v1/imports/:id/stop",
    access: staff,
    summary: "Halt an import",
    tags,
    params: Id,
    response: Import,
    handler: (ctx, { params }) => stopImport(ctx, { importId: params.id }),
  }),
  defineRoute({
    method: "POST",
    path: "/v1/imports/:id/undo",
    access: staff,
    summary: "Take back what an import made, where nothing depends on it yet",
    tags,
    params: Id,
    response: Import,
    status: 202,
    handler: (ctx, { params }) => undoImport(ctx, { importId: params.id }),
  }),
]

/** The server hands a CSV body on as it comes in; anything else is no file. */
function sourceOf(body: unknown): AsyncIterable<Buffer> {
  return body instanceof Readable ? body : Readable.from([])
}

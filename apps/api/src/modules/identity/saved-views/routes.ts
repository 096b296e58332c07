import { EditView, SavedView, SavedViewList, SavedViewQuery, SaveView } from "@myhibachi/contract/saved-views"
import { z } from "zod"
import { requireIfMatch } from "#platform/http/etag.ts"
import { access, defineRoute } from "#platform/http/route.ts"
import { findViews, requireOwnView } from "./find-views.ts"
import { deleteView, editView, saveView } from "./keep-views.ts"

const tags = ["staff"]
const params = z.object({ id: z.string().max(64) })
// Views hold no data of the lists, only how to ask for it: every list asks for its own permission.
const anyStaff = access.staff(null)

export const savedViewRoutes = [
  defineRoute({
    method: "GET",
    path: "/v1/saved-views",
    access: anyStaff,
    summary: "My views of a list, and those shared with my role",
    tags,
    query: SavedViewQuery,
    response: SavedViewList,
    handler: async (ctx, { query }) => ({ items: await findViews(ctx, query) }),
  }),
  defineRoute({
    method: "POST",
    path: "/v1/saved-views",
    access: anyStaff,
    summary: "Keep filters and order under a name",
    tags,
    body: SaveView,
    response: SavedView,
    status: 201,
    handler: (ctx, { body }) => saveView(ctx, body),
  }),
  defineRoute({
    method: "PATCH",
    path: "/v1/saved-views/:id",
    access: anyStaff,
    summary: "Rename, share or change one of my views, or open it first",
    tags,
    params,
    body: EditView,
    response: SavedView,
    handler: async (ctx, { params: { id }, body, request }) => {
      requireIfMatch(request, (await requireOwnView(ctx, id)).version)
      return editView(ctx, { ...body, id })
    },
  }),
  defineRoute({
    method: "DELETE",
    path: "/v1/saved-views/:id",
    access: anyStaff,
    summary: "Forget one of my views",
    tags,
    params,
    status: 204,
    handler: (ctx, { params: { id } }) => deleteView(ctx, { id }),
  }),
]

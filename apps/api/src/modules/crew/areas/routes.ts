import { Area, AreaList, ChangeArea, CreateArea, SetAreaGeometry } from "@myhibachi/contract/areas"
import type { FastifyReply } from "fastify"
import { z } from "zod"
import { requireIfMatch, setEtag } from "#platform/http/etag.ts"
import { access, defineRoute } from "#platform/http/route.ts"
import { listAreas, presentArea, requireArea } from "./find-areas.ts"
import { changeArea, createArea, removeArea, setAreaGeometry } from "./save-area.ts"

const tags = ["Service areas"]
const params = z.object({ id: z.string().max(64) })
const read = access.staff("crew:read")
const write = access.staff("crew:write")

function withEtag(reply: FastifyReply, area: Area): Area {
  setEtag(reply, area.version)
  return area
}

export const areaRoutes = [
  defineRoute({
    method: "GET",
    path: "/v1/service-areas",
    access: read,
    summary: "Where we come, and where we do not, beside the distance",
    tags,
    response: AreaList,
    handler: async (ctx) => ({ items: await listAreas(ctx) }),
  }),
  defineRoute({
    method: "GET",
    path: "/v1/service-areas/:id",
    access: read,
    summary: "One area",
    tags,
    params,
    response: Area,
    handler: async (ctx, { params: { id }, reply }) =>
      withEtag(reply, await presentArea(ctx, await requireArea(ctx, id))),
  }),
  defineRoute({
    method: "POST",
    path: "/v1/service-areas",
    access: write,
    summary: "Add an area by its shape, its ZIP codes or both",
    tags,
    body: CreateArea,
    response: Area,
    status: 201,
    handler: async (ctx, { body, reply }) => withEtag(reply, await createArea(ctx, body)),
  }),
  defineRoute({
    method: "PUT",
    path: "/v1/service-areas/:id",
    access: write,
    summary: "Change name, effect, station and ZIP codes",
    tags,
    params,
    body: ChangeArea,
    response: Area,
    handler: async (ctx, { params: { id }, body, request, reply }) => {
      requireIfMatch(request, (await requireArea(ctx, id)).version)
      return withEtag(reply, await changeArea(ctx, { ...body, id }))
    },
  }),
  defineRoute({
    method: "PUT",
    path: "/v1/service-areas/:id/geometry",
    access: write,
    summary: "Set the shape as GeoJSON",
    tags,
    params,
    body: SetAreaGeometry,
    response: Area,
    handler: async (ctx, { params: { id }, body, request, reply }) => {
      requireIfMatch(request, (await requireArea(ctx, id)).version)
      return withEtag(reply, await setAreaGeometry(ctx, { ...body, id }))
    },
  }),
  defineRoute({
    method: "DELETE",
    path: "/v1/service-areas/:id",
    access: write,
    summary: "Take an area away",
    tags,
    params,
    status: 204,
    handler: (ctx, { params: { id } }) => removeArea(ctx, { id }),
  }),
]

import { SaveStation, SetStationActive, Station, StationList } from "@myhibachi/contract/crew"
import type { FastifyReply } from "fastify"
import { z } from "zod"
import { requireIfMatch, setEtag } from "#platform/http/etag.ts"
import { access, defineRoute } from "#platform/http/route.ts"
import { listStations, readStation, requireStation } from "../find-stations.ts"
import { changeStation, createStation } from "./save-station.ts"
import { setStationActive } from "./set-station-active.ts"

const tags = ["Crew"]
const params = z.object({ id: z.string().max(64) })
const read = access.staff("crew:read")
const write = access.staff("crew:write")

function withEtag(reply: FastifyReply, station: Station): Station {
  setEtag(reply, station.version)
  return station
}

export const stationRoutes = [
  defineRoute({
    method: "GET",
    path: "/v1/stations",
    access: read,
    summary: "All stations",
    tags,
    response: StationList,
    handler: async (ctx) => ({ items: await listStations(ctx) }),
  }),
  defineRoute({
    method: "GET",
    path: "/v1/stations/:id",
    access: read,
    summary: "One station",
    tags,
    params,
    response: Station,
    handler: async (ctx, { params: { id }, reply }) => withEtag(reply, await readStation(ctx, id)),
  }),
  defineRoute({
    method: "POST",
    path: "/v1/stations",
    access: write,
    summary: "Open a station",
    tags,
    body: SaveStation,
    response: Station,
    status: 201,
    handler: async (ctx, { body, reply }) => withEtag(reply, await createStation(ctx, body)),
  }),
  defineRoute({
    method: "PUT",
    path: "/v1/stations/:id",
    access: write,
    summary: "Change where a station is and what its drives cost",
    tags,
    params,
    body: SaveStation,
    response: Station,
    handler: async (ctx, { params: { id }, body, request, reply }) => {
      requireIfMatch(request, (await requireStation(ctx, id)).version)
      return withEtag(reply, await changeStation(ctx, { ...body, id }))
    },
  }),
  defineRoute({
    method: "POST",
    path: "/v1/stations/:id/active",
    access: write,
    summary: "Close a station without parties ahead, or open it again",
    tags,
    params,
    body: SetStationActive,
    response: Station,
    handler: async (ctx, { params: { id }, body, reply }) =>
      withEtag(reply, await setStationActive(ctx, { ...body, id })),
  }),
]

import {
  DayDrives,
  DayDrivesQuery,
  SetTravelOverride,
  TravelLeg,
  TravelMatrix,
  TravelMatrixFilter,
} from "@myhibachi/contract/travel"
import { z } from "zod"
import { PageQuery } from "#platform/http/paging.ts"
import { access, defineRoute } from "#platform/http/route.ts"
import { findLegs } from "./find-legs.ts"
import { removeLegOverride, setLegOverride } from "./leg-overrides.ts"
import { readDayDrives } from "./read-day-drives.ts"

const tags = ["Travel"]
const read = access.staff("crew:read")
const write = access.staff("crew:write")

export const travelRoutes = [
  defineRoute({
    method: "GET",
    path: "/v1/travel/matrix",
    access: read,
    summary: "Drives that are kept, with their age and source",
    tags,
    query: PageQuery.extend(TravelMatrixFilter.shape),
    response: TravelMatrix,
    handler: (ctx, { query }) => findLegs(ctx, query),
  }),
  defineRoute({
    method: "GET",
    path: "/v1/travel/day",
    access: read,
    summary: "A day on the road: every chef's parties and drives in order",
    tags,
    query: DayDrivesQuery,
    response: DayDrives,
    handler: (ctx, { query }) => readDayDrives(ctx, query),
  }),
  defineRoute({
    method: "POST",
    path: "/v1/travel/overrides",
    access: write,
    summary: "Set the drive from a station to a place by hand",
    tags,
    body: SetTravelOverride,
    response: TravelLeg,
    status: 201,
    handler: (ctx, { body }) => setLegOverride(ctx, body),
  }),
  defineRoute({
    method: "DELETE",
    path: "/v1/travel/overrides/:id",
    access: write,
    summary: "Let the measured drive count again",
    tags,
    params: z.object({ id: z.string().max(64) }),
    status: 204,
    handler: (ctx, { params }) => removeLegOverride(ctx, params),
  }),
]

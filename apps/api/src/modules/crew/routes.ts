import {
  AddBlackout,
  AddTimeOff,
  Blackout,
  CalendarQuery,
  Chef,
  ChefCalendar,
  ChefClaim,
  ChefList,
  StationList,
} from "@myhibachi/contract/crew"
import { z } from "zod"
import { access, defineRoute } from "#platform/http/route.ts"
import { addBlackout, addTimeOff, removeBlackout } from "./close-time.ts"
import { listChefs, listStations, readChef } from "./find-stations.ts"
import { readCalendar } from "./read-calendar.ts"

const tags = ["Crew"]
const Id = z.object({ id: z.string().max(64) })
const read = access.staff("crew:read")
const write = access.staff("crew:write")

export const crewRoutes = [
  defineRoute({
    method: "GET",
    path: "/v1/calendar",
    access: read,
    summary: "Who is where, travel included",
    tags,
    query: CalendarQuery,
    response: ChefCalendar,
    handler: (ctx, { query }) => readCalendar(ctx, query),
  }),
  defineRoute({
    method: "GET",
    path: "/v1/chefs",
    access: read,
    summary: "All chefs",
    tags,
    response: ChefList,
    handler: async (ctx) => ({ items: await listChefs(ctx) }),
  }),
  defineRoute({
    method: "GET",
    path: "/v1/chefs/:id",
    access: read,
    summary: "One chef",
    tags,
    params: Id,
    response: Chef,
    handler: (ctx, { params }) => readChef(ctx, params.id),
  }),
  defineRoute({
    method: "POST",
    path: "/v1/chefs/:id/time-off",
    access: write,
    summary: "Give a chef time off",
    tags,
    requiresIdempotencyKey: true,
    params: Id,
    body: AddTimeOff,
    response: ChefClaim,
    status: 201,
    handler: (ctx, { params, body }) => addTimeOff(ctx, { ...body, chefId: params.id }),
  }),
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
    method: "POST",
    path: "/v1/blackouts",
    access: write,
    summary: "Close the company or a station for a while",
    tags,
    body: AddBlackout,
    response: Blackout,
    status: 201,
    handler: (ctx, { body }) => addBlackout(ctx, body),
  }),
  defineRoute({
    method: "DELETE",
    path: "/v1/blackouts/:id",
    access: write,
    summary: "Open again",
    tags,
    params: Id,
    status: 204,
    handler: (ctx, { params }) => removeBlackout(ctx, params.id),
  }),
]

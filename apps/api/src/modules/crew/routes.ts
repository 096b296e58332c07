import {
  AddBlackout,
  AffectedParties,
  Blackout,
  BlackoutList,
  BlackoutSpan,
  Takers,
} from "@myhibachi/contract/chef-time"
import { CalendarQuery, ChefCalendar } from "@myhibachi/contract/crew"
import { z } from "zod"
import { access, defineRoute } from "#platform/http/route.ts"
import { addBlackout, listBlackouts, previewBlackout, removeBlackout } from "./close-time.ts"
import { listTakers } from "./find-affected.ts"
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
    path: "/v1/claims/:id/takers",
    access: read,
    summary: "Who could take a party over, and why others cannot",
    tags,
    params: Id,
    response: Takers,
    handler: async (ctx, { params }) => ({ items: await listTakers(ctx, { claimId: params.id }) }),
  }),
  defineRoute({
    method: "GET",
    path: "/v1/blackouts",
    access: read,
    summary: "The closures that are not over",
    tags,
    response: BlackoutList,
    handler: async (ctx) => ({ items: await listBlackouts(ctx) }),
  }),
  defineRoute({
    method: "POST",
    path: "/v1/blackouts/preview",
    access: read,
    summary: "The parties that a closure would leave standing",
    tags,
    body: BlackoutSpan,
    response: AffectedParties,
    handler: async (ctx, { body }) => ({ items: await previewBlackout(ctx, body) }),
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

import {
  AffectedParties,
  ChefActivity,
  ChefHours,
  CreateChef,
  DayExceptionList,
  EditChef,
  Handovers,
  SavedDayException,
  SetDayException,
  SetHomeBase,
  SetWorkingHours,
} from "@myhibachi/contract/chef-time"
import { CalendarQuery, Chef, ChefCalendar, ChefList } from "@myhibachi/contract/crew"
import { DateText } from "@myhibachi/contract/time"
import { z } from "zod"
import type { Context } from "#platform/context.ts"
import { requireIfMatch, setEtag } from "#platform/http/etag.ts"
import { access, defineRoute } from "#platform/http/route.ts"
import { describeParties, readParties } from "../find-affected.ts"
import { readCalendar } from "../read-calendar.ts"
import { deactivateChef, reactivateChef } from "./deactivate-chef.ts"
import { createChef, editChef, moveHome } from "./edit-chef.ts"
import { listChefs, readChef } from "./find-chefs.ts"
import {
  listExceptions,
  readHours,
  removeDayException,
  setDayException,
  setWorkingHours,
} from "./set-hours.ts"

const tags = ["Chefs"]
const Id = z.object({ id: z.string().max(64) })
const Day = Id.extend({ date: DateText })
const read = access.staff("crew:read")
const write = access.staff("crew:write")

type WithReply = Parameters<typeof setEtag>[0]

async function withEtag(reply: WithReply, chef: Promise<Chef>): Promise<Chef> {
  const read = await chef
  setEtag(reply, read.version)
  return read
}

async function requireVersion(ctx: Context, request: Parameters<typeof requireIfMatch>[0], chefId: string) {
  requireIfMatch(request, (await readChef(ctx, chefId)).version)
}

export const chefRoutes = [
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
    method: "POST",
    path: "/v1/chefs",
    access: write,
    summary: "Add a chef",
    tags,
    body: CreateChef,
    response: Chef,
    status: 201,
    handler: (ctx, { body }) => createChef(ctx, body),
  }),
  defineRoute({
    method: "GET",
    path: "/v1/chefs/:id",
    access: read,
    summary: "One chef",
    tags,
    params: Id,
    response: Chef,
    handler: (ctx, { params, reply }) => withEtag(reply, readChef(ctx, params.id)),
  }),
  defineRoute({
    method: "PATCH",
    path: "/v1/chefs/:id",
    access: write,
    summary: "Change a chef's name, grade, skills and limits",
    tags,
    params: Id,
    body: EditChef,
    response: Chef,
    handler: async (ctx, { params, body, request, reply }) => {
      await requireVersion(ctx, request, params.id)
      return withEtag(reply, editChef(ctx, { ...body, chefId: params.id }))
    },
  }),
  defineRoute({
    method: "PUT",
    path: "/v1/chefs/:id/home-base",
    access: write,
    summary: "Where a chef's day starts and ends",
    tags,
    params: Id,
    body: SetHomeBase,
    response: Chef,
    handler: async (ctx, { params, body, request, reply }) => {
      await requireVersion(ctx, request, params.id)
      return withEtag(reply, moveHome(ctx, { ...body, chefId: params.id }))
    },
  }),
  defineRoute({
    method: "POST",
    path: "/v1/chefs/:id/deactivate",
    access: write,
    summary: "Take a chef out of work; the parties to come go to others first",
    tags,
    params: Id,
    body: Handovers,
    response: ChefActivity,
    handler: (ctx, { params, body }) => deactivateChef(ctx, { ...body, chefId: params.id }),
  }),
  defineRoute({
    method: "POST",
    path: "/v1/chefs/:id/reactivate",
    access: write,
    summary: "Let a chef work again",
    tags,
    params: Id,
    response: ChefActivity,
    handler: (ctx, { params }) => reactivateChef(ctx, { chefId: params.id }),
  }),
  defineRoute({
    method: "GET",
    path: "/v1/chefs/:id/calendar",
    access: read,
    summary: "One chef's claims, travel included",
    tags,
    params: Id,
    query: CalendarQuery.pick({ from: true, to: true }),
    response: ChefCalendar,
    handler: async (ctx, { params, query }) => {
      await readChef(ctx, params.id)
      return readCalendar(ctx, { ...query, chefId: params.id })
    },
  }),
]

const partiesRoute = defineRoute({
  method: "GET",
  path: "/v1/chefs/:id/parties",
  access: read,
  summary: "The chef's parties to come, with who could take them",
  tags,
  params: Id,
  response: AffectedParties,
  handler: async (ctx, { params }) => ({
    items: await describeParties(ctx, await readParties(ctx, (await readChef(ctx, params.id)).id)),
  }),
})

export const hoursRoutes = [
  partiesRoute,
  defineRoute({
    method: "GET",
    path: "/v1/chefs/:id/working-hours",
    access: read,
    summary: "Weekly hours, and the parties outside of them",
    tags,
    params: Id,
    response: ChefHours,
    handler: (ctx, { params }) => readHours(ctx, { chefId: params.id }),
  }),
  defineRoute({
    method: "PUT",
    path: "/v1/chefs/:id/working-hours",
    access: write,
    summary: "Replace the weekly hours",
    tags,
    params: Id,
    body: SetWorkingHours,
    response: ChefHours,
    handler: (ctx, { params, body }) => setWorkingHours(ctx, { ...body, chefId: params.id }),
  }),
  defineRoute({
    method: "GET",
    path: "/v1/chefs/:id/exceptions",
    access: read,
    summary: "Days with other hours",
    tags,
    params: Id,
    query: z.object({ from: DateText.optional() }),
    response: DayExceptionList,
    handler: async (ctx, { params, query }) => ({
      items: await listExceptions(ctx, { chefId: params.id, from: query.from }),
    }),
  }),
  defineRoute({
    method: "PUT",
    path: "/v1/chefs/:id/exceptions/:date",
    access: write,
    summary: "Other hours on one day, or none",
    tags,
    params: Day,
    body: SetDayException,
    response: SavedDayException,
    handler: (ctx, { params, body }) =>
      setDayException(ctx, { ...body, chefId: params.id, date: params.date }),
  }),
  defineRoute({
    method: "DELETE",
    path: "/v1/chefs/:id/exceptions/:date",
    access: write,
    summary: "The weekly hours again on that day",
    tags,
    params: Day,
    status: 204,
    handler: (ctx, { params }) => removeDayException(ctx, { chefId: params.id, date: params.date }),
  }),
]

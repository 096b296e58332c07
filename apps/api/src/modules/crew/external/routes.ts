import {
  CalendarConnection,
  CalendarLogin,
  ChefConnection,
  ConnectCalendar,
  FoundCalendars,
} from "@myhibachi/contract/chef-time"
import { z } from "zod"
import { access, defineRoute } from "#platform/http/route.ts"
import { connectCalendar, disconnectCalendar, findCalendars, readConnection } from "./connect-calendar.ts"
import { syncCalendar } from "./sync-calendar.ts"

const tags = ["Chefs"]
const Id = z.object({ id: z.string().max(64) })
const write = access.staff("crew:write")
// Each one signs in at a server elsewhere.
const rateLimit = { max: 20, perSeconds: 60 }

export const externalRoutes = [
  defineRoute({
    method: "GET",
    path: "/v1/chefs/:id/external-calendar",
    access: access.staff("crew:read"),
    summary: "The chef's own calendar, without its password",
    tags,
    params: Id,
    response: ChefConnection,
    handler: (ctx, { params }) => readConnection(ctx, { chefId: params.id }),
  }),
  defineRoute({
    method: "POST",
    path: "/v1/external-calendars/find",
    access: write,
    summary: "The calendars of an account",
    tags,
    rateLimit,
    body: CalendarLogin,
    response: FoundCalendars,
    handler: (ctx, { body }) => findCalendars(ctx, body),
  }),
  defineRoute({
    method: "PUT",
    path: "/v1/chefs/:id/external-calendar",
    access: write,
    summary: "Connect the chef's own calendar and read it",
    tags,
    rateLimit,
    params: Id,
    body: ConnectCalendar,
    response: CalendarConnection,
    handler: async (ctx, { params, body }) => {
      await connectCalendar(ctx, { ...body, chefId: params.id })
      return syncCalendar(ctx, { chefId: params.id })
    },
  }),
  defineRoute({
    method: "POST",
    path: "/v1/chefs/:id/external-calendar/sync",
    access: write,
    summary: "Read busy times and write parties now",
    tags,
    rateLimit,
    params: Id,
    response: CalendarConnection,
    handler: (ctx, { params }) => syncCalendar(ctx, { chefId: params.id }),
  }),
  defineRoute({
    method: "DELETE",
    path: "/v1/chefs/:id/external-calendar",
    access: write,
    summary: "Forget the chef's own calendar and its busy times",
    tags,
    params: Id,
    status: 204,
    handler: (ctx, { params }) => disconnectCalendar(ctx, { chefId: params.id }),
  }),
]

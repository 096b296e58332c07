import {
  AddTimeOff,
  DenyTimeOff,
  Handovers,
  TimeOffPage,
  TimeOffStatus,
  TimeOffWithConflicts,
} from "@myhibachi/contract/chef-time"
import { z } from "zod"
import { PageQuery } from "#platform/http/paging.ts"
import { access, defineRoute } from "#platform/http/route.ts"
import { approveTimeOff, denyTimeOff, withdrawTimeOff } from "./decide-time-off.ts"
import { findTimeOff, readTimeOff } from "./find-time-off.ts"
import { requestTimeOff, requireOwnChef } from "./request-time-off.ts"

const tags = ["Time off"]
const Id = z.object({ id: z.string().max(64) })
const Query = PageQuery.extend({ status: TimeOffStatus.optional() })
const read = access.staff("crew:read")
const write = access.staff("crew:write")
/** Chefs have no permission of their own; what they reach here is theirs alone. */
const own = access.staff(null)

export const timeOffRoutes = [
  defineRoute({
    method: "GET",
    path: "/v1/time-off",
    access: read,
    summary: "Time off, asked for and decided",
    tags,
    query: Query.extend({ chefId: z.string().max(64).optional() }),
    response: TimeOffPage,
    handler: (ctx, { query }) => findTimeOff(ctx, query),
  }),
  defineRoute({
    method: "GET",
    path: "/v1/time-off/:id",
    access: read,
    summary: "One request with the parties in it",
    tags,
    params: Id,
    response: TimeOffWithConflicts,
    handler: (ctx, { params }) => readTimeOff(ctx, params.id),
  }),
  defineRoute({
    method: "GET",
    path: "/v1/chefs/:id/time-off",
    access: read,
    summary: "One chef's time off",
    tags,
    params: Id,
    query: Query,
    response: TimeOffPage,
    handler: (ctx, { params, query }) => findTimeOff(ctx, { ...query, chefId: params.id }),
  }),
  defineRoute({
    method: "POST",
    path: "/v1/chefs/:id/time-off",
    access: write,
    summary: "Ask for time off for a chef",
    tags,
    requiresIdempotencyKey: true,
    params: Id,
    body: AddTimeOff,
    response: TimeOffWithConflicts,
    status: 201,
    handler: (ctx, { params, body }) => requestTimeOff(ctx, { ...body, chefId: params.id }),
  }),
  defineRoute({
    method: "POST",
    path: "/v1/time-off/:id/approve",
    access: write,
    summary: "Take the time, after handing its parties over",
    tags,
    requiresIdempotencyKey: true,
    params: Id,
    body: Handovers,
    response: TimeOffWithConflicts,
    handler: (ctx, { params, body }) => approveTimeOff(ctx, { ...body, timeOffId: params.id }),
  }),
  defineRoute({
    method: "POST",
    path: "/v1/time-off/:id/deny",
    access: write,
    summary: "Say no, with a reason",
    tags,
    params: Id,
    body: DenyTimeOff,
    response: TimeOffWithConflicts,
    handler: (ctx, { params, body }) => denyTimeOff(ctx, { ...body, timeOffId: params.id }),
  }),
  defineRoute({
    method: "DELETE",
    path: "/v1/time-off/:id",
    access: write,
    summary: "Withdraw a request, or give approved time back",
    tags,
    params: Id,
    response: TimeOffWithConflicts,
    handler: (ctx, { params }) => withdrawTimeOff(ctx, { timeOffId: params.id }),
  }),
]

export const ownTimeOffRoutes = [
  defineRoute({
    method: "GET",
    path: "/v1/chefs/me/time-off",
    access: own,
    summary: "The signed-in chef's time off",
    tags,
    query: Query,
    response: TimeOffPage,
    handler: (ctx, { query }) => findTimeOff(ctx, { ...query, chefId: requireOwnChef(ctx) }),
  }),
  defineRoute({
    method: "POST",
    path: "/v1/chefs/me/time-off",
    access: own,
    summary: "Ask for time off for oneself",
    tags,
    requiresIdempotencyKey: true,
    body: AddTimeOff,
    response: TimeOffWithConflicts,
    status: 201,
    handler: (ctx, { body }) => requestTimeOff(ctx, { ...body, chefId: requireOwnChef(ctx) }),
  }),
  defineRoute({
    method: "DELETE",
    path: "/v1/chefs/me/time-off/:id",
    access: own,
    summary: "Withdraw one's own time off",
    tags,
    params: Id,
    response: TimeOffWithConflicts,
    handler: (ctx, { params }) => withdrawTimeOff(ctx, { timeOffId: params.id, chefId: requireOwnChef(ctx) }),
  }),
]

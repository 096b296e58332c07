import { ChefLoad, ChefLoads, ChefPay, PayQuery, ReversePayLine } from "@myhibachi/contract/assignments"
import { z } from "zod"
import { access, defineRoute } from "#platform/http/route.ts"
import { requireChefId } from "../assignments/require-chef.ts"
import { readLoad, readLoads } from "../ranking/read-loads.ts"
import { readChefPay } from "./read-pay.ts"
import { reversePayLine } from "./write-pay.ts"

const tags = ["Crew"]
const params = z.object({ id: z.string().max(64) })

export const payRoutes = [
  defineRoute({
    method: "GET",
    path: "/v1/chefs/load",
    access: access.staff("crew:read"),
    summary: "How work is spread over the chefs",
    tags,
    response: ChefLoads,
    handler: async (ctx) => ({ items: await readLoads(ctx) }),
  }),
  defineRoute({
    method: "GET",
    path: "/v1/chefs/:id/load",
    access: access.staff("crew:read"),
    summary: "How a chef stands beside the others of the station",
    tags,
    params,
    response: ChefLoad,
    handler: (ctx, { params: { id } }) => readLoad(ctx, id),
  }),
  defineRoute({
    method: "GET",
    path: "/v1/chefs/me/pay",
    access: access.staff("assignments:own"),
    summary: "What I earned",
    tags,
    query: PayQuery,
    response: ChefPay,
    handler: (ctx, { query }) => readChefPay(ctx, { ...query, chefId: requireChefId(ctx) }),
  }),
  defineRoute({
    method: "GET",
    path: "/v1/chefs/:id/pay",
    access: access.staff("chef-pay:read"),
    summary: "What a chef earned, line by line",
    tags,
    params,
    query: PayQuery,
    response: ChefPay,
    handler: (ctx, { params: { id }, query }) => readChefPay(ctx, { ...query, chefId: id }),
  }),
  defineRoute({
    method: "POST",
    path: "/v1/pay-lines/:id/reverse",
    access: access.staff("chef-pay:write"),
    summary: "Take a line of a chef's pay back",
    tags,
    params,
    body: ReversePayLine,
    status: 204,
    handler: (ctx, { params: { id }, body }) => reversePayLine(ctx, { ...body, id }),
  }),
]

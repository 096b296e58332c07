import { Menu, MenuQuery, PolicyList, PolicyText } from "@myhibachi/contract/catalog"
import { z } from "zod"
import { access, defineRoute } from "#platform/http/route.ts"
import { currentPolicies } from "./current-catalog.ts"
import { findMenu } from "./find-menu.ts"
import { readPolicy } from "./manage-policies.ts"

const tags = ["Menu and prices"]
const Id = z.object({ id: z.string().max(64) })

export const catalogRoutes = [
  defineRoute({
    method: "GET",
    path: "/v1/public/menu",
    access: access.public(),
    summary: "The menu with the allergens of its ingredients",
    tags,
    query: MenuQuery,
    response: Menu,
    handler: (ctx, { query }) => findMenu(ctx, query),
  }),
  defineRoute({
    method: "GET",
    path: "/v1/public/policies",
    access: access.public(),
    summary: "The rules in force",
    tags,
    response: PolicyList,
    handler: async (ctx) => ({ items: (await currentPolicies(ctx)).texts }),
  }),
  defineRoute({
    method: "GET",
    path: "/v1/public/policies/:id",
    access: access.public(),
    summary: "One version of a rule; it never changes",
    tags,
    params: Id,
    response: PolicyText,
    handler: (ctx, { params }) => readPolicy(ctx, params.id),
  }),
]

import { ChefFeed } from "@myhibachi/contract/chef-time"
import { z } from "zod"
import { access, defineRoute } from "#platform/http/route.ts"
import { requireOwnChef } from "../time-off/request-time-off.ts"
import { readFeedAddress, rotateFeed, writeFeed } from "./write-feed.ts"

const tags = ["Chefs"]
const Id = z.object({ id: z.string().max(64) })

export const feedRoutes = [
  defineRoute({
    method: "GET",
    path: "/v1/chefs/:id/feed",
    access: access.staff("crew:write"),
    summary: "The address of a chef's private feed",
    tags,
    params: Id,
    response: ChefFeed,
    handler: (ctx, { params }) => readFeedAddress(ctx, { chefId: params.id }),
  }),
  defineRoute({
    method: "POST",
    path: "/v1/chefs/:id/feed/rotate",
    access: access.staff("crew:write"),
    summary: "A new address; the old one stops",
    tags,
    params: Id,
    response: ChefFeed,
    handler: (ctx, { params }) => rotateFeed(ctx, { chefId: params.id }),
  }),
  defineRoute({
    method: "GET",
    path: "/v1/chefs/me/feed",
    access: access.staff("assignments:own"),
    summary: "The address of the signed-in chef's private feed",
    tags,
    response: ChefFeed,
    handler: (ctx) => readFeedAddress(ctx, { chefId: requireOwnChef(ctx) }),
  }),
  defineRoute({
    method: "POST",
    path: "/v1/chefs/me/feed/rotate",
    access: access.staff("assignments:own"),
    summary: "A new address of one's own feed; the old one stops",
    tags,
    response: ChefFeed,
    handler: (ctx) => rotateFeed(ctx, { chefId: requireOwnChef(ctx) }),
  }),
  defineRoute({
    method: "GET",
    path: "/v1/public/chef-feeds/:token/feed.ics",
    access: access.link("chef-feed"),
    summary: "A chef's parties for a calendar program",
    tags,
    params: z.object({ token: z.string().max(200) }),
    handler: async (ctx, { params, request, reply }) => {
      const { text, etag } = await writeFeed(ctx, params)
      reply.header("etag", etag).header("cache-control", "private, max-age=300")
      if (request.headers["if-none-match"] === etag) return reply.code(304).send()
      return reply.type("text/calendar; charset=utf-8").send(text)
    },
  }),
]

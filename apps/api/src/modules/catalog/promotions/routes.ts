import { ChangePromotion, Promotion, PromotionPage, PromotionQuery } from "@myhibachi/contract/promotions"
import { z } from "zod"
import { requireIfMatch, setEtag } from "#platform/http/etag.ts"
import { access, defineRoute } from "#platform/http/route.ts"
import { findPromotions, readPromotion } from "./find-promotions.ts"
import { changePromotion } from "./manage-promotions.ts"

const tags = ["Promotions"]
const Id = z.object({ id: z.string().max(64) })

/** Promotions as they stand; making one and trying a code need parties and stations, so booking has those. */
export const promotionRoutes = [
  defineRoute({
    method: "GET",
    path: "/v1/promotions",
    access: access.staff("catalog:read"),
    summary: "All promotions with their uses",
    tags,
    query: PromotionQuery,
    response: PromotionPage,
    handler: (ctx, { query }) => findPromotions(ctx, query),
  }),
  defineRoute({
    method: "GET",
    path: "/v1/promotions/:id",
    access: access.staff("catalog:read"),
    summary: "One promotion",
    tags,
    params: Id,
    response: Promotion,
    handler: async (ctx, { params, reply }) => {
      const promotion = await readPromotion(ctx, params.id)
      setEtag(reply, promotion.version)
      return promotion
    },
  }),
  defineRoute({
    method: "PATCH",
    path: "/v1/promotions/:id",
    access: access.staff("catalog:write"),
    summary: "End or cap a promotion",
    tags,
    params: Id,
    body: ChangePromotion,
    response: Promotion,
    handler: async (ctx, { params, body, request, reply }) => {
      requireIfMatch(request, (await readPromotion(ctx, params.id)).version)
      const promotion = await changePromotion(ctx, { ...body, ...params })
      setEtag(reply, promotion.version)
      return promotion
    },
  }),
]

import { QuoteReplay, ReplayQuotes, SimulatePrice, Simulation } from "@myhibachi/contract/pricing"
import { CreatePromotion, Promotion, PromotionCheck, ValidatePromotion } from "@myhibachi/contract/promotions"
import { access, defineRoute } from "#platform/http/route.ts"
import { createCheckedPromotion } from "./create-checked-promotion.ts"
import { replayQuotes } from "./replay-quotes.ts"
import { simulatePrice } from "./simulate-price.ts"
import { validatePromotion } from "./validate-promotion.ts"

const tags = ["Pricing"]

/** What staff try before they publish; none of these keeps a quote. */
export const pricingRoutes = [
  defineRoute({
    method: "POST",
    path: "/v1/pricing/simulate",
    access: access.staff("catalog:read"),
    summary: "Any party on one or two versions of the prices, line by line",
    tags,
    body: SimulatePrice,
    response: Simulation,
    handler: (ctx, { body }) => simulatePrice(ctx, body),
  }),
  defineRoute({
    method: "POST",
    path: "/v1/pricing/replay",
    access: access.staff("catalog:read"),
    summary: "The last quotes on another version of the prices",
    tags,
    body: ReplayQuotes,
    response: QuoteReplay,
    handler: (ctx, { body }) => replayQuotes(ctx, body),
  }),
  defineRoute({
    method: "POST",
    path: "/v1/promotions",
    access: access.staff("catalog:write"),
    summary: "Offer a promotion",
    tags: ["Promotions"],
    body: CreatePromotion,
    response: Promotion,
    status: 201,
    handler: (ctx, { body }) => createCheckedPromotion(ctx, body),
  }),
  defineRoute({
    method: "POST",
    path: "/v1/promotions/validate",
    access: access.staff("quotes:read"),
    summary: "Can this code be used for this party?",
    tags: ["Promotions"],
    body: ValidatePromotion,
    response: PromotionCheck,
    handler: (ctx, { body }) => validatePromotion(ctx, body),
  }),
]

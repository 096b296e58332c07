import {
  AddressCheck,
  Availability,
  AvailabilityQuery,
  NextStarts,
  NextStartsQuery,
  ServiceArea,
  ServiceAreaQuery,
  TravelFeeRequest,
} from "@myhibachi/contract/availability"
import { PublicConfig } from "@myhibachi/contract/catalog"
import { AddressInput } from "@myhibachi/contract/customers"
import { AcceptQuote, Agreement, Hold, HoldRequest, SignAgreement } from "@myhibachi/contract/hold"
import { Quote, QuoteRequest, Travel } from "@myhibachi/contract/quote"
import { z } from "zod"
import { access, defineRoute } from "#platform/http/route.ts"
import { releaseHold } from "./end-hold.ts"
import { findNextStarts } from "./explain-availability.ts"
import { findAvailability } from "./find-availability.ts"
import { checkAddress, checkServiceArea, travelFee } from "./locate-party.ts"
import { placeHold } from "./place-hold.ts"
import { quoteParty } from "./quote-party.ts"
import { readHold } from "./read-hold.ts"
import { readPublicConfig } from "./read-public-config.ts"
import { readQuote } from "./read-quote.ts"
import { reviseQuote } from "./revise-quote.ts"
import { signAgreement } from "./sign-agreement.ts"

const tags = ["Booking by customers"]
const Token = z.object({ token: z.string().max(200) })
// A person tries a few addresses and dates; a program that tries thousands is not a customer.
const LOOKUPS = { max: 60, perSeconds: 60 }
const HOLDS = { max: 12, perSeconds: 600 }

export const publicRoutes = [
  defineRoute({
    method: "GET",
    path: "/v1/public/config",
    access: access.public(),
    summary: "Prices, rules and stations",
    tags,
    rateLimit: { max: 1200, perSeconds: 60 },
    response: PublicConfig,
    handler: (ctx) => readPublicConfig(ctx),
  }),
  defineRoute({
    method: "GET",
    path: "/v1/public/service-areas/check",
    access: access.public(),
    summary: "Do we come to this place?",
    tags,
    rateLimit: LOOKUPS,
    query: ServiceAreaQuery,
    response: ServiceArea,
    handler: (ctx, { query }) => checkServiceArea(ctx, query),
  }),
  defineRoute({
    method: "POST",
    path: "/v1/public/addresses/validate",
    access: access.public(),
    summary: "The places that a text may mean",
    tags,
    rateLimit: LOOKUPS,
    body: AddressInput,
    response: AddressCheck,
    handler: (ctx, { body }) => checkAddress(ctx, body),
  }),
  defineRoute({
    method: "POST",
    path: "/v1/public/travel-fee",
    access: access.public(),
    summary: "Miles, free miles and fee",
    tags,
    rateLimit: LOOKUPS,
    body: TravelFeeRequest,
    response: Travel,
    handler: (ctx, { body }) => travelFee(ctx, body),
  }),
  defineRoute({
    method: "GET",
    path: "/v1/public/availability",
    access: access.public(),
    summary: "The starts that can be booked",
    tags,
    query: AvailabilityQuery,
    response: Availability,
    handler: (ctx, { query }) => findAvailability(ctx, query),
  }),
  defineRoute({
    method: "GET",
    path: "/v1/public/availability/next",
    access: access.public(),
    summary: "The first starts that can be booked",
    tags,
    rateLimit: LOOKUPS,
    query: NextStartsQuery,
    response: NextStarts,
    handler: (ctx, { query }) => findNextStarts(ctx, query),
  }),
  defineRoute({
    method: "POST",
    path: "/v1/public/quotes",
    access: access.public(),
    summary: "Price a party",
    tags,
    rateLimit: LOOKUPS,
    body: QuoteRequest,
    response: Quote,
    status: 201,
    handler: (ctx, { body }) => quoteParty(ctx, body),
  }),
  defineRoute({
    method: "GET",
    path: "/v1/public/quotes/:token",
    access: access.link("quote"),
    summary: "One quote",
    tags,
    response: Quote,
    handler: (ctx, { linkId }) => readQuote(ctx, { quoteId: linkId }),
  }),
  defineRoute({
    method: "POST",
    path: "/v1/public/quotes/:token/accept",
    access: access.link("quote"),
    summary: "Take a quote: hold its start",
    tags,
    rateLimit: HOLDS,
    requiresIdempotencyKey: true,
    params: Token,
    body: AcceptQuote,
    response: Hold,
    status: 201,
    handler: (ctx, { params, body }) => placeHold(ctx, { ...body, quoteToken: params.token }),
  }),
  defineRoute({
    method: "POST",
    path: "/v1/public/quotes/:token/price-again",
    access: access.link("quote"),
    summary: "The same party with today's prices, as the quote's next revision",
    tags,
    rateLimit: LOOKUPS,
    response: Quote,
    status: 201,
    handler: (ctx, { linkId }) => reviseQuote(ctx, { quoteId: linkId }),
  }),
  defineRoute({
    method: "POST",
    path: "/v1/public/holds",
    access: access.public(),
    summary: "Hold a start",
    tags,
    rateLimit: HOLDS,
    requiresIdempotencyKey: true,
    body: HoldRequest,
    response: Hold,
    status: 201,
    handler: (ctx, { body }) => placeHold(ctx, body),
  }),
  defineRoute({
    method: "GET",
    path: "/v1/public/holds/:token",
    access: access.link("hold"),
    summary: "One hold with its deadlines",
    tags,
    response: Hold,
    handler: (ctx, { linkId }) => readHold(ctx, { holdId: linkId }),
  }),
  defineRoute({
    method: "DELETE",
    path: "/v1/public/holds/:token",
    access: access.link("hold"),
    summary: "Give a start back",
    tags,
    response: Hold,
    handler: async (ctx, { linkId }) => {
      await releaseHold(ctx, { holdId: linkId, reason: "given back by the customer" })
      return readHold(ctx, { holdId: linkId })
    },
  }),
  defineRoute({
    method: "POST",
    path: "/v1/public/holds/:token/sign",
    access: access.link("hold"),
    summary: "Sign the agreement",
    tags,
    body: SignAgreement,
    response: Agreement,
    status: 201,
    handler: (ctx, { linkId, body, request }) =>
      signAgreement(ctx, {
        ...body,
        holdId: linkId,
        ipAddress: request.ip,
        userAgent: request.headers["user-agent"] ?? "",
      }),
  }),
]

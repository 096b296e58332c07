import { Quote, QuoteExplanation, QuotePage, QuoteQuery, QuoteRequest } from "@myhibachi/contract/quote"
import { z } from "zod"
import { access, defineRoute } from "#platform/http/route.ts"
import { quoteParty } from "./quote-party.ts"
import { explainQuote, findQuotes, readQuote } from "./read-quote.ts"

const tags = ["Quotes"]
const Id = z.object({ id: z.string().max(64) })

export const quoteRoutes = [
  defineRoute({
    method: "GET",
    path: "/v1/quotes",
    access: access.staff("quotes:read"),
    summary: "All quotes",
    tags,
    query: QuoteQuery,
    response: QuotePage,
    handler: (ctx, { query }) => findQuotes(ctx, query),
  }),
  defineRoute({
    method: "POST",
    path: "/v1/quotes",
    access: access.staff("quotes:write"),
    summary: "Price a party for a customer",
    tags,
    body: QuoteRequest,
    response: Quote,
    status: 201,
    handler: (ctx, { body }) => quoteParty(ctx, body),
  }),
  defineRoute({
    method: "GET",
    path: "/v1/quotes/:id",
    access: access.staff("quotes:read"),
    summary: "One quote",
    tags,
    params: Id,
    response: Quote,
    handler: (ctx, { params }) => readQuote(ctx, { quoteId: params.id }),
  }),
  defineRoute({
    method: "GET",
    path: "/v1/quotes/:id/explain",
    access: access.staff("quotes:read"),
    summary: "What a price follows from, priced again",
    tags,
    params: Id,
    response: QuoteExplanation,
    handler: (ctx, { params }) => explainQuote(ctx, { quoteId: params.id }),
  }),
]

import { StaffHold } from "@myhibachi/contract/booking"
import { Hold } from "@myhibachi/contract/hold"
import { Quote, QuoteExplanation, QuotePreview, QuoteRequest, ReviseQuote } from "@myhibachi/contract/quote"
import { QuotePage, QuoteQuery } from "@myhibachi/contract/quote-list"
import { QuoteSending, SendQuote } from "@myhibachi/contract/quote-sending"
import { QuoteStory } from "@myhibachi/contract/quote-story"
import { z } from "zod"
import { access, defineRoute } from "#platform/http/route.ts"
import { holdForCustomer } from "./book-for-customer.ts"
import { findQuotes } from "./find-quotes.ts"
import { previewQuote } from "./preview-quote.ts"
import { quoteParty } from "./quote-party.ts"
import { explainQuote, readQuote } from "./read-quote.ts"
import { readQuoteStory } from "./read-quote-story.ts"
import { reviseQuote } from "./revise-quote.ts"
import { sendQuote } from "./send-quote.ts"

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
    method: "POST",
    path: "/v1/quotes/preview",
    access: access.staff("quotes:write"),
    summary: "A price while one is still on the phone; nothing is kept",
    tags,
    body: QuoteRequest,
    response: QuotePreview,
    handler: (ctx, { body }) => previewQuote(ctx, body),
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
  defineRoute({
    method: "GET",
    path: "/v1/quotes/:id/story",
    access: access.staff("quotes:read"),
    summary: "A quote with its revisions, its sendings and what came of it",
    tags,
    params: Id,
    response: QuoteStory,
    handler: (ctx, { params }) => readQuoteStory(ctx, { quoteId: params.id }),
  }),
  defineRoute({
    method: "POST",
    path: "/v1/quotes/:id/revise",
    access: access.staff("quotes:write"),
    summary: "The next revision, with today's prices",
    tags,
    params: Id,
    body: ReviseQuote,
    response: Quote,
    status: 201,
    handler: (ctx, { params, body }) => reviseQuote(ctx, { ...body, quoteId: params.id }),
  }),
  defineRoute({
    method: "POST",
    path: "/v1/quotes/:id/send",
    access: access.staff("quotes:write"),
    summary: "Send a quote by e-mail, with its link and its paper",
    tags,
    requiresIdempotencyKey: true,
    params: Id,
    body: SendQuote,
    response: QuoteSending,
    status: 202,
    handler: (ctx, { params, body }) => sendQuote(ctx, { ...body, quoteId: params.id }),
  }),
  defineRoute({
    method: "POST",
    path: "/v1/quotes/:id/hold",
    access: access.staff("bookings:write"),
    summary: "Hold a start of a quote for a customer on the phone",
    tags,
    requiresIdempotencyKey: true,
    params: Id,
    body: StaffHold,
    response: Hold,
    status: 201,
    handler: (ctx, { params, body }) => holdForCustomer(ctx, { ...body, quoteId: params.id }),
  }),
]

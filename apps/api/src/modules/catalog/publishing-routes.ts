import { PolicyKey, PolicyList, PolicyText, PriceBook, PriceBookList, Sku } from "@myhibachi/contract/catalog"
import {
  CreatePriceBook,
  PriceDifference,
  PublishPolicy,
  PublishPriceBook,
  SetPrice,
} from "@myhibachi/contract/publishing"
import { CreateTaxRate, TaxRateList } from "@myhibachi/contract/tax"
import { z } from "zod"
import { requireIfMatch, setEtag } from "#platform/http/etag.ts"
import { access, defineRoute } from "#platform/http/route.ts"
import { addTaxRate } from "./add-tax-rate.ts"
import { comparePriceBooks } from "./compare-price-books.ts"
import { listTaxRates } from "./find-tax-rates.ts"
import { listPolicies, publishPolicy } from "./manage-policies.ts"
import {
  discardPriceBook,
  draftPriceBook,
  listPriceBooks,
  publishPriceBook,
  readPriceBook,
  setPrice,
} from "./manage-price-books.ts"

const tags = ["Prices, rules and tax"]
const Id = z.object({ id: z.string().max(64) })
const read = access.staff("catalog:read")
const write = access.staff("catalog:write")

/** What is published in versions and never changes afterwards: prices, rules, tax rates. */
export const publishingRoutes = [
  defineRoute({
    method: "GET",
    path: "/v1/price-books",
    access: read,
    summary: "All versions of the prices",
    tags,
    response: PriceBookList,
    handler: async (ctx) => ({ items: await listPriceBooks(ctx) }),
  }),
  defineRoute({
    method: "POST",
    path: "/v1/price-books",
    access: write,
    summary: "Draft the next version from another",
    tags,
    body: CreatePriceBook,
    response: PriceBook,
    status: 201,
    handler: async (ctx, { body, reply }) => {
      const book = await draftPriceBook(ctx, body)
      setEtag(reply, book.revision)
      return book
    },
  }),
  defineRoute({
    method: "GET",
    path: "/v1/price-books/:id",
    access: read,
    summary: "One version of the prices",
    tags,
    params: Id,
    response: PriceBook,
    handler: async (ctx, { params, reply }) => {
      const book = await readPriceBook(ctx, params.id)
      setEtag(reply, book.revision)
      return book
    },
  }),
  defineRoute({
    method: "DELETE",
    path: "/v1/price-books/:id",
    access: write,
    summary: "Throw a draft away",
    tags,
    params: Id,
    status: 204,
    handler: async (ctx, { params, request }) => {
      requireIfMatch(request, (await readPriceBook(ctx, params.id)).revision)
      await discardPriceBook(ctx, params)
    },
  }),
  defineRoute({
    method: "PUT",
    path: "/v1/price-books/:id/items/:sku",
    access: write,
    summary: "Set one price of a draft",
    tags,
    params: Id.extend({ sku: Sku }),
    body: SetPrice,
    response: PriceBook,
    handler: async (ctx, { params, body, request, reply }) => {
      requireIfMatch(request, (await readPriceBook(ctx, params.id)).revision)
      const book = await setPrice(ctx, { ...params, ...body })
      setEtag(reply, book.revision)
      return book
    },
  }),
  defineRoute({
    method: "POST",
    path: "/v1/price-books/:id/publish",
    access: write,
    summary: "Publish a draft",
    tags,
    params: Id,
    body: PublishPriceBook,
    response: PriceBook,
    handler: async (ctx, { params, body, request }) => {
      requireIfMatch(request, (await readPriceBook(ctx, params.id)).revision)
      return publishPriceBook(ctx, { ...params, ...body })
    },
  }),
  defineRoute({
    method: "GET",
    path: "/v1/price-books/:id/diff/:other",
    access: read,
    summary: "What changed between two versions",
    tags,
    params: Id.extend({ other: z.string().max(64) }),
    response: PriceDifference,
    handler: (ctx, { params }) => comparePriceBooks(ctx, params),
  }),
  defineRoute({
    method: "GET",
    path: "/v1/policies",
    access: read,
    summary: "All versions of the rules",
    tags,
    response: PolicyList,
    handler: async (ctx) => ({ items: await listPolicies(ctx) }),
  }),
  defineRoute({
    method: "POST",
    path: "/v1/policies/:key/versions",
    access: write,
    summary: "Publish the next version of a rule",
    tags,
    params: z.object({ key: PolicyKey }),
    body: PublishPolicy,
    response: PolicyText,
    status: 201,
    handler: (ctx, { params, body }) => publishPolicy(ctx, { ...params, ...body }),
  }),
  defineRoute({
    method: "GET",
    path: "/v1/tax-rates",
    access: read,
    summary: "Tax by place, kind of line and date",
    tags,
    response: TaxRateList,
    handler: async (ctx) => ({ items: await listTaxRates(ctx) }),
  }),
  defineRoute({
    method: "POST",
    path: "/v1/tax-rates",
    access: write,
    summary: "Add a rate from a date on",
    tags,
    body: CreateTaxRate,
    response: TaxRateList,
    status: 201,
    handler: (ctx, { body }) => addTaxRate(ctx, body),
  }),
]

import { ByHandPage, ExpectedPaymentPage, MarkReceived } from "@myhibachi/contract/by-hand"
import { PaymentDetail } from "@myhibachi/contract/payments"
import { z } from "zod"
import { PageQuery } from "#platform/http/paging.ts"
import { access, defineRoute } from "#platform/http/route.ts"
import { announceMoney } from "./announce-money.ts"
import { findExpectedPayments } from "./find-expected.ts"
import { markReceived } from "./mark-received.ts"
import { readByHandPage } from "./read-page.ts"

const tags = ["payments"]
const Token = z.object({ token: z.string().max(300) })

/** Payments that are sent by hand, where no card provider takes the money. */
export const byHandRoutes = [
  defineRoute({
    method: "GET",
    path: "/v1/public/pay-by-hand/:token",
    access: access.link("by-hand"),
    summary: "How to send the money, and whether it has come",
    tags,
    params: Token,
    response: ByHandPage,
    handler: (ctx, { linkId }) => readByHandPage(ctx, linkId),
  }),
  defineRoute({
    method: "POST",
    path: "/v1/public/pay-by-hand/:token/announce",
    access: access.link("by-hand"),
    summary: "Say that the money is on its way",
    tags,
    params: Token,
    response: ByHandPage,
    handler: (ctx, { linkId }) => announceMoney(ctx, linkId),
  }),
  defineRoute({
    method: "GET",
    path: "/v1/expected-payments",
    access: access.staff("payments:read"),
    summary: "Money that our people look for, the newest first",
    tags,
    query: PageQuery,
    response: ExpectedPaymentPage,
    handler: (ctx, { query }) => findExpectedPayments(ctx, query),
  }),
  defineRoute({
    method: "POST",
    path: "/v1/expected-payments/:checkoutId/received",
    access: access.staff("payments:write"),
    summary: "Mark expected money as received",
    tags,
    params: z.object({ checkoutId: z.string().max(100) }),
    body: MarkReceived,
    response: PaymentDetail,
    requiresIdempotencyKey: true,
    handler: (ctx, { params, body }) => markReceived(ctx, { ...body, ...params }),
  }),
]

import {
  Checkout,
  CustomerPayments,
  HoldPayment,
  PaymentsConfig,
  StartCheckout,
} from "@myhibachi/contract/payments"
import { z } from "zod"
import { AppError } from "#platform/errors.ts"
import { access, defineRoute } from "#platform/http/route.ts"
import { readPaymentsConfig } from "./consent.ts"
import { readCustomerPayments } from "./find-payments.ts"
import { readHoldPayment } from "./read-hold-payment.ts"
import { receiveWebhook } from "./receive-webhook.ts"
import { startDepositCheckout } from "./start-checkout.ts"

const tags = ["payments"]
const Token = z.object({ token: z.string().max(300) })

export const configRoutes = [
  defineRoute({
    method: "GET",
    path: "/v1/payments/config",
    access: access.public(),
    summary: "Whether cards are taken, and the wording to show",
    tags,
    response: PaymentsConfig,
    handler: (ctx) => readPaymentsConfig(ctx),
  }),
  defineRoute({
    method: "GET",
    path: "/v1/public/bookings/:token/payments",
    access: access.link("booking"),
    summary: "What was paid for my party",
    tags,
    params: Token,
    response: CustomerPayments,
    handler: (ctx, { linkId }) => readCustomerPayments(ctx, linkId),
  }),
]

export const checkoutRoutes = [
  defineRoute({
    method: "POST",
    path: "/v1/public/holds/:token/checkout",
    access: access.link("hold"),
    summary: "Open the hosted payment page for a hold",
    tags,
    params: Token,
    body: StartCheckout,
    response: Checkout,
    handler: (ctx, { linkId, body }) =>
      startDepositCheckout(ctx, { holdId: linkId, consentId: body.consentId }),
  }),
  defineRoute({
    method: "GET",
    path: "/v1/public/holds/:token/payment",
    access: access.link("hold"),
    summary: "How the payment of a hold stands",
    tags,
    params: Token,
    query: z.object({ returned: z.stringbool().default(false) }),
    response: HoldPayment,
    handler: (ctx, { linkId, query }) =>
      readHoldPayment(ctx, { holdId: linkId, hasReturned: query.returned }),
  }),
  defineRoute({
    method: "POST",
    path: "/v1/webhooks/stripe",
    access: access.webhook("stripe"),
    summary: "Messages of Stripe",
    tags,
    rateLimit: { max: 60_000, perSeconds: 60 },
    response: z.object({ received: z.literal(true) }),
    handler: async (ctx, { request }) => {
      const signature = request.headers["stripe-signature"]
      if (typeof signature !== "string" || !request.rawBody) {
        throw new AppError("invalid", "webhook-signature-invalid", "The message has no signature.")
      }
      await receiveWebhook(ctx, request.rawBody, signature)
      return { received: true as const }
    },
  }),
]

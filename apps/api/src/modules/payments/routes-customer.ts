import {
  BookingPaymentState,
  Checkout,
  CustomerPayments,
  HoldPayment,
  PaymentsConfig,
  PayPage,
  SavedCards,
  StartBalance,
  StartCheckout,
  StartTip,
} from "@myhibachi/contract/payments"
import { z } from "zod"
import { AppError } from "#platform/errors.ts"
import { access, defineRoute } from "#platform/http/route.ts"
import { findCards, removeCard } from "./cards.ts"
import { readPaymentsConfig } from "./consent.ts"
import { readCustomerPayments } from "./find-payments.ts"
import { readPayPage } from "./pay-links.ts"
import { customerOfBooking, readBookingPayment, readLinkPayment } from "./read-booking-payment.ts"
import { readHoldPayment } from "./read-hold-payment.ts"
import {
  startBalanceCheckout,
  startDepositCheckout,
  startLinkCheckout,
  startTipCheckout,
} from "./start-checkout.ts"
import { receiveWebhook } from "./webhooks/receive-webhook.ts"

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

const Returned = z.object({ returned: z.stringbool().default(false) })

const payRoutes = [
  defineRoute({
    method: "GET",
    path: "/v1/public/pay/:token",
    access: access.link("pay"),
    summary: "What a pay link asks for",
    tags,
    params: Token,
    response: PayPage,
    handler: (ctx, { linkId }) => readPayPage(ctx, linkId),
  }),
  defineRoute({
    method: "POST",
    path: "/v1/public/pay/:token/checkout",
    access: access.link("pay"),
    summary: "Open the hosted payment page of a pay link",
    tags,
    params: Token,
    body: StartCheckout,
    response: Checkout,
    handler: (ctx, { linkId, body }) => startLinkCheckout(ctx, { ...body, payLinkId: linkId }),
  }),
  defineRoute({
    method: "GET",
    path: "/v1/public/pay/:token/payment",
    access: access.link("pay"),
    summary: "How the payment of a pay link stands",
    tags,
    params: Token,
    query: Returned,
    response: BookingPaymentState,
    handler: (ctx, { linkId, query }) =>
      readLinkPayment(ctx, { payLinkId: linkId, hasReturned: query.returned }),
  }),
  defineRoute({
    method: "POST",
    path: "/v1/public/bookings/:token/checkout",
    access: access.link("booking"),
    summary: "Open the hosted payment page for what my party owes",
    tags,
    params: Token,
    body: StartBalance,
    response: Checkout,
    handler: (ctx, { linkId, body }) => startBalanceCheckout(ctx, { ...body, bookingId: linkId }),
  }),
  defineRoute({
    method: "POST",
    path: "/v1/public/bookings/:token/tip",
    access: access.link("booking"),
    summary: "Open the hosted payment page for a tip",
    tags,
    params: Token,
    body: StartTip,
    response: Checkout,
    handler: (ctx, { linkId, body }) => startTipCheckout(ctx, { ...body, bookingId: linkId }),
  }),
  defineRoute({
    method: "GET",
    path: "/v1/public/bookings/:token/payment",
    access: access.link("booking"),
    summary: "How the payment that I began stands",
    tags,
    params: Token,
    query: Returned,
    response: BookingPaymentState,
    handler: (ctx, { linkId, query }) =>
      readBookingPayment(ctx, { bookingId: linkId, hasReturned: query.returned }),
  }),
  defineRoute({
    method: "GET",
    path: "/v1/public/bookings/:token/cards",
    access: access.link("booking"),
    summary: "The cards that I let you keep",
    tags,
    params: Token,
    response: SavedCards,
    handler: async (ctx, { linkId }) => findCards(ctx, await customerOfBooking(ctx, linkId)),
  }),
  defineRoute({
    method: "DELETE",
    path: "/v1/public/bookings/:token/cards/:cardId",
    access: access.link("booking"),
    summary: "Forget a card of mine",
    tags,
    params: Token.extend({ cardId: z.string().max(100) }),
    response: SavedCards,
    handler: async (ctx, { linkId, params }) =>
      removeCard(ctx, { ...(await customerOfBooking(ctx, linkId)), cardId: params.cardId }),
  }),
]

export const checkoutRoutes = [
  ...payRoutes,
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
    query: Returned,
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

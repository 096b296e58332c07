import { PaymentSchedule, SetPaymentSchedule } from "@myhibachi/contract/payment-schedule"
import { BalanceCharge, PayLink, SavedCards } from "@myhibachi/contract/payments"
import { z } from "zod"
import { requireIfMatch, setEtag } from "#platform/http/etag.ts"
import { access, defineRoute } from "#platform/http/route.ts"
import { findCards, removeCard } from "./cards.ts"
import { chargeBalance } from "./charge-balance.ts"
import { makePayLink } from "./pay-links.ts"
import { readPaymentSchedule, setPaymentSchedule } from "./payment-schedule.ts"

const tags = ["payments"]
const Id = z.object({ id: z.string().max(100) })

/** Cards that customers let us keep, and what is collected with them. */
export const collectRoutes = [
  defineRoute({
    method: "GET",
    path: "/v1/bookings/:id/payment-schedule",
    access: access.staff("payments:read"),
    summary: "What is paid when, and how it is collected",
    tags,
    params: Id,
    response: PaymentSchedule,
    handler: async (ctx, { params, reply }) => {
      const schedule = await readPaymentSchedule(ctx, { bookingId: params.id })
      setEtag(reply, schedule.version)
      return schedule
    },
  }),
  defineRoute({
    method: "PUT",
    path: "/v1/bookings/:id/payment-schedule",
    access: access.staff("payments:write"),
    summary: "Plan by when what is owed is paid, in parts; without parts the policy's rule holds again",
    tags,
    params: Id,
    body: SetPaymentSchedule,
    response: PaymentSchedule,
    handler: async (ctx, { params, body, request, reply }) => {
      const schedule = await setPaymentSchedule(ctx, { ...body, bookingId: params.id }, (version) =>
        requireIfMatch(request, version),
      )
      setEtag(reply, schedule.version)
      return schedule
    },
  }),
  defineRoute({
    method: "POST",
    path: "/v1/bookings/:id/charge-balance",
    access: access.staff("payments:write"),
    summary: "Charge the kept card with what the booking owes, or mail a link to pay",
    tags,
    params: Id,
    response: BalanceCharge,
    requiresIdempotencyKey: true,
    handler: (ctx, { params, request }) =>
      chargeBalance(ctx, {
        bookingId: params.id,
        part: "owed",
        occasion: `staff:${params.id}:${request.headers["idempotency-key"]}`,
      }),
  }),
  defineRoute({
    method: "POST",
    path: "/v1/bookings/:id/pay-links",
    access: access.staff("payments:write"),
    summary: "Mail the customer a link to pay what is owed",
    tags,
    params: Id,
    response: PayLink,
    status: 201,
    requiresIdempotencyKey: true,
    handler: (ctx, { params }) => makePayLink(ctx, { bookingId: params.id, why: "asked" }),
  }),
  defineRoute({
    method: "GET",
    path: "/v1/customers/:id/payment-methods",
    access: access.staff("payments:read"),
    summary: "Cards that a customer lets us keep",
    tags,
    params: Id,
    response: SavedCards,
    handler: (ctx, { params }) => findCards(ctx, { customerId: params.id }),
  }),
  defineRoute({
    method: "DELETE",
    path: "/v1/customers/:id/payment-methods/:cardId",
    access: access.staff("payments:write"),
    summary: "Forget a customer's card",
    tags,
    params: Id.extend({ cardId: z.string().max(100) }),
    response: SavedCards,
    handler: (ctx, { params }) => removeCard(ctx, { customerId: params.id, cardId: params.cardId }),
  }),
]

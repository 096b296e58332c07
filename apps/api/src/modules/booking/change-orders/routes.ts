import {
  AcceptChange,
  ChangeOrder,
  ChangeOrderList,
  ProposeChange,
  StaffAcceptChange,
} from "@myhibachi/contract/booking-life"
import { z } from "zod"
import { requireIfMatch } from "#platform/http/etag.ts"
import { access, defineRoute } from "#platform/http/route.ts"
import { requireBooking } from "../read-booking.ts"
import { acceptChange, declineChange } from "./decide-change.ts"
import { proposeChange } from "./propose-change.ts"
import { findChangeOrders, readChangeOrder } from "./read-change-orders.ts"

const Id = z.object({ id: z.string().max(64) })
const read = access.staff("bookings:read")
const write = access.staff("bookings:write")
const link = access.link("change-order")

const customerRoutes = [
  defineRoute({
    method: "POST",
    path: "/v1/public/bookings/:token/change-orders",
    access: access.link("booking"),
    summary: "Price a change of my party",
    tags: ["My party"],
    body: ProposeChange,
    response: ChangeOrder,
    status: 201,
    rateLimit: { max: 60, perSeconds: 60 },
    handler: async (ctx, { linkId, body, request }) => {
      requireIfMatch(request, (await requireBooking(ctx, linkId)).version)
      return proposeChange(ctx, { ...body, bookingId: linkId })
    },
  }),
  defineRoute({
    method: "GET",
    path: "/v1/public/change-orders/:token",
    access: link,
    summary: "An offered change",
    tags: ["My party"],
    response: ChangeOrder,
    handler: (ctx, { linkId }) => readChangeOrder(ctx, { changeOrderId: linkId }),
  }),
  defineRoute({
    method: "POST",
    path: "/v1/public/change-orders/:token/accept",
    access: link,
    summary: "Accept a change and its price",
    tags: ["My party"],
    requiresIdempotencyKey: true,
    body: AcceptChange,
    response: ChangeOrder,
    handler: (ctx, { linkId, body }) => acceptChange(ctx, { ...body, changeOrderId: linkId }),
  }),
  defineRoute({
    method: "POST",
    path: "/v1/public/change-orders/:token/decline",
    access: link,
    summary: "Leave the party as it is",
    tags: ["My party"],
    response: ChangeOrder,
    handler: (ctx, { linkId }) => declineChange(ctx, { changeOrderId: linkId }),
  }),
]

const staffRoutes = [
  defineRoute({
    method: "GET",
    path: "/v1/bookings/:id/change-orders",
    access: read,
    summary: "The changes that were offered, newest first",
    tags: ["Bookings"],
    params: Id,
    response: ChangeOrderList,
    handler: async (ctx, { params }) => findChangeOrders(ctx, await requireBooking(ctx, params.id)),
  }),
  defineRoute({
    method: "POST",
    path: "/v1/bookings/:id/change-orders",
    access: write,
    summary: "Price a change and offer it to the customer",
    tags: ["Bookings"],
    params: Id,
    body: ProposeChange,
    response: ChangeOrder,
    status: 201,
    handler: async (ctx, { params: { id }, body, request }) => {
      requireIfMatch(request, (await requireBooking(ctx, id)).version)
      return proposeChange(ctx, { ...body, bookingId: id })
    },
  }),
  defineRoute({
    method: "POST",
    path: "/v1/change-orders/:id/accept",
    access: write,
    summary: "Write down that the customer accepted",
    tags: ["Bookings"],
    requiresIdempotencyKey: true,
    params: Id,
    body: StaffAcceptChange,
    response: ChangeOrder,
    handler: (ctx, { params, body }) => acceptChange(ctx, { ...body, changeOrderId: params.id }),
  }),
  defineRoute({
    method: "POST",
    path: "/v1/change-orders/:id/withdraw",
    access: write,
    summary: "Take an offered change back",
    tags: ["Bookings"],
    params: Id,
    response: ChangeOrder,
    handler: (ctx, { params }) => declineChange(ctx, { changeOrderId: params.id }),
  }),
]

/** Priced changes of booked parties. */
export const changeOrderRoutes = [...customerRoutes, ...staffRoutes]

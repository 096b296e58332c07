import { Booking, BookingPage } from "@myhibachi/contract/booking"
import { DecideCancelRequest, ExtendHold, HoldSweep } from "@myhibachi/contract/booking-life"
import { Hold } from "@myhibachi/contract/hold"
import { z } from "zod"
import { requireIfMatch } from "#platform/http/etag.ts"
import { access, defineRoute } from "#platform/http/route.ts"
import { completeBooking } from "./complete-booking.ts"
import { decideCancelRequest, withdrawCancelRequest } from "./decide-cancel-request.ts"
import { extendHold, sweepHolds } from "./extend-hold.ts"
import { readBooking, requireBooking } from "./read-booking.ts"
import { readHold } from "./read-hold.ts"

const Id = z.object({ id: z.string().max(64) })
const write = access.staff("bookings:write")

/** Steps in the life of bookings and holds beyond the usual ones. */
export const lifeRoutes = [
  defineRoute({
    method: "POST",
    path: "/v1/public/bookings/:token/cancel-request/withdraw",
    access: access.link("booking"),
    summary: "Keep my party after all",
    tags: ["My party"],
    response: BookingPage,
    handler: (ctx, { linkId }) => withdrawCancelRequest(ctx, { bookingId: linkId }),
  }),
  defineRoute({
    method: "POST",
    path: "/v1/bookings/:id/cancel-request/decide",
    access: write,
    summary: "Approve a late cancellation or keep the party; for managers",
    tags: ["Bookings"],
    requiresIdempotencyKey: true,
    params: Id,
    body: DecideCancelRequest,
    response: Booking,
    handler: async (ctx, { params: { id }, body, request }) => {
      requireIfMatch(request, (await requireBooking(ctx, id)).version)
      await decideCancelRequest(ctx, { ...body, bookingId: id })
      return readBooking(ctx, { bookingId: id })
    },
  }),
  defineRoute({
    method: "POST",
    path: "/v1/bookings/:id/complete",
    access: write,
    summary: "Close a party that is over",
    tags: ["Bookings"],
    params: Id,
    response: Booking,
    handler: async (ctx, { params: { id }, request }) => {
      requireIfMatch(request, (await requireBooking(ctx, id)).version)
      await completeBooking(ctx, { bookingId: id })
      return readBooking(ctx, { bookingId: id })
    },
  }),
  defineRoute({
    method: "POST",
    path: "/v1/holds/:id/extend",
    access: write,
    summary: "Give a hold more time",
    tags: ["Bookings"],
    params: Id,
    body: ExtendHold,
    response: Hold,
    handler: async (ctx, { params: { id }, body }) => {
      await extendHold(ctx, { ...body, holdId: id })
      return readHold(ctx, { holdId: id })
    },
  }),
  defineRoute({
    method: "POST",
    path: "/v1/holds/sweep",
    access: write,
    summary: "Give back the starts of all holds whose time has passed",
    tags: ["Bookings"],
    response: HoldSweep,
    handler: async (ctx) => ({ expired: await sweepHolds(ctx) }),
  }),
]

import { Booking, BookingPage } from "@myhibachi/contract/booking"
import { EndWeatherHold, StartWeatherHold } from "@myhibachi/contract/booking-life"
import { z } from "zod"
import { requireIfMatch } from "#platform/http/etag.ts"
import { access, defineRoute } from "#platform/http/route.ts"
import { readBooking, readBookingForCustomer, requireBooking } from "../read-booking.ts"
import { resolveWeatherHold } from "./resolve-weather-hold.ts"
import { startWeatherHold } from "./start-weather-hold.ts"

const Id = z.object({ id: z.string().max(64) })
const link = access.link("booking")
const write = access.staff("bookings:write")

/** Rain: by the customer's link or by staff. */
export const weatherRoutes = [
  defineRoute({
    method: "POST",
    path: "/v1/public/bookings/:token/weather-hold",
    access: link,
    summary: "Let my party wait for the weather",
    tags: ["My party"],
    body: StartWeatherHold,
    response: BookingPage,
    handler: async (ctx, { linkId, body }) => {
      await startWeatherHold(ctx, { ...body, bookingId: linkId })
      return readBookingForCustomer(ctx, { bookingId: linkId })
    },
  }),
  defineRoute({
    method: "POST",
    path: "/v1/public/bookings/:token/weather-hold/decide",
    access: link,
    summary: "Move, cover or cancel my party",
    tags: ["My party"],
    requiresIdempotencyKey: true,
    body: EndWeatherHold,
    response: BookingPage,
    handler: async (ctx, { linkId, body }) => {
      await resolveWeatherHold(ctx, { ...body, bookingId: linkId })
      return readBookingForCustomer(ctx, { bookingId: linkId })
    },
  }),
  defineRoute({
    method: "POST",
    path: "/v1/bookings/:id/weather-hold",
    access: write,
    summary: "Let a party wait for the weather",
    tags: ["Bookings"],
    params: Id,
    body: StartWeatherHold,
    response: Booking,
    handler: async (ctx, { params: { id }, body, request }) => {
      requireIfMatch(request, (await requireBooking(ctx, id)).version)
      await startWeatherHold(ctx, { ...body, bookingId: id })
      return readBooking(ctx, { bookingId: id })
    },
  }),
  defineRoute({
    method: "POST",
    path: "/v1/bookings/:id/weather-hold/decide",
    access: write,
    summary: "Move, cover or cancel a party that waits for the weather",
    tags: ["Bookings"],
    requiresIdempotencyKey: true,
    params: Id,
    body: EndWeatherHold,
    response: Booking,
    handler: async (ctx, { params: { id }, body, request }) => {
      requireIfMatch(request, (await requireBooking(ctx, id)).version)
      await resolveWeatherHold(ctx, { ...body, bookingId: id })
      return readBooking(ctx, { bookingId: id })
    },
  }),
]

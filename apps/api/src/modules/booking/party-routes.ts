import {
  BookingPage,
  CancelBooking,
  CancelPreview,
  ChangeGuests,
  RescheduleBooking,
  RescheduleOptions,
  RescheduleQuery,
} from "@myhibachi/contract/booking"
import type { Context } from "#platform/context.ts"
import { requireIfMatch, setEtag } from "#platform/http/etag.ts"
import { access, defineRoute } from "#platform/http/route.ts"
import { cancelBooking, previewCancellation } from "./cancel-booking.ts"
import { changeGuests } from "./change-guests.ts"
import { presentForCustomer, readBookingForCustomer, requireBooking } from "./read-booking.ts"
import { rescheduleBooking } from "./reschedule-booking.ts"
import { findRescheduleOptions } from "./reschedule-options.ts"
import { writeCalendarFile } from "./write-calendar-file.ts"

const tags = ["My party"]
const link = access.link("booking")
const page = (ctx: Context, bookingId: string) => readBookingForCustomer(ctx, { bookingId })

/** What the customer does with the link in the confirmation. */
export const partyRoutes = [
  defineRoute({
    method: "GET",
    path: "/v1/public/bookings/:token",
    access: link,
    summary: "My party",
    tags,
    response: BookingPage,
    handler: async (ctx, { linkId, reply }) => {
      const row = await requireBooking(ctx, linkId)
      setEtag(reply, row.version)
      return presentForCustomer(ctx, row)
    },
  }),
  defineRoute({
    method: "GET",
    path: "/v1/public/bookings/:token/calendar.ics",
    access: link,
    summary: "The party as a calendar file",
    tags,
    handler: async (ctx, { linkId, reply }) => {
      const file = await writeCalendarFile(ctx, { bookingId: linkId })
      reply.header("content-disposition", 'attachment; filename="hibachi-party.ics"')
      return reply.type("text/calendar; charset=utf-8").send(file)
    },
  }),
  defineRoute({
    method: "POST",
    path: "/v1/public/bookings/:token/cancel-preview",
    access: link,
    summary: "What would go back",
    tags,
    response: CancelPreview,
    handler: (ctx, { linkId }) => previewCancellation(ctx, { bookingId: linkId, by: "customer" }),
  }),
  defineRoute({
    method: "POST",
    path: "/v1/public/bookings/:token/cancel",
    access: link,
    summary: "Cancel my party",
    tags,
    requiresIdempotencyKey: true,
    body: CancelBooking,
    response: BookingPage,
    handler: async (ctx, { linkId, body }) => {
      await cancelBooking(ctx, { ...body, bookingId: linkId, by: "customer" })
      return page(ctx, linkId)
    },
  }),
  defineRoute({
    method: "GET",
    path: "/v1/public/bookings/:token/reschedule-options",
    access: link,
    summary: "Where the party can move to, and the fee",
    tags,
    query: RescheduleQuery,
    response: RescheduleOptions,
    handler: (ctx, { linkId, query }) => findRescheduleOptions(ctx, { ...query, bookingId: linkId }),
  }),
  defineRoute({
    method: "POST",
    path: "/v1/public/bookings/:token/reschedule",
    access: link,
    summary: "Move my party",
    tags,
    requiresIdempotencyKey: true,
    body: RescheduleBooking,
    response: BookingPage,
    handler: async (ctx, { linkId, body }) => {
      await rescheduleBooking(ctx, { ...body, bookingId: linkId, because: "customer" })
      return page(ctx, linkId)
    },
  }),
  defineRoute({
    method: "PUT",
    path: "/v1/public/bookings/:token/guests",
    access: link,
    summary: "Change the guests and their choices",
    tags,
    body: ChangeGuests,
    response: BookingPage,
    handler: async (ctx, { linkId, body, request }) => {
      requireIfMatch(request, (await requireBooking(ctx, linkId)).version)
      await changeGuests(ctx, { ...body, bookingId: linkId })
      return page(ctx, linkId)
    },
  }),
]

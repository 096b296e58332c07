import { Booking, BookingPage } from "@myhibachi/contract/booking"
import { EditBooking, EditPartyDetails } from "@myhibachi/contract/party-details"
import { z } from "zod"
import { requireIfMatch, setEtag } from "#platform/http/etag.ts"
import { access, defineRoute } from "#platform/http/route.ts"
import { presentForCustomer, readBooking, requireBooking } from "../read-booking.ts"
import { editBooking } from "./edit-booking.ts"

/** What the crew should know beyond the order. */
export const detailRoutes = [
  defineRoute({
    method: "PATCH",
    path: "/v1/public/bookings/:token",
    access: access.link("booking"),
    summary: "What my chef should know: occasion, way in, parking, where to set up",
    tags: ["My party"],
    body: EditPartyDetails,
    response: BookingPage,
    handler: async (ctx, { linkId, body, request, reply }) => {
      requireIfMatch(request, (await requireBooking(ctx, linkId)).version)
      const row = await editBooking(ctx, { ...body, bookingId: linkId })
      setEtag(reply, row.version)
      return presentForCustomer(ctx, row)
    },
  }),
  defineRoute({
    method: "PATCH",
    path: "/v1/bookings/:id",
    access: access.staff("bookings:write"),
    summary: "Change a booking's details and contact",
    tags: ["Bookings"],
    params: z.object({ id: z.string().max(64) }),
    body: EditBooking,
    response: Booking,
    handler: async (ctx, { params: { id }, body, request, reply }) => {
      requireIfMatch(request, (await requireBooking(ctx, id)).version)
      const { version } = await editBooking(ctx, { ...body, bookingId: id })
      setEtag(reply, version)
      return readBooking(ctx, { bookingId: id })
    },
  }),
]

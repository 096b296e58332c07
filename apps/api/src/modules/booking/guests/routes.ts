import { GuestList, PrepSheet, SaveGuests } from "@myhibachi/contract/party-guests"
import { z } from "zod"
import type { Context } from "#platform/context.ts"
import { requireIfMatch, setEtag } from "#platform/http/etag.ts"
import { access, defineRoute } from "#platform/http/route.ts"
import { requireBooking } from "../read-booking.ts"
import { listGuests } from "./list-guests.ts"
import { saveGuests } from "./save-guests.ts"
import { writePrepSheet } from "./write-prep-sheet.ts"

const params = z.object({ id: z.string().max(60) })
const version = async (ctx: Context, bookingId: string) => (await requireBooking(ctx, bookingId)).version

/** Who eats what: by the customer's link until the choices close, by staff until the party begins. */
export const guestRoutes = [
  defineRoute({
    method: "GET",
    path: "/v1/public/bookings/:token/selections",
    access: access.link("booking"),
    summary: "Who eats what at my party",
    tags: ["My party"],
    response: GuestList,
    handler: async (ctx, { linkId, reply }) => {
      setEtag(reply, await version(ctx, linkId))
      return listGuests(ctx, { bookingId: linkId })
    },
  }),
  defineRoute({
    method: "PUT",
    path: "/v1/public/bookings/:token/selections",
    access: access.link("booking"),
    summary: "Say who eats what; refused as a whole when a dish is unsafe for its guest",
    tags: ["My party"],
    body: SaveGuests,
    response: GuestList,
    handler: async (ctx, { linkId, body, request, reply }) => {
      requireIfMatch(request, await version(ctx, linkId))
      const list = await saveGuests(ctx, { ...body, bookingId: linkId })
      setEtag(reply, await version(ctx, linkId))
      return list
    },
  }),
  defineRoute({
    method: "GET",
    path: "/v1/bookings/:id/selections",
    access: access.staff("bookings:read"),
    summary: "Who eats what",
    tags: ["Bookings"],
    params,
    response: GuestList,
    handler: async (ctx, { params: { id }, reply }) => {
      setEtag(reply, await version(ctx, id))
      return listGuests(ctx, { bookingId: id })
    },
  }),
  defineRoute({
    method: "PUT",
    path: "/v1/bookings/:id/selections",
    access: access.staff("bookings:write"),
    summary: "Write down who eats what",
    tags: ["Bookings"],
    params,
    body: SaveGuests,
    response: GuestList,
    handler: async (ctx, { params: { id }, body, request }) => {
      requireIfMatch(request, await version(ctx, id))
      return saveGuests(ctx, { ...body, bookingId: id })
    },
  }),
  defineRoute({
    method: "GET",
    path: "/v1/bookings/:id/prep-sheet",
    access: access.staff("bookings:read"),
    summary: "What the chef packs and watches out for",
    tags: ["Bookings"],
    params,
    response: PrepSheet,
    handler: (ctx, { params: { id } }) => writePrepSheet(ctx, { bookingId: id }),
  }),
]

import { MenuChange, MenuChangePreview } from "@myhibachi/contract/menu-editing"
import { GuestList, PrepSheet, SaveGuests } from "@myhibachi/contract/party-guests"
import type { FastifyReply } from "fastify"
import { z } from "zod"
import type { Context } from "#platform/context.ts"
import { requireIfMatch, setEtag } from "#platform/http/etag.ts"
import { access, defineRoute } from "#platform/http/route.ts"
import { type BookingRow, requireBooking } from "../read-booking.ts"
import { presentGuestList } from "./list-guests.ts"
import { previewMenuChange } from "./menu-conflicts.ts"
import { saveGuests } from "./save-guests.ts"
import { writePrepSheet } from "./write-prep-sheet.ts"

const params = z.object({ id: z.string().max(60) })

function present(ctx: Context, row: BookingRow, reply: FastifyReply): Promise<GuestList> {
  setEtag(reply, row.version)
  return presentGuestList(ctx, row)
}

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
      return present(ctx, await requireBooking(ctx, linkId), reply)
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
      requireIfMatch(request, (await requireBooking(ctx, linkId)).version)
      return present(ctx, await saveGuests(ctx, { ...body, bookingId: linkId }), reply)
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
      return present(ctx, await requireBooking(ctx, id), reply)
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
    handler: async (ctx, { params: { id }, body, request, reply }) => {
      requireIfMatch(request, (await requireBooking(ctx, id)).version)
      return present(ctx, await saveGuests(ctx, { ...body, bookingId: id }), reply)
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
  defineRoute({
    method: "POST",
    path: "/v1/menu-changes/preview",
    access: access.staff("catalog:read"),
    summary: "Which dishes and booked guests a change of the menu would concern",
    tags: ["Menu"],
    body: MenuChange,
    response: MenuChangePreview,
    handler: (ctx, { body }) => previewMenuChange(ctx, body),
  }),
]

import { Booking } from "@myhibachi/contract/booking"
import {
  AddAttachment,
  BookingAttachment,
  BookingAttachmentList,
  DecideNoShow,
  NoShowReport,
  ReportNoShow,
} from "@myhibachi/contract/booking-life"
import { z } from "zod"
import { findClaimsOfBookings } from "#modules/crew/index.ts"
import type { Context } from "#platform/context.ts"
import { notFound } from "#platform/errors.ts"
import { requireIfMatch } from "#platform/http/etag.ts"
import { access, defineRoute } from "#platform/http/route.ts"
import { readBooking, requireBooking } from "../read-booking.ts"
import { attachPhoto, findAttachments, readAttachment } from "./attach-photo.ts"
import { decideNoShow } from "./decide-no-show.ts"
import { reportNoShow } from "./report-no-show.ts"

const Id = z.object({ id: z.string().max(64) })
const tags = ["Bookings"]
const read = access.staff("bookings:read")
const write = access.staff("bookings:write")
// Any staff may ask; whoever is not a chef of the party does not find it.
const ownParty = access.staff(null)
const PHOTO_BODY_BYTES = 4_200_000

/** @throws AppError "booking-not-found" for who does not cook this party. */
async function requireOwnParty(ctx: Context, bookingId: string): Promise<void> {
  const chefId = ctx.actor.kind === "staff" ? ctx.actor.chefId : undefined
  const claims = await findClaimsOfBookings(ctx, [bookingId])
  if (!chefId || !claims.some((claim) => claim.chefId === chefId)) throw notFound("booking", bookingId)
}

const chefRoutes = [
  defineRoute({
    method: "POST",
    path: "/v1/chefs/me/bookings/:id/attachments",
    access: ownParty,
    summary: "A photo of my party",
    tags: ["Chefs"],
    params: Id,
    body: AddAttachment,
    bodyLimitBytes: PHOTO_BODY_BYTES,
    response: BookingAttachment,
    status: 201,
    handler: async (ctx, { params: { id }, body }) => {
      await requireOwnParty(ctx, id)
      return attachPhoto(ctx, { ...body, bookingId: id })
    },
  }),
  defineRoute({
    method: "POST",
    path: "/v1/chefs/me/bookings/:id/no-show",
    access: ownParty,
    summary: "Nobody is at my party",
    tags: ["Chefs"],
    params: Id,
    body: ReportNoShow,
    response: NoShowReport,
    status: 201,
    handler: async (ctx, { params: { id }, body }) => {
      await requireOwnParty(ctx, id)
      return reportNoShow(ctx, { ...body, bookingId: id })
    },
  }),
]

const officeRoutes = [
  defineRoute({
    method: "POST",
    path: "/v1/bookings/:id/attachments",
    access: write,
    summary: "Keep a photo with a booking",
    tags,
    params: Id,
    body: AddAttachment,
    bodyLimitBytes: PHOTO_BODY_BYTES,
    response: BookingAttachment,
    status: 201,
    handler: (ctx, { params, body }) => attachPhoto(ctx, { ...body, bookingId: params.id }),
  }),
  defineRoute({
    method: "GET",
    path: "/v1/bookings/:id/attachments",
    access: read,
    summary: "The photos of a booking",
    tags,
    params: Id,
    response: BookingAttachmentList,
    handler: async (ctx, { params }) => {
      await requireBooking(ctx, params.id)
      return { items: await findAttachments(ctx, params.id) }
    },
  }),
  defineRoute({
    method: "GET",
    path: "/v1/bookings/:id/attachments/:attachmentId",
    access: read,
    summary: "One photo",
    tags,
    params: Id.extend({ attachmentId: z.string().max(64) }),
    handler: async (ctx, { params, reply }) => {
      const photo = await readAttachment(ctx, { bookingId: params.id, attachmentId: params.attachmentId })
      return reply
        .type(photo.contentType)
        .header("cache-control", "private, max-age=3600")
        .send(photo.content)
    },
  }),
  defineRoute({
    method: "POST",
    path: "/v1/bookings/:id/no-show",
    access: write,
    summary: "Write down that a chef found nobody, with the evidence",
    tags,
    params: Id,
    body: ReportNoShow,
    response: NoShowReport,
    status: 201,
    handler: (ctx, { params, body }) => reportNoShow(ctx, { ...body, bookingId: params.id }),
  }),
  defineRoute({
    method: "POST",
    path: "/v1/bookings/:id/no-show/decide",
    access: write,
    summary: "Confirm or dismiss that nobody was there; for managers",
    tags,
    requiresIdempotencyKey: true,
    params: Id,
    body: DecideNoShow,
    response: Booking,
    handler: async (ctx, { params: { id }, body, request }) => {
      requireIfMatch(request, (await requireBooking(ctx, id)).version)
      await decideNoShow(ctx, { ...body, bookingId: id })
      return readBooking(ctx, { bookingId: id })
    },
  }),
]

/** Photos, and parties at which nobody was. */
export const noShowRoutes = [...chefRoutes, ...officeRoutes]

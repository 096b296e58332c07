import { AreaDecision, TestAddress } from "@myhibachi/contract/areas"
import { AvailabilityExplanation, ExplainQuery } from "@myhibachi/contract/availability"
import {
  Booking,
  BookingList,
  BookingQuery,
  CancelPreview,
  ChangeGuests,
  History,
  RescheduleOptions,
  RescheduleQuery,
  StaffBooking,
  StaffCancelBooking,
  StaffRescheduleBooking,
} from "@myhibachi/contract/booking"
import {
  CalendarConflicts,
  ConflictQuery,
  MovePreview,
  MovePreviewQuery,
} from "@myhibachi/contract/chef-time"
import { Hold, HoldList } from "@myhibachi/contract/hold"
import { Today, TodayQuery } from "@myhibachi/contract/today"
import { z } from "zod"
import { requireIfMatch, setEtag } from "#platform/http/etag.ts"
import { access, defineRoute } from "#platform/http/route.ts"
import { bookForCustomer } from "./book-for-customer.ts"
import { cancelBooking, previewCancellation } from "./cancel-booking.ts"
import { changeGuests } from "./change-guests.ts"
import { explainAvailability } from "./explain-availability.ts"
import { findBookings, readToday } from "./find-bookings.ts"
import { findCalendarConflicts } from "./find-calendar-conflicts.ts"
import { decideAddress } from "./locate-party.ts"
import { previewMove } from "./preview-move.ts"
import { readBooking, requireBooking } from "./read-booking.ts"
import { findActiveHolds, readHold } from "./read-hold.ts"
import { readHistory } from "./record-transition.ts"
import { rescheduleBooking } from "./reschedule-booking.ts"
import { findRescheduleOptions } from "./reschedule-options.ts"

const tags = ["Bookings"]
const Id = z.object({ id: z.string().max(64) })
const read = access.staff("bookings:read")
const write = access.staff("bookings:write")

export const bookingRoutes = [
  defineRoute({
    method: "GET",
    path: "/v1/today",
    access: read,
    summary: "What the day brings",
    tags,
    query: TodayQuery,
    response: Today,
    handler: (ctx, { query }) => readToday(ctx, query),
  }),
  defineRoute({
    method: "GET",
    path: "/v1/bookings",
    access: read,
    summary: "Search bookings",
    tags,
    query: BookingQuery,
    response: BookingList,
    handler: (ctx, { query }) => findBookings(ctx, query),
  }),
  defineRoute({
    method: "POST",
    path: "/v1/bookings",
    access: write,
    summary: "Quote and hold for a customer on the phone",
    tags,
    requiresIdempotencyKey: true,
    body: StaffBooking,
    response: Hold,
    status: 201,
    handler: (ctx, { body }) => bookForCustomer(ctx, body),
  }),
  defineRoute({
    method: "GET",
    path: "/v1/bookings/:id",
    access: read,
    summary: "One booking",
    tags,
    params: Id,
    response: Booking,
    handler: async (ctx, { params, reply }) => {
      const booking = await readBooking(ctx, { bookingId: params.id })
      setEtag(reply, booking.version)
      return booking
    },
  }),
  defineRoute({
    method: "GET",
    path: "/v1/bookings/:id/history",
    access: read,
    summary: "Who did what to a booking",
    tags,
    params: Id,
    response: History,
    handler: async (ctx, { params }) => {
      const { holdId } = await requireBooking(ctx, params.id)
      return readHistory(ctx, { bookingId: params.id, holdId })
    },
  }),
  defineRoute({
    method: "GET",
    path: "/v1/bookings/:id/reschedule-options",
    access: read,
    summary: "Where a party can move to",
    tags,
    params: Id,
    query: RescheduleQuery,
    response: RescheduleOptions,
    handler: (ctx, { params, query }) => findRescheduleOptions(ctx, { ...query, bookingId: params.id }),
  }),
  defineRoute({
    method: "POST",
    path: "/v1/bookings/:id/cancel-preview",
    access: write,
    summary: "What would go back",
    tags,
    params: Id,
    query: z.object({ by: z.enum(["customer", "company"]).default("customer") }),
    response: CancelPreview,
    handler: (ctx, { params, query }) => previewCancellation(ctx, { bookingId: params.id, by: query.by }),
  }),
  defineRoute({
    method: "POST",
    path: "/v1/bookings/:id/cancel",
    access: write,
    summary: "Cancel a booking",
    tags,
    requiresIdempotencyKey: true,
    params: Id,
    body: StaffCancelBooking,
    response: Booking,
    handler: async (ctx, { params, body }) => {
      await cancelBooking(ctx, { ...body, bookingId: params.id })
      return readBooking(ctx, { bookingId: params.id })
    },
  }),
  defineRoute({
    method: "POST",
    path: "/v1/bookings/:id/reschedule",
    access: write,
    summary: "Move a party",
    tags,
    requiresIdempotencyKey: true,
    params: Id,
    body: StaffRescheduleBooking,
    response: Booking,
    handler: async (ctx, { params, body, request }) => {
      if (request.headers["if-match"] !== undefined)
        requireIfMatch(request, (await requireBooking(ctx, params.id)).version)
      await rescheduleBooking(ctx, { ...body, bookingId: params.id })
      return readBooking(ctx, { bookingId: params.id })
    },
  }),
  defineRoute({
    method: "PUT",
    path: "/v1/bookings/:id/guests",
    access: write,
    summary: "Change the guests and their choices",
    tags,
    params: Id,
    body: ChangeGuests,
    response: Booking,
    handler: async (ctx, { params, body, request }) => {
      requireIfMatch(request, (await requireBooking(ctx, params.id)).version)
      await changeGuests(ctx, { ...body, bookingId: params.id })
      return readBooking(ctx, { bookingId: params.id })
    },
  }),
  defineRoute({
    method: "GET",
    path: "/v1/holds",
    access: read,
    summary: "The holds that run",
    tags,
    response: HoldList,
    handler: async (ctx) => ({ items: await findActiveHolds(ctx) }),
  }),
  defineRoute({
    method: "GET",
    path: "/v1/holds/:id",
    access: read,
    summary: "One hold",
    tags,
    params: Id,
    response: Hold,
    handler: (ctx, { params }) => readHold(ctx, { holdId: params.id }),
  }),
  defineRoute({
    method: "GET",
    path: "/v1/bookings/:id/move-preview",
    access: read,
    summary: "What moving a party to a start would do",
    tags,
    params: Id,
    query: MovePreviewQuery,
    response: MovePreview,
    handler: (ctx, { params, query }) => previewMove(ctx, { ...query, bookingId: params.id }),
  }),
  defineRoute({
    method: "GET",
    path: "/v1/calendar/conflicts",
    access: access.staff("crew:read"),
    summary: "Tight drives, parties without a chef, chefs beyond their cap",
    tags,
    query: ConflictQuery,
    response: CalendarConflicts,
    handler: (ctx, { query }) => findCalendarConflicts(ctx, query),
  }),
  defineRoute({
    method: "GET",
    path: "/v1/availability/explain",
    access: read,
    summary: "Why a start is not offered",
    tags,
    query: ExplainQuery,
    response: AvailabilityExplanation,
    handler: (ctx, { query }) => explainAvailability(ctx, query),
  }),
  defineRoute({
    method: "POST",
    path: "/v1/service-areas/test",
    access: access.staff("crew:read"),
    summary: "Who drives to an address, and what every area says to it",
    tags: ["Service areas"],
    body: TestAddress,
    response: AreaDecision,
    handler: (ctx, { body }) => decideAddress(ctx, body),
  }),
]

import { JoinWaitlist, WaitlistPage, WaitlistPlace, WaitlistQuery } from "@myhibachi/contract/booking-life"
import { access, defineRoute } from "#platform/http/route.ts"
import { joinWaitlist } from "./join-waitlist.ts"
import { leaveWaitlist } from "./leave-waitlist.ts"
import { findWaiting, readPlace } from "./read-waitlist.ts"

const tags = ["Booking by customers"]
const link = access.link("waitlist")

/** Waiting for a start on a day on which none is free. */
export const waitlistRoutes = [
  defineRoute({
    method: "POST",
    path: "/v1/public/waitlist",
    access: access.public(),
    summary: "Wait for a start on a full day",
    tags,
    rateLimit: { max: 12, perSeconds: 600 },
    body: JoinWaitlist,
    response: WaitlistPlace,
    status: 201,
    handler: (ctx, { body, request }) => joinWaitlist(ctx, { ...body, consentFrom: request.ip }),
  }),
  defineRoute({
    method: "GET",
    path: "/v1/public/waitlist/:token",
    access: link,
    summary: "My place on the waitlist",
    tags,
    response: WaitlistPlace,
    handler: (ctx, { linkId }) => readPlace(ctx, linkId),
  }),
  defineRoute({
    method: "DELETE",
    path: "/v1/public/waitlist/:token",
    access: link,
    summary: "Leave the waitlist",
    tags,
    response: WaitlistPlace,
    handler: (ctx, { linkId }) => leaveWaitlist(ctx, { waitlistId: linkId }),
  }),
  defineRoute({
    method: "GET",
    path: "/v1/waitlist",
    access: access.staff("bookings:read"),
    summary: "Who waits for a start",
    tags: ["Bookings"],
    query: WaitlistQuery,
    response: WaitlistPage,
    handler: (ctx, { query }) => findWaiting(ctx, query),
  }),
]

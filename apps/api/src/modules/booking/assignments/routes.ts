import {
  AssignChef,
  BookingCrew,
  CheckIn,
  CompleteAssignment,
  CorrectServed,
  DeclineAssignment,
  JobSheet,
  MyParties,
  OpenCrews,
  ReportIncident,
  UnassignChef,
} from "@myhibachi/contract/assignments"
import { z } from "zod"
import { requireChefId } from "#modules/crew/index.ts"
import { access, defineRoute } from "#platform/http/route.ts"
import { assignChef, autoAssignChefs, readBookingCrew, unassignChef } from "./assign-chefs.ts"
import { findOpenCrews, readJobSheet, readMyParties } from "./read-my-parties.ts"
import { acceptAssignment, declineAssignment } from "./respond.ts"
import { checkIn, completeAssignment, correctServed, reportIncident } from "./work-party.ts"

const tags = ["Crew"]
const params = z.object({ id: z.string().max(64) })
const own = access.staff("assignments:own")
const write = access.staff("crew:write")

const officeRoutes = [
  defineRoute({
    method: "GET",
    path: "/v1/bookings/:id/candidates",
    access: access.staff("crew:read"),
    summary: "Who has a party, and who could have it, with reasons",
    tags,
    params,
    response: BookingCrew,
    handler: (ctx, { params: { id } }) => readBookingCrew(ctx, id),
  }),
  defineRoute({
    method: "POST",
    path: "/v1/bookings/:id/auto-assign",
    access: write,
    summary: "Fill a party's crew with the best candidates",
    tags,
    requiresIdempotencyKey: true,
    params,
    response: BookingCrew,
    handler: (ctx, { params: { id } }) => autoAssignChefs(ctx, id),
  }),
  defineRoute({
    method: "POST",
    path: "/v1/bookings/:id/assignments",
    access: write,
    summary: "Give a party to a chef, also in another's place",
    tags,
    requiresIdempotencyKey: true,
    params,
    body: AssignChef,
    response: BookingCrew,
    status: 201,
    handler: (ctx, { params: { id }, body }) => assignChef(ctx, { ...body, bookingId: id }),
  }),
  defineRoute({
    method: "DELETE",
    path: "/v1/bookings/:id/assignments/:assignmentId",
    access: write,
    summary: "Take a party from a chef; the next candidate is asked",
    tags,
    params: params.extend({ assignmentId: z.string().max(64) }),
    query: UnassignChef,
    response: BookingCrew,
    handler: (ctx, { params: { id, assignmentId }, query }) =>
      unassignChef(ctx, { bookingId: id, assignmentId, ...query }),
  }),
  defineRoute({
    method: "GET",
    path: "/v1/assignments/open",
    access: access.staff("crew:read"),
    summary: "Parties to come whose crew is not complete or has not all accepted",
    tags,
    response: OpenCrews,
    handler: async (ctx) => ({ items: await findOpenCrews(ctx) }),
  }),
  defineRoute({
    method: "POST",
    path: "/v1/assignments/:id/correct",
    access: access.staff("chef-pay:write"),
    summary: "Put right whom a chef has served; the pay follows",
    tags,
    params,
    body: CorrectServed,
    status: 204,
    handler: (ctx, { params: { id }, body }) => correctServed(ctx, { ...body, assignmentId: id }),
  }),
]

const chefRoutes = [
  defineRoute({
    method: "GET",
    path: "/v1/chefs/me/assignments",
    access: own,
    summary: "My parties",
    tags,
    response: MyParties,
    handler: (ctx) => readMyParties(ctx, { chefId: requireChefId(ctx) }),
  }),
  defineRoute({
    method: "GET",
    path: "/v1/assignments/:id",
    access: own,
    summary: "The job sheet of one of my parties",
    tags,
    params,
    response: JobSheet,
    handler: (ctx, { params: { id } }) => readJobSheet(ctx, id),
  }),
  defineRoute({
    method: "POST",
    path: "/v1/assignments/:id/accept",
    access: own,
    summary: "I take the party",
    tags,
    params,
    status: 204,
    handler: (ctx, { params: { id } }) => acceptAssignment(ctx, id),
  }),
  defineRoute({
    method: "POST",
    path: "/v1/assignments/:id/decline",
    access: own,
    summary: "I cannot take the party",
    tags,
    params,
    body: DeclineAssignment,
    status: 204,
    handler: (ctx, { params: { id }, body }) => declineAssignment(ctx, { ...body, assignmentId: id }),
  }),
  defineRoute({
    method: "POST",
    path: "/v1/assignments/:id/check-in",
    access: own,
    summary: "I have arrived",
    tags,
    params,
    body: CheckIn,
    status: 204,
    handler: (ctx, { params: { id }, body }) => checkIn(ctx, { ...body, assignmentId: id }),
  }),
  defineRoute({
    method: "POST",
    path: "/v1/assignments/:id/complete",
    access: own,
    summary: "The party is done; whom I served",
    tags,
    params,
    body: CompleteAssignment,
    status: 204,
    handler: (ctx, { params: { id }, body }) => completeAssignment(ctx, { ...body, assignmentId: id }),
  }),
  defineRoute({
    method: "POST",
    path: "/v1/assignments/:id/incident",
    access: own,
    summary: "Something went wrong; a person hears of it at once",
    tags,
    requiresIdempotencyKey: true,
    params,
    body: ReportIncident,
    status: 204,
    handler: (ctx, { params: { id }, body }) => reportIncident(ctx, { ...body, assignmentId: id }),
  }),
]

export const assignmentRoutes = [...officeRoutes, ...chefRoutes]

import {
  InviteStaff,
  RoleMatrix,
  StaffInvitation,
  StaffInvitations,
  StaffList,
  StaffMember,
  UpdateStaff,
} from "@myhibachi/contract/identity"
import { z } from "zod"
import { access, defineRoute } from "#platform/http/route.ts"
import { inviteStaff, listInvitations, withdrawInvitation } from "./invitations.ts"
import { roleMatrix } from "./permissions.ts"
import { deactivateStaff, listStaff, reactivateStaff, readStaff, updateStaff } from "./staff.ts"

const tags = ["staff"]
const Id = z.object({ id: z.string().max(100) })

const accountRoutes = [
  defineRoute({
    method: "GET",
    path: "/v1/staff",
    access: access.staff("staff:read"),
    summary: "Staff accounts",
    tags,
    response: StaffList,
    handler: (ctx) => listStaff(ctx),
  }),
  defineRoute({
    method: "GET",
    path: "/v1/staff/:id",
    access: access.staff("staff:read"),
    summary: "One staff account",
    tags,
    params: Id,
    response: StaffMember,
    handler: (ctx, { params }) => readStaff(ctx, params.id),
  }),
  defineRoute({
    method: "PATCH",
    path: "/v1/staff/:id",
    access: access.staff("staff:write"),
    summary: "Change name, role or chef of an account",
    tags,
    params: Id,
    body: UpdateStaff,
    response: StaffMember,
    handler: (ctx, { params, body }) => updateStaff(ctx, params.id, body),
  }),
  defineRoute({
    method: "POST",
    path: "/v1/staff/:id/deactivate",
    access: access.staff("staff:write"),
    summary: "Close an account and end its sessions",
    tags,
    params: Id,
    response: StaffMember,
    handler: (ctx, { params }) => deactivateStaff(ctx, params.id),
  }),
  defineRoute({
    method: "POST",
    path: "/v1/staff/:id/reactivate",
    access: access.staff("staff:write"),
    summary: "Open an account again",
    tags,
    params: Id,
    response: StaffMember,
    handler: (ctx, { params }) => reactivateStaff(ctx, params.id),
  }),
  defineRoute({
    method: "GET",
    path: "/v1/roles",
    access: access.staff(null),
    summary: "What each role may do",
    tags,
    response: RoleMatrix,
    handler: async () => roleMatrix(),
  }),
]

const invitationRoutes = [
  defineRoute({
    method: "GET",
    path: "/v1/staff/invitations",
    access: access.staff("staff:write"),
    summary: "Invitations, newest first",
    tags,
    response: StaffInvitations,
    handler: (ctx) => listInvitations(ctx),
  }),
  defineRoute({
    method: "POST",
    path: "/v1/staff/invitations",
    access: access.staff("staff:write"),
    summary: "Invite somebody by mail",
    tags,
    body: InviteStaff,
    response: StaffInvitation,
    status: 201,
    handler: (ctx, { body }) => inviteStaff(ctx, body),
  }),
  defineRoute({
    method: "DELETE",
    path: "/v1/staff/invitations/:id",
    access: access.staff("staff:write"),
    summary: "Withdraw an invitation",
    tags,
    params: Id,
    status: 204,
    handler: (ctx, { params }) => withdrawInvitation(ctx, params.id),
  }),
]

export const staffRoutes = [...invitationRoutes, ...accountRoutes]

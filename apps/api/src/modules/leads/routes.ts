import {
  ChangeLead,
  ConvertedLead,
  ConvertLead,
  Enquiry,
  EnquiryTaken,
  Lead,
  LeadPage,
  LeadQuery,
  WriteLead,
} from "@myhibachi/contract/leads"
import { z } from "zod"
import { requireIfMatch, setEtag } from "#platform/http/etag.ts"
import { access, defineRoute } from "#platform/http/route.ts"
import { changeLead } from "./change-lead.ts"
import { convertLead } from "./convert-lead.ts"
import { createLead } from "./create-lead.ts"
import { findLeads, readLead } from "./find-leads.ts"
import { takeEnquiry } from "./take-enquiry.ts"

const tags = ["Leads"]
const Id = z.object({ id: z.string().max(64) })
const read = access.staff("customers:read")
const write = access.staff("customers:write")
const ACT_WITHIN_HOURS = 24

export const leadRoutes = [
  defineRoute({
    method: "POST",
    path: "/v1/public/leads",
    access: access.public(),
    summary: "Ask us to call you",
    tags,
    rateLimit: { max: 6, perSeconds: 600 },
    requiresIdempotencyKey: true,
    body: Enquiry,
    response: EnquiryTaken,
    status: 202,
    handler: (ctx, { body, request }) =>
      takeEnquiry(ctx, { ...body, matter: `form:${request.headers["idempotency-key"]}` }),
  }),
  defineRoute({
    method: "GET",
    path: "/v1/leads",
    access: read,
    summary: "The pipeline",
    tags,
    query: LeadQuery,
    response: LeadPage,
    handler: (ctx, { query }) => findLeads(ctx, query),
  }),
  defineRoute({
    method: "POST",
    path: "/v1/leads",
    access: write,
    summary: "Write a lead down; an open one of the same person is kept",
    tags,
    body: WriteLead,
    response: Lead,
    handler: async (ctx, { body: { contact, wish }, reply }) => {
      const { id, isNew } = await createLead(ctx, {
        ...contact,
        matter: `staff:${ctx.newId("mat")}`,
        source: "staff",
        because: "Written down by staff",
        wish,
        actWithinHours: ACT_WITHIN_HOURS,
      })
      reply.status(isNew ? 201 : 200)
      return readLead(ctx, id)
    },
  }),
  defineRoute({
    method: "GET",
    path: "/v1/leads/:id",
    access: read,
    summary: "One lead with all that happened",
    tags,
    params: Id,
    response: Lead,
    handler: async (ctx, { params, reply }) => {
      const lead = await readLead(ctx, params.id)
      setEtag(reply, lead.version)
      return lead
    },
  }),
  defineRoute({
    method: "PATCH",
    path: "/v1/leads/:id",
    access: write,
    summary: "Move a lead, give it to somebody, set the next action",
    tags,
    params: Id,
    body: ChangeLead,
    response: Lead,
    handler: async (ctx, { params, body, request, reply }) => {
      const lead = await changeLead(ctx, { ...body, leadId: params.id }, ({ version }) =>
        requireIfMatch(request, version),
      )
      setEtag(reply, lead.version)
      return lead
    },
  }),
  defineRoute({
    method: "POST",
    path: "/v1/leads/:id/convert",
    access: write,
    summary: "Make a customer and a quote of a lead",
    tags,
    params: Id,
    body: ConvertLead,
    response: ConvertedLead,
    handler: (ctx, { params, body }) => convertLead(ctx, { ...body, leadId: params.id }),
  }),
]

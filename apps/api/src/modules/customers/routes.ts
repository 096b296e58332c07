import {
  AddNote,
  Contact,
  Customer,
  CustomerPage,
  CustomerQuery,
  SetConsent,
  Timeline,
  UpdateCustomer,
} from "@myhibachi/contract/customers"
import { z } from "zod"
import { audit } from "#platform/audit.ts"
import { inTransaction } from "#platform/database/database.ts"
import { requireIfMatch, setEtag } from "#platform/http/etag.ts"
import { PageQuery } from "#platform/http/paging.ts"
import { access, defineRoute } from "#platform/http/route.ts"
import { addNote, setConsent, updateCustomer } from "./change-customer.ts"
import { findCustomers, readCustomer, requireCustomer } from "./find-customers.ts"
import { findOrCreateCustomer } from "./find-or-create-customer.ts"
import { readTimeline } from "./timeline.ts"

const tags = ["Customers"]
const Id = z.object({ id: z.string().max(64) })
const read = access.staff("customers:read")
const write = access.staff("customers:write")

export const customerRoutes = [
  defineRoute({
    method: "GET",
    path: "/v1/customers",
    access: read,
    summary: "Search customers",
    tags,
    query: CustomerQuery,
    response: CustomerPage,
    handler: (ctx, { query }) => findCustomers(ctx, query),
  }),
  defineRoute({
    method: "POST",
    path: "/v1/customers",
    access: write,
    summary: "Add a customer, or find the one with this e-mail or phone",
    tags,
    body: Contact,
    response: Customer,
    status: 201,
    handler: (ctx, { body }) =>
      inTransaction(ctx, async (ctx) => {
        const { id } = await findOrCreateCustomer(ctx, body)
        const customer = await readCustomer(ctx, { customerId: id })
        await audit(ctx, { action: "customer.added", entity: "customer", entityId: id })
        return customer
      }),
  }),
  defineRoute({
    method: "GET",
    path: "/v1/customers/:id",
    access: read,
    summary: "One customer",
    tags,
    params: Id,
    response: Customer,
    handler: async (ctx, { params, reply }) => {
      const customer = await readCustomer(ctx, { customerId: params.id })
      setEtag(reply, customer.version)
      return customer
    },
  }),
  defineRoute({
    method: "PATCH",
    path: "/v1/customers/:id",
    access: write,
    summary: "Change a customer",
    tags,
    params: Id,
    body: UpdateCustomer,
    response: Customer,
    handler: async (ctx, { params, body, request }) => {
      requireIfMatch(request, (await requireCustomer(ctx, params.id)).version)
      return updateCustomer(ctx, { ...body, customerId: params.id })
    },
  }),
  defineRoute({
    method: "GET",
    path: "/v1/customers/:id/timeline",
    access: read,
    summary: "What happened around a customer",
    tags,
    params: Id,
    query: PageQuery,
    response: Timeline,
    handler: (ctx, { params, query }) => readTimeline(ctx, { ...query, customerId: params.id }),
  }),
  defineRoute({
    method: "POST",
    path: "/v1/customers/:id/notes",
    access: write,
    summary: "Write a note for the team",
    tags,
    params: Id,
    body: AddNote,
    response: Customer,
    status: 201,
    handler: (ctx, { params, body }) => addNote(ctx, { ...body, customerId: params.id }),
  }),
  defineRoute({
    method: "PUT",
    path: "/v1/customers/:id/consents",
    access: write,
    summary: "Record what a customer allows",
    tags,
    params: Id,
    body: SetConsent,
    response: Customer,
    handler: (ctx, { params, body }) => setConsent(ctx, { ...body, customerId: params.id }),
  }),
]

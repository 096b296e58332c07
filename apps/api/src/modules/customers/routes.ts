import {
  AddAddress,
  AddNote,
  ConsentHistory,
  Contact,
  Customer,
  CustomerPage,
  CustomerPair,
  CustomerQuery,
  DuplicateList,
  MergeCustomers,
  SetConsent,
  Timeline,
  TimelineKind,
  UndoneMerge,
  UpdateCustomer,
} from "@myhibachi/contract/customers"
import { z } from "zod"
import { requireIfMatch, setEtag } from "#platform/http/etag.ts"
import { PageQuery } from "#platform/http/paging.ts"
import { access, defineRoute } from "#platform/http/route.ts"
import { addAddress, chooseAddress, removeAddress } from "./addresses/keep-addresses.ts"
import { addCustomer, addNote, updateCustomer } from "./change-customer.ts"
import { readConsentHistory } from "./consents/read-consents.ts"
import { setConsent } from "./consents/set-consent.ts"
import { findDuplicates, keepApart } from "./duplicates/find-duplicates.ts"
import { findCustomers, readCustomer } from "./find-customers.ts"
import { mergeCustomers } from "./merging/merge-customers.ts"
import { undoMerge } from "./merging/undo-merge.ts"
import { readTimeline } from "./timeline.ts"

const tags = ["Customers"]
const Id = z.object({ id: z.string().max(64) })
const AddressId = Id.extend({ addressId: z.string().max(64) })
const read = access.staff("customers:read")
const write = access.staff("customers:write")

const TimelineFilter = PageQuery.extend({
  /** Kinds with commas between them. */
  kinds: z
    .string()
    .max(200)
    .transform((text) => text.split(","))
    .pipe(z.array(TimelineKind))
    .optional(),
})

const peopleRoutes = [
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
    summary: "Add a customer (201), or find the one with this e-mail or phone (200)",
    tags,
    body: Contact,
    response: Customer,
    handler: async (ctx, { body, reply }) => {
      const { customer, isNew } = await addCustomer(ctx, body)
      reply.status(isNew ? 201 : 200)
      setEtag(reply, customer.version)
      return customer
    },
  }),
  defineRoute({
    method: "GET",
    path: "/v1/customers/duplicates",
    access: read,
    summary: "Pairs that may be one person, with reasons",
    tags,
    response: DuplicateList,
    handler: (ctx) => findDuplicates(ctx),
  }),
  defineRoute({
    method: "POST",
    path: "/v1/customers/duplicates/keep-apart",
    access: write,
    summary: "Keep that two are two people",
    tags,
    body: CustomerPair,
    handler: (ctx, { body }) => keepApart(ctx, body),
  }),
  defineRoute({
    method: "POST",
    path: "/v1/customers/merges/:id/undo",
    access: write,
    summary: "Make two people of one again",
    tags,
    params: Id,
    response: UndoneMerge,
    handler: (ctx, { params }) => undoMerge(ctx, params.id),
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
    handler: async (ctx, { params, body, request, reply }) => {
      const customer = await updateCustomer(ctx, { ...body, customerId: params.id }, ({ version }) =>
        requireIfMatch(request, version),
      )
      setEtag(reply, customer.version)
      return customer
    },
  }),
  defineRoute({
    method: "POST",
    path: "/v1/customers/:id/merge",
    access: write,
    summary: "Find another customer to be this person; can be undone",
    tags,
    params: Id,
    body: MergeCustomers,
    response: Customer,
    handler: (ctx, { params, body }) => mergeCustomers(ctx, { ...body, customerId: params.id }),
  }),
]

const recordRoutes = [
  defineRoute({
    method: "GET",
    path: "/v1/customers/:id/timeline",
    access: read,
    summary: "What happened around a customer",
    tags,
    params: Id,
    query: TimelineFilter,
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
    method: "GET",
    path: "/v1/customers/:id/consents",
    access: read,
    summary: "Every answer that a customer gave, with how we know",
    tags,
    params: Id,
    response: ConsentHistory,
    handler: (ctx, { params }) => readConsentHistory(ctx, params.id),
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

const addressRoutes = [
  defineRoute({
    method: "POST",
    path: "/v1/customers/:id/addresses",
    access: write,
    summary: "Look an address up and keep it",
    tags,
    params: Id,
    body: AddAddress,
    response: Customer,
    status: 201,
    handler: (ctx, { params, body }) => addAddress(ctx, { ...body, customerId: params.id }),
  }),
  defineRoute({
    method: "PUT",
    path: "/v1/customers/:id/addresses/:addressId/default",
    access: write,
    summary: "Make an address the one of the next party",
    tags,
    params: AddressId,
    response: Customer,
    handler: (ctx, { params }) => chooseAddress(ctx, { customerId: params.id, addressId: params.addressId }),
  }),
  defineRoute({
    method: "DELETE",
    path: "/v1/customers/:id/addresses/:addressId",
    access: write,
    summary: "Forget an address",
    tags,
    params: AddressId,
    response: Customer,
    handler: (ctx, { params }) => removeAddress(ctx, { customerId: params.id, addressId: params.addressId }),
  }),
]

export const customerRoutes = [...peopleRoutes, ...recordRoutes, ...addressRoutes]

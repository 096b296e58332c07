import { InvoiceDetail, InvoiceKind, InvoicePage, Statement, VoidInvoice } from "@myhibachi/contract/invoices"
import { z } from "zod"
import { sendPaper } from "#platform/documents/send-paper.ts"
import { notFound } from "#platform/errors.ts"
import { PageQuery } from "#platform/http/paging.ts"
import { access, defineRoute } from "#platform/http/route.ts"
import { findInvoices, findInvoicesOfBooking, readInvoice, readStatement } from "./find-invoices.ts"
import { issueInvoice, voidInvoice } from "./issue-invoice.ts"
import { sendInvoice } from "./send-invoice.ts"
import { writeInvoicePaper, writeStatementPaper } from "./write-invoice-paper.ts"

const tags = ["invoices"]
const Id = z.object({ id: z.string().max(100) })
const Filter = z.string().max(100).optional()
const Token = z.object({ token: z.string().max(300) })

export const invoiceRoutes = [
  defineRoute({
    method: "POST",
    path: "/v1/bookings/:id/invoices",
    access: access.staff("payments:write"),
    summary: "Issue the invoice of a booking; its number is given here",
    tags,
    params: Id,
    response: InvoiceDetail,
    status: 201,
    requiresIdempotencyKey: true,
    handler: (ctx, { params }) => issueInvoice(ctx, { bookingId: params.id }),
  }),
  defineRoute({
    method: "GET",
    path: "/v1/invoices",
    access: access.staff("payments:read"),
    summary: "Invoices and credit notes, newest first",
    tags,
    query: PageQuery.extend({
      kind: InvoiceKind.optional(),
      bookingId: Filter,
      customerId: Filter,
      search: z.string().trim().max(200).optional(),
    }),
    response: InvoicePage,
    handler: (ctx, { query }) => findInvoices(ctx, query),
  }),
  defineRoute({
    method: "GET",
    path: "/v1/invoices/:id",
    access: access.staff("payments:read"),
    summary: "One invoice or credit note with its payments",
    tags,
    params: Id,
    response: InvoiceDetail,
    handler: (ctx, { params }) => readInvoice(ctx, params.id),
  }),
  defineRoute({
    method: "GET",
    path: "/v1/invoices/:id/pdf",
    access: access.staff("payments:read"),
    summary: "An invoice on paper",
    tags,
    params: Id,
    handler: async (ctx, { params, reply }) =>
      sendPaper(reply, await writeInvoicePaper(ctx, params.id), `invoice-${params.id}`),
  }),
  defineRoute({
    method: "POST",
    path: "/v1/invoices/:id/send",
    access: access.staff("payments:write"),
    summary: "Mail an invoice to its customer",
    tags,
    params: Id,
    response: InvoiceDetail,
    requiresIdempotencyKey: true,
    handler: (ctx, { params }) => sendInvoice(ctx, params.id),
  }),
  defineRoute({
    method: "POST",
    path: "/v1/invoices/:id/void",
    access: access.staff("payments:refund"),
    summary: "Take an invoice back by a credit note",
    tags,
    params: Id,
    body: VoidInvoice,
    response: InvoiceDetail,
    requiresIdempotencyKey: true,
    handler: (ctx, { params, body }) => voidInvoice(ctx, { invoiceId: params.id, reason: body.reason }),
  }),
  defineRoute({
    method: "GET",
    path: "/v1/customers/:id/statement",
    access: access.staff("payments:read"),
    summary: "All that a customer was invoiced and paid",
    tags,
    params: Id,
    response: Statement,
    handler: (ctx, { params }) => readStatement(ctx, { customerId: params.id }),
  }),
  defineRoute({
    method: "GET",
    path: "/v1/customers/:id/statement/pdf",
    access: access.staff("payments:read"),
    summary: "The same on paper",
    tags,
    params: Id,
    handler: async (ctx, { params, reply }) =>
      sendPaper(reply, await writeStatementPaper(ctx, params.id), `statement-${params.id}`),
  }),
  defineRoute({
    method: "GET",
    path: "/v1/public/bookings/:token/invoices",
    access: access.link("booking"),
    summary: "The invoices of my party",
    tags,
    params: Token,
    response: InvoicePage,
    handler: (ctx, { linkId }) => findInvoicesOfBooking(ctx, linkId),
  }),
  defineRoute({
    method: "GET",
    path: "/v1/public/bookings/:token/invoices/:id/pdf",
    access: access.link("booking"),
    summary: "An invoice of my party on paper",
    tags,
    params: Token.extend(Id.shape),
    handler: async (ctx, { linkId, params, reply }) => {
      const invoice = await readInvoice(ctx, params.id)
      // Whoever guesses another party's invoice learns nothing.
      if (invoice.bookingId !== linkId) throw notFound("invoice", params.id)
      return sendPaper(reply, await writeInvoicePaper(ctx, params.id), invoice.number)
    },
  }),
]

import { LedgerEntryPage, TrialBalance } from "@myhibachi/contract/ledger"
import { MoneyTimeline } from "@myhibachi/contract/money-timeline"
import {
  MoneySummary,
  PaymentDetail,
  PaymentMethod,
  PaymentPage,
  PaymentStatus,
  RecordOfflinePayment,
  VoidPayment,
} from "@myhibachi/contract/payments"
import {
  PreviewRefund,
  Refund,
  RefundPage,
  RefundPreview,
  RefundStatus,
  RequestRefund,
} from "@myhibachi/contract/refunds"
import { z } from "zod"
import { PageQuery } from "#platform/http/paging.ts"
import { access, defineRoute } from "#platform/http/route.ts"
import { approveRefund, cancelRefund } from "./approve-refund.ts"
import { findPayments, readPayment } from "./find-payments.ts"
import { findRefunds, readRefund, requestRefund, settleOfflineRefund } from "./find-refunds.ts"
import { findLedgerEntries, readTrialBalance } from "./ledger/read-ledger.ts"
import { previewRefund } from "./preview-refund.ts"
import { readMoneyTimeline } from "./read-money-timeline.ts"
import { readMoneySummary } from "./read-summary.ts"
import { recordOfflineDeposit, recordOfflinePayment } from "./record-offline-payment.ts"
import { voidPayment } from "./void-payment.ts"

const tags = ["payments"]
const Id = z.object({ id: z.string().max(100) })
const Filter = z.string().max(100).optional()
const TimeZone = z.string().refine(isTimeZone, "Write an IANA zone such as America/Chicago.")

function isTimeZone(name: string): boolean {
  return name === "UTC" || Intl.supportedValuesOf("timeZone").includes(name)
}

const paymentRoutes = [
  defineRoute({
    method: "GET",
    path: "/v1/payments",
    access: access.staff("payments:read"),
    summary: "Payments, newest first",
    tags,
    query: PageQuery.extend({
      status: PaymentStatus.optional(),
      method: PaymentMethod.optional(),
      bookingId: Filter,
      search: z.string().trim().max(200).optional(),
    }),
    response: PaymentPage,
    handler: (ctx, { query }) => findPayments(ctx, query),
  }),
  defineRoute({
    method: "GET",
    path: "/v1/payments/:id",
    access: access.staff("payments:read"),
    summary: "One payment with its refunds",
    tags,
    params: Id,
    response: PaymentDetail,
    handler: (ctx, { params }) => readPayment(ctx, params.id),
  }),
  defineRoute({
    method: "POST",
    path: "/v1/payments/:id/void",
    access: access.staff("payments:write"),
    summary: "Take back a payment recorded by mistake",
    tags,
    params: Id,
    body: VoidPayment,
    response: PaymentDetail,
    handler: (ctx, { params, body }) => voidPayment(ctx, params.id, body.reason),
  }),
  defineRoute({
    method: "POST",
    path: "/v1/holds/:id/payments/offline",
    access: access.staff("payments:write"),
    summary: "Record a deposit received by staff, and book the party",
    tags,
    params: Id,
    body: RecordOfflinePayment,
    response: PaymentDetail,
    status: 201,
    requiresIdempotencyKey: true,
    handler: (ctx, { params, body }) => recordOfflineDeposit(ctx, params.id, body),
  }),
  defineRoute({
    method: "POST",
    path: "/v1/bookings/:id/payments/offline",
    access: access.staff("payments:write"),
    summary: "Record a payment received by staff",
    tags,
    params: Id,
    body: RecordOfflinePayment,
    response: PaymentDetail,
    status: 201,
    requiresIdempotencyKey: true,
    handler: (ctx, { params, body }) => recordOfflinePayment(ctx, params.id, body),
  }),
  defineRoute({
    method: "GET",
    path: "/v1/money/summary",
    access: access.staff("payments:read"),
    summary: "Money today, this month, held and on its way back",
    tags,
    query: z.object({ timeZone: TimeZone.default("UTC") }),
    response: MoneySummary,
    handler: (ctx, { query }) => readMoneySummary(ctx, query.timeZone),
  }),
]

const refundRoutes = [
  defineRoute({
    method: "GET",
    path: "/v1/refunds",
    access: access.staff("payments:read"),
    summary: "Refunds, newest first",
    tags,
    query: PageQuery.extend({ status: RefundStatus.optional(), paymentId: Filter }),
    response: RefundPage,
    handler: (ctx, { query }) => findRefunds(ctx, query),
  }),
  defineRoute({
    method: "POST",
    path: "/v1/refunds",
    access: access.staff("payments:refund"),
    summary: "Return money",
    tags,
    body: RequestRefund,
    response: Refund,
    status: 201,
    requiresIdempotencyKey: true,
    handler: (ctx, { body }) => requestRefund(ctx, body),
  }),
  defineRoute({
    method: "GET",
    path: "/v1/refunds/:id",
    access: access.staff("payments:read"),
    summary: "One refund",
    tags,
    params: Id,
    response: Refund,
    handler: (ctx, { params }) => readRefund(ctx, params.id),
  }),
  defineRoute({
    method: "POST",
    path: "/v1/refunds/:id/approve",
    access: access.staff("payments:refund"),
    summary: "Let a refund above the limit go, as the second person",
    tags,
    params: Id,
    response: Refund,
    handler: (ctx, { params }) => approveRefund(ctx, params.id),
  }),
  defineRoute({
    method: "POST",
    path: "/v1/refunds/:id/cancel",
    access: access.staff("payments:refund"),
    summary: "Withdraw a refund that nobody has approved yet",
    tags,
    params: Id,
    response: Refund,
    handler: (ctx, { params }) => cancelRefund(ctx, params.id),
  }),
  defineRoute({
    method: "POST",
    path: "/v1/refunds/preview",
    access: access.staff("payments:read"),
    summary: "What a refund would do, payment by payment, newest first",
    tags,
    body: PreviewRefund,
    response: RefundPreview,
    handler: (ctx, { body }) => previewRefund(ctx, body),
  }),
  defineRoute({
    method: "POST",
    path: "/v1/refunds/:id/paid-back",
    access: access.staff("payments:refund"),
    summary: "Note that a person has returned the money",
    tags,
    params: Id,
    response: Refund,
    handler: (ctx, { params }) => settleOfflineRefund(ctx, params.id),
  }),
]

const ledgerRoutes = [
  defineRoute({
    method: "GET",
    path: "/v1/ledger/entries",
    access: access.staff("payments:read"),
    summary: "Ledger entries, newest first",
    tags,
    query: PageQuery.extend({ account: Filter, bookingId: Filter, paymentId: Filter }),
    response: LedgerEntryPage,
    handler: (ctx, { query }) => findLedgerEntries(ctx, query),
  }),
  defineRoute({
    method: "GET",
    path: "/v1/ledger/trial-balance",
    access: access.staff("payments:read"),
    summary: "Balance of every account; together zero",
    tags,
    response: TrialBalance,
    handler: (ctx) => readTrialBalance(ctx),
  }),
  defineRoute({
    method: "GET",
    path: "/v1/bookings/:id/money",
    access: access.staff("payments:read"),
    summary: "Everything about a booking's money, oldest first",
    tags,
    params: Id,
    response: MoneyTimeline,
    handler: (ctx, { params }) => readMoneyTimeline(ctx, { bookingId: params.id }),
  }),
]

/** The books, which are there whether or not cards are taken. */
export const bookRoutes = [...paymentRoutes, ...refundRoutes, ...ledgerRoutes]

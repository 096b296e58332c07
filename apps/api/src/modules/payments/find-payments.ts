import { usd } from "@myhibachi/contract/money"
import type {
  CustomerPayments,
  Payment,
  PaymentDetail,
  PaymentPage,
  PaymentStatus,
} from "@myhibachi/contract/payments"
import type { Refund } from "@myhibachi/contract/refunds"
import { and, desc, eq, ilike, inArray, or, sql } from "drizzle-orm"
import type { Context } from "#platform/context.ts"
import { notFound } from "#platform/errors.ts"
import { decodeCursor, toPage } from "#platform/http/paging.ts"
import { findOpenDisputes } from "./disputes/freeze-refunds.ts"
import { checkouts, consents, type PaymentMethod, payments, refunds } from "./tables.ts"

type PaymentRow = typeof payments.$inferSelect
type RefundRow = typeof refunds.$inferSelect

export interface FindPayments {
  status?: PaymentStatus | undefined
  method?: PaymentMethod | undefined
  bookingId?: string | undefined
  search?: string | undefined
  cursor?: string | undefined
  limit: number
}

/** Payments, newest first; `search` looks at names, references and ids. */
export async function findPayments(ctx: Context, query: FindPayments): Promise<PaymentPage> {
  const [at, id] = query.cursor ? decodeCursor(query.cursor, 2) : []
  const pattern = `%${(query.search ?? "").replaceAll(/[\\%_]/g, "\\$&")}%`
  const rows = await ctx.replica
    .select()
    .from(payments)
    .where(
      and(
        query.status ? eq(payments.status, query.status) : undefined,
        query.method ? eq(payments.method, query.method) : undefined,
        query.bookingId ? eq(payments.bookingId, query.bookingId) : undefined,
        query.search
          ? or(
              ilike(payments.customerName, pattern),
              ilike(payments.reference, pattern),
              inArray(sql`${query.search}`, [payments.id, payments.providerPaymentId, payments.bookingId]),
            )
          : undefined,
        at ? sql`(${payments.createdAt}, ${payments.id}) < (${at}, ${id})` : undefined,
      ),
    )
    .orderBy(desc(payments.createdAt), desc(payments.id))
    .limit(query.limit + 1)
  return toPage(rows, query.limit, (row) => [row.createdAt.toString(), row.id], toPayment)
}

/** @throws AppError "payment-not-found". */
export async function readPayment(ctx: Context, id: string): Promise<PaymentDetail> {
  const [row] = await ctx.db.select().from(payments).where(eq(payments.id, id))
  if (!row) throw notFound("payment", id)
  const back = await ctx.db
    .select()
    .from(refunds)
    .where(eq(refunds.paymentId, id))
    .orderBy(desc(refunds.createdAt))
  return {
    ...toPayment(row),
    provider: row.provider,
    providerReference: row.providerPaymentId,
    note: row.note,
    recordedBy: row.recordedBy,
    consent: await readConsent(ctx, row.checkoutId),
    refunds: back.map(toRefund),
    dispute: (await findOpenDisputes(ctx, [id])).get(id) ?? null,
  }
}

async function readConsent(ctx: Context, checkoutId: string | null): Promise<PaymentDetail["consent"]> {
  if (!checkoutId) return null
  const [row] = await ctx.db
    .select({ text: consents.text, givenAt: checkouts.consentGivenAt })
    .from(checkouts)
    .innerJoin(consents, eq(consents.id, checkouts.consentId))
    .where(eq(checkouts.id, checkoutId))
  return row?.givenAt ? { text: row.text, givenAt: row.givenAt.toString() } : null
}

/** What a customer may see of the money of their booking: what came, and what went back. */
export async function readCustomerPayments(ctx: Context, bookingId: string): Promise<CustomerPayments> {
  const rows = await ctx.db
    .select()
    .from(payments)
    .where(eq(payments.bookingId, bookingId))
    .orderBy(payments.createdAt)
  const received = rows.filter((row) => row.receivedAt !== null && row.status !== "voided")
  const ids = received.map(({ id }) => id)
  const disputed = await findOpenDisputes(ctx, ids)
  const onItsWayBack = await sumOnItsWayBack(ctx, ids)
  return {
    paid: usd(received.reduce((sum, row) => sum + row.amountCents, 0)),
    refunded: usd(received.reduce((sum, row) => sum + row.refundedCents, 0)),
    payments: received.map((row) => ({
      ...toPayment(row),
      onItsWayBack: usd(onItsWayBack.get(row.id) ?? 0),
      isDisputed: disputed.has(row.id),
    })),
  }
}

/** @returns by payment the cents that go back and are not there yet; what waits for a second person is no promise. */
async function sumOnItsWayBack(ctx: Context, paymentIds: string[]): Promise<Map<string, number>> {
  if (paymentIds.length === 0) return new Map()
  const rows = await ctx.db
    .select({ paymentId: refunds.paymentId, cents: sql<number>`sum(${refunds.amountCents})::int` })
    .from(refunds)
    .where(and(inArray(refunds.paymentId, paymentIds), inArray(refunds.status, ["requested", "pending"])))
    .groupBy(refunds.paymentId)
  return new Map(rows.map(({ paymentId, cents }) => [paymentId, cents]))
}

/** @returns the payment as the contract shows it. */
export function toPayment(row: PaymentRow): Payment {
  return {
    id: row.id,
    holdId: row.holdId,
    bookingId: row.bookingId,
    customerId: row.customerId,
    customerName: row.customerName,
    purpose: row.purpose,
    method: row.method,
    status: row.status,
    amount: usd(row.amountCents),
    refunded: usd(row.refundedCents),
    description: row.cardLast4 ? `${row.cardBrand ?? "card"} •••• ${row.cardLast4}` : row.reference,
    failureMessage: row.failureMessage,
    receivedAt: row.receivedAt?.toString() ?? null,
    createdAt: row.createdAt.toString(),
  }
}

/** @returns the refund as the contract shows it. */
export function toRefund(row: RefundRow): Refund {
  return {
    id: row.id,
    paymentId: row.paymentId,
    bookingId: row.bookingId,
    amount: usd(row.amountCents),
    status: row.status,
    reason: row.reason,
    pendingReason: row.pendingReason,
    requestedBy: row.requestedBy,
    approvedBy: row.approvedBy,
    createdAt: row.createdAt.toString(),
  }
}

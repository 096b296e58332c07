import type {
  Invoice,
  InvoiceDetail,
  InvoiceKind,
  InvoicePage,
  Statement,
  StatementLine,
} from "@myhibachi/contract/invoices"
import { usd } from "@myhibachi/contract/money"
import { and, desc, eq, ilike, isNotNull, ne, or, sql } from "drizzle-orm"
import { readBooking } from "#modules/booking/index.ts"
import { readCustomer } from "#modules/customers/index.ts"
import type { Context } from "#platform/context.ts"
import { notFound } from "#platform/errors.ts"
import { decodeCursor, toPage } from "#platform/http/paging.ts"
import { payments } from "../tables.ts"
import { invoices } from "./tables.ts"

type InvoiceRow = typeof invoices.$inferSelect
type PaymentRow = typeof payments.$inferSelect

export interface FindInvoices {
  kind?: InvoiceKind | undefined
  bookingId?: string | undefined
  customerId?: string | undefined
  search?: string | undefined
  cursor?: string | undefined
  limit: number
}

/** Invoices and credit notes, newest first; `search` looks at numbers and names. */
export async function findInvoices(ctx: Context, query: FindInvoices): Promise<InvoicePage> {
  const [at, id] = query.cursor ? decodeCursor(query.cursor, 2) : []
  const pattern = `%${(query.search ?? "").replaceAll(/[\\%_]/g, "\\$&")}%`
  const rows = await ctx.replica
    .select({ invoice: invoices, paidCents: paidOf })
    .from(invoices)
    .where(
      and(
        query.kind ? eq(invoices.kind, query.kind) : undefined,
        query.bookingId ? eq(invoices.bookingId, query.bookingId) : undefined,
        query.customerId ? eq(invoices.customerId, query.customerId) : undefined,
        query.search
          ? or(ilike(invoices.number, pattern), sql`${invoices.addressee}->>'name' ilike ${pattern}`)
          : undefined,
        at ? sql`(${invoices.issuedAt}, ${invoices.id}) < (${at}, ${id})` : undefined,
      ),
    )
    .orderBy(desc(invoices.issuedAt), desc(invoices.id))
    .limit(query.limit + 1)
  return toPage(
    rows,
    query.limit,
    ({ invoice }) => [invoice.issuedAt.toString(), invoice.id],
    ({ invoice, paidCents }) => present(invoice, Number(paidCents)),
  )
}

/**
 * Received for the invoice's party and not returned; tips are not part of it. The columns are written out, because
 * Drizzle leaves the table's name away in a query over one table, and then both sides would be the payment's own.
 */
const paidOf = sql<string>`(select coalesce(sum(paid.amount_cents - paid.refunded_cents), 0)
  from ${payments} as paid where paid.booking_id = ${invoices}.booking_id and paid.received_at is not null
  and paid.status <> 'voided' and paid.purpose <> 'tip')`

function present(row: InvoiceRow, paidCents: number): Invoice {
  const { party } = row.document
  return {
    id: row.id,
    number: row.number,
    kind: row.kind,
    state: stateOf(row, paidCents),
    bookingId: row.bookingId,
    bookingReference: party.reference,
    customerId: row.customerId,
    customerName: row.addressee.name,
    total: usd(row.totalCents),
    issuedAt: row.issuedAt.toString(),
    voidedAt: row.voidedAt?.toString() ?? null,
  }
}

function stateOf(row: InvoiceRow, paidCents: number): Invoice["state"] {
  if (row.voidedAt) return "voided"
  return paidCents >= row.totalCents ? "paid" : "open"
}

/** @throws AppError "invoice-not-found". */
export async function readInvoice(ctx: Context, invoiceId: string): Promise<InvoiceDetail> {
  const [row] = await ctx.db.select().from(invoices).where(eq(invoices.id, invoiceId))
  if (!row) throw notFound("invoice", invoiceId)
  const received = await receivedFor(ctx, eq(payments.bookingId, row.bookingId))
  const ownPayments = received.filter(({ purpose }) => purpose !== "tip")
  const paidCents = leftOf(ownPayments)
  const invoice = present(row, paidCents)
  return {
    ...invoice,
    document: row.document,
    addressee: row.addressee,
    payments: ownPayments.flatMap(movementsOf).map(({ title, at, amountCents }) => ({
      title,
      at,
      amount: usd(amountCents),
    })),
    tips: usd(leftOf(received.filter(({ purpose }) => purpose === "tip"))),
    due: usd(invoice.state === "open" ? row.totalCents - paidCents : 0),
    reason: row.reason,
    counterpart: await counterpartOf(ctx, row),
  }
}

function receivedFor(ctx: Context, subject: ReturnType<typeof eq>): Promise<PaymentRow[]> {
  return ctx.db
    .select()
    .from(payments)
    .where(and(subject, isNotNull(payments.receivedAt), ne(payments.status, "voided")))
    .orderBy(payments.receivedAt, payments.id)
}

const leftOf = (rows: readonly PaymentRow[]) =>
  rows.reduce((sum, row) => sum + row.amountCents - row.refundedCents, 0)

const METHODS: Record<PaymentRow["method"], string> = {
  card: "card",
  cash: "cash",
  bank_transfer: "bank transfer",
  zelle: "Zelle",
  venmo: "Venmo",
  check: "check",
}
const PURPOSES: Record<PaymentRow["purpose"], string> = {
  deposit: "Deposit",
  full: "Full payment",
  balance: "Balance",
  change: "Change",
  tip: "Tip",
}

interface Movement {
  title: string
  at: string
  /** Above zero for what came. */
  amountCents: number
}

function movementsOf(row: PaymentRow): Movement[] {
  const at = (row.receivedAt ?? row.createdAt).toString()
  const how = row.cardLast4 ? `card ending in ${row.cardLast4}` : METHODS[row.method]
  const came = { title: `${PURPOSES[row.purpose]}, by ${how}`, at, amountCents: row.amountCents }
  if (row.refundedCents === 0) return [came]
  return [came, { title: `Returned of it, by ${how}`, at, amountCents: -row.refundedCents }]
}

async function counterpartOf(ctx: Context, row: InvoiceRow): Promise<InvoiceDetail["counterpart"]> {
  const [other] = await ctx.db
    .select({ id: invoices.id, number: invoices.number })
    .from(invoices)
    .where(row.creditsId ? eq(invoices.id, row.creditsId) : eq(invoices.creditsId, row.id))
  return other ?? null
}

/** All that a customer was invoiced and paid, in order, with what they owe after each line. */
export async function readStatement(ctx: Context, input: { customerId: string }): Promise<Statement> {
  const customer = await readCustomer(ctx, input)
  const issued = await ctx.db.select().from(invoices).where(eq(invoices.customerId, input.customerId))
  const received = await receivedFor(ctx, eq(payments.customerId, input.customerId))
  const entries = [
    ...issued.map((row) => ({
      at: row.issuedAt.toString(),
      title: row.kind === "invoice" ? "Invoice" : "Credit note",
      reference: row.number,
      amountCents: row.totalCents,
    })),
    ...received
      .filter(({ purpose }) => purpose !== "tip")
      .flatMap((row) =>
        movementsOf(row).map((movement) => ({
          ...movement,
          reference: row.id,
          amountCents: -movement.amountCents,
        })),
      ),
  ].sort((left, right) => (left.at < right.at ? -1 : left.at > right.at ? 1 : 0))
  let balanceCents = 0
  const lines: StatementLine[] = entries.map(({ at, title, reference, amountCents }) => {
    balanceCents += amountCents
    return { at, title, reference, amount: usd(amountCents), balance: usd(balanceCents) }
  })
  return { customerId: input.customerId, customerName: customer.name, lines, balance: usd(balanceCents) }
}

/** @returns the invoices of a booking, for its customer. @throws AppError "booking-not-found". */
export async function findInvoicesOfBooking(ctx: Context, bookingId: string): Promise<InvoicePage> {
  await readBooking(ctx, { bookingId })
  return findInvoices(ctx, { bookingId, limit: 50 })
}

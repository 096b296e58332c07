import type { ExportContent } from "@myhibachi/contract/exchange"
import { findBookings } from "#modules/booking/index.ts"
import { findCustomers } from "#modules/customers/index.ts"
import { findLedgerEntries, findPayments } from "#modules/payments/index.ts"
import type { Context } from "#platform/context.ts"
import type { CsvValue } from "#platform/documents/csv.ts"

export interface ExportPage {
  rows: CsvValue[][]
  nextCursor: string | null
}

/** What can be taken out: who may, the columns, and a page of rows behind a cursor. */
export interface ExportDefinition {
  permissions: readonly string[]
  columns: readonly string[]
  readPage(ctx: Context, cursor: string | undefined): Promise<ExportPage>
}

const dollars = ({ amount }: { amount: number }) => (amount / 100).toFixed(2)

const customers: ExportDefinition = {
  permissions: ["customers:read"],
  columns: ["id", "name", "email", "phone", "created_at", "last_activity_at"],
  async readPage(ctx, cursor) {
    const page = await findCustomers(ctx, { cursor, limit: 500 })
    return {
      rows: page.items.map((row) => [
        row.id,
        row.name,
        row.email,
        row.phone,
        row.createdAt,
        row.lastActivityAt,
      ]),
      nextCursor: page.nextCursor,
    }
  },
}

const bookings: ExportDefinition = {
  permissions: ["bookings:read"],
  columns: [
    "id",
    "reference",
    "state",
    "customer",
    "starts_at",
    "time_zone",
    "city",
    "station",
    "guests",
    "chefs",
    "total",
    "owed",
  ],
  async readPage(ctx, cursor) {
    const page = await findBookings(ctx, { cursor, limit: 100, order: "newest" })
    return {
      rows: page.items.map((row) => [
        row.id,
        row.reference,
        row.status,
        row.customerName,
        row.startsAt,
        row.timeZone,
        row.city,
        row.stationName,
        row.guestTotal,
        row.chefs,
        dollars(row.total),
        dollars(row.owed),
      ]),
      nextCursor: page.nextCursor,
    }
  },
}

const payments: ExportDefinition = {
  permissions: ["payments:read"],
  columns: [
    "id",
    "booking_id",
    "customer_id",
    "customer",
    "purpose",
    "method",
    "state",
    "amount",
    "refunded",
    "description",
    "received_at",
    "created_at",
  ],
  async readPage(ctx, cursor) {
    const page = await findPayments(ctx, { cursor, limit: 500 })
    return {
      rows: page.items.map((row) => [
        row.id,
        row.bookingId,
        row.customerId,
        row.customerName,
        row.purpose,
        row.method,
        row.status,
        dollars(row.amount),
        dollars(row.refunded),
        row.description,
        row.receivedAt,
        row.createdAt,
      ]),
      nextCursor: page.nextCursor,
    }
  },
}

const ledger: ExportDefinition = {
  permissions: ["payments:read"],
  columns: ["entry_id", "at", "kind", "description", "booking_id", "payment_id", "account", "amount"],
  async readPage(ctx, cursor) {
    const page = await findLedgerEntries(ctx, { cursor, limit: 500 })
    return {
      rows: page.items.flatMap((entry) =>
        entry.lines.map((line) => [
          entry.id,
          entry.at,
          entry.kind,
          entry.description,
          entry.bookingId,
          entry.paymentId,
          line.account,
          dollars(line.amount),
        ]),
      ),
      nextCursor: page.nextCursor,
    }
  },
}

export const EXPORTS: Record<ExportContent, ExportDefinition> = { customers, bookings, payments, ledger }

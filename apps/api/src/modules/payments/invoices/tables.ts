import type { Addressee, InvoiceDocument } from "@myhibachi/contract/invoices"
import { sql } from "drizzle-orm"
import { bigint, index, integer, jsonb, pgTable, primaryKey, text, uniqueIndex } from "drizzle-orm/pg-core"
import { instant } from "#platform/database/columns.ts"

/** Who issues invoices; the sample business has one. */
export const legalEntities = pgTable("payments_legal_entities", {
  id: text().primaryKey(),
  name: text().notNull(),
  addressLines: jsonb("address_lines").$type<string[]>().notNull(),
  taxNumber: text("tax_number"),
  /** Before the year and the number: `MH-2026-00017`. */
  prefix: text().notNull().unique(),
  /** In whose calendar the year of an invoice is read. */
  timeZone: text("time_zone").notNull(),
  /** Whose parties it invoices; the first entity takes those of all other stations. */
  stationIds: jsonb("station_ids").$type<string[]>().notNull(),
  /** Refunds that staff ask for above this need a second person. */
  refundLimitCents: bigint("refund_limit_cents", { mode: "number" }).notNull().default(50_000),
  position: integer().notNull().unique(),
})

/** The last number given; its row is locked by who issues, so that no number is left out or given twice. */
export const invoiceCounters = pgTable(
  "payments_invoice_counters",
  {
    entityId: text("entity_id")
      .notNull()
      .references(() => legalEntities.id),
    series: text().$type<"invoice" | "credit_note">().notNull(),
    year: integer().notNull(),
    last: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.entityId, table.series, table.year] })],
)

/** Invoices and credit notes; what was issued never changes, only a credit note takes it back. */
export const invoices = pgTable(
  "payments_invoices",
  {
    id: text().primaryKey(),
    number: text().notNull().unique(),
    entityId: text("entity_id")
      .notNull()
      .references(() => legalEntities.id),
    kind: text().$type<"invoice" | "credit_note">().notNull(),
    /** The invoice that a credit note takes back. */
    creditsId: text("credits_id").unique(),
    bookingId: text("booking_id").notNull(),
    customerId: text("customer_id").notNull(),
    totalCents: bigint("total_cents", { mode: "number" }).notNull(),
    document: jsonb().$type<InvoiceDocument>().notNull(),
    /** Apart from what never changes, because a person may ask to be forgotten. */
    addressee: jsonb().$type<Addressee>().notNull(),
    reason: text(),
    issuedAt: instant("issued_at").notNull(),
    issuedBy: text("issued_by").notNull(),
    voidedAt: instant("voided_at"),
  },
  (table) => [
    uniqueIndex("payments_invoices_one_valid")
      .on(table.bookingId)
      .where(sql`${table.kind} = 'invoice' and ${table.voidedAt} is null`),
    index("payments_invoices_customer").on(table.customerId),
    index("payments_invoices_newest").on(table.issuedAt, table.id),
  ],
)

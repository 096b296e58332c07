import { z } from "zod"
import { Money } from "./money.ts"
import { QuoteLine } from "./quote.ts"
import { InstantText, TimeZoneId } from "./time.ts"

/** What an invoice says, fixed when it is issued. */
export const InvoiceDocument = z.object({
  issuer: z.object({ name: z.string(), addressLines: z.array(z.string()), taxNumber: z.string().nullable() }),
  party: z.object({ reference: z.string(), startsAt: InstantText, timeZone: TimeZoneId }),
  lines: z.array(QuoteLine),
  beforeTax: Money,
  tax: Money,
  total: Money,
})
export type InvoiceDocument = z.infer<typeof InvoiceDocument>

/** Whom an invoice names, and where they had the party; taken out when the person is erased. */
export const Addressee = z.object({ name: z.string(), email: z.string().nullable(), place: z.string() })
export type Addressee = z.infer<typeof Addressee>

export const InvoiceKind = z.enum(["invoice", "credit_note"])
export type InvoiceKind = z.infer<typeof InvoiceKind>
export const InvoiceState = z.enum(["open", "paid", "voided"])
export type InvoiceState = z.infer<typeof InvoiceState>

export const Invoice = z.object({
  id: z.string(),
  number: z.string(),
  kind: InvoiceKind,
  /** A credit note is always `paid`: it asks for nothing. */
  state: InvoiceState,
  bookingId: z.string(),
  bookingReference: z.string(),
  customerId: z.string(),
  customerName: z.string(),
  total: Money,
  issuedAt: InstantText,
  voidedAt: InstantText.nullable(),
})
export type Invoice = z.infer<typeof Invoice>

export const InvoicePage = z.object({ items: z.array(Invoice), nextCursor: z.string().nullable() })
export type InvoicePage = z.infer<typeof InvoicePage>

export const InvoicePayment = z.object({
  title: z.string(),
  at: InstantText,
  /** Below zero for what went back. */
  amount: Money,
})
export type InvoicePayment = z.infer<typeof InvoicePayment>

export const InvoiceDetail = Invoice.extend({
  document: InvoiceDocument,
  addressee: Addressee,
  /** Of the party, tips apart. */
  payments: z.array(InvoicePayment),
  tips: Money,
  due: Money,
  reason: z.string().nullable(),
  /** The credit note of a voided invoice, or the invoice that a credit note takes back. */
  counterpart: z.object({ id: z.string(), number: z.string() }).nullable(),
})
export type InvoiceDetail = z.infer<typeof InvoiceDetail>

export const VoidInvoice = z.object({ reason: z.string().trim().min(3, "Say why in a few words.").max(500) })
export type VoidInvoice = z.infer<typeof VoidInvoice>

export const StatementLine = z.object({
  at: InstantText,
  title: z.string(),
  reference: z.string(),
  /** What the customer owes more by it; below zero for what they paid. */
  amount: Money,
  balance: Money,
})
export type StatementLine = z.infer<typeof StatementLine>
export const Statement = z.object({
  customerId: z.string(),
  customerName: z.string(),
  lines: z.array(StatementLine),
  balance: Money,
})
export type Statement = z.infer<typeof Statement>

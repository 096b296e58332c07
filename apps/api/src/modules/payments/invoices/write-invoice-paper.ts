import type { InvoiceDetail, Statement } from "@myhibachi/contract/invoices"
import { formatMoney } from "@myhibachi/contract/money"
import { describeMoment, readLetterhead } from "#modules/booking/index.ts"
import type { Context } from "#platform/context.ts"
import { drawPaper, EMBER, type Paper, SOFT } from "#platform/documents/paper.ts"
import { drawFacts, drawTable, drawTotals } from "#platform/documents/paper-parts.ts"
import { Temporal } from "#platform/time.ts"
import { readInvoice, readStatement } from "./find-invoices.ts"

/**
 * Writes an invoice or credit note as a PDF: the same invoice with the same payments is the same file, byte for
 * byte.
 * @throws AppError "invoice-not-found".
 */
export async function writeInvoicePaper(ctx: Context, invoiceId: string): Promise<Buffer> {
  const invoice = await readInvoice(ctx, invoiceId)
  const { issuer } = invoice.document
  const { lines } = await readLetterhead(ctx)
  const tax = issuer.taxNumber ? [`Tax number ${issuer.taxNumber}`] : []
  return drawPaper(
    {
      title: `${titleOf(invoice)} ${invoice.number}`,
      createdAt: Temporal.Instant.from(invoice.issuedAt),
      letterhead: { name: issuer.name, lines: [...issuer.addressLines, ...lines, ...tax] },
      footer: `${titleOf(invoice)} ${invoice.number} · ${issuer.name}`,
    },
    (paper) => drawInvoice(paper, invoice),
  )
}

const titleOf = ({ kind }: InvoiceDetail) => (kind === "invoice" ? "Invoice" : "Credit note")

function drawInvoice(paper: Paper, invoice: InvoiceDetail): void {
  const { document } = invoice
  const { timeZone } = document.party
  const isCredit = invoice.kind === "credit_note"
  paper.text(`${titleOf(invoice)} ${invoice.number}`, { size: 22, isBold: true })
  paper.skip(2)
  paper.text(stampOf(invoice), { color: EMBER, isBold: true })
  paper.skip(12)
  drawFacts(paper, [
    ["For", invoice.addressee.name],
    ["Issued", describeMoment(invoice.issuedAt, timeZone)],
    ["Party", `${document.party.reference}, ${describeMoment(document.party.startsAt, timeZone)}`],
    ["Where", invoice.addressee.place],
  ])
  paper.skip(6)
  drawTable(
    paper,
    [
      { title: "What", share: 0.6 },
      { title: "Quantity", share: 0.11, isNumber: true },
      { title: "Each", share: 0.13, isNumber: true },
      { title: "Amount", share: 0.16, isNumber: true },
    ],
    document.lines
      .filter(({ kind }) => kind !== "tax")
      .map((line) => ({
        cells: [
          line.title,
          line.quantity === null ? "" : String(line.quantity),
          line.unitPrice ? formatMoney(line.unitPrice) : "",
          formatMoney(line.amount),
        ],
        detail: line.explanation,
      })),
  )
  drawTotals(paper, totalsOf(invoice))
  if (isCredit)
    paper.text(`It takes back ${invoice.counterpart?.number ?? "the invoice"}. ${invoice.reason ?? ""}`)
  else drawPayments(paper, invoice)
}

function stampOf(invoice: InvoiceDetail): string {
  if (invoice.kind === "credit_note") return "CREDITED IN FULL"
  switch (invoice.state) {
    case "paid":
      return "PAID IN FULL"
    case "voided":
      return `VOID: taken back by ${invoice.counterpart?.number ?? "a credit note"}`
    case "open":
      return `Open: ${formatMoney(invoice.due)}`
    default:
      return invoice.state satisfies never
  }
}

function totalsOf({ document, kind }: InvoiceDetail): [string, string][] {
  const taxes = document.lines.filter((line) => line.kind === "tax")
  return [
    ["Before tax", formatMoney(document.beforeTax)],
    ...taxes.map(({ title, amount }): [string, string] => [title, formatMoney(amount)]),
    [kind === "invoice" ? "Total" : "Credited", formatMoney(document.total)],
  ]
}

function drawPayments(paper: Paper, { payments, tips, due, document, state }: InvoiceDetail): void {
  if (payments.length > 0) paper.heading("What was paid")
  for (const { title, at, amount } of payments)
    paper.text(`${describeMoment(at, document.party.timeZone)}: ${title}, ${formatMoney(amount)}`)
  if (state === "open") paper.text(`Still open: ${formatMoney(due)}`, { isBold: true })
  if (tips.amount > 0)
    paper.text(
      `Thank you for the tip of ${formatMoney(tips)}; it is the chefs' and not part of this invoice.`,
      {
        color: SOFT,
      },
    )
}

/** Writes all that a customer was invoiced and paid. @throws AppError "customer-not-found". */
export async function writeStatementPaper(ctx: Context, customerId: string): Promise<Buffer> {
  const statement = await readStatement(ctx, { customerId })
  const newest = statement.lines.at(-1)?.at
  return drawPaper(
    {
      title: `Statement of ${statement.customerName}`,
      createdAt: newest ? Temporal.Instant.from(newest) : ctx.now(),
      letterhead: await readLetterhead(ctx),
      footer: `Statement of ${statement.customerName}`,
    },
    (paper) => drawStatement(paper, statement),
  )
}

function drawStatement(paper: Paper, statement: Statement): void {
  paper.text(`Statement of ${statement.customerName}`, { size: 22, isBold: true })
  paper.skip(12)
  drawTable(
    paper,
    [
      { title: "When", share: 0.2 },
      { title: "What", share: 0.42 },
      { title: "Amount", share: 0.19, isNumber: true },
      { title: "Owed then", share: 0.19, isNumber: true },
    ],
    statement.lines.map(({ at, title, reference, amount, balance }) => ({
      cells: [at.slice(0, 10), `${title} (${reference})`, formatMoney(amount), formatMoney(balance)],
    })),
  )
  drawTotals(paper, [["Owed", formatMoney(statement.balance)]])
}

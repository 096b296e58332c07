import type { InvoiceDetail } from "@myhibachi/contract/invoices"
import { audit } from "#platform/audit.ts"
import type { Context } from "#platform/context.ts"
import { inTransaction } from "#platform/database/database.ts"
import { AppError } from "#platform/errors.ts"
import { publish } from "#platform/jobs/events.ts"
import { invoiceSent } from "../events.ts"
import { readInvoice } from "./find-invoices.ts"

/** Has an invoice mailed to its customer, again if asked again. @throws AppError "no-email" (409), "invoice-not-found". */
export async function sendInvoice(ctx: Context, invoiceId: string): Promise<InvoiceDetail> {
  const invoice = await readInvoice(ctx, invoiceId)
  if (!invoice.addressee.email)
    throw new AppError(
      "conflict",
      "no-email",
      "This customer has no e-mail address; print the invoice instead.",
    )
  await inTransaction(ctx, async (ctx) => {
    await publish(ctx, invoiceSent, { invoiceId, sendingId: ctx.newId("send") })
    await audit(ctx, { action: "invoice.sent", entity: "invoice", entityId: invoiceId, details: {} })
  })
  return invoice
}

import { type Contact, Contact as ContactSchema } from "@myhibachi/contract/customers"
import type { ConvertedLead, ConvertLead } from "@myhibachi/contract/leads"
import { quoteParty } from "#modules/booking/index.ts"
import { findOrCreateCustomer, setConsent } from "#modules/customers/index.ts"
import { audit } from "#platform/audit.ts"
import type { Context } from "#platform/context.ts"
import { inTransaction } from "#platform/database/database.ts"
import { AppError, invalidField } from "#platform/errors.ts"
import { addStep, lockLead } from "./add-step.ts"
import { readLead } from "./find-leads.ts"
import type { LeadRow } from "./tables.ts"

/**
 * Makes a customer and a quote of a lead. What was agreed in the form becomes the customer's consent.
 * @throws AppError "lead-not-found", "lead-closed" (409), "contact-missing" (400), and what quoteParty throws.
 */
export async function convertLead(
  ctx: Context,
  input: ConvertLead & { leadId: string },
): Promise<ConvertedLead> {
  const lead = await readLead(ctx, input.leadId)
  refuseClosed(lead.stage)
  const contact = input.contact ?? contactOf(lead)
  // The address is looked up, so this is before the transaction; a quote without its lead harms nobody.
  const quote = await quoteParty(ctx, { ...input.party, contact })
  return inTransaction(ctx, async (ctx) => {
    const row = await lockLead(ctx, input.leadId)
    refuseClosed(row.stage)
    const { id: customerId } = await findOrCreateCustomer(ctx, contact)
    await addStep(ctx, row, "Became a customer with a quote", {
      stage: "quoted",
      customerId,
      quoteId: quote.id,
      name: contact.name,
    })
    await keepConsent(ctx, row, customerId)
    const details = { customerId, quoteId: quote.id }
    const converted = await readLead(ctx, row.id)
    await audit(ctx, { action: "lead.converted", entity: "lead", entityId: row.id, details })
    return { lead: converted, customerId, quoteToken: quote.token }
  })
}

function refuseClosed(stage: LeadRow["stage"]): void {
  if (stage !== "won" && stage !== "lost") return
  throw new AppError("conflict", "lead-closed", `This lead is ${stage}; open it again before.`)
}

function contactOf({
  name,
  email,
  phone,
}: {
  name: string | null
  email: string | null
  phone: string | null
}): Contact {
  const parsed = ContactSchema.safeParse({ name, email: email ?? undefined, phone: phone ?? undefined })
  if (parsed.success) return parsed.data
  throw invalidField(
    "/contact",
    "Give the person's name and an e-mail address or a phone.",
    "contact-missing",
  )
}

async function keepConsent(ctx: Context, row: LeadRow, customerId: string): Promise<void> {
  if (!row.consent) return
  const known = {
    customerId,
    scope: "service",
    isGranted: true,
    source: "form",
    words: row.consent.words,
  } as const
  const evidence = `Form "ask us to call you", ${row.consent.at}`
  if (row.phone) await setConsent(ctx, { ...known, channel: "voice", evidence })
  if (row.email) await setConsent(ctx, { ...known, channel: "email", evidence })
}

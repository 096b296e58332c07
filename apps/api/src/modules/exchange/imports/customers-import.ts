import { Contact } from "@myhibachi/contract/customers"
import { z } from "zod"
import { findBookings, findQuotes } from "#modules/booking/index.ts"
import { findConversationsOf } from "#modules/conversations/index.ts"
import {
  findCustomerByContact,
  findOrCreateCustomer,
  forgetUnusedCustomer,
  normaliseContact,
  writeNote,
} from "#modules/customers/index.ts"
import type { Context } from "#platform/context.ts"
import type { ImportDefinition } from "./import-kind.ts"

const Row = z.intersection(Contact, z.object({ note: z.string().max(4000).optional() }))

const contactOf = (cells: Record<string, string>): Contact => ({
  name: cells.name ?? "",
  ...(cells.email ? { email: cells.email } : {}),
  ...(cells.phone ? { phone: cells.phone } : {}),
})

export const customersImport: ImportDefinition = {
  kind: "customers",
  permissions: ["customers:write"],
  mostRows: 100_000,
  isOneTransaction: true,
  columns: [
    {
      name: "name",
      title: "Name",
      isRequired: true,
      example: "Ada Park",
      otherNames: ["full name", "customer", "customer name"],
      remedy: "Write the person's name.",
    },
    {
      name: "email",
      title: "E-mail",
      isRequired: false,
      example: "ada.park@example.com",
      otherNames: ["e-mail", "mail", "email address", "e-mail address"],
      remedy: "Write an address like name@example.com, or leave the cell empty and give a phone number.",
    },
    {
      name: "phone",
      title: "Phone",
      isRequired: false,
      example: "510-555-0142",
      otherNames: ["phone number", "mobile", "telephone"],
      remedy: "Write the number with its area code, for example 510-555-0142.",
    },
    {
      name: "note",
      title: "Note",
      isRequired: false,
      example: "Prefers Saturdays",
      otherNames: ["notes", "comment", "comments"],
      remedy: "Use at most 4,000 characters.",
    },
  ],
  schema: Row,
  async identify(_ctx, cells) {
    return normaliseContact(contactOf(cells)).map(({ value }) => value)
  },
  async commit(ctx, { cells }) {
    const contact = contactOf(cells)
    const known = await findCustomerByContact(ctx, contact)
    if (known) return { state: "existing", entityId: known.id }
    const customer = await findOrCreateCustomer(ctx, contact)
    if (cells.note) await writeNote(ctx, { customerId: customer.id, text: cells.note })
    return { state: "created", entityId: customer.id }
  },
  async takeBack(ctx, customerId) {
    if (await hasBusiness(ctx, customerId))
      return "There are quotes, parties or messages of this customer by now; the customer stays."
    return (await forgetUnusedCustomer(ctx, { customerId }))
      ? null
      : "Somebody has worked with this customer since; the customer stays."
  },
}

async function hasBusiness(ctx: Context, customerId: string): Promise<boolean> {
  const one = { customerId, limit: 1 }
  if ((await findQuotes(ctx, one)).items.length > 0) return true
  if ((await findBookings(ctx, one)).items.length > 0) return true
  return (await findConversationsOf(ctx, customerId)).length > 0
}

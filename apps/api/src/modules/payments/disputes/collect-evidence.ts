import type { EvidencePack } from "@myhibachi/contract/disputes"
import { formatMoney } from "@myhibachi/contract/money"
import { describeMoment, type PartyProof, readPartyProof } from "#modules/booking/index.ts"
import type { Context } from "#platform/context.ts"
import type { Letter } from "#platform/correspondence.ts"
import { findInvoices, readInvoice } from "../invoices/find-invoices.ts"
import type { payments } from "../tables.ts"

type PaymentRow = typeof payments.$inferSelect

/** Gathers what our records say about a disputed payment: agreement, service, messages and invoice. */
export async function collectEvidence(ctx: Context, payment: PaymentRow): Promise<EvidencePack> {
  const proof = payment.bookingId ? await readPartyProof(ctx, { bookingId: payment.bookingId }) : null
  const customerId = proof?.customerId ?? payment.customerId
  const letters = customerId ? await readLetters(ctx, customerId) : []
  const known = {
    agreement: proof?.agreement
      ? { ...proof.agreement, signedAt: proof.agreement.signedAt.toString() }
      : null,
    service: proof?.service ?? [],
    messages: letters.map(({ at, from, text }) => ({ at: at.toString(), from, text })),
    invoice: payment.bookingId ? await readLastInvoice(ctx, payment.bookingId) : null,
  }
  return {
    customer: proof?.contact ?? { name: payment.customerName ?? "Unknown", email: null },
    party: proof ? partyOf(proof) : null,
    ...known,
    missing: missingOf(known),
  }
}

function partyOf({ reference, startsAt, timeZone, place, guests }: PartyProof) {
  return { reference, startsAt: startsAt.toString(), timeZone, place, guests }
}

async function readLetters(ctx: Context, customerId: string): Promise<Letter[]> {
  const letters: Letter[] = []
  for (const read of ctx.services.correspondence) letters.push(...(await read(ctx, customerId)))
  return letters.sort((one, other) => one.at.epochMilliseconds - other.at.epochMilliseconds)
}

async function readLastInvoice(ctx: Context, bookingId: string): Promise<EvidencePack["invoice"]> {
  const { items } = await findInvoices(ctx, { bookingId, kind: "invoice", limit: 20 })
  const issued = items.find(({ voidedAt }) => voidedAt === null)
  if (!issued) return null
  const { document } = await readInvoice(ctx, issued.id)
  const lines = document.lines.map(({ title, amount }) => `${title}: ${formatMoney(amount)}`)
  return { id: issued.id, number: issued.number, total: issued.total, lines }
}

function missingOf(known: Pick<EvidencePack, "agreement" | "service" | "messages" | "invoice">): string[] {
  const gaps: [boolean, string][] = [
    [!known.agreement, "No agreement was signed."],
    [!known.service.some(({ what }) => what.includes("checked in")), "No chef checked in on site."],
    [known.messages.length === 0, "The customer and we have not written to each other."],
    [!known.invoice, "No invoice was issued; that is done when the party is completed."],
  ]
  return gaps.filter(([isMissing]) => isMissing).map(([, sentence]) => sentence)
}

/** @returns the pack as a letter to the bank, which staff may change before it is sent. */
export function draftStatement(pack: EvidencePack): string {
  const zone = pack.party?.timeZone ?? "UTC"
  const at = (instant: string) => describeMoment(instant, zone)
  const { agreement, invoice } = pack
  const signed = agreement
    ? `${agreement.signerName} signed our agreement on ${at(agreement.signedAt)} from the address ${agreement.ipAddress}. The text that was shown has the SHA-256 ${agreement.textHash}.`
    : ""
  return [
    introduction(pack),
    signed,
    section(
      "What happened",
      pack.service.map((moment) => `${at(moment.at)}: ${moment.what}`),
    ),
    section(invoice ? `Invoice ${invoice.number}, ${formatMoney(invoice.total)}` : "", invoice?.lines ?? []),
    section(
      "What was written",
      pack.messages.map((said) => `${at(said.at)}, ${said.from}: ${said.text}`),
    ),
    section(
      "Terms that were agreed",
      (agreement?.terms ?? []).map(({ title, text }) => `${title}: ${text}`),
    ),
  ]
    .filter(Boolean)
    .join("\n\n")
}

function introduction({ customer, party }: EvidencePack): string {
  if (!party) return `${customer.name} paid by card.`
  const start = describeMoment(party.startsAt, party.timeZone)
  return `${customer.name} booked the hibachi party ${party.reference} for ${start} at ${party.place} (${party.guests}).`
}

function section(title: string, lines: readonly string[]): string {
  return lines.length === 0 ? "" : [`${title}:`, ...lines.map((line) => `- ${line}`)].join("\n")
}

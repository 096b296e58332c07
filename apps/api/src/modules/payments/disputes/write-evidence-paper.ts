import type { EvidencePack } from "@myhibachi/contract/disputes"
import { formatMoney, usd } from "@myhibachi/contract/money"
import { describeMoment, readLetterhead } from "#modules/booking/index.ts"
import type { Context } from "#platform/context.ts"
import { drawPaper, type Paper, SOFT } from "#platform/documents/paper.ts"
import { drawFacts } from "#platform/documents/paper-parts.ts"
import type { Temporal } from "#platform/time.ts"
import { collectEvidence } from "./collect-evidence.ts"
import { requireDispute } from "./find-disputes.ts"
import type { disputes } from "./tables.ts"

interface EvidencePaper {
  reference: string
  amount: string
  openedAt: Temporal.Instant
  pack: EvidencePack
}

/** Writes what our records say about a dispute as a PDF, for staff to read before it is sent. @throws AppError "dispute-not-found". */
export async function readEvidencePaper(ctx: Context, disputeId: string): Promise<Buffer> {
  const { dispute, payment } = await requireDispute(ctx, disputeId)
  return writeEvidencePaper(ctx, paperOf(dispute, await collectEvidence(ctx, payment)))
}

/** @returns the pack with what the paper says of the dispute itself. */
export function paperOf(dispute: typeof disputes.$inferSelect, pack: EvidencePack): EvidencePaper {
  return {
    reference: dispute.providerDisputeId,
    amount: formatMoney(usd(dispute.amountCents)),
    openedAt: dispute.openedAt,
    pack,
  }
}

/** Writes the evidence as the bank gets it: agreement, service, invoice and messages. */
export async function writeEvidencePaper(ctx: Context, evidence: EvidencePaper): Promise<Buffer> {
  const title = `Evidence for the payment of ${evidence.amount}`
  return drawPaper(
    {
      title,
      createdAt: evidence.openedAt,
      letterhead: await readLetterhead(ctx),
      footer: `${title} · dispute ${evidence.reference}`,
    },
    (paper) => draw(paper, title, evidence),
  )
}

function draw(paper: Paper, title: string, { reference, pack }: EvidencePaper): void {
  const zone = pack.party?.timeZone ?? "UTC"
  const at = (instant: string) => describeMoment(instant, zone)
  paper.text(title, { size: 20, isBold: true })
  paper.skip(10)
  drawFacts(paper, [
    ["Dispute", reference],
    ["Customer", [pack.customer.name, pack.customer.email].filter(Boolean).join(", ")],
    ...(pack.party
      ? ([
          ["Party", `${pack.party.reference}, ${at(pack.party.startsAt)}`],
          ["Where", `${pack.party.place}, ${pack.party.guests}`],
        ] as const)
      : []),
  ])
  drawAgreement(paper, pack, at)
  drawList(
    paper,
    "What happened",
    pack.service.map((moment) => [at(moment.at), moment.what]),
  )
  if (pack.invoice) {
    const { number, total, lines } = pack.invoice
    drawList(
      paper,
      `Invoice ${number}, ${formatMoney(total)}`,
      lines.map((line) => ["", line]),
    )
  }
  drawList(
    paper,
    "What was written",
    pack.messages.map((said) => [`${at(said.at)}, ${said.from}`, said.text]),
  )
}

function drawAgreement(paper: Paper, { agreement }: EvidencePack, at: (instant: string) => string): void {
  if (!agreement) return
  paper.heading("The agreement that was signed")
  drawFacts(paper, [
    ["Signed by", agreement.signerName],
    ["When", at(agreement.signedAt)],
    ["From the address", agreement.ipAddress],
    ["With", agreement.userAgent],
  ])
  paper.text(`SHA-256 of the text that was shown: ${agreement.textHash}`, { size: 8, color: SOFT })
  for (const { title, text } of agreement.terms) {
    paper.skip(6)
    paper.text(title, { isBold: true })
    paper.text(text)
  }
}

function drawList(paper: Paper, title: string, rows: (readonly [when: string, what: string])[]): void {
  if (rows.length === 0) return
  paper.heading(title)
  for (const [when, what] of rows) {
    if (when) paper.text(when, { size: 8, color: SOFT })
    paper.text(what)
    paper.skip(4)
  }
}

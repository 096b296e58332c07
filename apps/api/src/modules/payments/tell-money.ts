import { usd } from "@myhibachi/contract/money"
import type { MoneyEvent } from "@myhibachi/contract/money-timeline"
import type { TextMessage, TextState } from "@myhibachi/contract/texts"
import { Temporal } from "#platform/time.ts"
import type { invoices } from "./invoices/tables.ts"
import type { checkouts, PaymentPurpose, payLinks, payments, RefundStatus, refunds } from "./tables.ts"

const PURPOSE: Record<PaymentPurpose, string> = {
  deposit: "Deposit",
  full: "Full payment",
  balance: "Balance",
  change: "Change",
  tip: "Tip",
}

/** @returns that a hosted page was opened, and whether it ended unpaid. */
export function tellOfPage(row: typeof checkouts.$inferSelect, now: Temporal.Instant): MoneyEvent {
  const hasEnded = row.status === "expired" || Temporal.Instant.compare(row.expiresAt, now) <= 0
  const isUnpaid = row.status !== "completed" && hasEnded
  return {
    id: row.id,
    at: row.createdAt.toString(),
    kind: "page",
    title: `Payment page opened: ${PURPOSE[row.purpose].toLowerCase()}`,
    detail: isUnpaid ? "It ended unpaid." : null,
    amount: usd(row.amountCents),
    outcome: row.status === "completed" ? "done" : isUnpaid ? "failed" : "waiting",
    link: null,
  }
}

/** @returns what came of one try to pay. */
export function tellOfPayment(row: typeof payments.$inferSelect): MoneyEvent {
  const how =
    row.method === "card" ? describeCard(row) : [row.method, row.reference].filter(Boolean).join(" ")
  return {
    id: row.id,
    at: (row.receivedAt ?? row.createdAt).toString(),
    kind: "payment",
    ...outcomeOfPayment(row),
    detail: [how, row.receivedAt ? row.note : row.failureMessage].filter(Boolean).join(": ") || null,
    amount: usd(row.amountCents),
    link: { to: "payment", id: row.id },
  }
}

function describeCard(row: typeof payments.$inferSelect): string {
  return row.cardLast4 ? `${row.cardBrand ?? "card"} •••• ${row.cardLast4}` : "card"
}

function outcomeOfPayment(row: typeof payments.$inferSelect): Pick<MoneyEvent, "title" | "outcome"> {
  const what = PURPOSE[row.purpose]
  if (row.receivedAt) return { title: `${what} received`, outcome: "done" }
  if (row.status === "failed") return { title: `${what} declined`, outcome: "failed" }
  if (row.status === "cancelled") return { title: `${what} given up`, outcome: "failed" }
  return { title: `${what} in work`, outcome: "waiting" }
}

/** @returns that a link to pay was mailed, and that it was used or ran out. */
export function tellOfLink(row: typeof payLinks.$inferSelect, now: Temporal.Instant): MoneyEvent[] {
  const about = { kind: "link", amount: null, link: null } as const
  const isOver = Temporal.Instant.compare(row.expiresAt, now) <= 0
  const mailed: MoneyEvent = {
    ...about,
    id: row.id,
    at: row.createdAt.toString(),
    title: "Link to pay mailed",
    detail: row.createdBy.startsWith("staff") ? "Asked for by staff." : "Sent by itself.",
    outcome: row.usedAt || isOver ? "done" : "waiting",
  }
  if (row.usedAt)
    return [
      mailed,
      {
        ...about,
        id: `${row.id}:used`,
        at: row.usedAt.toString(),
        title: "Link to pay used",
        detail: null,
        outcome: "done",
      },
    ]
  if (!isOver) return [mailed]
  return [
    mailed,
    {
      ...about,
      id: `${row.id}:over`,
      at: row.expiresAt.toString(),
      title: "Link to pay ran out",
      detail: null,
      outcome: "failed",
    },
  ]
}

const TEXT: Record<TextState, Pick<MoneyEvent, "title" | "outcome">> = {
  waiting: { title: "Link to pay waits to be texted", outcome: "waiting" },
  sending: { title: "Link to pay is being texted", outcome: "waiting" },
  sent: { title: "Link to pay texted", outcome: "done" },
  delivered: { title: "Link to pay texted, and arrived", outcome: "done" },
  failed: { title: "Link to pay could not be texted", outcome: "failed" },
  blocked: { title: "Link to pay not texted", outcome: "failed" },
  withdrawn: { title: "Link to pay not texted", outcome: "done" },
}

/** @returns that a link to pay goes out, or went out, as a text message, to which phone, and why not. */
export function tellOfText(text: TextMessage): MoneyEvent {
  return {
    id: text.id,
    at: text.sentAt ?? text.settledAt ?? text.createdAt,
    kind: "link",
    ...TEXT[text.state],
    detail: [toWhom(text), text.reason].filter(Boolean).join(" "),
    amount: null,
    link: null,
  }
}

function toWhom({ phoneEnding }: TextMessage): string | null {
  return phoneEnding && `To the phone ending in ${phoneEnding}.`
}

const REFUND: Record<RefundStatus, Pick<MoneyEvent, "title" | "outcome">> = {
  awaiting_approval: { title: "Refund waits for a second person", outcome: "waiting" },
  requested: { title: "Refund asked for", outcome: "waiting" },
  pending: { title: "Refund on its way", outcome: "waiting" },
  succeeded: { title: "Refund gone back", outcome: "done" },
  failed: { title: "Refund failed", outcome: "failed" },
  cancelled: { title: "Refund withdrawn", outcome: "done" },
}

/** @returns that a refund was asked for, and where it stands since. */
export function tellOfRefund(row: typeof refunds.$inferSelect): MoneyEvent[] {
  const about = {
    kind: "refund",
    amount: usd(row.amountCents),
    link: { to: "payment", id: row.paymentId },
  } as const
  const asked: MoneyEvent = {
    ...about,
    id: row.id,
    at: row.createdAt.toString(),
    ...REFUND.requested,
    detail: row.reason,
  }
  if (row.status === "requested") return [{ ...asked, detail: row.pendingReason ?? row.reason }]
  return [
    { ...asked, outcome: "done" },
    {
      ...about,
      id: `${row.id}:${row.status}`,
      at: row.updatedAt.toString(),
      ...REFUND[row.status],
      detail: row.pendingReason,
    },
  ]
}

/** @returns that an invoice or a credit note was issued. */
export function tellOfInvoice(row: typeof invoices.$inferSelect): MoneyEvent {
  return {
    id: row.id,
    at: row.issuedAt.toString(),
    kind: "invoice",
    title: row.kind === "invoice" ? `Invoice ${row.number} issued` : `Credit note ${row.number} issued`,
    detail: row.reason ?? (row.voidedAt ? "Taken back later by a credit note." : null),
    amount: usd(row.totalCents),
    outcome: "done",
    link: { to: "invoice", id: row.id },
  }
}

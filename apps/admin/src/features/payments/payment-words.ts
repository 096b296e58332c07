import type { DisputeState } from "@myhibachi/contract/disputes"
import type { InvoiceKind, InvoiceState } from "@myhibachi/contract/invoices"
import type { PaymentMethod, PaymentPurpose, PaymentStatus } from "@myhibachi/contract/payments"
import type { BreakKind, ReconciliationState } from "@myhibachi/contract/reconciliation"
import type { RefundStatus } from "@myhibachi/contract/refunds"
import type { WebhookState } from "@myhibachi/contract/webhooks"
import type { BadgeState } from "@myhibachi/ui/badge"

type Words<Key extends string> = Record<Key, { title: string; state: BadgeState }>

export const paymentState: Words<PaymentStatus> = {
  requires_payment: { title: "Not paid yet", state: "neutral" },
  processing: { title: "In work", state: "caution" },
  succeeded: { title: "Paid", state: "good" },
  failed: { title: "Failed", state: "bad" },
  cancelled: { title: "Cancelled", state: "neutral" },
  partially_refunded: { title: "Partly refunded", state: "caution" },
  refunded: { title: "Refunded", state: "neutral" },
  voided: { title: "Voided", state: "neutral" },
}

export const refundState: Words<RefundStatus> = {
  awaiting_approval: { title: "Waits for a second person", state: "caution" },
  requested: { title: "Asked for", state: "caution" },
  pending: { title: "On its way", state: "caution" },
  succeeded: { title: "Gone back", state: "good" },
  failed: { title: "Failed", state: "bad" },
  cancelled: { title: "Withdrawn", state: "neutral" },
}

export const webhookState: Words<WebhookState> = {
  received: { title: "Waiting", state: "caution" },
  processed: { title: "Done", state: "good" },
  ignored: { title: "Not ours", state: "neutral" },
  failed: { title: "Failed", state: "bad" },
  dead: { title: "Given up", state: "bad" },
}

export const disputeState: Words<DisputeState> = {
  warning: { title: "A question of the bank", state: "caution" },
  needs_response: { title: "Waits for our answer", state: "bad" },
  under_review: { title: "With the bank", state: "caution" },
  won: { title: "Won", state: "good" },
  lost: { title: "Lost", state: "bad" },
  closed: { title: "Closed without loss", state: "neutral" },
}

export const reconciliationState: Words<ReconciliationState> = {
  running: { title: "In work", state: "caution" },
  clean: { title: "Agrees", state: "good" },
  broken: { title: "Does not agree", state: "bad" },
}

export const breakTitle: Record<BreakKind, string> = {
  "missing-here": "Missing in our books",
  "missing-there": "Missing at the provider",
  "other-amount": "Another amount",
}

export const purposeTitle: Record<PaymentPurpose, string> = {
  deposit: "Deposit",
  full: "Full payment",
  balance: "Balance",
  change: "Change",
  tip: "Tip",
}

export const methodTitle: Record<PaymentMethod, string> = {
  card: "Card",
  cash: "Cash",
  bank_transfer: "Bank transfer",
  zelle: "Zelle",
  venmo: "Venmo",
  check: "Check",
}

export const invoiceState: Words<InvoiceState> = {
  open: { title: "Open", state: "caution" },
  paid: { title: "Paid", state: "good" },
  voided: { title: "Void", state: "neutral" },
}

export const invoiceKindTitle: Record<InvoiceKind, string> = {
  invoice: "Invoice",
  credit_note: "Credit note",
}

import type { HistoryEntry } from "@myhibachi/contract/booking"
import { formatMoney, usd } from "@myhibachi/contract/money"
import { readableName } from "../../text/readable.ts"
import { stateTitle } from "./booking-states.ts"

/** @returns what happened, as a sentence without its actor. */
export function historyTitle({ from, to, reason, details }: HistoryEntry): string {
  const paid = typeof details.paidCents === "number" ? formatMoney(usd(details.paidCents)) : null
  if (to === "held") return "Start held"
  if (to === "awaiting_deposit") {
    return typeof details.signerName === "string"
      ? `Agreement signed by ${details.signerName}`
      : "Agreement signed"
  }
  if (to === "confirmed" && from === "awaiting_deposit" && paid) return `${paid} paid`
  if (to === "confirmed" && from === null) return "Booking confirmed"
  if (from === to) return readableName(reason ?? "changed")
  return stateTitle(to)
}

// The titles have said them.
const TOLD = new Set(["source", "signerName", "paidCents", "changeOrderId", "reportId"])

/** @returns what the entry records beyond its title. */
export function historyDetails({ details }: HistoryEntry): Record<string, unknown> {
  return Object.fromEntries(Object.entries(details).filter(([name]) => !TOLD.has(name)))
}

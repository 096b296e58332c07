import type { HistoryEntry } from "@myhibachi/contract/booking"
import { formatMoney, usd } from "@myhibachi/contract/money"
import { Guests } from "@myhibachi/contract/quote"
import { readableName } from "../../text/readable.ts"
import { stateTitle } from "./booking-states.ts"
import { guestsText } from "./guests-text.ts"

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
const TOLD = new Set(["source", "signerName", "paidCents", "changeOrderId", "reportId", "chefId"])

/** @returns what the entry records beyond its title, guests in words. */
export function historyDetails({ details }: HistoryEntry): Record<string, unknown> {
  const { before, after, ...others } = details
  const [from, to] = [guestsOf(before), guestsOf(after)]
  const changed = from && to ? { guests: `${from} → ${to}` } : { before, after }
  return Object.fromEntries(
    Object.entries({ ...changed, ...others })
      .filter(([name, value]) => value !== undefined && !TOLD.has(name))
      .map(([name, value]) => [name, guestsOf(value) ?? value]),
  )
}

function guestsOf(value: unknown): string | undefined {
  const guests = Guests.safeParse(value)
  return guests.success ? guestsText(guests.data) : undefined
}

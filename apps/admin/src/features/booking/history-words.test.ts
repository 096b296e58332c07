import { expect, test } from "vitest"
import { historyDetails, historyTitle } from "./history-words.ts"

const entry = (change: {
  from: string | null
  to: string
  reason?: string
  details?: Record<string, unknown>
}) => ({
  id: "trn_1",
  at: "2026-11-22T22:13:39Z",
  actor: "system:job",
  reason: null,
  details: {},
  ...change,
})

test("tells the way from hold to booking", () => {
  const way = [
    entry({ from: null, to: "held" }),
    entry({ from: "held", to: "awaiting_deposit", details: { signerName: "Dana Whitfield" } }),
    entry({ from: "awaiting_deposit", to: "confirmed", details: { paidCents: 10_000 } }),
    entry({ from: null, to: "confirmed", details: { paidCents: 10_000 } }),
  ]
  expect(way.map(historyTitle)).toEqual([
    "Start held",
    "Agreement signed by Dana Whitfield",
    "$100.00 paid",
    "Booking confirmed",
  ])
})

test("names a change that leaves the state as it is, and keeps what it recorded", () => {
  const moved = entry({ from: "confirmed", to: "confirmed", reason: "moved", details: { feeCents: 0 } })
  expect(historyTitle(moved)).toBe("Moved")
  expect(historyDetails(moved)).toEqual({ feeCents: 0 })
})

test("says guests in words, before and after", () => {
  const guests = (adults: number, children: number) => ({ adults, children, littleOnes: 0 })
  const details = { after: guests(14, 3), total: 93_525, before: guests(12, 0), changeOrderId: "chg_1" }
  const changed = entry({ from: "confirmed", to: "confirmed", reason: "change accepted", details })
  expect(historyDetails(changed)).toEqual({ guests: "12 adults → 14 adults, 3 children", total: 93_525 })
})

import { usd } from "@myhibachi/contract/money"
import { expect, test } from "vitest"
import { plannedSteps } from "./planned-steps.ts"

const party = {
  status: "confirmed" as const,
  owed: usd(95_000),
  balanceDueAt: "2026-12-11T02:00:00Z",
  arrivesAt: "2026-12-13T01:30:00Z",
  startsAt: "2026-12-13T02:00:00Z",
  endsAt: "2026-12-13T04:00:00Z",
}

test("puts the balance before the party and marks what is next", () => {
  const steps = plannedSteps(party, "2026-12-01T00:00:00Z")
  expect(steps.map(({ kind, state }) => [kind, state])).toEqual([
    ["balance", "now"],
    ["arrival", "ahead"],
    ["start", "ahead"],
    ["end", "ahead"],
  ])
})

test("says that a balance is late and goes on to the arrival", () => {
  const steps = plannedSteps(party, "2026-12-12T00:00:00Z")
  expect(steps[0]).toMatchObject({ kind: "balance", state: "bad", title: "Balance was due" })
  expect(steps[1]).toMatchObject({ kind: "arrival", state: "now" })
})

test("plans nothing for a cancelled party and no balance for a paid one", () => {
  expect(plannedSteps({ ...party, status: "cancelled" }, "2026-12-01T00:00:00Z")).toEqual([])
  const kinds = plannedSteps({ ...party, owed: usd(0) }, "2026-12-01T00:00:00Z").map(({ kind }) => kind)
  expect(kinds).not.toContain("balance")
})

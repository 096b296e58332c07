import { BookingStatus } from "@myhibachi/contract/booking"
import { describe, expect, test } from "vitest"
import { Temporal } from "#platform/time.ts"
import { BOOKING_MOVES, findMove, type MoveFacts, mayMove, refuseByGuard } from "./booking-states.ts"

const START = Temporal.Instant.from("2026-12-13T02:00:00Z")
const facts = (part: Partial<MoveFacts> = {}): MoveFacts => ({
  startsAt: START,
  arrivesAt: START.subtract({ minutes: 30 }),
  now: START.subtract({ hours: 100 }),
  headCountClosesHoursBefore: 48,
  chefsNeeded: 2,
  chefsAssigned: 2,
  owedCents: 0,
  ...part,
})

describe("the life of a booking", () => {
  test("reaches every state from the confirmation, and leaves the last ones only to settle", () => {
    const reached = new Set<string>(["confirmed"])
    for (let before = 0; before < reached.size; ) {
      before = reached.size
      for (const { from, to } of BOOKING_MOVES) if (reached.has(from)) reached.add(to)
    }
    expect([...reached].sort()).toEqual([...BookingStatus.options].sort())
    const ends = BookingStatus.options.filter((state) => !BOOKING_MOVES.some(({ from }) => from === state))
    expect(ends.sort()).toEqual(["cancelled", "no_show", "settled"])
  })

  test("names each move once", () => {
    const names = BOOKING_MOVES.map(({ from, to }) => `${from} → ${to}`)
    expect(new Set(names).size).toBe(names.length)
  })

  test("lets a customer cancel until the cut-off and ask a manager after it", () => {
    const may = (from: BookingStatus, to: BookingStatus, ...who: Parameters<typeof mayMove>[1]) => {
      const found = findMove(from, to)
      return found !== null && mayMove(found, who)
    }
    expect(may("assigned", "cancelled", "customer")).toBe(true)
    expect(may("locked", "cancelled", "customer")).toBe(false)
    expect(may("locked", "cancel_requested", "customer")).toBe(true)
    expect(may("cancel_requested", "cancelled", "customer")).toBe(false)
    expect(may("cancel_requested", "cancelled", "staff")).toBe(false)
    expect(may("cancel_requested", "cancelled", "staff", "manager")).toBe(true)
    expect(may("cancelled", "confirmed", "staff", "manager", "system")).toBe(false)
  })

  test.each([
    ["head-count-closed", { now: START.subtract({ hours: 48 }) }, false],
    ["head-count-closed", { now: START.subtract({ hours: 47, minutes: 59 }) }, true],
    ["arrival-near", { now: START.subtract({ minutes: 61 }) }, false],
    ["arrival-near", { now: START.subtract({ minutes: 60 }) }, true],
    ["begun", { now: START.subtract({ seconds: 1 }) }, false],
    ["begun", { now: START }, true],
    ["ahead", { now: START }, false],
    ["crew-complete", { chefsAssigned: 1 }, false],
    ["paid-in-full", { owedCents: 1 }, false],
  ] as const)("%s of %o: %s", (guard, part, isAllowed) => {
    expect(refuseByGuard(guard, facts(part)) === null).toBe(isAllowed)
  })
})

import fc from "fast-check"
import { expect, test } from "vitest"
import { Temporal } from "#platform/time.ts"
import { checkPlan, nextDue, openLegs, type PaymentLeg } from "./payment-plan.ts"

const START = Temporal.Instant.from("2026-12-13T02:00:00Z")
const RULE = START.subtract({ hours: 48 })
const day = (days: number) => START.subtract({ hours: 24 * days })
const leg = (amountCents: number, days: number): PaymentLeg => ({ amountCents, dueAt: day(days) })
const money = (cents: number) => `$${cents / 100}`

const plans = fc
  .array(fc.integer({ min: 1, max: 500_000 }), { minLength: 1, maxLength: 6 })
  .map((amounts) => amounts.map((cents, index) => leg(cents, 30 - index)))

test("what is open is what is owed, to the cent, whatever was paid and whatever the price became", () => {
  fc.assert(
    fc.property(plans, fc.integer({ min: 0, max: 5_000_000 }), (plan, owedCents) => {
      const legs = openLegs(plan, { owedCents, byRule: RULE, startsAt: START })
      expect(legs.reduce((sum, each) => sum + each.amountCents, 0)).toBe(owedCents)
      for (const each of legs) expect(each.amountCents).toBeGreaterThan(0)
    }),
  )
})

test("a payment takes from the earliest part, and never brings a later day forward", () => {
  fc.assert(
    fc.property(plans, fc.nat(), fc.integer({ min: -10, max: 40 }), (plan, seed, daysBefore) => {
      const owedCents = plan.reduce((sum, each) => sum + each.amountCents, 0)
      const paid = seed % (owedCents + 1)
      const frame = { byRule: RULE, startsAt: START }
      const now = day(daysBefore)
      const dueCents = (cents: number) =>
        openLegs(plan, { ...frame, owedCents: cents })
          .filter(({ dueAt }) => Temporal.Instant.compare(dueAt, now) <= 0)
          .reduce((sum, each) => sum + each.amountCents, 0)
      expect(dueCents(owedCents - paid)).toBe(Math.max(0, dueCents(owedCents) - paid))
    }),
  )
})

test("a higher price goes onto the last part; a party that moves forward has nothing due after its start", () => {
  const plan = [leg(10_000, 20), leg(5_000, 3)]
  const frame = { owedCents: 17_000, byRule: RULE, startsAt: START }
  expect(openLegs(plan, frame)).toEqual([leg(10_000, 20), leg(7_000, 3)])
  const early = openLegs(plan, { ...frame, startsAt: day(10) })
  expect(early.map(({ dueAt }) => dueAt.toString())).toEqual([day(20).toString(), day(10).toString()])
  expect(openLegs([], frame)).toEqual([{ amountCents: 17_000, dueAt: RULE }])
})

test("next is all that is due, or else the earliest part", () => {
  const legs = [leg(1, 20), leg(2, 10), leg(4, 3)]
  expect(nextDue(legs, day(25))).toEqual(leg(1, 20))
  expect(nextDue(legs, day(10))).toEqual(leg(3, 10))
  expect(nextDue([], day(10))).toBeNull()
})

test("a plan that cannot be kept is refused with the field and the remedy", () => {
  const frame = { owedCents: 30_000, startsAt: START, now: day(30), money }
  expect(checkPlan([leg(10_000, 20), leg(20_000, 3)], frame)).toBeNull()
  expect(checkPlan([], frame)).toBeNull()
  expect(checkPlan([leg(10_000, 20), leg(19_999, 3)], frame)).toEqual({
    pointer: "/items",
    detail: "The parts come to $299.99, but $300 are owed; make them the same.",
  })
  expect(checkPlan([leg(30_000, 31)], frame)?.pointer).toBe("/items/0/dueAt")
  expect(checkPlan([leg(30_000, -1)], frame)?.detail).toContain("after the party begins")
  expect(checkPlan([leg(10_000, 5), leg(20_000, 6)], frame)?.pointer).toBe("/items/1/dueAt")
})

import fc from "fast-check"
import { expect, test } from "vitest"
import { type ChefIncome, type FreeChef, rankChefs } from "./rank-chefs.ts"
import { offeredHours } from "./read-incomes.ts"
import { payFor, shareParty } from "./share-party.ts"

const NO_WISHES = { needsExperience: false, preferredChefIds: [], knownChefIds: [] }

function aChef(chefId: string, part: Partial<FreeChef> = {}): FreeChef {
  return { chefId, grade: "regular", homeLegSeconds: 1200, payCents: 120_00, ...part }
}

function incomesOf(earned: Record<string, number>, availableHours = 500): Map<string, ChefIncome> {
  return new Map(Object.entries(earned).map(([id, earnedCents]) => [id, { earnedCents, availableHours }]))
}

const order = (ranked: { chefId: string }[]) => ranked.map(({ chefId }) => chefId)

test("who earns least for the time they offer comes first, however many parties that were", () => {
  const chefs = [aChef("a"), aChef("b"), aChef("c")]
  const ranked = rankChefs(chefs, incomesOf({ a: 6_000_00, b: 4_000_00, c: 5_000_00 }), NO_WISHES)
  expect(order(ranked)).toEqual(["b", "c", "a"])
  expect(ranked[0]?.reasons).toContain("Earns 80 % of an equal share in these weeks")
  const partTime = new Map([
    ...incomesOf({ a: 6_000_00, c: 5_000_00 }),
    ["b", { earnedCents: 4_000_00, availableHours: 100 }],
  ])
  expect(order(rankChefs(chefs, partTime, NO_WISHES))).toEqual(["c", "a", "b"])
})

test("the drive, experience and an earlier party decide between chefs who earn about the same", () => {
  const even = incomesOf({ a: 5_000_00, b: 5_050_00 })
  const far = [aChef("a", { homeLegSeconds: 4800 }), aChef("b")]
  expect(order(rankChefs(far, even, NO_WISHES))).toEqual(["b", "a"])
  const master = [aChef("a"), aChef("b", { grade: "master" })]
  expect(order(rankChefs(master, even, { ...NO_WISHES, needsExperience: true }))).toEqual(["b", "a"])
  expect(order(rankChefs([aChef("a"), aChef("b")], even, { ...NO_WISHES, knownChefIds: ["b"] }))).toEqual([
    "b",
    "a",
  ])
  const behind = incomesOf({ a: 3_000_00, b: 7_000_00 })
  expect(order(rankChefs([aChef("a"), aChef("b")], behind, { ...NO_WISHES, knownChefIds: ["b"] }))).toEqual([
    "a",
    "b",
  ])
  expect(
    order(rankChefs([aChef("a"), aChef("b")], behind, { ...NO_WISHES, preferredChefIds: ["b"] })),
  ).toEqual(["b", "a"])
})

test("a newcomer's time counts from the first day, and time off does not count", () => {
  const span = { fromMs: 0, toMs: 90 * 86_400_000 }
  expect(offeredHours({ weeklyHours: 70, sinceMs: -1 }, span, 0)).toBe(900)
  expect(offeredHours({ weeklyHours: 70, sinceMs: 80 * 86_400_000 }, span, 0)).toBe(100)
  expect(offeredHours({ weeklyHours: 70, sinceMs: -1 }, span, 24 * 9)).toBe(810)
})

test("the parts of a party make the whole, for any number of chefs", () => {
  const parties = fc.record({ adults: fc.nat(500), guests: fc.nat(500), travelCents: fc.nat(100_000) })
  fc.assert(
    fc.property(parties, fc.integer({ min: 1, max: 17 }), (party, chefs) => {
      const shares = shareParty(party, chefs)
      expect(shares).toHaveLength(chefs)
      for (const key of ["adults", "guests", "travelCents"] as const) {
        const parts = shares.map((share) => share[key])
        expect(parts.reduce((sum, part) => sum + part, 0)).toBe(party[key])
        expect(Math.max(...parts) - Math.min(...parts)).toBeLessThanOrEqual(1)
      }
    }),
  )
  expect(payFor({ adults: 14, travelCents: 24_00 }, 13_00)).toBe(206_00)
})

import type { ClaimKind } from "@myhibachi/contract/crew"
import fc from "fast-check"
import { expect, test } from "vitest"
import { joinLegs, type Stop } from "./join-legs.ts"
import { type ChefTime, judgeChef } from "./judge-chef.ts"

const HOUR = 3_600_000
const OAKLAND = { latitude: 37.8044, longitude: -122.2712 }
const SACRAMENTO = { latitude: 38.5816, longitude: -121.4944 }

function aStop(
  fromHour: number,
  toHour: number,
  homeLegSeconds: number,
  point: Stop["point"] = OAKLAND,
): Stop {
  return { workFromMs: fromHour * HOUR, workToMs: toHour * HOUR, homeLegSeconds, point }
}

test("goes by way of the base when there is time", () => {
  expect(joinLegs(aStop(10, 12, 1800), aStop(14, 16, 1800))).toEqual({
    afterSeconds: 1800,
    beforeSeconds: 1800,
  })
})

test("goes directly when there is no time for the base", () => {
  expect(joinLegs(aStop(10, 14, 2400), aStop(14.5, 17, 2400))).toEqual({ afterSeconds: 0, beforeSeconds: 0 })
})

test("refuses two parties that are too far apart", () => {
  expect(joinLegs(aStop(10, 14, 2400), aStop(14.5, 17, 5400, SACRAMENTO))).toBeNull()
})

test("names the rule that keeps a chef from a party", () => {
  const shifts = [{ fromMs: 9 * HOUR, toMs: 22 * HOUR }]
  const aClaim = (kind: ClaimKind, from: number, to: number) => ({
    ...aStop(from, to, 1800),
    kind,
    claimId: kind,
    isParty: kind === "booking",
  })
  const booked = [aClaim("booking", 14, 17)]
  const chef = (part: Partial<ChefTime> = {}): ChefTime => ({
    shifts,
    usualShifts: shifts,
    stops: booked,
    ...part,
  })
  const noon = aStop(10, 12, 1800)
  expect(judgeChef(noon, chef())).toBeNull()
  expect(judgeChef(aStop(7, 10, 1800), chef())).toBe("working-hours")
  expect(judgeChef(noon, chef({ shifts: [] }))).toBe("exception")
  expect(judgeChef(aStop(16, 18, 1800), chef())).toBe("claimed")
  expect(judgeChef(noon, chef({ stops: [aClaim("time_off", 8, 20)] }))).toBe("time-off")
  expect(judgeChef(noon, chef({ stops: [aClaim("external", 11, 13)] }))).toBe("external-busy")
  expect(judgeChef(aStop(17.25, 19, 3600, SACRAMENTO), chef())).toBe("travel-time")
})

test("planned drives never reach into the other stop", () => {
  const stops = fc.record({
    firstHours: fc.double({ min: 1, max: 5, noNaN: true }),
    gapHours: fc.double({ min: 0, max: 8, noNaN: true }),
    homeA: fc.integer({ min: 0, max: 16_000 }),
    homeB: fc.integer({ min: 0, max: 16_000 }),
    isFar: fc.boolean(),
  })
  fc.assert(
    fc.property(stops, ({ firstHours, gapHours, homeA, homeB, isFar }) => {
      const earlier = aStop(0, firstHours, homeA)
      const later = aStop(
        firstHours + gapHours,
        firstHours + gapHours + 3,
        homeB,
        isFar ? SACRAMENTO : OAKLAND,
      )
      const legs = joinLegs(earlier, later)
      if (legs)
        expect(legs.afterSeconds + legs.beforeSeconds).toBeLessThanOrEqual(
          (later.workFromMs - earlier.workToMs) / 1000,
        )
    }),
  )
})

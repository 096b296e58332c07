import fc from "fast-check"
import { expect, test } from "vitest"
import { calibrateConfidence, LEAST_JUDGED } from "./calibrate-confidence.ts"

const aJudged = fc.record({ raw: fc.double({ min: 0, max: 1, noNaN: true }), isRight: fc.boolean() })

test("is the raw figure until enough answers were judged", () => {
  const few = Array.from({ length: LEAST_JUDGED - 1 }, () => ({ raw: 0.9, isRight: false }))
  expect(calibrateConfidence(0.9, few)).toBe(0.9)
})

test("becomes the share of right answers at that raw figure", () => {
  const judged = Array.from({ length: 100 }, (_, index) => ({ raw: 0.8, isRight: index % 4 !== 0 }))
  expect(calibrateConfidence(0.8, judged)).toBeCloseTo(0.75)
})

test("never falls as the raw figure rises, and stays between 0 and 1", () => {
  const property = fc.property(
    fc.array(aJudged, { minLength: LEAST_JUDGED, maxLength: 120 }),
    fc.double({ min: 0, max: 1, noNaN: true }),
    fc.double({ min: 0, max: 1, noNaN: true }),
    (judged, one, other) => {
      const low = calibrateConfidence(Math.min(one, other), judged)
      const high = calibrateConfidence(Math.max(one, other), judged)
      return low >= 0 && high <= 1 && low <= high + 1e-9
    },
  )
  fc.assert(property, { seed: 7 })
})

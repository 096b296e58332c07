import { expect, test } from "vitest"
import { falseHitUpperBound, isOnProbation, mustStop } from "./false-hit-bound.ts"

test("is exact: the rule of three for none, published figures for some", () => {
  expect(falseHitUpperBound(0, 0)).toBe(1)
  expect(falseHitUpperBound(0, 300)).toBeCloseTo(1 - 0.05 ** (1 / 300), 9)
  // One-sided 95 % Clopper–Pearson bounds: 1 of 10 and 5 of 100.
  expect(falseHitUpperBound(1, 10)).toBeCloseTo(0.3942, 4)
  expect(falseHitUpperBound(5, 100)).toBeCloseTo(0.1023, 4)
})

test("leaves probation after 598 right hits in a row", () => {
  expect(isOnProbation(0, 597)).toBe(true)
  expect(isOnProbation(0, 598)).toBe(false)
})

test("stops at the first false hit until the bound can bear it", () => {
  expect(mustStop(0, 5)).toBe(false)
  expect(mustStop(1, 5)).toBe(true)
  expect(mustStop(1, 900)).toBe(true)
  expect(mustStop(1, 1000)).toBe(false)
})

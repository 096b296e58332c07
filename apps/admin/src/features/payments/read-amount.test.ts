import { expect, test } from "vitest"
import { readAmount } from "./read-amount.ts"

test("reads amounts as people type them, to the cent", () => {
  expect(readAmount("1,045.50")).toBe(104_550)
  expect(readAmount("$ 80")).toBe(8000)
  expect(readAmount("0.5")).toBe(50)
  expect(readAmount("19.99")).toBe(1999)
})

test("refuses what could be read in two ways", () => {
  for (const text of ["", "-5", "1.045,50", "10.005", "1,04", "abc", "1e3"])
    expect(readAmount(text)).toBeNull()
})

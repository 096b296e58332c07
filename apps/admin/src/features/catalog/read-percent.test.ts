import { expect, test } from "vitest"
import { readPercent } from "./read-percent.ts"

test.each([
  ["9.25", 925],
  [" 10 % ", 1000],
  ["7.5%", 750],
  ["0", 0],
  ["1.234", null],
  ["-3", null],
  ["ten", null],
])("%s is %s basis points", (text, basisPoints) => {
  expect(readPercent(text)).toBe(basisPoints)
})

import { expect, test } from "vitest"
import { formatRemaining } from "./countdown.tsx"

test("counts hours only while there are some, and never below zero", () => {
  expect(formatRemaining(2 * 3600_000)).toBe("2:00:00")
  expect(formatRemaining(3_599_000)).toBe("59:59")
  expect(formatRemaining(65_000)).toBe("1:05")
  expect(formatRemaining(-1)).toBe("0:00")
})

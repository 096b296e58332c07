import { expect, test } from "vitest"
import { daysOf, stepOf, titleOf } from "./calendar-span.ts"

test("a month has all of its days, also in leap years, and steps from long months to short ones", () => {
  expect(daysOf("month", "2028-02-17")).toEqual({ from: "2028-02-01", to: "2028-02-29" })
  expect(stepOf("month", "2027-01-31", 1)).toBe("2027-02-01")
  expect(stepOf("month", "2027-01-31", -1)).toBe("2026-12-01")
  expect(titleOf("month", "2026-12-12")).toBe("December 2026")
  expect(daysOf("week", "2026-12-13")).toEqual({ from: "2026-12-07", to: "2026-12-13" })
})

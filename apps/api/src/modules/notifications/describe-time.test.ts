import { expect, test } from "vitest"
import { describeTime } from "./describe-time.ts"

test("says the time of the place with its zone, in summer and in winter", () => {
  expect(describeTime("2026-12-13T02:00:00Z", "America/Los_Angeles")).toBe(
    "Saturday, December 12, 2026 at 6:00 PM PST",
  )
  expect(describeTime("2026-07-04T22:00:00Z", "America/New_York")).toBe(
    "Saturday, July 4, 2026 at 6:00 PM EDT",
  )
})

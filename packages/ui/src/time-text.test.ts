import { expect, test } from "vitest"
import { formatInstant } from "./time-text.tsx"

test("writes an instant in the place's zone and names it", () => {
  expect(formatInstant("2026-12-13T02:00:00Z", "America/Los_Angeles", "date-time", true)).toBe(
    "Saturday, December 12, 2026 at 6:00 PM PST",
  )
  expect(formatInstant("2026-07-12T01:00:00Z", "America/Chicago", "time", true)).toBe("8:00 PM CDT")
})

test("leaves the zone out where it is the viewer's own, and with a date alone", () => {
  expect(formatInstant("2026-12-13T02:00:00Z", "America/Los_Angeles", "time", false)).toBe("6:00 PM")
  expect(formatInstant("2026-12-13T02:00:00Z", "America/Los_Angeles", "date", true)).toBe(
    "Saturday, December 12, 2026",
  )
})

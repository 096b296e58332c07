import { expect, test } from "vitest"
import { instantIn } from "./instant-in.ts"

const zone = "America/Los_Angeles"

test("reads a wall time in the place's zone, in winter, in summer and where the clocks change", () => {
  expect(instantIn("2026-12-12", "18:00", zone)).toBe("2026-12-13T02:00:00Z")
  expect(instantIn("2026-07-04", "00:00", zone)).toBe("2026-07-04T07:00:00Z")
  expect(instantIn("2026-11-01", "01:30", zone)).toBe("2026-11-01T08:30:00Z")
  expect(instantIn("2027-03-14", "02:30", zone)).toBe("2027-03-14T10:30:00Z")
})

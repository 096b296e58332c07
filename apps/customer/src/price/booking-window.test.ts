import { Temporal } from "temporal-polyfill"
import { expect, test } from "vitest"
import { bookingWindow, moveDate } from "./booking-window.ts"

test("opens after the lead time, counted at the place of the party", () => {
  const now = Temporal.Instant.from("2026-11-23T04:30:00Z") // still the 22nd in California
  expect(bookingWindow(now, "America/Los_Angeles", { leadHours: 48, bookableDays: 30 })).toEqual({
    first: "2026-11-24",
    last: "2026-12-22",
  })
})

test("moves by days without leaving the window", () => {
  const window = { first: "2026-11-24", last: "2026-12-22" }
  expect(moveDate("2026-11-26", -7, window)).toBe("2026-11-24")
  expect(moveDate("2026-11-26", 7, window)).toBe("2026-12-03")
  expect(moveDate("2026-12-20", 7, window)).toBe("2026-12-22")
})

import { expect, test } from "vitest"
import { addDays, clockIn, dateIn, durationText, hoursOfDay, mondayOf, zoneName } from "./format-time.ts"

const zone = "America/Los_Angeles"

test("reads an instant in the place's zone, not in the viewer's", () => {
  expect(dateIn("2026-12-13T02:00:00Z", zone)).toBe("2026-12-12")
  expect(clockIn("2026-12-13T02:00:00Z", zone)).toBe("6:00 PM")
  expect(zoneName(zone, "2026-12-13T02:00:00Z")).toBe("PST")
  expect(zoneName(zone, "2026-07-13T02:00:00Z")).toBe("PDT")
})

test("places an instant on the day's scale, also past midnight", () => {
  expect(hoursOfDay("2026-12-13T02:30:00Z", "2026-12-12", zone)).toBe(18.5)
  expect(hoursOfDay("2026-12-13T09:00:00Z", "2026-12-12", zone)).toBe(25)
  expect(hoursOfDay("2026-12-12T07:00:00Z", "2026-12-12", zone)).toBe(-1)
})

test("counts days and weeks over months and clock changes", () => {
  expect(addDays("2026-10-31", 2)).toBe("2026-11-02")
  expect(mondayOf("2026-11-01")).toBe("2026-10-26")
  expect(mondayOf("2026-11-02")).toBe("2026-11-02")
})

test("writes durations in the unit that people read", () => {
  expect(durationText(0.44)).toBe("0.4 ms")
  expect(durationText(61.4)).toBe("61 ms")
  expect(durationText(2350)).toBe("2.4 s")
})

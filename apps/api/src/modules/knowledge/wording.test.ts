import { expect, test } from "vitest"
import { Temporal } from "#platform/time.ts"
import {
  clockText,
  countText,
  durationText,
  hoursText,
  listText,
  milesText,
  minutesText,
  moneyText,
  startText,
} from "./wording.ts"

test("writes money in full", () => {
  expect([moneyText(104_500), moneyText(0), moneyText(5)]).toEqual(["$1,045.00", "$0.00", "$0.05"])
})

test("says days for whole days and hours otherwise", () => {
  expect([hoursText(48), hoursText(168), hoursText(1), hoursText(71.5)]).toEqual([
    "48 hours",
    "7 days (168 hours)",
    "1 hour",
    "71.5 hours",
  ])
})

test("writes durations, miles, counts and lists as people do", () => {
  expect([durationText(45), durationText(120), durationText(105)]).toEqual([
    "45 minutes",
    "2 hours",
    "1 hour 45 minutes",
  ])
  expect([minutesText(30), minutesText(90)]).toEqual(["30 minutes", "90 minutes (1 hour 30 minutes)"])
  expect([milesText(3000), milesText(3050), milesText(100)]).toEqual(["30 miles", "30.5 miles", "1 mile"])
  expect([countText(1, "guest"), countText(1200, "guest")]).toEqual(["1 guest", "1,200 guests"])
  expect([listText(["a"]), listText(["a", "b", "c"]), listText(["a", "b"], "or")]).toEqual([
    "a",
    "a, b and c",
    "a or b",
  ])
})

test("gives a start with weekday, year and the zone of the place", () => {
  const start = Temporal.Instant.from("2026-12-13T02:00:00Z")
  expect(startText(start, "America/Los_Angeles")).toBe("Saturday, December 12, 2026 at 6:00 PM PST")
  expect(startText(start, "America/New_York")).toBe("Saturday, December 12, 2026 at 9:00 PM EST")
  expect([clockText("00:15"), clockText("12:00"), clockText("18:00")]).toEqual([
    "12:15 AM",
    "12:00 PM",
    "6:00 PM",
  ])
})

import { expect, test } from "vitest"
import { dayScale, hourTitle, placeOnScale } from "./day-scale.ts"

const zone = "America/New_York"

test("widens the working day for an early or a late party", () => {
  const late = dayScale([{ from: "2026-12-13T01:30:00Z", to: "2026-12-13T06:10:00Z" }], "2026-12-12", zone)
  expect([late.fromHour, late.toHour]).toEqual([9, 26])
  const early = dayScale([{ from: "2026-12-12T11:30:00Z", to: "2026-12-12T15:00:00Z" }], "2026-12-12", zone)
  expect([early.fromHour, early.toHour]).toEqual([6, 24])
})

test("places hours on the scale and keeps what lies outside at its edge", () => {
  const scale = { fromHour: 10, toHour: 20 }
  expect(placeOnScale(15, scale)).toBe(50)
  expect(placeOnScale(8, scale)).toBe(0)
  expect(placeOnScale(25, scale)).toBe(100)
})

test("names hours past midnight by the clock", () => {
  expect([9, 12, 24, 25].map(hourTitle)).toEqual(["9 AM", "12 PM", "12 AM", "1 AM"])
})

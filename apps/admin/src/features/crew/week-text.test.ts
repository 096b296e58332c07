import { expect, test } from "vitest"
import { weekText } from "./week-text.ts"

const day = (weekday: number, from = "10:00", to = "23:30") => ({ weekday, from, to })

test("joins days in a row that have the same hours", () => {
  expect(weekText([day(5), day(4), day(6, "09:00", "01:00"), day(7, "09:00", "01:00")])).toBe(
    "Thu–Fri 10:00–23:30, Sat–Sun 9:00–1:00",
  )
})

test("keeps days apart that are not neighbours", () => {
  expect(weekText([day(1), day(3)])).toBe("Mon 10:00–23:30, Wed 10:00–23:30")
  expect(weekText([])).toBe("no working hours")
})

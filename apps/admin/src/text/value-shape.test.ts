import { expect, test } from "vitest"
import { costText, readableNumber } from "./readable-number.ts"
import { isEmpty, withoutDefaults } from "./value-shape.ts"

test("leaves out what only repeats a default", () => {
  const slots = {
    guests: { adults: 22, children: 0, ages: [] },
    isSameDate: false,
    place: { city: "Oakland" },
    diets: [],
  }
  expect(withoutDefaults(slots)).toEqual({ guests: { adults: 22 }, place: { city: "Oakland" } })
})

test("knows an object of nothing from one with a zero", () => {
  expect(isEmpty({ a: null, b: [], c: { d: "" } })).toBe(true)
  expect(isEmpty({ a: 0 })).toBe(false)
  expect(isEmpty(false)).toBe(false)
})

test("reads a number by its name", () => {
  expect(readableNumber(125_500, "totalCents")).toBe("$1,255.00")
  expect(readableNumber(2648, "milesHundredths")).toBe("26.48 miles")
  expect(readableNumber(63.17, "ms")).toBe("63.2 ms")
  expect(readableNumber(22, "items")).toBe("22")
})

test("shows a cost below a cent instead of rounding it away", () => {
  expect(costText(12_455)).toBe("$0.01")
  expect(costText(455)).toBe("$0.0005")
  expect(costText(0)).toBe("$0.00")
})

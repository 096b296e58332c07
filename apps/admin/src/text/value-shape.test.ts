import { expect, test } from "vitest"
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

import { expect, test } from "vitest"
import { findPlace } from "./find-place.ts"

test.each([
  ["Do you come to Paris, France?", "Paris, France"],
  ["A party in Toronto, Canada for 20", "Toronto, Canada"],
  ["20 people in Mexico", "Mexico"],
])("a foreign country stays with its town: %s", (text, place) => {
  expect(findPlace(text, false).place?.text).toBe(place)
})

test.each([
  ["How much for 12 adults in Paris, TX?", "Paris, TX"],
  ["We are in Lebanon, TN", "Lebanon, TN"],
  ["14 adults in Oakland", "Oakland"],
])("a town here is not taken for a country: %s", (text, place) => {
  expect(findPlace(text, false).place?.text).toBe(place)
})

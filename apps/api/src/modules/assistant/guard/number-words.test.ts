import { expect, test } from "vitest"
import { digitsForWords } from "./number-words.ts"

test.each([
  ["the kids are five and six", "the kids are 5 and 6"],
  ["fourteen fifteen", "14 15"],
  ["twenty one and thirty", "21 and 30"],
  ["a hundred and six", "106"],
  ["two thousand one hundred and ten", "2110"],
  ["two dozen", "24"],
  ["half a dozen", "6"],
  ["one of us", "one of us"],
])("reads numbers in words, each by itself: %s", (words, digits) => {
  expect(digitsForWords(words)).toBe(digits)
})

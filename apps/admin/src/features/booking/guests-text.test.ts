import { expect, test } from "vitest"
import { guestsText } from "./guests-text.ts"

test("names only the age bands that have guests, one guest in the singular", () => {
  expect(guestsText({ adults: 14, children: 2, littleOnes: 1 })).toBe("14 adults, 2 children, 1 little one")
  expect(guestsText({ adults: 1, children: 1, littleOnes: 0 })).toBe("1 adult, 1 child")
  expect(guestsText({ adults: 0, children: 0, littleOnes: 0 })).toBe("No guests")
})

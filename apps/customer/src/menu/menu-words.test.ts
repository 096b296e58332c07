import { expect, test } from "vitest"
import { allergenText, removableAllergens, toggledMenuAddress } from "./menu-words.ts"

test("says allergens as people do", () => {
  expect(allergenText("tree_nuts")).toBe("tree nuts")
})

test("names what goes away with the butter", () => {
  expect(
    removableAllergens({ allergens: ["dairy", "shellfish"], allergensOnRequest: ["shellfish"] }),
  ).toEqual(["dairy"])
})

test("keeps the filter in the address", () => {
  expect(toggledMenuAddress([], "egg")).toBe("/menu?without=egg")
  expect(toggledMenuAddress(["egg"], "soy")).toBe("/menu?without=egg,soy")
  expect(toggledMenuAddress(["egg"], "egg")).toBe("/menu")
})

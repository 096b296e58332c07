import type { MenuItem } from "@myhibachi/contract/catalog"
import type { PartyGuest } from "@myhibachi/contract/party-guests"
import { expect, test } from "vitest"
import { arrangeSafely, differencesOf } from "./safe-plate.ts"

const butter = {
  id: "butter",
  name: "butter",
  origin: "animal_product" as const,
  allergens: ["dairy" as const],
  isRemovable: true,
}
const egg = {
  id: "egg",
  name: "egg",
  origin: "animal_product" as const,
  allergens: ["egg" as const],
  isRemovable: false,
}

function anItem(sku: string, ingredients: MenuItem["ingredients"]): MenuItem {
  return {
    sku,
    name: sku,
    kind: "side",
    description: "",
    ingredients,
    allergens: ingredients.flatMap((part) => part.allergens),
    allergensOnRequest: ingredients.filter((part) => !part.isRemovable).flatMap((part) => part.allergens),
    isVegetarian: false,
    isVegan: false,
    isVeganOnRequest: false,
    price: null,
    unit: "included",
  }
}

const list = {
  proteins: [anItem("chicken", [butter]), anItem("omelette", [egg])],
  sides: [anItem("rice", [egg])],
}
const guest: PartyGuest = {
  name: "Mia",
  band: "adult",
  choices: [
    { sku: "chicken", leaveOut: [] },
    { sku: "omelette", leaveOut: [] },
  ],
  allergens: ["egg", "dairy"],
  isSevere: false,
  sides: [],
  note: "",
}

test("leaves out what can be left out, and does not serve what cannot be made safe", () => {
  const arranged = arrangeSafely(guest, list)
  expect(arranged.choices).toEqual([{ sku: "chicken", leaveOut: ["butter"] }])
  expect(differencesOf(arranged, list)).toEqual(["chicken without butter", "no rice"])
})

test("a guest without allergies gets every dish as it is", () => {
  const arranged = arrangeSafely({ ...guest, allergens: [] }, list)
  expect(arranged).toEqual({ ...guest, allergens: [] })
  expect(differencesOf(arranged, list)).toEqual([])
})

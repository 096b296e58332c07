import type { Allergen, MenuItemKind, PriceUnit } from "@myhibachi/contract/catalog"
import type { LineClass } from "@myhibachi/contract/tax"

export const allergenTitle: Record<Allergen, string> = {
  gluten: "Gluten",
  soy: "Soy",
  egg: "Egg",
  fish: "Fish",
  shellfish: "Shellfish",
  sesame: "Sesame",
  dairy: "Dairy",
  tree_nuts: "Tree nuts",
  peanuts: "Peanuts",
  mustard: "Mustard",
  alcohol: "Alcohol",
}

export const itemKindTitle: Record<MenuItemKind, string> = {
  protein: "Proteins",
  premium_protein: "Premium proteins",
  add_on: "Add-ons",
  side: "Comes with every guest",
  sauce: "Sauces",
  drink: "Drinks",
}

export const unitTitle: Record<PriceUnit, string> = {
  per_guest: "a guest",
  per_protein: "a protein",
  per_order: "an order",
  per_party: "a party",
  included: "included",
}

export const weekdayTitles = [
  "Monday",
  "Tuesday",
  "Wednesday",
  "Thursday",
  "Friday",
  "Saturday",
  "Sunday",
] as const

/** @returns `Mon, Tue` of ISO weekdays, 1 is Monday. */
export function weekdayNames(weekdays: readonly number[]): string {
  return weekdays
    .toSorted()
    .map((day) => weekdayTitles[day - 1]?.slice(0, 3))
    .join(", ")
}

export const lineClassTitle: Record<LineClass, string> = {
  food: "Food",
  travel: "Travel",
  service_charge: "Service charge",
  fee: "Fees",
}

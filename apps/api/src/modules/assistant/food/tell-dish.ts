import type { MenuItem } from "@myhibachi/contract/catalog"
import { listText, lower, moneyText } from "#modules/knowledge/index.ts"
import { containsText, isMany, names, partsText } from "./dish-words.ts"
import type { FoodQuestion } from "./food-question.ts"

/** What a dish is made of, and which allergens that brings. */
export function tellParts(item: MenuItem): string {
  return `${item.name} ${isMany(item) ? "are" : "is"} made with ${partsText(item)}.${containsText(item)}`
}

export function tellPreparation(item: MenuItem): string {
  const leaves = item.ingredients.filter(({ isRemovable }) => isRemovable).map(({ name }) => name)
  const cooked =
    leaves.length > 0 ? ` It is cooked in ${listText(leaves)} unless you ask to leave that out.` : ""
  return `${item.name}: ${item.description}${cooked}`
}

export function tellInclusion(item: MenuItem): string {
  const dish = lower(item.name)
  switch (item.kind) {
    case "protein":
      return `Yes, ${dish} ${isMany(item) ? "are" : "is"} one of the proteins to choose from, at no extra charge.`
    case "premium_protein":
      return `${item.name} is an upgrade${item.price ? ` at +${moneyText(item.price.amount)}` : ""} for each protein.`
    case "add_on":
      return `No, ${dish} ${isMany(item) ? "are" : "is"} an add-on${item.price ? ` at +${moneyText(item.price.amount)} per order` : ""}.`
    case "side":
    case "sauce":
      return `Yes, ${dish} ${isMany(item) ? "come" : "comes"} with every plate as a ${item.kind}, at no extra charge.`
    case "drink":
      return `${item.name} is included, for guests who are old enough.`
    default:
      return item.kind satisfies never
  }
}

/** What we do not have, and what was named beside it that we do. */
export function tellForeign({ foreign, items }: FoodQuestion): string {
  const rest = items.length > 0 ? `; there ${items.length > 1 ? "are" : "is"} ${names(items)}` : ""
  return `We do not have ${listText(foreign, "or")} on our menu${rest}.`
}

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

/** What we do not have, and what of the same kind, or named beside it, we do. */
export function tellForeign({ foreign, items }: FoodQuestion, menu: readonly MenuItem[]): string {
  const kinds = foreign.map((word) => word.split(" ").at(-1)?.replace(/s$/, "") ?? word)
  const alike = menu.filter(
    (item) => item.kind !== "add_on" && kinds.some((kind) => item.name.toLowerCase().includes(kind)),
  )
  const near = [...new Set([...items, ...alike])]
  const [only] = near
  const rest =
    near.length > 1
      ? `; there are ${names(near)}`
      : only
        ? `; there is ${lower(only.name)}, made with ${partsText(only)}`
        : ""
  return `We do not have ${listText(foreign, "or")} on our menu${rest}.`
}

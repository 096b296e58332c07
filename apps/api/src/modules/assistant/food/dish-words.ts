import type { Allergen, MenuItem } from "@myhibachi/contract/catalog"
import { listText, lower, moneyText } from "#modules/knowledge/index.ts"
import type { FoodQuestion } from "./food-question.ts"
import { ALLERGEN_WORDS, type Need } from "./needs.ts"

/** Dishes by whether they hold what is asked after. */
export interface Sorted {
  /** Dishes that hold it whatever is asked. */
  holders: MenuItem[]
  /** Dishes that hold it only in what the chef leaves out on request. */
  onRequest: MenuItem[]
  free: MenuItem[]
}

export function sort(items: readonly MenuItem[], { breaks }: Need): Sorted {
  const bad = (item: MenuItem) => item.ingredients.filter(breaks)
  return {
    holders: items.filter((item) => bad(item).some(({ isRemovable }) => !isRemovable)),
    onRequest: items.filter(
      (item) => bad(item).length > 0 && bad(item).every(({ isRemovable }) => isRemovable),
    ),
    free: items.filter((item) => bad(item).length === 0),
  }
}

export const names = (items: readonly Pick<MenuItem, "name">[], word = "and") =>
  listText(
    items.map(({ name }) => lower(name)),
    word,
  )
export const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

/** "Extra fried rice" beside fried rice says nothing new. */
export function withoutRepeats(items: readonly MenuItem[]): MenuItem[] {
  const key = (item: MenuItem) => item.ingredients.map(({ id }) => id).join()
  return items.filter((item) => {
    const same = items.filter((other) => key(other) === key(item))
    return item.kind !== "add_on" || same.every((other) => other === item || other.kind === "add_on")
  })
}

/** @returns the ingredients that hold it, in words; empty when the ingredient is what was asked after. */
export function sourcesOf(item: MenuItem, need: Need): string {
  const parts = item.ingredients.filter(need.breaks).map(({ name }) => plainName(name))
  const other = [...new Set(parts)].filter((name) => name !== need.word && !isNamedAfter(item, name))
  return other.length > 0 && other.length === parts.length ? listText(other) : ""
}

/** Scallops are made of scallops. */
export function isNamedAfter(item: MenuItem, ingredient: string): boolean {
  const last = plainName(ingredient).toLowerCase().split(" ").at(-1) ?? ingredient
  return item.name.toLowerCase().includes(last)
}

export const isMany = ({ name }: MenuItem) => /^(?!side of).*[^s]s$|^gyoza/i.test(name)
export const contain = (item: MenuItem) => (isMany(item) ? "contain" : "contains")

export const plainName = (name: string) => name.replace(/ \(.*\)/, "")

export function removable(items: readonly MenuItem[], need: Need): string {
  const parts = items
    .flatMap((item) => item.ingredients.filter(need.breaks))
    .map(({ name }) => plainName(name))
  return listText([...new Set(parts)])
}

export function pricedName(item: MenuItem, { isPriced }: FoodQuestion): string {
  const isProtein = item.kind === "protein" || item.kind === "premium_protein"
  if (!isPriced || (!isProtein && !item.price)) return lower(item.name)
  return `${lower(item.name)} (${item.price ? `+${moneyText(item.price.amount)}` : "included"})`
}

export function partsText(item: MenuItem): string {
  return listText(
    item.ingredients.map(({ name, isRemovable }) =>
      isRemovable ? `${name} (unless you ask to leave it out)` : name,
    ),
  )
}

const allergenText = (allergens: readonly Allergen[]) =>
  listText(allergens.map((each) => ALLERGEN_WORDS[each]))

export function containsText(item: MenuItem): string {
  return item.allergens.length > 0
    ? ` It contains ${allergenText(item.allergens)}.`
    : " None of the allergens we list is in it."
}

/** @returns `there is no egg`, `there are no nuts`. */
export function thereIsNo(word: string): string {
  return `there ${/[^s]s$/.test(word) ? "are" : "is"} no ${word}`
}

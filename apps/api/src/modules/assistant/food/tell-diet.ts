import type { MenuItem } from "@myhibachi/contract/catalog"
import { listText, lower } from "#modules/knowledge/index.ts"
import {
  capital,
  isMany,
  isNamedAfter,
  names,
  plainName,
  pricedName,
  removable,
  sort,
  withoutRepeats,
} from "./dish-words.ts"
import type { FoodQuestion } from "./food-question.ts"
import type { Need } from "./needs.ts"

/** "Is the fried rice vegan?" */
export function dietOf({ items }: FoodQuestion, need: Need): string[] {
  const { holders, onRequest, free } = sort(items, need)
  const isOne = items.length === 1
  const be = (some: readonly MenuItem[]) => (some.length > 1 || some.every(isMany) ? "are" : "is")
  const begin = (some: readonly MenuItem[], yes: string) =>
    isOne ? `${yes} ${names(some)}` : capital(names(some))
  return [
    ...[...Map.groupBy(holders, (item) => breakersOf(item, need))].map(([because, some]) => {
      const they = some.length > 1 || some.every(isMany)
      const reason = because ? `: ${they ? "they contain" : "it contains"} ${because}` : ""
      return `${begin(some, "No,")} ${they ? "are" : "is"} not ${need.word}${reason}.`
    }),
    ...(onRequest.length > 0
      ? [
          `${begin(onRequest, "Yes, when you ask for it:")} ${be(onRequest)} ${need.word} once the chef leaves out the ${removable(onRequest, need)}.`,
        ]
      : []),
    ...(free.length > 0 ? [`${begin(free, "Yes,")} ${be(free)} ${need.word}.`] : []),
  ]
}

/** What keeps a dish from suiting a diet; nothing when the dish is named after it. */
function breakersOf(item: MenuItem, need: Need): string {
  const parts = item.ingredients.filter((part) => need.breaks(part) && !part.isRemovable)
  const isNamed = parts.some(({ name }) => isNamedAfter(item, name))
  return isNamed ? "" : listText(parts.map(({ name }) => plainName(name)))
}

/** Everything of the menu, or of the kinds that were named, that suits the diet, and what does not. */
export function dietOnMenu(question: FoodQuestion, need: Need, menu: readonly MenuItem[]): string[] {
  const items = question.items.length > 0 ? question.items : withoutRepeats(menu)
  const { holders, onRequest, free } = sort(items, need)
  const eaten = free.filter(({ kind }) => kind !== "drink").map((item) => pricedName(item, question))
  const reasons = holders.map((item) => {
    const because = breakersOf(item, need)
    return `${lower(item.name)}${because ? ` (${because})` : ""}`
  })
  const asked =
    onRequest.length > 0
      ? `${names(onRequest)} when the chef leaves out the ${removable(onRequest, need)}`
      : ""
  const yes = `${capital(need.word)}: ${[listText(eaten), asked].filter(Boolean).join("; and ")}.`
  const no = holders.length > 0 ? [`Not ${need.word}: ${listText(reasons)}.`] : []
  return question.wanted === "holders" ? [...no, yes] : [yes, ...no]
}

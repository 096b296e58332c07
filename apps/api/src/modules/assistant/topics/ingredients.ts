import { listText, lower } from "#modules/knowledge/index.ts"
import { menuItemsTool } from "../tools/business-tools.ts"
import type { Turn } from "../turn/turn.ts"

/** Which items have an ingredient that was named in the message. @returns whether one was named. */
export function ingredientFacts(turn: Turn, ask: string): boolean {
  const { items } = turn.business.menu
  const names = new Set(items.flatMap((item) => item.ingredients.map((ingredient) => ingredient.name)))
  const dishes = new Set(items.map((item) => item.name.toLowerCase()))
  const named = [...names].filter((name) => !dishes.has(name) && isNamed(turn.text, name)).slice(0, 3)
  for (const name of named) turn.book.addFromTool(ask, menuItemsTool.name, holdersOf(turn, name))
  return named.length > 0
}

function isNamed(text: string, ingredient: string): boolean {
  return ingredient
    .split(/\W+/)
    .some((word) => word.length > 3 && new RegExp(`\\b${word}s?\\b`, "i").test(text))
}

function holdersOf(turn: Turn, ingredient: string): string {
  const holders = turn.business.menu.items.filter((item) =>
    item.ingredients.some(({ name }) => name === ingredient),
  )
  const isRemovable = holders.every((item) =>
    item.ingredients.some(({ name, isRemovable }) => name === ingredient && isRemovable),
  )
  const hint = isRemovable ? "; the chef leaves it out if you ask" : ""
  const word = `${ingredient.charAt(0).toUpperCase()}${ingredient.slice(1)}`
  return `${word} is in: ${listText(holders.map((item) => lower(item.name)))}${hint}.`
}

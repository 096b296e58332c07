import type { Ask } from "#modules/understanding/index.ts"
import type { FoodQuestion } from "./food-question.ts"

/** What would stand beside the proteins. */
const BESIDE =
  /\b(?:rice|noodles?|soups?|bread|desserts?|ice ?-?cream|mochi|cakes?|cheesecakes?|fruit|cookies?|corn|potatoes|fries|cheese|pasta|pizzas?)\b/i

/** @returns the ask under which a question about food is answered. */
export function askOfFood({ wanted, needs, items, foreign }: FoodQuestion): Ask {
  switch (wanted) {
    case "served":
      return foreign.every((word) => BESIDE.test(word)) ? "menu.included" : "menu.proteins"
    case "included":
      return items.every(({ kind }) => kind === "drink") ? "menu.drinks" : "menu.included"
    case "free":
      return needs.every(({ kind }) => kind === "diet") ? "menu.vegetarian" : "allergen.safe_options"
    case "holders":
    case "parts":
    case "without":
    case "preparation":
      return "allergen.contains"
    default:
      return wanted satisfies never
  }
}

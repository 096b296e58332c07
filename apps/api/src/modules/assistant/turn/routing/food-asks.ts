import type { Ask } from "#modules/understanding/index.ts"
import { askOfFood } from "../../food/ask-of-food.ts"
import type { RoutedTalk } from "./rule.ts"

/** What words of food seem to ask when nobody knows what is wanted of the dish. */
const VAGUE: ReadonlySet<Ask> = new Set<Ask>([
  "menu.proteins",
  "menu.included",
  "menu.recommendation",
  "menu.double_protein",
  "menu.vegetarian",
  "menu.drinks",
  "price.addons",
  "price.upgrades",
  "price.third_protein",
  "allergen.contains",
  "allergen.safe_options",
  "chef.brings",
  "host.provides",
  "emotional.support",
  "mine.choices",
  "space.requirements",
  "unknown.topic",
])
/** A guess about words that the menu has read gives way below it. */
const SURE = 0.8
const MONEY = /\bhow (?:much|many)\b|\b(?:cost|price|pay|charge|extra|add)\w*\b|\$/i

/** @returns the asks with those that are read from the food itself first; vague ones about the same words give way. */
export function withFoodAsks({ food, understanding }: RoutedTalk, asks: Iterable<Ask>): Set<Ask> {
  if (food.questions.length === 0) return new Set(asks)
  const read = food.questions.map(askOfFood)
  const rest = [...asks].filter((ask) => {
    if (ask === "unknown.topic") return false
    const own = understanding.asks.filter((entry) => entry.ask === ask)
    const isSameWords = own.every(({ clause }) =>
      food.questions.some((each) => isWithin(clause, each.clause)),
    )
    if (own.length === 0 || !isSameWords || own.some(({ clause }) => MONEY.test(clause))) return true
    const isGuess = own.every(({ source, confidence }) => source !== "pattern" && confidence < SURE)
    return !VAGUE.has(ask) && !isGuess
  })
  return new Set([...read, ...rest])
}

function isWithin(clause: string, question: string): boolean {
  const [one, other] = [clause.trim(), question.trim()]
  return one.includes(other) || other.includes(one)
}

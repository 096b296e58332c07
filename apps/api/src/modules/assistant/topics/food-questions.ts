import type { Ask } from "#modules/understanding/index.ts"
import { askOfFood } from "../food/ask-of-food.ts"
import type { FoodQuestion } from "../food/food-question.ts"
import { tellFood } from "../food/tell-food.ts"
import { menuItemsTool } from "../tools/business-tools.ts"
import type { Turn } from "../turn/turn.ts"
import { nameAsOpen } from "./open-parts.ts"
import { addPassages } from "./passages.ts"

const NUTS: readonly string[] = ["tree_nuts", "peanuts"]
const IS_ALLERGY = /\ballerg|\bintoleran|\bc(?:o)?eliac|\bsensitiv|\breact/i

/** Answers the questions about food that this ask stands for from the menu of the day. @returns whether there were any. */
export async function answerFood(turn: Turn, ask: Ask | string): Promise<boolean> {
  const questions = turn.food.questions.filter((question) => askOfFood(question) === ask)
  if (questions.length === 0) return false
  const result = await turn.tools.call(menuItemsTool, {})
  if (!result.ok) return false
  for (const question of questions) {
    const { sentences, open } = tellFood(question, result.output)
    for (const sentence of sentences) turn.book.addFromTool(ask, menuItemsTool.name, sentence)
    for (const part of open) nameAsOpen(turn, part)
    addNotices(turn, ask, question)
  }
  return true
}

/** Questions about food whose ask gave way to others are answered all the same. */
export async function answerFoodLeft(turn: Turn): Promise<void> {
  if (turn.outcome.handOver.length > 0 || turn.understanding.mustEscalate.length > 0) return
  for (const ask of new Set(turn.food.questions.map(askOfFood)))
    if (turn.book.ofTopic(ask).length === 0) await answerFood(turn, ask)
  await tellAvoided(turn)
}

/** "Is there fish sauce in it? My aunt can't have fish": what is told of a guest besides the question counts too. */
async function tellAvoided(turn: Turn): Promise<void> {
  const { questions, avoided } = turn.food
  const asked = new Set(questions.flatMap(({ needs }) => needs.map(({ word }) => word)))
  const needs = avoided.filter(({ word, allergens }) => allergens.length > 0 && !asked.has(word))
  const [question] = questions
  if (!question || needs.length === 0) return
  const result = await turn.tools.call(menuItemsTool, {})
  if (!result.ok) return
  const open = { ...question, items: [], except: [], foreign: [], needs, wanted: "free" as const }
  for (const sentence of tellFood(open, result.output).sentences)
    turn.book.addFromTool("allergen.safe_options", menuItemsTool.name, sentence)
}

/** What is true of the kitchen whatever the recipes say. */
function addNotices(turn: Turn, ask: string, { needs, items, wanted }: FoodQuestion): void {
  const allergens = needs.flatMap((need) => need.allergens)
  const isForGuest = IS_ALLERGY.test(turn.text) || (wanted === "free" && items.length === 0)
  if (allergens.some((allergen) => NUTS.includes(allergen))) addPassages(turn, ask, "allergen.nuts")
  if (allergens.length > 0 && isForGuest) addPassages(turn, ask, "allergen.cross_contact")
  if (wanted === "included" && items.some(({ kind }) => kind === "drink"))
    addPassages(turn, ask, "menu.drinks")
}

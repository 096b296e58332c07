import type { Allergen, MenuItem } from "@myhibachi/contract/catalog"
import { listText, lower } from "#modules/knowledge/index.ts"
import { findAllergenWords, withoutDeniedIllness } from "#modules/understanding/index.ts"
import { ALLERGEN_WORDS } from "../food/needs.ts"
import { allergensOfTool, menuItemsTool, safeItemsTool } from "../tools/business-tools.ts"
import { skuOf } from "../turn/party-request.ts"
import type { Gather, Turn } from "../turn/turn.ts"
import { answerFood } from "./food-questions.ts"
import { ingredientFacts } from "./ingredients.ts"
import { itemPrices } from "./item-prices.ts"
import { addPassages } from "./passages.ts"

/** Items that the ask is about: those of its own clause when the message has several. */
function namedIn(turn: Turn, ask: string): MenuItem[] {
  const clause = turn.understanding.asks.find((each) => each.ask === ask)?.clause ?? turn.text
  const items = named(turn)
  if (/\b(anything|any (?:of|dish|item|sauce))\b/i.test(clause) && allergensMeant(turn).length > 0) return []
  if (EVERY_DISH.test(clause) && allergensMeant(turn).length > 0) return []
  const inClause = items.filter((item) => firstWord(item).test(clause))
  if (inClause.length > 0) return inClause
  return /\b(anything|any of|which|what)\b/i.test(clause) && allergensMeant(turn).length > 0 ? [] : items
}

/** Asks for all that have something in them, not about the dishes that happen to be named. */
const EVERY_DISH =
  /\b(?:which|what|all|list|every)\b.{0,20}\b(?:dish(?:es)?|items?|foods?|things?|meals?|plates?|menu)\b/i

function firstWord(item: MenuItem): RegExp {
  const words = item.name.toLowerCase().match(/[a-z]{4,}/g) ?? [item.name]
  return new RegExp(`\\b(?:${words.join("|")})`, "i")
}

function named(turn: Turn): MenuItem[] {
  const skus = new Set(turn.newSlots.items.map((slot) => skuOf(slot.item)))
  if (skus.has("sauces"))
    for (const sauce of turn.business.menu.items.filter((item) => item.kind === "sauce")) skus.add(sauce.sku)
  return turn.business.menu.items.filter((item) => skus.has(item.sku))
}

function allergensMeant(turn: Turn): Allergen[] {
  const declared = turn.newSlots.allergies.map((slot) => slot.allergen)
  const known = [...declared, ...turn.newSlots.allergensNamed, ...findAllergenWords(turn.text)]
  return [
    ...new Set(
      known.length > 0
        ? known
        : [...turn.slots.allergies.map((slot) => slot.allergen), ...turn.slots.allergensNamed],
    ),
  ]
}

/** Which allergens an item has, or which items have an allergen. */
export const allergenContains: Gather = async (turn, ask) => {
  // What the menu was read for is answered under its own ask; guesses beside it would only repeat it.
  if ((await answerFood(turn, ask)) || turn.food.questions.length > 0) return requirePersonWhenSevere(turn)
  const items = namedIn(turn, ask)
  const allergens = allergensMeant(turn)
  for (const item of items) {
    await turn.tools.call(allergensOfTool, { sku: item.sku })
    for (const sentence of itemSentences(item, allergens))
      turn.book.addFromTool(ask, allergensOfTool.name, sentence)
  }
  if (items.length === 0) for (const allergen of allergens) holders(turn, ask, allergen)
  if (items.length === 0 && allergens.length === 0) ingredientFacts(turn, ask)
  // What is asked of the dish is not known: besides what it is made of, what it costs is the likeliest.
  if (items.length > 0 && allergens.length === 0) await itemPrices(turn, "price.upgrades")
  if (FREE_OF.test(turn.text) && allergens.length > 0) await allergenSafe(turn, ask)
  nutFacts(turn, ask, allergens)
}

const FREE_OF = /\b(free of|free from|without|safe|can (?:she|he|they|i|we) (?:eat|have))\b/i

function itemSentences(item: MenuItem, allergens: Allergen[]): string[] {
  const made = item.ingredients.map((ingredient) => ingredient.name)
  const first =
    item.allergens.length > 0
      ? ` It contains ${listText(item.allergens.map(wordsOf))}.`
      : " None of the allergens we list is in it."
  const sentences = [`${item.name} is made with ${listText(made)}.${first}`]
  for (const allergen of allergens) sentences.push(allergenVerdict(item, allergen))
  return sentences
}

function allergenVerdict(item: MenuItem, allergen: Allergen): string {
  const word = wordsOf(allergen)
  if (!item.allergens.includes(allergen)) return `No ${word} is among the ingredients of ${lower(item.name)}.`
  const removable = item.ingredients.filter(
    (ingredient) => ingredient.isRemovable && ingredient.allergens.includes(allergen),
  )
  if (item.allergensOnRequest.includes(allergen) || removable.length === 0)
    return `Yes, ${lower(item.name)} contains ${word}.`
  return `${item.name} contains ${word} from the ${listText(removable.map((ingredient) => ingredient.name))}, which the chef leaves out if you ask.`
}

function holders(turn: Turn, ask: string, allergen: Allergen): void {
  const items = turn.business.menu.items.filter((item) => item.allergens.includes(allergen))
  const word = wordsOf(allergen)
  const opening = `${capital(word)} is in: `
  // Another part of the answer may have listed them already.
  if (turn.book.all().some(({ sentence }) => sentence.startsWith(opening))) return
  const told =
    items.length === 0
      ? `No recipe of ours has ${word} in it.`
      : `${opening}${listText(items.map((item) => lower(item.name)))}.`
  turn.book.addFromTool(ask, menuItemsTool.name, told)
}

function nutFacts(turn: Turn, ask: string, allergens: Allergen[]): void {
  if (allergens.includes("tree_nuts") || allergens.includes("peanuts"))
    addPassages(turn, ask, "allergen.nuts")
}

const ASKS_TO_OMIT =
  /\b(?:can|could|will|would)\b.{0,40}\b(?:without|leave|skip|hold|omit|no|oil|instead|replace|sub(?:stitute)?)\b/i

/** What a guest with these allergens can eat. */
export const allergenSafe: Gather = async (turn, ask) => {
  // What the menu was read for is answered under its own ask; guesses beside it would only repeat it.
  if ((await answerFood(turn, ask)) || turn.food.questions.length > 0) return requirePersonWhenSevere(turn)
  const allergens = allergensMeant(turn)
  if (allergens.length === 0 && turn.newSlots.diets.length > 0) return dietFacts(turn, ask)
  if (allergens.length === 0 && ingredientFacts(turn, ask)) return
  if (allergens.length === 0) {
    addPassages(turn, ask, "allergen.cross_contact")
    requirePersonWhenSevere(turn)
    return
  }
  for (const item of named(turn)) {
    for (const allergen of allergens)
      turn.book.addFromTool(ask, allergensOfTool.name, allergenVerdict(item, allergen))
  }
  const result = await turn.tools.call(safeItemsTool, { allergens })
  if (!result.ok) return
  const words = listText(allergens.map(wordsOf), "or")
  const free = result.output.filter(({ item }) => item.kind !== "drink")
  const plain = free.filter(({ leaveOut }) => leaveOut.length === 0).map(({ item }) => lower(item.name))
  const asked = free.filter(({ leaveOut }) => leaveOut.length > 0).map(({ item }) => lower(item.name))
  const left = [...new Set(free.flatMap(({ leaveOut }) => leaveOut))]
  if (left.length > 0 && ASKS_TO_OMIT.test(turn.text))
    turn.book.addFromTool(ask, safeItemsTool.name, `Yes, the chef can leave out the ${listText(left)}.`)
  if (plain.length > 0)
    turn.book.addFromTool(
      ask,
      safeItemsTool.name,
      `Without ${words} among the ingredients: ${listText(plain)}.`,
    )
  if (asked.length > 0)
    turn.book.addFromTool(
      ask,
      safeItemsTool.name,
      `Without ${words} when the chef leaves out the ${listText(left)}: ${listText(asked)}.`,
    )
  for (const allergen of allergens) holders(turn, ask, allergen)
  nutFacts(turn, ask, allergens)
  addPassages(turn, ask, "allergen.cross_contact")
  requirePersonWhenSevere(turn)
}

/** What the shared grill means; a severe allergy goes to a person. */
export const crossContact: Gather = async (turn, ask) => {
  for (const item of named(turn)) {
    for (const sentence of itemSentences(item, [])) turn.book.addFromTool(ask, allergensOfTool.name, sentence)
  }
  for (const allergen of allergensMeant(turn)) holders(turn, ask, allergen)
  nutFacts(turn, ask, allergensMeant(turn))
  addPassages(turn, ask, "allergen.cross_contact")
  requirePersonWhenSevere(turn)
}

const SEVERE =
  /\b(severe(?:ly)?|anaphyla\w*|epi-?pens?|life[- ]threatening|deadly|c(?:o)?eliac|celiacs?|coeliacs?|cross[- ]?contact|cross[- ]?contamination|airborne|trace(?:s)? amounts?)\b/i

function requirePersonWhenSevere(turn: Turn): void {
  if (!SEVERE.test(withoutDeniedIllness(turn.text)) && !turn.newSlots.allergies.some((slot) => slot.isSevere))
    return
  turn.outcome.handOver.push("severe allergy, coeliac disease or cross-contact")
}

/** What vegetarians, vegans and others can eat. */
export const dietFacts: Gather = async (turn, ask) => {
  const isAnswered = await answerFood(turn, ask)
  if (isAnswered && turn.food.questions.every(({ items }) => items.length > 0)) return
  const diets = new Set(turn.newSlots.diets.map((slot) => slot.diet))
  if (diets.has("pescatarian")) return pescatarian(turn, ask)
  addPassages(turn, ask, "menu.vegetarian")
  if (turn.food.questions.length === 0 && (diets.has("vegan") || /\bvegans?\b/i.test(turn.text))) {
    const items = turn.business.menu.items.filter((item) => item.isVegan || item.isVeganOnRequest)
    const plain = items
      .filter((item) => item.isVegan && item.kind !== "drink")
      .map((item) => lower(item.name))
    const asked = items.filter((item) => !item.isVegan).map((item) => lower(item.name))
    turn.book.addFromTool(
      ask,
      menuItemsTool.name,
      `Vegan: ${listText(plain)}; and ${listText(asked)} when cooked without butter.`,
    )
  }
}

function pescatarian(turn: Turn, ask: string): void {
  const items = turn.business.menu.items.filter((item) =>
    item.allergens.some((allergen) => allergen === "fish" || allergen === "shellfish"),
  )
  turn.book.addFromTool(
    ask,
    menuItemsTool.name,
    `Fish and seafood: ${listText(items.map((item) => lower(item.name)))}; besides tofu and vegetables.`,
  )
}

/** What comes with every plate, and whether what was named does. */
export const included: Gather = async (turn, ask) => {
  const isAnswered = await answerFood(turn, ask)
  if (isAnswered && turn.food.questions.every(({ wanted }) => wanted !== "served")) return
  addPassages(turn, ask, "menu.included")
}

/** What goes well for this party. */
export const recommendation: Gather = async (turn, ask) => {
  addPassages(turn, ask, "menu.proteins")
  addPassages(turn, ask, "menu.included")
  const kids = (turn.slots.guests?.children ?? 0) + (turn.slots.guests?.littleOnes ?? 0)
  if (kids > 0 || /\bkids?|child/i.test(turn.text))
    turn.book.addFromTool(
      ask,
      menuItemsTool.name,
      "For children chicken and steak with fried rice are easy choices.",
      "detail",
    )
}

function wordsOf(allergen: Allergen): string {
  return ALLERGEN_WORDS[allergen]
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

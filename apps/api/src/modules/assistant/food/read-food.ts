import type { Menu, MenuItem } from "@myhibachi/contract/catalog"
import { isQuestionLike } from "#modules/understanding/index.ts"
import { type DishWord, findDishes } from "./dishes.ts"
import type { Clause, ClauseReading, FoodFocus, FoodQuestion, FoodReading, Wanted } from "./food-question.ts"
import {
  AGAINST,
  ASKS,
  AVOIDS,
  CLAUSE_END,
  CONFIRMS,
  EVERYWHERE,
  EXCEPT,
  GOES_ON,
  INCLUDES,
  INVERTS,
  KNOWN_PARTS,
  LACKS,
  LIKES,
  MONEY,
  MONEY_OR_PARTY,
  NAMES_ONLY,
  OFFERED,
  PARTS,
  PARTY,
  PREPARES,
  REQUESTS,
  SAFE,
  SHARES,
  SHOW,
  WITHOUT,
} from "./food-words.ts"
import { findForeignDishes } from "./foreign-dishes.ts"
import {
  type Found,
  findNeeds,
  type Need,
  type NeedWords,
  needOfAllergens,
  needOfDish,
  needWordsOf,
  uniqueNeeds,
} from "./needs.ts"
import { nextFocus, withFocus } from "./point-back.ts"

/** Reads what a message asks about ingredients, allergens, diets and cooking; the menu of the day gives the words. */
export function readFood(text: string, menu: Menu, before: FoodFocus | null): FoodReading {
  const words = needWordsOf(menu)
  const questions: FoodQuestion[] = []
  const avoided: Need[] = []
  let focus = before
  for (const clause of text.replace(SHOW, " ").split(CLAUSE_END)) {
    if (!/\p{L}/u.test(clause)) continue
    const read = readClause(clause, words, focus, MONEY.test(text))
    avoided.push(...read.avoided)
    if (read.question) questions.push(read.question)
    focus = nextFocus(focus, read)
  }
  return { questions, avoided, focus }
}

function readClause(
  clause: string,
  words: NeedWords,
  focus: FoodFocus | null,
  isPriced: boolean,
): ClauseReading {
  const { menu } = words
  const found = findNeeds(clause, words)
  const foreign = findForeignDishes(
    blank(
      clause,
      found.filter(({ value }) => value.isForeign),
    ),
    menu,
  )
  const bare = blank(foreign.reduce(withoutWord, clause), found)
  const dishes = findDishes(bare, menu)
  const isTold = !isQuestionLike(clause) && !ASKS.test(clause) && !LIKES.test(clause)
  const doesAvoid = AVOIDS.test(clause)
  const inFood = doesAvoid ? avoidedDishes(clause, dishes) : dishesInside(clause, dishes)
  const needs = uniqueNeeds([
    ...found.filter(({ start }) => !TOLERATED.test(clause.slice(0, start))).map(({ value }) => value),
    ...inFood.map(({ value }) => needOfDishes(value)),
  ])
  const about = dishes.filter((each) => !inFood.includes(each) && !NOT_YET.test(clause.slice(0, each.start)))
  const exceptAt = EXCEPT.exec(clause)?.index ?? Number.POSITIVE_INFINITY
  const isExcepted = ({ start }: Found<DishWord>) => start > exceptAt && start < exceptAt + 45
  const except = itemsOf(about.filter(isExcepted))
  const named = about.filter(({ value }) => !value.isKind || value.word === "sauces")
  // "Are vegetables a protein or a side?" asks of the vegetables alone.
  const isOfNamed = (INCLUDES.test(clause) || PARTS.test(clause)) && named.length > 0
  const meant = isOfNamed ? named : about
  const items = itemsOf(meant.filter((each) => !isExcepted(each)))
  const isChoice = about.some(({ value }) => value.isKind) || /\bwhich (?:of|one)\b|\bor\b/i.test(clause)
  const avoided = doesAvoid || isTold ? needs : []
  const read = { clause, needs, avoided, items: [...items, ...except] }
  const question = questionOf({
    clause,
    menu,
    needs,
    items,
    except,
    isChoice,
    doesAvoid,
    isPriced,
    foreign,
    words,
    focus,
  })
  return { ...read, question }
}

/** "She is fine with shellfish." */
const TOLERATED =
  /\b(?:fine|ok(?:ay)?|good|cool|no (?:problem|issue)s?) with(?: \w+)? ?$|(?<!\b(?:never|not|n'?t|no one|nobody|who) )\b(?:only|just|still|does|do) (?:eats?|has|have|takes?|likes?)(?: only| just)? ?$/i

/** The length stays, so that places in the text stay true. */
function withoutWord(text: string, word: string): string {
  const start = text.toLowerCase().indexOf(word)
  return start < 0 ? text : text.slice(0, start) + " ".repeat(word.length) + text.slice(start + word.length)
}

/** "Before any sauce goes on" asks of what is without it; "fish, not shrimp" sets it aside. */
const NOT_YET = /\b(?:before|without|no|not|minus)(?: any| the| your| adding)* ?$/i

const itemsOf = (dishes: readonly Found<DishWord>[]): MenuItem[] => [
  ...new Set(dishes.flatMap(({ value }) => value.items)),
]

function blank(text: string, found: readonly { start: number; end: number }[]): string {
  return found.reduce(
    (rest, { start, end }) => rest.slice(0, start) + " ".repeat(end - start) + rest.slice(end),
    text,
  )
}

function needOfDishes({ items, word }: DishWord): Need {
  const [first] = items
  if (items.length === 1 && first) return needOfDish(first)
  const all = items.map(needOfDish)
  return { ...needOfAllergens([], word), breaks: (part) => all.some((need) => need.breaks(part)) }
}

const AVOIDED_BEFORE =
  /\b(?:allerg\w* to|can(?:'?t|not) (?:have|eat|do|stand)|(?:doesn'?t|don'?t|does not|do not|won'?t|never) (?:really )?(?:eat|like|do|touch|want)|hates?|avoids?|intolerant to|no)(?: the| any| eating)*(?: [\w-]+,?(?: and| or)?){0,3} ?$/i

/** "Allergic to shrimp": what is not eaten is no dish that is asked about. */
function avoidedDishes(clause: string, dishes: readonly Found<DishWord>[]): Found<DishWord>[] {
  return dishes.filter(
    ({ start, end }) =>
      AVOIDED_BEFORE.test(clause.slice(Math.max(0, start - 45), start)) ||
      /^[ -](?:allerg|intoleran|sensitiv)/i.test(clause.slice(end)),
  )
}

/** "Is there chicken in the rice?": what may be inside another dish. */
function dishesInside(clause: string, dishes: readonly Found<DishWord>[]): Found<DishWord>[] {
  const [first, second] = dishes
  if (!first || !second || first.value.isKind) return []
  const between = clause.slice(first.end, second.start)
  const isInside =
    /\b(?:is|are) there (?:any )?$/i.test(clause.slice(0, first.start)) && /\bin\b/i.test(between)
  return isInside ? [first] : []
}

function questionOf(read: Clause): FoodQuestion | null {
  const { clause, except, isChoice } = read
  if (!isAsking(read)) return null
  const { items, needs, isRepeated } = withFocus(read)
  const wanted = isRepeated && read.focus ? read.focus.wanted : wantedOf(read, needs)
  const { isPriced, foreign } = read
  const question = { clause, except, isChoice, items, needs, foreign, wanted, isPriced }
  if (foreign.length > 0) return { ...question, wanted: "served" }
  // Nobody wants the recipes of nine proteins; "what do we pick of the proteins?" asks for the choice.
  if (wanted === "parts" && items.length > MOST_RECIPES) return null
  if (wanted === "included" && (!isQuestionLike(clause) || BESIDE_IT.test(clause))) return null
  if (wanted === "parts" || wanted === "preparation" || wanted === "included")
    return items.length > 0 ? question : null
  if (needs.length === 0) return null
  // "Alcohol-free drinks" are not looked for in the sake.
  if (items.length > 0 && items.every(({ kind }) => kind === "drink")) return null
  if (
    /\b(?:pay|cheaper|charge)\b/i.test(clause) &&
    items.length === 0 &&
    needs.every(({ kind }) => kind === "part")
  )
    return null
  const isListed = needs.some(({ kind }) => kind === "diet") && items.length !== 1 && !PARTY.test(clause)
  if (
    MONEY_OR_PARTY.test(clause) &&
    !isListed &&
    !/\b(?:contain|free of|[- ]free|made with|safe)/i.test(clause)
  )
    return null
  const isEverywhere = EVERYWHERE.test(clause) || except.length > 0
  return isEverywhere ? { ...question, items: [] } : question
}

const MOST_RECIPES = 5
/** "What comes with the steak?" asks for the sides. */
const BESIDE_IT = /\bwhat\b.{0,15}\b(?:comes?|included?|get) with\b/i

/** Asked in words, or told in a fragment that goes on with what was asked. */
function isAsking({ clause, focus, items, needs }: Clause): boolean {
  if (isQuestionLike(clause) || ASKS.test(clause)) return true
  if (WITHOUT.test(clause) && REQUESTS.test(clause) && needs.length > 0) return true
  const count = clause.split(/\s+/).length
  // "Sesame in the ginger sauce, y/n": a dish with an ingredient and nothing told about either.
  if (items.length > 0 && needs.length > 0 && count <= 9 && !AVOIDS.test(clause)) return true
  const isShort = count <= 6
  const isPart = GOES_ON.test(clause) || (needs.length > 0 && /\bnot\b/i.test(clause))
  return focus !== null && isShort && items.length + needs.length > 0 && isPart
}

function wantedOf({ clause, items, doesAvoid, isChoice }: Clause, needs: readonly Need[]): Wanted {
  const isNamed = items.length > 0
  if (CONFIRMS.test(clause) && needs.length > 0) return "holders"
  if (INVERTS.test(clause) && needs.length > 0) return "free"
  if (isNamed && /\bwhat\b/i.test(clause) && KNOWN_PARTS.test(clause)) return "parts"
  if (needs.length === 0) {
    if (PARTS.test(clause) || KNOWN_PARTS.test(clause) || (NAMES_ONLY.test(clause) && !isChoice))
      return "parts"
    if (PREPARES.test(clause) && !SHARES.test(clause)) return "preparation"
    if (INCLUDES.test(clause)) return "included"
    // "Which sauce is the creamy one?" is told by what the menu says of them.
    return isChoice && isNamed && items.every(({ kind }) => kind === "sauce") ? "preparation" : "holders"
  }
  if (WITHOUT.test(clause) && REQUESTS.test(clause) && !/\bwhich\b/i.test(clause)) return "without"
  if (AGAINST.test(clause) && !isNamed) return "holders"
  if (LACKS.test(clause) && /\b(?:which|what|any)\b/i.test(clause)) return "free"
  if (/[- ]free\b|\bfree (?:of|from)\b/i.test(clause)) return "free"
  if (/\bcontains?\b|\bha(?:s|ve)\b.{0,30}\bin\b|\bin (?:it|them)\b|\bingredients?\b/i.test(clause))
    return "holders"
  if (needs.some(({ kind }) => kind === "diet")) return "free"
  if (OFFERED.test(clause) && !doesAvoid) return "holders"
  if (SAFE.test(clause) || doesAvoid) return "free"
  return "holders"
}

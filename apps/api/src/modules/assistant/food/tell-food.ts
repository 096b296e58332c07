import type { MenuItem } from "@myhibachi/contract/catalog"
import { listText, lower } from "#modules/knowledge/index.ts"
import {
  capital,
  contain,
  containsText,
  isMany,
  names,
  partsText,
  pricedName,
  removable,
  sort,
  sourcesOf,
  thereIsNo,
  withoutRepeats,
} from "./dish-words.ts"
import type { FoodQuestion } from "./food-question.ts"
import type { Need } from "./needs.ts"
import { dietOf, dietOnMenu } from "./tell-diet.ts"
import { tellForeign, tellInclusion, tellParts, tellPreparation } from "./tell-dish.ts"

/** Sentences that answer, and what only a person can say. */
export interface FoodAnswer {
  sentences: string[]
  /** What the recipes do not speak of, in words; empty when they say it all. */
  open: string[]
}

/** More dishes than these are told as a list. */
const MOST_VERDICTS = 4

/** @returns what the menu of the day answers. */
export function tellFood(question: FoodQuestion, menu: readonly MenuItem[]): FoodAnswer {
  switch (question.wanted) {
    case "served":
      return { sentences: [tellForeign(question, menu)], open: [] }
    case "parts":
      return { sentences: question.items.map(tellParts), open: [] }
    case "preparation":
      return { sentences: question.items.map(tellPreparation), open: [] }
    case "included":
      return { sentences: question.items.map(tellInclusion), open: [] }
    case "without":
      return joined(distinct(question, menu).map((need) => tellWithout(question, need, menu)))
    case "holders":
    case "free":
      if (question.needs.length === 0) return { sentences: question.items.map(tellParts), open: [] }
      return withAllTogether(
        joined(distinct(question, menu).map((need) => tellNeed(question, need, menu))),
        question,
        menu,
      )
    default:
      return question.wanted satisfies never
  }
}

/** "Cooked in butter, he can't do dairy": of two words for the same ingredients the wider one is answered. */
function distinct({ needs }: FoodQuestion, menu: readonly MenuItem[]): Need[] {
  const partsOf = (need: Need) =>
    menu
      .flatMap((item) => item.ingredients.filter(need.breaks).map(({ id }) => id))
      .sort()
      .join()
  return needs.filter(
    (need, at) =>
      need.isForeign ||
      partsOf(need) === "" ||
      needs.findLastIndex((other) => partsOf(other) === partsOf(need)) === at,
  )
}

/** "Neither fish nor egg": after each of them, what is left when all are left out. */
function withAllTogether(answer: FoodAnswer, question: FoodQuestion, menu: readonly MenuItem[]): FoodAnswer {
  const { needs, items, wanted } = question
  if (wanted !== "free" || needs.length < 2 || items.length === 1) return answer
  const isGood = (item: MenuItem) =>
    !item.ingredients.some((part) => needs.some(({ breaks }) => breaks(part)))
  const left = (items.length > 0 ? items : withoutRepeats(menu)).filter(
    (item) => item.kind !== "drink" && isGood(item),
  )
  if (left.length === 0) return answer
  return { ...answer, sentences: [`Suits all of that as it is: ${names(left)}.`, ...answer.sentences] }
}

const joined = (answers: readonly FoodAnswer[]): FoodAnswer => ({
  sentences: [...new Set(answers.flatMap(({ sentences }) => sentences))],
  open: [...new Set(answers.flatMap(({ open }) => open))],
})

function tellNeed(question: FoodQuestion, need: Need, menu: readonly MenuItem[]): FoodAnswer {
  const open = need.isForeign ? [need.word] : []
  const isMenu = question.items.length === 0
  const [only, ...more] = question.items
  if (need.kind === "diet") {
    const isList = isMenu || question.items.length > MOST_VERDICTS
    return { sentences: isList ? dietOnMenu(question, need, menu) : dietOf(question, need), open }
  }
  if (isMenu) return { sentences: onMenu(question, need, menu), open }
  if (only && more.length === 0) return { sentences: verdict(only, need, question), open }
  return { sentences: verdicts(question, need), open }
}

/** Whether one dish has it in it: the answer first, then what it is made of. */
function verdict(item: MenuItem, need: Need, { wanted }: FoodQuestion): string[] {
  const { holders, onRequest } = sort([item], need)
  const dish = lower(item.name)
  const source = sourcesOf(item, need)
  const isFreeAsked = wanted === "free"
  const from = source ? `, from the ${source}` : ""
  if (holders.length > 0)
    return [`${isFreeAsked ? "No" : "Yes"}, ${dish} ${contain(item)} ${need.word}${from}.`]
  if (onRequest.length > 0)
    return [
      isFreeAsked
        ? `Yes, if you ask: when the chef leaves out the ${removable(onRequest, need)}, ${dish} is made without ${need.word}.`
        : `Yes, ${dish} ${contain(item)} ${need.word}${from}, which the chef leaves out if you ask.`,
    ]
  return [
    `${wanted === "holders" ? `No, ${thereIsNo(need.word)}` : capital(thereIsNo(need.word))} among the ingredients of ${dish}, which ${isMany(item) ? "are" : "is"} made with ${partsText(item)}.${containsText(item)}`,
  ]
}

/** Which of several dishes have it, and which do not; those with the same source together. */
function verdicts(question: FoodQuestion, need: Need): string[] {
  const { holders, onRequest, free } = sort(question.items, need)
  const bySource = Map.groupBy(holders, (item) => sourcesOf(item, need))
  const label = (items: readonly MenuItem[], word?: string) =>
    listText(
      items.map((item) => pricedName(item, question)),
      word,
    )
  return [
    ...[...bySource].map(([source, items]) => {
      const verb = items.length > 1 || items.every(isMany) ? "contain" : "contains"
      return `${capital(label(items))} ${verb} ${need.word}${source ? `, from the ${source}` : ""}.`
    }),
    ...(onRequest.length > 0
      ? [
          removable(onRequest, need) === need.word
            ? `${capital(label(onRequest))}: cooked in ${need.word}, which the chef leaves out if you ask.`
            : `${capital(label(onRequest))}: ${need.word} only in the ${removable(onRequest, need)}, which the chef leaves out if you ask.`,
        ]
      : []),
    ...(free.length > 0
      ? [`${capital(thereIsNo(need.word))} among the ingredients of ${label(free, "or")}.`]
      : []),
  ]
}

/** Everything on the menu that has it, or that is free of it. */
function onMenu(question: FoodQuestion, need: Need, menu: readonly MenuItem[]): string[] {
  const { holders, onRequest, free } = sort(withoutRepeats(menu), need)
  const rest = holders.filter((item) => !question.except.includes(item))
  const told = holdersText(rest, onRequest, need, question)
  if (question.wanted !== "free" || need.isForeign) return told
  const eaten = listText(
    free.filter(({ kind }) => kind !== "drink").map((item) => pricedName(item, question)),
  )
  const asked =
    onRequest.length > 0
      ? `; and without the ${removable(onRequest, need)}, if you ask: ${names(onRequest)}`
      : ""
  return [
    `Without ${need.word} among the ingredients: ${eaten}${asked}.`,
    ...(holders.length > 0 ? told : []),
  ]
}

function holdersText(
  holders: readonly MenuItem[],
  onRequest: readonly MenuItem[],
  need: Need,
  question: FoodQuestion,
): string[] {
  const { except } = question
  const known = except.length > 0 ? `Besides ${names(except)}: ` : ""
  const word = capital(need.word)
  if (holders.length + onRequest.length === 0)
    return [
      known
        ? `No, apart from ${names(except)} no recipe of ours has ${need.word} in it.`
        : `No recipe of ours has ${need.word} in it.`,
    ]
  if (holders.every(({ kind }) => kind === "drink") && onRequest.length === 0)
    return [
      `No dish of ours has ${need.word} among its ingredients; only ${names(holders)} does, which is a drink.`,
    ]
  const only = holders.length + onRequest.length + except.length === 1 ? "only " : ""
  const from = new Set(holders.map((item) => sourcesOf(item, need)))
  const source = from.size === 1 && [...from][0] ? ` (${[...from][0]})` : ""
  return [
    ...(holders.length > 0
      ? [
          `${known}${known ? need.word : word} is ${only}in: ${listText(holders.map((item) => pricedName(item, question)))}${source}.`,
        ]
      : []),
    ...(onRequest.length > 0
      ? [
          `${word} is ${removable(onRequest, need) === need.word ? "used for" : `in the ${removable(onRequest, need)} of`} ${names(onRequest)}, which the chef leaves out if you ask.`,
        ]
      : []),
  ]
}

/** What the chef can leave out, and what belongs to the recipe. */
function tellWithout(question: FoodQuestion, need: Need, menu: readonly MenuItem[]): FoodAnswer {
  if (need.kind === "diet") return tellNeed(question, need, menu)
  const items = question.items.length > 0 ? question.items : withoutRepeats(menu)
  const { holders, onRequest, free } = sort(items, need)
  const parts = removable(onRequest, need)
  const sentences =
    onRequest.length > 0 ? [`Yes, the chef leaves the ${parts} out of ${names(onRequest)} if you ask.`] : []
  const fixed = question.items.length > 0 || onRequest.length === 0 ? holders : []
  if (fixed.length > 0 && fixed.length <= 4)
    sentences.push(
      ...fixed.map(
        (item) =>
          `${capital(lower(item.name))} ${isMany(item) ? "are" : "is"} made with ${partsText(item)}, so ${need.word} belongs to the recipe.`,
      ),
    )
  else if (holders.length > 0)
    sentences.push(`${capital(need.word)} belongs to the recipe of ${names(holders)}.`)
  if (question.items.length > 0 && free.length > 0 && holders.length === 0)
    sentences.push(`${capital(thereIsNo(need.word))} among the ingredients of ${names(free, "or")} anyway.`)
  if (question.items.length === 0 && holders.length + onRequest.length === 0)
    sentences.push(`No recipe of ours has ${need.word} in it.`)
  const open = fixed.length > 0 ? [`${names(fixed)} without ${need.word}`] : need.isForeign ? [need.word] : []
  return { sentences, open }
}

import { listText, lower, moneyText } from "#modules/knowledge/index.ts"
import { digitsForWords } from "../guard/number-words.ts"
import { priceListTool } from "../tools/business-tools.ts"
import { skuOf } from "../turn/party-request.ts"
import type { Gather, Turn } from "../turn/turn.ts"
import { tellBudget } from "./budget-guests.ts"
import { addPassages } from "./passages.ts"

const AGES =
  /\b(\d{1,2})(?:(?:,| and| or|,? &)\s*(\d{1,2}))*[- ]?(?:year|yr)s?[- ]?olds?\b|\b(?:is|are|be|aged?|just turned|he'?s|she'?s|twins?|(?:son|daughter|nephew|niece|grand\w+|boy|girl|cousin|brother|sister|kid|one)'s)\s+\d{1,2}(?:(?:,? and|,? or|,? &|,)\s*\d{1,2})*\b(?!\s*(?:guests|people|adults|miles|of|%|pm|am|hours|days|kids|children))|(?<=olds? )(?:and |, ?|& )an? (\d{1,2})\b/gi
/** "Do vegetarians pay less?" */
export const CHEAPER =
  /\b(?:pay|pays|costs?|charged?|price|bill)\b.{0,25}\b(?:less|cheaper|lower|reduced|the same|as much|full)\b|\bcheaper\b|\bfull (?:adult )?price\b|\bmoney off\b|\b(?:does|do|will|can)(?:n'?t| not) (?:eat|touch|want)\b/i
const MOST = /\b(?:the most|at most|max(?:imum)?|priciest|dearest|most expensive)\b/i
const KIDS = /\b(?:kids|children|kiddos|youngsters)\b/i
const NAMES_ADULTS = /\b(?:adults?|grown-?ups?|teen\w*|age)\b/i
const TURNS = /\bturn(?:s|ing)?\s+(\d{1,2})\b/i

/** What somebody of a stated age pays; the age on the day of the party counts. */
export const priceByAge: Gather = async (turn, ask) => {
  if (ask === "price.per_adult") await tellBudget(turn, ask)
  if (ask === "price.per_adult" && MOST.test(turn.text)) tellMost(turn, ask)
  if (CHEAPER.test(turn.text) && agesIn(turn).length === 0) addPassages(turn, ask, "price.same")
  const isAdultAsked = ask === "price.per_adult" && /\badults?\b|\bgrown/i.test(turn.text)
  if (
    isAdultAsked ||
    (agesIn(turn).length === 0 && ask !== "price.little_ones" && NAMES_ADULTS.test(turn.text))
  )
    addPassages(turn, ask, "price.per_adult")
  const areAgesOpen = agesIn(turn).length === 0
  if (areAgesOpen && (ask === "price.per_child" || KIDS.test(turn.text)))
    addPassages(turn, ask, "price.per_child")
  if (areAgesOpen && ask === "price.little_ones") addPassages(turn, ask, "price.little_ones")
  for (const age of agesIn(turn)) {
    turn.book.addFromTool(ask, priceListTool.name, ageSentence(turn, age))
    tellWithUpgrades(turn, ask, age)
  }
  const { childFromAge } = turn.business.parameters.guests
  if (agesIn(turn).some((age) => age < childFromAge)) addPassages(turn, ask, "price.little_ones")
}

/** "What is the most that somebody can cost?": the dearest protein each time. */
function tellMost(turn: Turn, ask: string): void {
  const { prices } = turn.business.priceBook
  const { proteinsPerGuest } = turn.business.parameters.guests
  const dearest = prices
    .filter(({ unit }) => unit === "per_protein")
    .sort((one, other) => other.amount.amount - one.amount.amount)[0]
  const adult = prices.find(({ sku }) => sku === "adult")?.amount.amount
  if (!dearest || adult === undefined) return
  const sum = adult + proteinsPerGuest * dearest.amount.amount
  turn.book.addFromTool(
    ask,
    priceListTool.name,
    `At most that is ${moneyText(sum)} for one adult: ${moneyText(adult)} and ${proteinsPerGuest} × ${moneyText(dearest.amount.amount)} for ${lower(dearest.name)}, before add-ons and tax.`,
  )
}

/** "She is nine and wants lobster": the price of one guest with what they choose; an adult's when no age is known. */
export function tellWithUpgrades(turn: Turn, ask: string, age = Number.POSITIVE_INFINITY): void {
  const { adultFromAge, childFromAge } = turn.business.parameters.guests
  if (age < childFromAge) return
  const skus = new Set(turn.newSlots.items.map(({ item }) => skuOf(item)))
  const priceOf = (sku: string) => turn.business.priceBook.prices.find((each) => each.sku === sku)
  const upgrades = turn.business.priceBook.prices.filter(
    ({ sku, unit, amount }) => skus.has(sku) && unit === "per_protein" && amount.amount > 0,
  )
  const base = priceOf(age >= adultFromAge ? "adult" : "child")?.amount.amount
  if (upgrades.length === 0 || base === undefined) return
  const sum = upgrades.reduce((total, { amount }) => total + amount.amount, base)
  const added = upgrades.map(({ name, amount }) => `${moneyText(amount.amount)} for ${lower(name)}`)
  turn.book.addFromTool(
    ask,
    priceListTool.name,
    `${age >= adultFromAge ? "For one adult with" : "For one child with"} ${listText(upgrades.map(({ name }) => lower(name)))} among the proteins that is ${moneyText(base)} plus ${listText(added)} = ${moneyText(sum)}, before tax.`,
  )
}

const POINTS_BACK = /\b(?:them|they|each|both|either|neither|which|who|he|she|the two|those|these)\b/i

/** @returns the ages that the message names, or that it points back to ("which of them is free?"), ascending. */
export function agesIn(turn: Turn): number[] {
  const own = agesNamed(turn.text, turn.newSlots)
  const { understanding } = turn.memory
  if (own.length > 0 || !understanding || !POINTS_BACK.test(turn.text)) return own
  return agesNamed(understanding.plain, understanding.slots)
}

function agesNamed(said: string, slots: Turn["slots"]): number[] {
  const text = digitsForWords(said)
  const turning = TURNS.exec(text)
  if (turning) return [Number(turning[1])]
  const ages = [...text.matchAll(AGES)].flatMap((match) => (match[0].match(/\d{1,2}/g) ?? []).map(Number))
  return [...new Set([...ages, ...(slots.guests?.ages ?? [])])]
    .filter((age) => age < 100)
    .sort((a, b) => a - b)
}

/** @returns in which band somebody of this age counts, and the price. */
export function ageSentence(turn: Turn, age: number): string {
  const { adultFromAge, childFromAge } = turn.business.parameters.guests
  const price = (sku: string) =>
    moneyText(turn.business.priceBook.prices.find((each) => each.sku === sku)?.amount.amount ?? 0)
  const who = `Somebody who is ${age} on the day of the party`
  if (age >= adultFromAge) return `${who} counts as an adult (${adultFromAge} and older): ${price("adult")}.`
  if (age >= childFromAge)
    return `${who} counts as a child (${childFromAge} to ${adultFromAge - 1}): ${price("child")}.`
  return `${who} is a little one (${childFromAge - 1} and under) and eats free.`
}

import { countText, listText, lower, moneyText } from "#modules/knowledge/index.ts"
import { findMentions, type Item } from "#modules/understanding/index.ts"
import { menuItemsTool, priceListTool } from "../tools/business-tools.ts"
import { skuOf } from "../turn/party-request.ts"
import type { Gather, Turn } from "../turn/turn.ts"
import { answerFood } from "./food-questions.ts"
import { addPassages } from "./passages.ts"
import { tellPieces } from "./pieces.ts"
import { ageSentence, agesIn, tellWithUpgrades } from "./price-by-age.ts"

const ONE_PERSON =
  /\b(?:for|per|each|by) (?:just |only )?(?:one|1|a|an|a single|each)? ?(?:person|guest|adult|head|grown-?up)\b|\bfor (?:myself|me alone|just me)\b/i

/** The prices of the items that were named, or all of the kind. */
export const itemPrices: Gather = async (turn, ask) => {
  const named = turn.newSlots.items.map((slot) => slot.item)
  const meant = named.length > 0 && !isAboutKind(turn, ask) ? named : itemMeant(turn)
  const skus = meant.map(skuOf)
  const thirdIsAsked = ask === "price.third_protein"
  if (/\b(?:both|together|one of each)\b/i.test(turn.text)) pairNamed(turn, ask)
  for (const price of turn.business.priceBook.prices) {
    if (!skus.includes(price.sku) || (thirdIsAsked && price.sku === "third-protein")) continue
    if (price.amount.amount === 0 && ask === "price.upgrades") {
      turn.book.addFromTool(
        ask,
        priceListTool.name,
        `${price.name} is one of the included proteins, at no extra charge.`,
      )
    } else if (price.amount.amount > 0) {
      turn.book.addFromTool(
        ask,
        priceListTool.name,
        price.unit === "per_order"
          ? `${price.name}: an add-on at +${moneyText(price.amount.amount)} per order.`
          : `${price.name}: a premium protein at +${moneyText(price.amount.amount)} each.`,
      )
    }
  }
  sumOfCounts(turn, ask)
  if (ONE_PERSON.test(turn.text) && ask === "price.upgrades") tellWithUpgrades(turn, ask)
  if (thirdIsAsked) thirdProtein(turn, ask)
}

const KIND = /\b(?:ones|options|proteins|meats|cuts|choices|dishes|stuff|things)\b/i

/** "Is chicken the basic? What are the high end options?": the question is about the kind, not about what is named before. */
function isAboutKind({ understanding }: Turn, ask: string): boolean {
  return understanding.asks.some(
    ({ ask: read, clause }) => read === ask && KIND.test(clause) && findMentions(clause).length === 0,
  )
}

function sumOfCounts(turn: Turn, ask: string): void {
  tellPieces(turn, ask)
  together(turn, ask)
  ordersOf(turn, ask)
  sumTogether(turn, ask)
  for (const slot of turn.newSlots.items) {
    const price = turn.business.priceBook.prices.find((each) => each.sku === skuOf(slot.item))
    if (!price || price.amount.amount === 0 || typeof slot.count !== "number" || slot.count < 2) continue
    if (slot.item === "third_protein" && turn.newSlots.thirdProteins.some(({ item }) => item)) continue
    turn.book.addFromTool(
      ask,
      priceListTool.name,
      `${slot.count} × ${lower(price.name)} at ${moneyText(price.amount.amount)} = ${moneyText(slot.count * price.amount.amount)}.`,
    )
  }
}

/** "3 lobster and 2 salmon": what all that was counted adds up to. */
function sumTogether(turn: Turn, ask: string): void {
  const counted = turn.newSlots.items.flatMap(({ item, count }) => {
    const price = turn.business.priceBook.prices.find((each) => each.sku === skuOf(item))
    const isPriced = price && price.amount.amount > 0 && item !== "third_protein" && typeof count === "number"
    return isPriced ? [{ words: `${count} × ${lower(price.name)}`, cents: count * price.amount.amount }] : []
  })
  if (counted.length < 2) return
  const sum = counted.reduce((total, { cents }) => total + cents, 0)
  turn.book.addFromTool(
    ask,
    priceListTool.name,
    `${listText(counted.map(({ words }) => words))} are ${moneyText(sum)} together.`,
  )
}

/** "Filet and lobster together". */
function together(turn: Turn, ask: string): void {
  const skus = new Set(turn.newSlots.items.map((slot) => skuOf(slot.item)))
  const priced = turn.business.priceBook.prices.filter(
    (price) => skus.has(price.sku) && price.amount.amount > 0 && price.sku !== "third-protein",
  )
  if (priced.length < 2 || !/\b(together|both|and)\b/i.test(turn.text)) return
  const sum = priced.reduce((total, price) => total + price.amount.amount, 0)
  turn.book.addFromTool(
    ask,
    priceListTool.name,
    `One each of ${listText(priced.map((price) => lower(price.name)))} is +${moneyText(sum)} together.`,
    "detail",
  )
}

/** "Extra rice, 3 orders". */
function ordersOf(turn: Turn, ask: string): void {
  const count = Number(/\b(\d{1,3}) orders?\b/i.exec(turn.text)?.[1] ?? 0)
  const [slot] = turn.newSlots.items
  const price = turn.business.priceBook.prices.find((each) => slot && each.sku === skuOf(slot.item))
  if (count < 2 || turn.newSlots.items.length !== 1 || slot?.count || !price || price.amount.amount === 0)
    return
  turn.book.addFromTool(
    ask,
    priceListTool.name,
    `${count} × ${lower(price.name)} at ${moneyText(price.amount.amount)} = ${moneyText(count * price.amount.amount)}.`,
  )
}

function thirdProtein(turn: Turn, ask: string): void {
  addPassages(turn, ask, "price.third_protein")
  const third = turn.business.priceBook.prices.find((each) => each.sku === "third-protein")
  const named = [
    ...turn.newSlots.thirdProteins.flatMap((slot) => (slot.item ? [slot.item] : [])),
    ...turn.newSlots.items.map((slot) => slot.item).filter((item) => item !== "third_protein"),
  ]
  const items = named.length > 0 ? named : itemMeant(turn)
  for (const item of new Set(items)) {
    const count = turn.newSlots.thirdProteins.find((slot) => slot.item === item)?.count
    const price = turn.business.priceBook.prices.find((each) => each.sku === skuOf(item))
    if (!third || !price || price.sku === "third-protein" || price.unit !== "per_protein") continue
    const sum = third.amount.amount + price.amount.amount
    const upgrade =
      price.amount.amount === 0 ? "no upgrade" : `its upgrade of ${moneyText(price.amount.amount)}`
    turn.book.addFromTool(
      ask,
      priceListTool.name,
      `${price.name} as a third protein is ${moneyText(sum)}: ${moneyText(third.amount.amount)} plus ${upgrade}.`,
    )
    if (typeof count === "number" && count > 1)
      turn.book.addFromTool(
        ask,
        priceListTool.name,
        `For ${count} guests that is ${count} × ${moneyText(sum)} = ${moneyText(count * sum)}.`,
      )
  }
}

const POINTS_TO_ITEM =
  /\b(?:it|that|one|those|them)\b|^\W*(?:(?:is (?:it|that)|ok|and|so)[\s,]+)*(?:per|each|by the) \w+\b/i

/** "Can I have it as my third?" means the dish of before. */
function itemMeant({ text, memory }: Turn): Item[] {
  const item = memory.understanding?.lastItem
  return item && POINTS_TO_ITEM.test(text) ? [item] : []
}

/** The proteins, the prices of those that were named, and a plain no to what we do not have. */
export const proteins: Gather = async (turn, ask) => {
  await answerFood(turn, ask)
  if (turn.newSlots.items.length > 0) await itemPrices(turn, "price.upgrades")
  pairNamed(turn, ask)
  addPassages(turn, ask, "menu.proteins")
}

/** "Can I get steak and shrimp?": two that are on the menu, so yes. */
function pairNamed(turn: Turn, ask: string): void {
  const { proteinsPerGuest } = turn.business.parameters.guests
  const skus = new Set(turn.newSlots.items.map((slot) => skuOf(slot.item)))
  const named = turn.business.priceBook.prices.filter(
    (price) => skus.has(price.sku) && price.unit === "per_protein" && price.sku !== "third-protein",
  )
  if (named.length < 2 || named.length > proteinsPerGuest) return
  turn.book.addFromTool(
    ask,
    menuItemsTool.name,
    `Yes, ${listText(named.map((price) => lower(price.name)))} can go together: every guest chooses ${proteinsPerGuest} proteins.`,
  )
}

function proteinWords(turn: Turn): string {
  const count = turn.business.parameters.guests.proteinsPerGuest
  return count === 2 ? "two proteins" : countText(count, "protein")
}

/** What children and little ones eat, by the ages that are known. */
export const childrenMenu: Gather = async (turn, ask) => {
  const { adultFromAge, childFromAge } = turn.business.parameters.guests
  const ages = [...new Set([...agesIn(turn), ...(turn.slots.guests?.ages ?? [])])]
  const isSchoolAge = (age: number) => age >= childFromAge && age < adultFromAge
  const areKnown = ages.length > 0
  if (!areKnown || ages.some((age) => age < childFromAge)) addPassages(turn, ask, "menu.little_ones")
  for (const age of ages) turn.book.addFromTool(ask, menuItemsTool.name, ageSentence(turn, age))
  if (ages.some((age) => age >= adultFromAge))
    turn.book.addFromTool(
      ask,
      menuItemsTool.name,
      `Every guest but the little ones chooses ${proteinWords(turn)}.`,
    )
  if (areKnown ? !ages.some(isSchoolAge) : !/\b(kids?|child(ren)?)\b/i.test(turn.text)) return
  if (!areKnown) addPassages(turn, ask, "price.per_child")
  turn.book.addFromTool(
    ask,
    menuItemsTool.name,
    `Children from ${childFromAge} to ${adultFromAge - 1} choose ${proteinWords(turn)} like everybody else and get the same sides.`,
  )
}

/** The same protein twice, and what that costs. */
export const doubleProtein: Gather = async (turn, ask) => {
  addPassages(turn, ask, "menu.double_protein")
  const skus = new Set(turn.newSlots.items.map((slot) => skuOf(slot.item)))
  const named = turn.business.priceBook.prices.filter(
    (price) => skus.has(price.sku) && price.unit === "per_protein" && price.sku !== "third-protein",
  )
  for (const { name, amount } of named)
    turn.book.addFromTool(
      ask,
      priceListTool.name,
      amount.amount === 0
        ? `${name} is included, so taking it twice is at no extra charge.`
        : `${name} twice is +${moneyText(2 * amount.amount)}: its upgrade of ${moneyText(amount.amount)} for each of the two.`,
    )
  if (named.length === 0)
    turn.book.addFromTool(
      ask,
      priceListTool.name,
      "An included protein comes twice at no extra charge; a premium one costs its upgrade each time.",
    )
}

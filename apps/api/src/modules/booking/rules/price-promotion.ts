import { formatMoney, usd } from "@myhibachi/contract/money"
import type { PromotionTerms } from "@myhibachi/contract/promotion-terms"
import type { QuoteLine } from "@myhibachi/contract/quote"
import { sumOf } from "./price-food.ts"
import { shareOf } from "./round-half-up.ts"

/**
 * @param priced the lines of food and travel, before tax.
 * @returns what the promotion takes off, one negative line for each class of lines, so that each is taxed as
 * what it lowers. Food never falls below the minimum, travel never below zero.
 */
export function discountLines(
  priced: readonly QuoteLine[],
  promotion: PromotionTerms,
  minimumFoodCents: number,
): QuoteLine[] {
  const base = spendOf(priced, promotion)
  if (base.food + base.travel < promotion.minimumSpendCents) return []
  const room = { food: Math.max(0, base.food - minimumFoodCents), travel: base.travel }
  const off = amountsOff(base, room, promotion.value)
  return (["food", "travel"] as const)
    .filter((lineClass) => off[lineClass] > 0)
    .map((lineClass) => discountLine(promotion, lineClass, base[lineClass], off[lineClass], minimumFoodCents))
}

interface Amounts {
  food: number
  travel: number
}

function amountsOff(base: Amounts, room: Amounts, value: PromotionTerms["value"]): Amounts {
  if (value.kind === "percent") {
    return {
      food: Math.min(room.food, shareOf(base.food, value.basisPoints)),
      travel: Math.min(room.travel, shareOf(base.travel, value.basisPoints)),
    }
  }
  const food = Math.min(room.food, value.amountCents)
  return { food, travel: Math.min(room.travel, value.amountCents - food) }
}

/** @returns what the promotion counts on, in cents; travel only when it is on the whole. */
function spendOf(lines: readonly QuoteLine[], { target }: PromotionTerms): Amounts {
  const sumOfClass = (lineClass: string) => sumOf(lines.filter((line) => line.lineClass === lineClass))
  return { food: sumOfClass("food"), travel: target === "whole" ? sumOfClass("travel") : 0 }
}

/** @returns why the promotion takes nothing off this price, as a sentence for the customer, or null. */
export function refuseSpend(
  priced: readonly QuoteLine[],
  promotion: PromotionTerms,
  minimumFoodCents: number,
): string | null {
  const base = spendOf(priced, promotion)
  const missing = promotion.minimumSpendCents - base.food - base.travel
  if (missing > 0)
    return `It needs ${formatMoney(usd(promotion.minimumSpendCents))} of ${wordsOf(promotion)}; this price is ${formatMoney(usd(missing))} short.`
  if (discountLines(priced, promotion, minimumFoodCents).length > 0) return null
  return `It takes nothing off here, because the food is at the minimum of ${formatMoney(usd(minimumFoodCents))}.`
}

function wordsOf({ target }: PromotionTerms): string {
  return target === "food" ? "food" : "food and travel"
}

function discountLine(
  promotion: PromotionTerms,
  lineClass: "food" | "travel",
  baseCents: number,
  offCents: number,
  minimumFoodCents: number,
): QuoteLine {
  const { value, name, code } = promotion
  const much =
    value.kind === "percent"
      ? `${value.basisPoints / 100} % of ${formatMoney(usd(baseCents))} of ${lineClass}`
      : `${formatMoney(usd(value.amountCents))} off ${wordsOf(promotion)}`
  const isCut = lineClass === "food" && baseCents - offCents === minimumFoodCents
  const limit = isCut ? `; the minimum food spend of ${formatMoney(usd(minimumFoodCents))} stays` : ""
  return {
    kind: "discount",
    lineClass,
    sku: promotion.id,
    title: lineClass === "food" ? name : `${name}, on travel`,
    quantity: null,
    unitPrice: null,
    amount: usd(-offCents),
    explanation: `${much}${code ? ` with the code ${code}` : ""}${limit}.`,
  }
}

import { usd } from "@myhibachi/contract/money"
import { type PromotionCheck, ValidatePromotion } from "@myhibachi/contract/promotions"
import { nameOf, promiseOf } from "#modules/catalog/index.ts"
import type { Context } from "#platform/context.ts"
import { AppError } from "#platform/errors.ts"
import { parseInput } from "../parse-input.ts"
import { gatherInputs } from "../quote-party.ts"
import { sumOf } from "../rules/price-food.ts"
import { priceParty } from "../rules/price-party.ts"

/**
 * Tries a code on a party, without keeping anything.
 * @throws AppError for a party that cannot be priced at all, as quoteParty.
 */
export async function validatePromotion(ctx: Context, input: ValidatePromotion): Promise<PromotionCheck> {
  const request = parseInput(ValidatePromotion, input)
  try {
    const { inputs, catalog } = await gatherInputs(ctx, request, null)
    const { promotion } = inputs
    if (!promotion) throw new Error("A code was neither refused nor taken.")
    const { lines } = priceParty(inputs, catalog)
    const saved = usd(-sumOf(lines.filter((line) => line.kind === "discount")))
    if (promotion.code === request.promotionCode)
      return { isUsable: true, detail: `${nameOf(promotion)} takes ${promiseOf(promotion)}.`, saved }
    const detail = `${nameOf(promotion)} takes off more than the code and applies by itself; they do not add up.`
    return { isUsable: false, detail, saved }
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== "promotion-refused") throw error
    return { isUsable: false, detail: error.message, saved: usd(0) }
  }
}

import type { PromotionTerms } from "@myhibachi/contract/promotion-terms"
import type { QuoteLine } from "@myhibachi/contract/quote"
import {
  findAutomaticPromotions,
  findPromotionByCode,
  nameOf,
  type PromotionRow,
  refuseMoment,
  refuseParty,
  refuseUsedUp,
  termsOf,
} from "#modules/catalog/index.ts"
import type { Context } from "#platform/context.ts"
import { invalidField } from "#platform/errors.ts"
import { Temporal } from "#platform/time.ts"
import { sumOf } from "./rules/price-food.ts"
import { minimumFoodCents, type PricingCatalog, type PricingInputs, priceParty } from "./rules/price-party.ts"
import { discountLines, refuseSpend } from "./rules/price-promotion.ts"

interface PartyToLower {
  code: string | undefined
  /** Without a promotion. */
  inputs: PricingInputs
  catalog: PricingCatalog
}

/**
 * @returns the one promotion that takes most off the price: the customer's code or one that applies by itself.
 * Promotions do not add up.
 * @throws AppError "promotion-refused" with the reason when the code cannot be used for this party.
 */
export async function offerPromotion(ctx: Context, party: PartyToLower): Promise<PromotionTerms | null> {
  const automatic = await findAutomaticPromotions(ctx)
  if (party.code === undefined && automatic.length === 0) return null
  const { lines } = priceParty(party.inputs, party.catalog)
  const minimum = minimumFoodCents(party.catalog.book)
  const offers = party.code === undefined ? [] : [await requireCode(ctx, party.code, party, lines)]
  for (const row of automatic) if ((await refuse(ctx, row, party, lines)) === null) offers.push(termsOf(row))
  const saved = (terms: PromotionTerms) => -sumOf(discountLines(lines, terms, minimum))
  return offers.toSorted((left, right) => saved(right) - saved(left))[0] ?? null
}

async function requireCode(
  ctx: Context,
  code: string,
  party: PartyToLower,
  lines: readonly QuoteLine[],
): Promise<PromotionTerms> {
  const row = await findPromotionByCode(ctx, code)
  const reason = row
    ? await refuse(ctx, row, party, lines)
    : `We do not know the code ${code}; look at its spelling.`
  if (reason || !row) throw invalidField("/promotionCode", reason ?? "", "promotion-refused")
  return termsOf(row)
}

/** @returns why the promotion cannot be used for the party, or null. */
async function refuse(
  ctx: Context,
  row: PromotionRow,
  { inputs, catalog }: PartyToLower,
  lines: readonly QuoteLine[],
): Promise<string | null> {
  const moment = refuseMoment(row, ctx.now()) ?? refuseParty(row, factsOf(inputs))
  if (moment) return moment
  const spend = refuseSpend(lines, termsOf(row), minimumFoodCents(catalog.book))
  if (spend) return `${nameOf(row)} cannot be used. ${spend}`
  return refuseUsedUp(ctx, row)
}

function factsOf({ startsAt, timeZone, travel, place }: PricingInputs) {
  return {
    // Without an address the station is only the nearest to nobody.
    stationId: place ? (travel?.stationId ?? null) : null,
    startsAt: startsAt ? Temporal.Instant.from(startsAt) : null,
    timeZone,
  }
}

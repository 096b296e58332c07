import type { PublicConfig } from "@myhibachi/contract/catalog"
import { usd } from "@myhibachi/contract/money"
import { currentPolicies, currentPriceBook, readBusiness } from "#modules/catalog/index.ts"
import { findStations, presentStation } from "#modules/crew/index.ts"
import type { Context, Services } from "#platform/context.ts"

interface Kept {
  priceBookId: string
  policyIds: string
  config: PublicConfig
}

const kept = new WeakMap<Services, Kept>()

/** @returns prices, rules and stations as the site shows them; from memory while nothing new is in force. */
export async function readPublicConfig(ctx: Context): Promise<PublicConfig> {
  const book = await currentPriceBook(ctx)
  const { texts, parameters } = await currentPolicies(ctx)
  const policyIds = texts.map((policy) => policy.id).join()
  const known = kept.get(ctx.services)
  if (known?.priceBookId === book.id && known.policyIds === policyIds) return known.config
  const { name, email, phone, website, currency } = await readBusiness(ctx)
  const amountOf = (sku: string) => book.prices.find((price) => price.sku === sku)?.amount ?? usd(0)
  const config: PublicConfig = {
    business: { name, email, phone, website, currency },
    priceBook: { id: book.id, version: book.version, effectiveFrom: book.effectiveFrom ?? "" },
    prices: {
      adult: amountOf("adult"),
      child: amountOf("child"),
      littleOne: amountOf("little-one"),
      minimumFood: amountOf("minimum-food"),
    },
    priceList: book.prices,
    policies: texts.map(({ id, key, version, title }) => ({ id, key, version, title })),
    parameters,
    stations: (await findStations(ctx)).map(presentStation),
  }
  kept.set(ctx.services, { priceBookId: book.id, policyIds, config })
  return config
}

import type { PriceBook, PublicConfig } from "@myhibachi/contract/catalog"
import { usd } from "@myhibachi/contract/money"
import { type CurrentPolicies, currentCatalog, pricesOnSale, readBusiness } from "#modules/catalog/index.ts"
import { findStations, presentStation, type StationRow } from "#modules/crew/index.ts"
import type { Context, Services } from "#platform/context.ts"

interface Kept {
  book: PriceBook
  policies: CurrentPolicies
  stations: StationRow[]
  config: PublicConfig
}

const kept = new WeakMap<Services, Kept>()

/** @returns prices, rules and stations as the site shows them; from memory while nothing new is in force. */
export async function readPublicConfig(ctx: Context): Promise<PublicConfig> {
  const { book: current, policies } = await currentCatalog(ctx)
  const book = await pricesOnSale(ctx, current)
  const stations = await findStations(ctx)
  const known = kept.get(ctx.services)
  if (known?.book === book && known.policies === policies && known.stations === stations) return known.config
  const { texts, parameters } = policies
  const { name, email, phone, website, currency } = await readBusiness(ctx)
  const amountOf = (sku: string) => book.prices.find((price) => price.sku === sku)?.amount ?? usd(0)
  // Frozen: the server then writes it as JSON once.
  const config: PublicConfig = Object.freeze({
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
    stations: stations.map(presentStation),
  })
  kept.set(ctx.services, { book, policies, stations, config })
  return config
}

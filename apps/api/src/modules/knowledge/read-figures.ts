import { currentPolicies, currentPriceBook, findMenu } from "#modules/catalog/index.ts"
import { findStations, presentStation } from "#modules/crew/index.ts"
import type { Context } from "#platform/context.ts"
import { type BusinessData, figuresOf } from "./figures.ts"

/** @returns prices, rules, menu and stations that are in force now. */
export async function readBusinessData(ctx: Context): Promise<BusinessData> {
  const policies = await currentPolicies(ctx)
  const priceBook = await currentPriceBook(ctx)
  const menu = await findMenu(ctx, {})
  const stations = await findStations(ctx)
  return {
    parameters: policies.parameters,
    priceBook,
    menu,
    stations: stations.filter((station) => station.isActive).map(presentStation),
  }
}

/** @returns the words for every figure that an article may name, as of now. */
export async function readFigures(ctx: Context): Promise<Map<string, string>> {
  return figuresOf(await readBusinessData(ctx))
}

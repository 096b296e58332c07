import { currentPolicies, currentPriceBook, findMenu } from "#modules/catalog/index.ts"
import { findStations, presentStation } from "#modules/crew/index.ts"
import type { Context, Services } from "#platform/context.ts"
import { type BusinessData, figuresOf } from "./figures.ts"

const known = new WeakMap<Services, { key: string; data: BusinessData }>()
const listening = new WeakSet<Services>()

/** @returns prices, rules, menu and stations that are in force now; read again when one of them changes. */
export async function readBusinessData(ctx: Context): Promise<BusinessData> {
  const { services } = ctx
  if (!listening.has(services)) {
    listening.add(services)
    services.live.subscribe(["catalog", "crew"], () => known.delete(services))
  }
  const policies = await currentPolicies(ctx)
  const priceBook = await currentPriceBook(ctx)
  const key = [priceBook.id, ...policies.texts.map((policy) => policy.id)].join(" ")
  const before = known.get(services)
  if (before?.key === key) return before.data
  const menu = await findMenu(ctx, {})
  const stations = (await findStations(ctx)).filter((station) => station.isActive).map(presentStation)
  const data = { parameters: policies.parameters, priceBook, menu, stations }
  known.set(services, { key, data })
  return data
}

/** @returns the words for every figure that an article may name, as of now. */
export async function readFigures(ctx: Context): Promise<Map<string, string>> {
  return figuresOf(await readBusinessData(ctx))
}

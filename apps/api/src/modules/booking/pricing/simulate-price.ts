import type { PriceBook } from "@myhibachi/contract/catalog"
import { usd } from "@myhibachi/contract/money"
import { SimulatePrice, type Simulation } from "@myhibachi/contract/pricing"
import type { QuoteLine } from "@myhibachi/contract/quote"
import { readPriceBook } from "#modules/catalog/index.ts"
import type { Context } from "#platform/context.ts"
import { parseInput } from "../parse-input.ts"
import { gatherInputs } from "../quote-party.ts"
import { type PricedParty, priceParty } from "../rules/price-party.ts"

/**
 * Prices a party on one or two versions of the prices, drafts too, without keeping anything.
 * @throws AppError "price-book-not-found", and for parties that cannot be priced, as quoteParty.
 */
export async function simulatePrice(ctx: Context, input: SimulatePrice): Promise<Simulation> {
  const { priceBookIds, ...request } = parseInput(SimulatePrice, input)
  const versions: { book: PriceBook; priced: PricedParty }[] = []
  for (const id of priceBookIds) {
    const book = await readPriceBook(ctx, id)
    const { inputs, catalog } = await gatherInputs(ctx, request, null, book)
    versions.push({ book, priced: priceParty(inputs, catalog) })
  }
  const [before, after] = versions
  return {
    versions: versions.map(({ book, priced }) => present(book, priced)),
    differences: before && after ? compareLines(before.priced.lines, after.priced.lines) : [],
  }
}

function present(book: PriceBook, priced: PricedParty): Simulation["versions"][number] {
  const { id, version, name, status } = book
  return {
    priceBook: { id, version, name, status },
    lines: priced.lines,
    foodTotal: usd(priced.foodCents),
    travelFee: usd(priced.travelCents),
    beforeTax: usd(priced.beforeTaxCents),
    tax: usd(priced.taxCents),
    total: usd(priced.totalCents),
    deposit: usd(priced.depositCents),
    missing: priced.missing,
  }
}

/** @returns every line that one of the two prices has, in the order of the first, then those that are new. */
export function compareLines(
  before: readonly QuoteLine[],
  after: readonly QuoteLine[],
): Simulation["differences"] {
  const keyOf = (line: QuoteLine) =>
    [line.kind, line.sku, line.kind === "tax" ? line.title : line.lineClass].join()
  const left = new Map(before.map((line) => [keyOf(line), line]))
  const right = new Map(after.map((line) => [keyOf(line), line]))
  return [...new Set([...left.keys(), ...right.keys()])].map((key) => {
    const [was, is] = [left.get(key), right.get(key)]
    return {
      title: (is ?? was)?.title ?? key,
      before: was?.amount ?? null,
      after: is?.amount ?? null,
      change: usd((is?.amount.amount ?? 0) - (was?.amount.amount ?? 0)),
    }
  })
}

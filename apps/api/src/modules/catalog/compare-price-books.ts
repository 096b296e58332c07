import type { Price } from "@myhibachi/contract/catalog"
import { formatMoney, usd } from "@myhibachi/contract/money"
import type { PriceDifference } from "@myhibachi/contract/publishing"
import type { Context } from "#platform/context.ts"
import { readPriceBook } from "./manage-price-books.ts"

/** @returns which prices differ between two versions, in words and figures. @throws AppError "price-book-not-found". */
export async function comparePriceBooks(
  ctx: Context,
  input: { id: string; other: string },
): Promise<PriceDifference> {
  const from = await readPriceBook(ctx, input.id)
  const to = await readPriceBook(ctx, input.other)
  const before = new Map(from.prices.map((price) => [price.sku, price]))
  const after = new Map(to.prices.map((price) => [price.sku, price]))
  const changes = [...new Set([...before.keys(), ...after.keys()])].flatMap((sku) => {
    const left = before.get(sku)
    const right = after.get(sku)
    if (left?.amount.amount === right?.amount.amount) return []
    const name = right?.name ?? left?.name ?? sku
    const amounts = { before: left?.amount ?? null, after: right?.amount ?? null }
    return [{ sku, name, ...amounts, detail: describeChange(name, left, right) }]
  })
  return { from: from.version, to: to.version, changes }
}

function describeChange(name: string, before: Price | undefined, after: Price | undefined): string {
  if (!before) return `${name} is new, at ${after ? formatMoney(after.amount) : "no price"}.`
  if (!after) return `${name} is no longer sold; it was ${formatMoney(before.amount)}.`
  const cents = after.amount.amount - before.amount.amount
  const share = before.amount.amount === 0 ? "" : `, ${percentOf(cents, before.amount.amount)}`
  const way = cents > 0 ? "rises" : "falls"
  const by = formatMoney(usd(Math.abs(cents)))
  return `${name} ${way} by ${by}${share}: from ${formatMoney(before.amount)} to ${formatMoney(after.amount)}.`
}

function percentOf(cents: number, base: number): string {
  return `${Math.round((Math.abs(cents) / base) * 1000) / 10} %`
}

import type { Price } from "@myhibachi/contract/catalog"
import type { QuoteItem } from "@myhibachi/contract/quote"

/** What can be added to a party for money: upgrades by protein, add-ons by order. */
export function extrasOf(prices: Price[]): Price[] {
  return prices.filter(
    (price) => price.amount.amount > 0 && (price.unit === "per_protein" || price.unit === "per_order"),
  )
}

/** @returns the items with that many of one; zero leaves it out. What a third protein is, stays. */
export function withQuantity(items: QuoteItem[], sku: string, quantity: number): QuoteItem[] {
  const isKnown = items.some((item) => item.sku === sku)
  if (!isKnown) return quantity > 0 ? [...items, { sku, quantity }] : items
  return items
    .map((item) => (item.sku === sku ? { ...item, quantity } : item))
    .filter((item) => item.quantity > 0)
}

/** @returns how many of one the items hold. */
export function quantityOf(items: QuoteItem[], sku: string): number {
  return items.reduce((sum, item) => sum + (item.sku === sku ? item.quantity : 0), 0)
}

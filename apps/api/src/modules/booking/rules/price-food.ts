import type { PolicyParameters, Price, PriceBook } from "@myhibachi/contract/catalog"
import { formatMoney, usd } from "@myhibachi/contract/money"
import type { Guests, QuoteItem, QuoteLine } from "@myhibachi/contract/quote"
import { priceOf, THIRD_PROTEIN } from "./check-items.ts"

/** @returns the lines of guests, upgrades, add-ons and the top-up to the minimum, in this order. */
export function foodLines(
  guests: Guests,
  items: readonly QuoteItem[],
  book: PriceBook,
  ages: PolicyParameters["guests"],
): QuoteLine[] {
  const lines = [...guestLines(guests, book, ages), ...upgradeLines(items, book), ...addOnLines(items, book)]
  const topUp = topUpLine(sumOf(lines), book)
  return topUp ? [...lines, topUp] : lines
}

/** @returns the sum of the lines in cents. */
export function sumOf(lines: readonly QuoteLine[]): number {
  return lines.reduce((sum, line) => sum + line.amount.amount, 0)
}

function guestLines(guests: Guests, book: PriceBook, ages: PolicyParameters["guests"]): QuoteLine[] {
  const bands = [
    {
      sku: "adult",
      count: guests.adults,
      one: "adult",
      many: "adults",
      ages: `${ages.adultFromAge} and older`,
    },
    {
      sku: "child",
      count: guests.children,
      one: "child",
      many: "children",
      ages: `${ages.childFromAge} to ${ages.adultFromAge - 1}`,
    },
    {
      sku: "little-one",
      count: guests.littleOnes,
      one: "little one",
      many: "little ones",
      ages: `${ages.childFromAge - 1} and younger`,
    },
  ]
  return bands
    .filter((band) => band.count > 0)
    .map((band) => {
      const price = requirePrice(book, band.sku)
      const title = capitalise(band.count === 1 ? band.one : band.many)
      const each = price.amount.amount === 0 ? "free" : `at ${formatMoney(price.amount)} each`
      const explanation = `${band.count} ${band.count === 1 ? band.one : band.many} (${band.ages}) ${each}.`
      return line("guests", price, title, band.count, explanation)
    })
}

function upgradeLines(items: readonly QuoteItem[], book: PriceBook): QuoteLine[] {
  const asThird = items.filter((item) => item.sku === THIRD_PROTEIN && item.proteinSku !== undefined)
  const upgrades = book.prices.filter((price) => price.unit === "per_protein" && price.amount.amount > 0)
  return upgrades.flatMap((price) => {
    const chosen = quantityOf(items.filter((item) => item.sku === price.sku))
    const third = quantityOf(asThird.filter((item) => item.proteinSku === price.sku))
    const count = chosen + third
    if (count === 0) return []
    const portions = `${count} ${count === 1 ? "portion" : "portions"} of ${price.name.toLowerCase()}`
    const note = third > 0 ? `, ${third} of them as a third protein` : ""
    const explanation = `${portions}${note}: the upgrade is ${formatMoney(price.amount)} for each.`
    return [line("upgrade", price, price.name, count, explanation)]
  })
}

function addOnLines(items: readonly QuoteItem[], book: PriceBook): QuoteLine[] {
  const addOns = book.prices.filter((price) => price.unit === "per_order")
  return addOns.flatMap((price) => {
    const count = quantityOf(items.filter((item) => item.sku === price.sku))
    if (count === 0) return []
    const orders = count === 1 ? "1 order" : `${count} orders`
    return [line("add_on", price, price.name, count, `${orders} at ${formatMoney(price.amount)} each.`)]
  })
}

function topUpLine(foodCents: number, book: PriceBook): QuoteLine | null {
  const minimum = requirePrice(book, "minimum-food")
  const missing = minimum.amount.amount - foodCents
  if (missing <= 0) return null
  return {
    kind: "minimum_top_up",
    lineClass: "food",
    sku: minimum.sku,
    title: "Top-up to the minimum",
    quantity: null,
    unitPrice: null,
    amount: usd(missing),
    explanation: `Guests, upgrades and add-ons come to ${formatMoney(usd(foodCents))}; the minimum food spend is ${formatMoney(minimum.amount)}.`,
  }
}

function line(
  kind: QuoteLine["kind"],
  price: Price,
  title: string,
  quantity: number,
  explanation: string,
): QuoteLine {
  const amount = usd(price.amount.amount * quantity)
  return {
    kind,
    lineClass: "food",
    sku: price.sku,
    title,
    quantity,
    unitPrice: price.amount,
    amount,
    explanation,
  }
}

function requirePrice(book: PriceBook, sku: string): Price {
  const price = priceOf(book, sku)
  if (!price) throw new Error(`The price book ${book.version} has no ${sku}.`)
  return price
}

function quantityOf(items: readonly QuoteItem[]): number {
  return items.reduce((sum, item) => sum + item.quantity, 0)
}

function capitalise(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

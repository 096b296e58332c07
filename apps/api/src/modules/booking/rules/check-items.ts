import type { PolicyParameters, Price, PriceBook } from "@myhibachi/contract/catalog"
import type { Guests, QuoteItem } from "@myhibachi/contract/quote"
import { invalidField } from "#platform/errors.ts"
import { countedGuests } from "./count-guests.ts"

/** The add-on that brings one more protein to a guest; which one decides its upgrade. */
export const THIRD_PROTEIN = "third-protein"

/**
 * Refuses what is not sold and more proteins than the guests may choose.
 * @throws AppError "unknown-sku", "protein-unknown", "too-many-proteins".
 */
export function checkItems(
  items: readonly QuoteItem[],
  guests: Guests,
  book: PriceBook,
  parameters: PolicyParameters["guests"],
): void {
  for (const [index, item] of items.entries()) checkItem(item, index, book)
  const choices = parameters.proteinsPerGuest * countedGuests(guests)
  const chosen = items
    .filter((item) => priceOf(book, item.sku)?.unit === "per_protein")
    .reduce((sum, item) => sum + item.quantity, 0)
  if (chosen > choices) {
    const detail = `${countedGuests(guests)} guests choose ${choices} proteins, but ${chosen} are listed; take some away or add third proteins.`
    throw invalidField("/items", detail, "too-many-proteins")
  }
}

function checkItem(item: QuoteItem, index: number, book: PriceBook): void {
  const price = priceOf(book, item.sku)
  if (!price || !isSoldAlone(price)) {
    const known = book.prices.filter(isSoldAlone).map((sold) => sold.sku)
    throw invalidField(
      `/items/${index}/sku`,
      `We do not sell ${item.sku}; choose from ${known.join(", ")}.`,
      "unknown-sku",
    )
  }
  if (item.proteinSku === undefined) return
  const isProtein = priceOf(book, item.proteinSku)?.unit === "per_protein"
  if (item.sku === THIRD_PROTEIN && isProtein) return
  const detail = `Only a ${THIRD_PROTEIN} names its protein, and it must be one of the menu's.`
  throw invalidField(`/items/${index}/proteinSku`, detail, "protein-unknown")
}

function isSoldAlone(price: Price): boolean {
  return price.unit === "per_protein" || price.unit === "per_order"
}

/** @returns the price with the sku, if the book has it. */
export function priceOf(book: PriceBook, sku: string): Price | undefined {
  return book.prices.find((price) => price.sku === sku)
}

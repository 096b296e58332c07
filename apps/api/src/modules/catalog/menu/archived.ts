import type { PriceBook } from "@myhibachi/contract/catalog"
import { isNotNull } from "drizzle-orm"
import type { Context } from "#platform/context.ts"
import { remembered } from "#platform/remembered.ts"
import { menuItems } from "../tables.ts"

const archived = remembered("menu", async (ctx) => {
  const rows = await ctx.db
    .select({ sku: menuItems.sku })
    .from(menuItems)
    .where(isNotNull(menuItems.archivedAt))
  return new Set(rows.map((row) => row.sku))
})

/** Forgets what was read once a dish is off the menu. */
export const announceArchive = archived.forget

const onSale = new WeakMap<ReadonlySet<string>, Map<string, PriceBook>>()

/**
 * @returns the prices of what is still sold: a book keeps the price of a dish that has left the menu. The same
 * object for as long as nothing changes.
 */
export async function pricesOnSale(ctx: Context, book: PriceBook): Promise<PriceBook> {
  const gone = await archived.read(ctx)
  if (gone.size === 0) return book
  const known = onSale.get(gone) ?? new Map<string, PriceBook>()
  onSale.set(gone, known)
  const key = `${book.id} ${book.revision}`
  const sold = known.get(key) ?? { ...book, prices: book.prices.filter(({ sku }) => !gone.has(sku)) }
  known.set(key, sold)
  return sold
}

import { createHash } from "node:crypto"
import type { Context } from "#platform/context.ts"
import { inTransaction } from "#platform/database/database.ts"
import { SAMPLE_INGREDIENTS, SAMPLE_ITEMS } from "./sample-menu.ts"
import { SAMPLE_BUSINESS, SAMPLE_POLICIES } from "./sample-policies.ts"
import { SAMPLE_PRICES, SAMPLE_TAX_RATES } from "./sample-prices.ts"
import { SAMPLE_AMOUNTS, SAMPLE_UNITS } from "./sample-recipes.ts"
import { sampleSince } from "./sample-since.ts"
import {
  business,
  ingredients,
  menuItemIngredients,
  menuItems,
  policies,
  priceBooks,
  prices,
  taxRates,
} from "./tables.ts"

/** Writes the sample business once. */
export async function seedCatalog(ctx: Context): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    const added = await ctx.db.insert(business).values(SAMPLE_BUSINESS).onConflictDoNothing().returning()
    if (added.length === 0) return
    await seedPrices(ctx)
    await seedPolicies(ctx)
    await seedMenu(ctx)
  })
}

async function seedPrices(ctx: Context): Promise<void> {
  const since = sampleSince(ctx.now())
  const book = {
    id: "pb_sample1",
    version: 1,
    name: "Sample prices",
    createdAt: since,
    createdBy: "system:seed",
  }
  await ctx.db.insert(priceBooks).values({ ...book, status: "draft" })
  await ctx.db
    .insert(prices)
    .values(SAMPLE_PRICES.map((price, position) => ({ ...price, position, priceBookId: book.id })))
  await ctx.db.update(priceBooks).set({ status: "published", effectiveFrom: since, publishedAt: since })
  await ctx.db.insert(taxRates).values(
    SAMPLE_TAX_RATES.map((rate, index) => ({
      ...rate,
      id: `tax_sample${index + 1}`,
      validFrom: since,
    })),
  )
}

async function seedPolicies(ctx: Context): Promise<void> {
  const since = sampleSince(ctx.now())
  const rows = Object.entries(SAMPLE_POLICIES).map(([key, policy]) => ({
    ...policy,
    id: `pol_${key}_1`,
    key: key as keyof typeof SAMPLE_POLICIES, // safe: the keys of that very object
    version: 1,
    textHash: createHash("sha256").update(policy.text).digest("hex"),
    effectiveFrom: since,
    publishedAt: since,
    publishedBy: "system:seed",
  }))
  await ctx.db.insert(policies).values(rows)
}

async function seedMenu(ctx: Context): Promise<void> {
  await ctx.db.insert(ingredients).values(
    SAMPLE_INGREDIENTS.map((ingredient) => ({
      isRemovable: false,
      unit: SAMPLE_UNITS[ingredient.id] ?? ("g" as const),
      ...ingredient,
    })),
  )
  await ctx.db
    .insert(menuItems)
    .values(SAMPLE_ITEMS.map(({ ingredients: _, ...item }, position) => ({ ...item, position })))
  await ctx.db.insert(menuItemIngredients).values(
    SAMPLE_ITEMS.flatMap((item) =>
      item.ingredients.map((ingredientId, position) => ({
        sku: item.sku,
        ingredientId,
        position,
        amountTenths: SAMPLE_AMOUNTS[item.sku]?.[ingredientId] ?? 0,
      })),
    ),
  )
}

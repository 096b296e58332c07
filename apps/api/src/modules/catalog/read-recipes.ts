import type { RecipeUnit } from "@myhibachi/contract/catalog"
import { eq } from "drizzle-orm"
import type { Context } from "#platform/context.ts"
import { ingredients, menuItemIngredients } from "./tables.ts"

export interface RecipePart {
  sku: string
  ingredientId: string
  unit: RecipeUnit
  /** What one portion takes, in tenths of the unit; 0 while nobody has weighed it. */
  amountTenths: number
}

/** @returns how much of what goes into a portion of every dish; for the kitchen, never for customers. */
export async function readRecipes(ctx: Context): Promise<RecipePart[]> {
  return ctx.replica
    .select({
      sku: menuItemIngredients.sku,
      ingredientId: menuItemIngredients.ingredientId,
      unit: ingredients.unit,
      amountTenths: menuItemIngredients.amountTenths,
    })
    .from(menuItemIngredients)
    .innerJoin(ingredients, eq(ingredients.id, menuItemIngredients.ingredientId))
}

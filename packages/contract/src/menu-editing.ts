import { z } from "zod"
import { Allergen, Ingredient, IngredientOrigin, MenuItem, MenuItemKind, RecipeUnit, Sku } from "./catalog.ts"
import { InstantText, TimeZoneId } from "./time.ts"

export const StaffIngredient = Ingredient.extend({
  unit: RecipeUnit,
  version: z.int(),
  /** Dishes that are made with it. */
  usedIn: z.array(z.object({ sku: Sku, name: z.string() })),
})
export type StaffIngredient = z.infer<typeof StaffIngredient>
export const IngredientList = z.object({ items: z.array(StaffIngredient) })
export type IngredientList = z.infer<typeof IngredientList>

const Name = z.string().trim().min(1, "Give it a name.").max(80, "Use at most 80 characters.")

export const SaveIngredient = z.object({
  name: Name,
  origin: IngredientOrigin,
  /** What it contains; every dish made with it contains the same. */
  allergens: z.array(Allergen).max(Allergen.options.length),
  isRemovable: z.boolean(),
  unit: RecipeUnit,
})
export type SaveIngredient = z.infer<typeof SaveIngredient>
export const CreateIngredient = SaveIngredient.extend({ id: Sku })
export type CreateIngredient = z.infer<typeof CreateIngredient>

export const SaveDish = z.object({
  name: Name,
  description: z.string().trim().max(400, "Use at most 400 characters."),
  /** In the order of the recipe; the allergens follow from them. */
  ingredientIds: z
    .array(z.string().max(40))
    .min(1, "Name at least one ingredient; allergens follow from them.")
    .max(40),
})
export type SaveDish = z.infer<typeof SaveDish>
export const CreateDish = SaveDish.extend({ sku: Sku, kind: MenuItemKind })
export type CreateDish = z.infer<typeof CreateDish>

export const StaffMenuItem = MenuItem.extend({ version: z.int(), isArchived: z.boolean() })
export type StaffMenuItem = z.infer<typeof StaffMenuItem>
export const StaffMenu = z.object({ items: z.array(StaffMenuItem), notices: z.array(z.string()) })
export type StaffMenu = z.infer<typeof StaffMenu>

/** What shall become of the menu; tried before it is saved. */
export const MenuChange = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("ingredient"),
    id: z.string().max(40),
    allergens: SaveIngredient.shape.allergens,
    isRemovable: z.boolean(),
  }),
  z.object({ kind: z.literal("recipe"), sku: Sku, ingredientIds: SaveDish.shape.ingredientIds }),
  z.object({ kind: z.literal("archive"), sku: Sku }),
])
export type MenuChange = z.infer<typeof MenuChange>

/** Booked guests for whom a dish is not safe, or not served any more. */
export const MenuConflict = z.object({
  bookingId: z.string(),
  reference: z.string(),
  customerName: z.string(),
  startsAt: InstantText,
  timeZone: TimeZoneId,
  /** One sentence for each guest and dish. */
  details: z.array(z.string()),
})
export type MenuConflict = z.infer<typeof MenuConflict>

export const MenuChangePreview = z.object({
  /** Dishes whose allergens change; with the ingredients that bring what is new. */
  dishes: z.array(
    z.object({
      sku: Sku,
      name: z.string(),
      gained: z.array(Allergen),
      lost: z.array(Allergen),
      because: z.array(z.string()),
    }),
  ),
  conflicts: z.array(MenuConflict),
})
export type MenuChangePreview = z.infer<typeof MenuChangePreview>

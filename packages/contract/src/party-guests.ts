import { z } from "zod"
import { Allergen, MenuItem, RecipeUnit, Sku } from "./catalog.ts"
import { DateText, InstantText, TimeZoneId } from "./time.ts"

export const GuestBand = z.enum(["adult", "child", "little_one"])
export type GuestBand = z.infer<typeof GuestBand>

const LeaveOut = z.array(z.string().max(40)).max(20)

/** A dish for one guest, and the ingredients that the kitchen leaves out of it. */
export const GuestDish = z.object({ sku: Sku, leaveOut: LeaveOut })
export type GuestDish = z.infer<typeof GuestDish>

export const PartyGuest = z.object({
  name: z.string().trim().max(80, "Use at most 80 characters."),
  band: GuestBand,
  /** The proteins of this guest; little ones choose none. */
  choices: z.array(GuestDish).max(5, "One guest cannot eat more than five proteins."),
  allergens: z.array(Allergen).max(Allergen.options.length),
  /** Anaphylaxis, coeliac disease: a person is told, because the grill is shared. */
  isSevere: z.boolean(),
  /** For dishes that everybody gets: what is left out for this guest, or that it is not served. */
  sides: z.array(GuestDish.extend({ isSkipped: z.boolean() })).max(20),
  note: z.string().trim().max(300, "Use at most 300 characters."),
})
export type PartyGuest = z.infer<typeof PartyGuest>

export const SaveGuests = z.object({ guests: z.array(PartyGuest).max(500) })
export type SaveGuests = z.infer<typeof SaveGuests>

/** Who eats what, with all that is needed to choose. */
export const GuestList = z.object({
  guests: z.array(PartyGuest),
  /** How many there are of each band. */
  expected: z.object({ adult: z.int(), child: z.int(), little_one: z.int() }),
  proteinsPerGuest: z.int(),
  /** How often each premium protein is booked, and how many third proteins. */
  booked: z.array(z.object({ sku: Sku, quantity: z.int() })),
  thirdProteins: z.int(),
  proteins: z.array(MenuItem),
  sides: z.array(MenuItem),
  notices: z.array(z.string()),
  isOpen: z.boolean(),
})
export type GuestList = z.infer<typeof GuestList>

/** One ingredient, summed over all portions that hold it. */
export const ShoppingLine = z.object({
  ingredientId: z.string(),
  ingredient: z.string(),
  portions: z.int(),
  unit: RecipeUnit,
  /** In tenths of the unit; null when a recipe does not say how much. */
  amountTenths: z.int().nullable(),
  allergens: z.array(Allergen),
})
export type ShoppingLine = z.infer<typeof ShoppingLine>

const units: Record<RecipeUnit, { large: string; perLarge: number } | null> = {
  g: { large: "kg", perLarge: 1000 },
  ml: { large: "l", perLarge: 1000 },
  piece: null,
}

/** @returns `1.9 kg`, `85 g`, `5 pieces`; rounded up, because what is missing cannot be cooked. */
export function formatAmount(line: Pick<ShoppingLine, "unit" | "amountTenths">): string {
  if (line.amountTenths === null) return "not weighed"
  const amount = Math.ceil(line.amountTenths / 10)
  const unit = units[line.unit]
  if (unit === null) return amount === 1 ? "1 piece" : `${amount} pieces`
  if (amount < unit.perLarge) return `${amount} ${line.unit}`
  return `${(Math.ceil(amount / (unit.perLarge / 100)) / 100).toFixed(2).replace(/0$/, "")} ${unit.large}`
}

/** What the chef packs and watches out for. */
export const PrepSheet = z.object({
  reference: z.string(),
  guestTotal: z.int(),
  chosen: z.int(),
  portions: z.array(z.object({ sku: Sku, name: z.string(), portions: z.int() })),
  /** Guests with an allergen, a severe allergy or a note. */
  careful: z.array(
    z.object({
      name: z.string(),
      band: GuestBand,
      allergens: z.array(Allergen),
      isSevere: z.boolean(),
      dishes: z.array(z.string()),
      note: z.string(),
    }),
  ),
  shopping: z.array(ShoppingLine),
  /** Food that was safe when it was chosen and is not any more; each a sentence with its remedy. */
  warnings: z.array(z.string()),
  notices: z.array(z.string()),
})
export type PrepSheet = z.infer<typeof PrepSheet>

export const ShoppingListQuery = z.object({ date: DateText, stationId: z.string().max(64).optional() })
export type ShoppingListQuery = z.infer<typeof ShoppingListQuery>

/** What all parties of a day need together. */
export const ShoppingList = z.object({
  date: DateText,
  /** Null for all stations. */
  stationName: z.string().nullable(),
  parties: z.array(
    z.object({
      bookingId: z.string(),
      reference: z.string(),
      customerName: z.string(),
      startsAt: InstantText,
      timeZone: TimeZoneId,
      guestTotal: z.int(),
    }),
  ),
  shopping: z.array(ShoppingLine),
})
export type ShoppingList = z.infer<typeof ShoppingList>

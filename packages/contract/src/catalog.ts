import { z } from "zod"
import { Money } from "./money.ts"
import { InstantText, TimeText, TimeZoneId } from "./time.ts"

export const Allergen = z.enum([
  "gluten",
  "soy",
  "egg",
  "fish",
  "shellfish",
  "sesame",
  "dairy",
  "tree_nuts",
  "peanuts",
  "mustard",
  "alcohol",
])
export type Allergen = z.infer<typeof Allergen>

export const Sku = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{1,39}$/, "Use an item of the menu, for example lobster-tail.")
export type Sku = z.infer<typeof Sku>

export const PolicyKey = z.enum([
  "deposit",
  "hold",
  "balance",
  "payment",
  "cancellation",
  "reschedule",
  "head_count",
  "guests",
  "weather",
  "tipping",
  "quote",
  "scheduling",
  "host",
  "service_charge",
])
export type PolicyKey = z.infer<typeof PolicyKey>

const Count = z.int("Give a whole number.").min(0, "Give zero or more.").max(10_000_000, "That is too much.")
const Minutes = Count.max(44_640, "Give at most 31 days.")
const Hours = Count.max(8_784, "Give at most one year.")

/** What each policy decides, beside its text. Money is in cents of the business's currency. */
export const PolicyParameters = z.object({
  deposit: z.object({ amountCents: Count, isCreditedToBalance: z.boolean(), fullPaymentUnderHours: Hours }),
  hold: z.object({ signWithinMinutes: Minutes, payWithinMinutes: Minutes }),
  balance: z.object({
    dueHoursBefore: Hours,
    reminderHoursBefore: z.array(Hours),
    staffTaskHoursBefore: Hours,
  }),
  payment: z.object({ online: z.array(z.string()), recordedByStaff: z.array(z.string()) }),
  cancellation: z.object({ fullRefundHoursBefore: Hours, refundBusinessDays: Count }),
  reschedule: z.object({
    freeMoves: Count,
    feeCents: Count,
    selfServiceHoursBefore: Hours,
    sameSlotMinutes: Minutes,
  }),
  head_count: z.object({ closesHoursBefore: Hours }),
  guests: z.object({
    adultFromAge: Count,
    childFromAge: Count,
    drinkFromAge: Count,
    proteinsPerGuest: Count,
    minimumAdults: Count,
    maximumGuests: Count,
  }),
  weather: z.object({
    coverProvidedBy: z.enum(["host", "company"]),
    isMoveFree: z.boolean(),
    /** How long a party may wait for the weather. The defaults are those of versions that do not say. */
    decideWithinHours: Hours.default(24),
    /** The wait ends so long before the start at the latest. */
    decideHoursBefore: Hours.default(6),
  }),
  tipping: z.object({ suggestedPercents: z.array(Count), isVoluntary: z.boolean() }),
  quote: z.object({ expiresAfterHours: Hours }),
  scheduling: z.object({
    starts: z.array(TimeText),
    movableMinutes: Minutes,
    stepMinutes: Minutes,
    leadHours: Hours,
    bookableDays: Count,
    guestsPerChef: Count,
    setUpMinutes: Minutes,
    serviceMinutes: Minutes,
    serviceGuests: Count,
    furtherServiceMinutes: Minutes,
    furtherServiceGuests: Count,
    packDownMinutes: Minutes,
  }),
  host: z.object({
    provides: z.array(z.string()),
    areaFeet: z.tuple([Count, Count]),
    clearanceFeet: Count,
  }),
  /** A mandatory charge, which is no tip; absent from rules that are older than it. */
  service_charge: z
    .object({
      /** 1800 is 18 %; 0 is none. */
      basisPoints: Count.max(10_000, "Charge at most 100 percent."),
      on: z.enum(["food", "food_and_travel"]),
      /** Only for parties of so many guests or more. */
      fromGuests: Count,
    })
    .optional(),
})
export type PolicyParameters = z.infer<typeof PolicyParameters>

export const PolicyText = z.object({
  id: z.string(),
  key: PolicyKey,
  version: z.int(),
  title: z.string(),
  /** Plain text, paragraphs parted by an empty line. */
  text: z.string(),
  parameters: z.record(z.string(), z.unknown()),
  effectiveFrom: InstantText,
  /** SHA-256 of the text, in hex; an agreement keeps it. */
  textHash: z.string(),
})
export type PolicyText = z.infer<typeof PolicyText>

export const PriceUnit = z.enum(["per_guest", "per_protein", "per_order", "per_party", "included"])
export type PriceUnit = z.infer<typeof PriceUnit>

export const MenuItemKind = z.enum(["protein", "premium_protein", "add_on", "side", "sauce", "drink"])
export type MenuItemKind = z.infer<typeof MenuItemKind>

/** What an ingredient is weighed or counted in. */
export const RecipeUnit = z.enum(["g", "ml", "piece"])
export type RecipeUnit = z.infer<typeof RecipeUnit>

export const IngredientOrigin = z.enum(["plant", "animal_product", "meat", "fish"])
export type IngredientOrigin = z.infer<typeof IngredientOrigin>

export const Ingredient = z.object({
  id: z.string(),
  name: z.string(),
  /** Decides whether a dish is vegetarian or vegan. */
  origin: IngredientOrigin,
  allergens: z.array(Allergen),
  isRemovable: z.boolean(),
})
export type Ingredient = z.infer<typeof Ingredient>

export const MenuItem = z.object({
  sku: Sku,
  name: z.string(),
  kind: MenuItemKind,
  description: z.string(),
  ingredients: z.array(Ingredient),
  /** Of all ingredients. */
  allergens: z.array(Allergen),
  /** What stays when every removable ingredient is left out. */
  allergensOnRequest: z.array(Allergen),
  isVegetarian: z.boolean(),
  isVegan: z.boolean(),
  /** Vegan once the removable ingredients are left out. */
  isVeganOnRequest: z.boolean(),
  /** Added to the price of a guest; null for what is included. */
  price: Money.nullable(),
  unit: PriceUnit,
})
export type MenuItem = z.infer<typeof MenuItem>

export const MenuQuery = z.object({
  /** Comma-separated; only items free of all of them when removable ingredients are left out. */
  without: z.string().max(200).optional(),
  kind: MenuItemKind.optional(),
})
export type MenuQuery = z.infer<typeof MenuQuery>

export const Menu = z.object({
  priceBookVersion: z.int(),
  items: z.array(MenuItem),
  allergens: z.array(Allergen),
  /** What is true about the kitchen whatever is chosen, for example the shared grill. */
  notices: z.array(z.string()),
})
export type Menu = z.infer<typeof Menu>

export const Price = z.object({
  sku: Sku,
  name: z.string(),
  unit: PriceUnit,
  amount: Money,
})
export type Price = z.infer<typeof Price>

export const PriceBook = z.object({
  id: z.string(),
  version: z.int(),
  name: z.string(),
  status: z.enum(["draft", "published"]),
  effectiveFrom: InstantText.nullable(),
  publishedAt: InstantText.nullable(),
  isCurrent: z.boolean(),
  /** Grows with each change of a draft. */
  revision: z.int(),
  prices: z.array(Price),
})
export type PriceBook = z.infer<typeof PriceBook>

export const PriceBookList = z.object({ items: z.array(PriceBook) })
export type PriceBookList = z.infer<typeof PriceBookList>

export const PolicyList = z.object({ items: z.array(PolicyText) })
export type PolicyList = z.infer<typeof PolicyList>

export const Business = z.object({
  name: z.string(),
  email: z.string(),
  phone: z.string(),
  website: z.string(),
  currency: z.literal("USD"),
})
export type Business = z.infer<typeof Business>

export const PublicStation = z.object({
  id: z.string(),
  name: z.string(),
  city: z.string(),
  state: z.string(),
  timeZone: TimeZoneId,
  freeMiles: z.number(),
  ratePerMile: Money,
  /** Other rates per mile from farther miles on. */
  furtherRates: z.array(z.object({ fromMiles: z.number(), ratePerMile: Money })),
  maximumMiles: z.number(),
})
export type PublicStation = z.infer<typeof PublicStation>

export const PublicConfig = z.object({
  business: Business,
  priceBook: z.object({ id: z.string(), version: z.int(), effectiveFrom: InstantText }),
  prices: z.object({ adult: Money, child: Money, littleOne: Money, minimumFood: Money }),
  priceList: z.array(Price),
  policies: z.array(PolicyText.pick({ id: true, key: true, version: true, title: true })),
  parameters: PolicyParameters,
  stations: z.array(PublicStation),
})
export type PublicConfig = z.infer<typeof PublicConfig>

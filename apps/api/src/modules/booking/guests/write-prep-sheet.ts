import type { MenuItem } from "@myhibachi/contract/catalog"
import type { GuestDish, PartyGuest, PrepSheet } from "@myhibachi/contract/party-guests"
import { type RecipePart, readRecipes } from "#modules/catalog/index.ts"
import type { Context } from "#platform/context.ts"
import { type BookingRow, requireBooking } from "../read-booking.ts"
import { allGuests } from "../rules/count-guests.ts"
import { findUnsafe, isServedToAll, unsafeIngredients } from "./check-guests.ts"
import { readBookedFood, readGuests } from "./list-guests.ts"

/** @returns what the chef packs and watches out for; guests who were not listed get what everybody gets. */
export async function writePrepSheet(ctx: Context, input: { bookingId: string }): Promise<PrepSheet> {
  return prepare(ctx, await requireBooking(ctx, input.bookingId))
}

/** @returns the sheet of a booking that was read already. */
export async function prepare(ctx: Context, row: BookingRow): Promise<PrepSheet> {
  const guests = await readGuests(ctx, row.id)
  const food = await readBookedFood(ctx, row, guests)
  const total = allGuests(row.guests)
  const served = servedDishes(guests, food.menu, total)
  const ordered = food.menu.filter((item) => item.kind === "add_on")
  const portions = food.menu.map((item) => ({
    sku: item.sku,
    name: item.name,
    portions: ordered.includes(item)
      ? row.items.filter(({ sku }) => sku === item.sku).reduce((sum, { quantity }) => sum + quantity, 0)
      : served.filter(({ sku }) => sku === item.sku).length,
  }))
  return {
    reference: row.reference,
    guestTotal: total,
    chosen: guests.filter((guest) => guest.choices.length > 0).length,
    portions: portions.filter((line) => line.portions > 0),
    careful: guests.filter(needsCare).map((guest) =>
      describeCare(
        guest,
        food.menu,
        row.items.map(({ sku }) => sku),
      ),
    ),
    shopping: shoppingOf(food.menu, served, portions, await readRecipes(ctx)),
    warnings: findUnsafe(guests, food),
    notices: food.notices,
  }
}

function needsCare(guest: PartyGuest): boolean {
  return guest.allergens.length > 0 || guest.isSevere || guest.note !== ""
}

/** Every dish that leaves the grill, one entry a portion. */
function servedDishes(guests: readonly PartyGuest[], menu: readonly MenuItem[], total: number): GuestDish[] {
  const sides = menu.filter(isServedToAll)
  const ofGuest = (guest: PartyGuest): GuestDish[] =>
    sides.flatMap(({ sku }) => {
      const side = guest.sides.find((candidate) => candidate.sku === sku)
      return side?.isSkipped ? [] : [{ sku, leaveOut: side?.leaveOut ?? [] }]
    })
  const unlisted = Array.from({ length: Math.max(0, total - guests.length) }, () =>
    sides.map(({ sku }) => ({ sku, leaveOut: [] })),
  )
  return [...guests.flatMap((guest) => [...guest.choices, ...ofGuest(guest)]), ...unlisted.flat()]
}

function describeCare(
  guest: PartyGuest,
  menu: readonly MenuItem[],
  ordered: readonly string[],
): PrepSheet["careful"][number] {
  const unsafeOrders = menu
    .filter((item) => item.kind === "add_on" && ordered.includes(item.sku))
    .filter((item) => unsafeIngredients(item, [], guest.allergens).length > 0)
  const nameOf = (sku: string) => menu.find((item) => item.sku === sku)?.name ?? sku
  const without = (dish: GuestDish) => {
    const item = menu.find((candidate) => candidate.sku === dish.sku)
    const names = dish.leaveOut.map((id) => item?.ingredients.find((part) => part.id === id)?.name ?? id)
    return names.length > 0 ? `${nameOf(dish.sku)} without ${names.join(", ")}` : nameOf(dish.sku)
  }
  return {
    name: guest.name || "Guest without a name",
    band: guest.band,
    allergens: guest.allergens,
    isSevere: guest.isSevere,
    dishes: [
      ...guest.choices.map(without),
      ...guest.sides
        .filter((side) => side.isSkipped || side.leaveOut.length > 0)
        .map((side) => (side.isSkipped ? `no ${nameOf(side.sku)}` : without(side))),
      ...unsafeOrders.map((item) => `must not share the ${item.name}`),
    ],
    note: guest.note,
  }
}

function shoppingOf(
  menu: readonly MenuItem[],
  served: readonly GuestDish[],
  portions: PrepSheet["portions"],
  recipes: readonly RecipePart[],
): PrepSheet["shopping"] {
  const lines = new Map<string, ShoppingLine>()
  for (const item of menu) {
    const dishes = served.filter(({ sku }) => sku === item.sku)
    const orders = item.kind === "add_on" ? (portions.find(({ sku }) => sku === item.sku)?.portions ?? 0) : 0
    for (const { id, name, allergens } of item.ingredients) {
      const count = orders + dishes.filter(({ leaveOut }) => !leaveOut.includes(id)).length
      const part = recipes.find((candidate) => candidate.sku === item.sku && candidate.ingredientId === id)
      if (count > 0) addPortions(lines, { ingredientId: id, ingredient: name, allergens }, count, part)
    }
  }
  return [...lines.values()].sort((left, right) => left.ingredient.localeCompare(right.ingredient))
}

type ShoppingLine = PrepSheet["shopping"][number]

/** One dish whose recipe was never weighed makes the sum unknown, not smaller. */
function addPortions(
  lines: Map<string, ShoppingLine>,
  named: Pick<ShoppingLine, "ingredientId" | "ingredient" | "allergens">,
  count: number,
  part: RecipePart | undefined,
): void {
  const before = lines.get(named.ingredientId)
  const added = part && part.amountTenths > 0 ? part.amountTenths * count : null
  const sum = before ? before.amountTenths : 0
  lines.set(named.ingredientId, {
    ...named,
    portions: (before?.portions ?? 0) + count,
    unit: part?.unit ?? before?.unit ?? "g",
    amountTenths: added === null || sum === null ? null : sum + added,
  })
}

import type { MenuItem } from "@myhibachi/contract/catalog"
import { Badge } from "@myhibachi/ui/badge"
import { MoneyText } from "@myhibachi/ui/money-text"
import { allergenText, removableAllergens } from "./menu-words.ts"

/** One thing to eat: what is in it, what that means for allergies, what it adds to the price. */
export function MenuItemRow({ item }: { item: MenuItem }) {
  const removable = removableAllergens(item)
  return (
    <li className="flex flex-col gap-1.5 py-4">
      <div className="flex items-baseline justify-between gap-4">
        <h3 className="font-semibold">{item.name}</h3>
        <p className="text-ink-soft">
          {item.price && item.price.amount > 0 ? (
            <>
              +<MoneyText money={item.price} className="text-ink" />{" "}
              {item.unit === "per_protein" ? "each" : "per order"}
            </>
          ) : (
            "included"
          )}
        </p>
      </div>
      {item.description ? <p className="text-ink-soft">{item.description}</p> : null}
      <p className="flex flex-wrap gap-1.5">
        {item.isVegan ? <Badge state="good">vegan</Badge> : null}
        {!item.isVegan && item.isVeganOnRequest ? <Badge state="good">vegan on request</Badge> : null}
        {!item.isVegan && !item.isVeganOnRequest && item.isVegetarian ? (
          <Badge state="good">vegetarian</Badge>
        ) : null}
        {item.allergens.length === 0 ? <Badge>none of the listed allergens</Badge> : null}
        {item.allergens.map((allergen) => (
          <Badge key={allergen} state="caution">
            {allergenText(allergen)}
          </Badge>
        ))}
      </p>
      {removable.length > 0 ? (
        <p className="text-sm text-ink-soft">
          Without {removable.map(allergenText).join(", ")} when you ask: we leave out{" "}
          {item.ingredients
            .filter((ingredient) => ingredient.isRemovable)
            .map((ingredient) => ingredient.name)
            .join(", ")}
          .
        </p>
      ) : null}
      <p className="text-sm text-ink-soft">
        Made of {item.ingredients.map((ingredient) => ingredient.name).join(", ")}.
      </p>
    </li>
  )
}

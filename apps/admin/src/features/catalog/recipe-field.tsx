"use client"

import { IngredientList, type StaffIngredient } from "@myhibachi/contract/menu-editing"
import { Checkbox } from "@myhibachi/ui/checkbox"
import { useQuery } from "@tanstack/react-query"
import { request } from "@/api/request.ts"
import { Loaded } from "@/lists/loaded.tsx"
import { catalogKeys } from "./catalog-keys.ts"
import { allergenTitle } from "./catalog-words.ts"

/** @returns every ingredient with its dishes. */
export function useIngredients() {
  return useQuery({
    queryKey: catalogKeys.ingredients,
    queryFn: () => request(IngredientList, "/v1/ingredients"),
  })
}

interface RecipeFieldProps {
  chosen: string[]
  onChange: (ids: string[]) => void
  error: string | undefined
}

/** What a dish is made of, and beneath it the allergens that follow, each with its reason. */
export function RecipeField({ chosen, onChange, error }: RecipeFieldProps) {
  const ingredients = useIngredients()
  return (
    <fieldset>
      <legend className="text-sm font-medium">Made of</legend>
      <Loaded query={ingredients} lines={4}>
        {({ items }) => (
          <>
            <div className="grid max-h-56 overflow-y-auto sm:grid-cols-2">
              {items.map((ingredient) => (
                <Checkbox
                  key={ingredient.id}
                  label={ingredient.name}
                  checked={chosen.includes(ingredient.id)}
                  onChange={(event) =>
                    onChange(
                      event.currentTarget.checked
                        ? [...chosen, ingredient.id]
                        : chosen.filter((id) => id !== ingredient.id),
                    )
                  }
                />
              ))}
            </div>
            <p aria-live="polite" className="text-sm font-medium text-bad empty:hidden">
              {error}
            </p>
            <DerivedAllergens parts={items.filter(({ id }) => chosen.includes(id))} />
          </>
        )}
      </Loaded>
    </fieldset>
  )
}

function DerivedAllergens({ parts }: { parts: StaffIngredient[] }) {
  const allergens = [...new Set(parts.flatMap((part) => part.allergens))].sort()
  return (
    <div className="mt-3 text-sm">
      <p className="font-medium">Allergens that follow</p>
      {allergens.length === 0 ? (
        <p className="text-ink-soft">None of ours.</p>
      ) : (
        <ul>
          {allergens.map((allergen) => (
            <li key={allergen}>
              {allergenTitle[allergen]}, because of{" "}
              {parts
                .filter((part) => part.allergens.includes(allergen))
                .map(({ name }) => name)
                .join(", ")}
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

"use client"

import type { StaffIngredient } from "@myhibachi/contract/menu-editing"
import { Cell, HeaderCell, Row, Table } from "@myhibachi/ui/table"
import { Loaded } from "@/lists/loaded.tsx"
import { stacked } from "@/lists/stacked.ts"
import { useMay } from "@/shell/me.tsx"
import { PageHeader } from "@/shell/page-header.tsx"
import { allergenTitle } from "./catalog-words.ts"
import { IngredientDialog } from "./ingredient-dialog.tsx"
import { useIngredients } from "./recipe-field.tsx"

/** What dishes are made of; the allergens of every dish follow from here. */
export function IngredientsView() {
  const ingredients = useIngredients()
  const mayWrite = useMay("catalog:write")
  return (
    <>
      <PageHeader
        title="Ingredients"
        detail="The one place where allergens are written: every dish made with an ingredient contains what it contains"
        actions={mayWrite ? <IngredientDialog /> : null}
      />
      <Loaded query={ingredients} lines={10}>
        {({ items }) => (
          <Table label="Ingredients" className={stacked}>
            <thead>
              <tr>
                <HeaderCell>Ingredient</HeaderCell>
                <HeaderCell>Contains</HeaderCell>
                <HeaderCell>In</HeaderCell>
                {mayWrite ? <HeaderCell>{""}</HeaderCell> : null}
              </tr>
            </thead>
            <tbody>
              {items.map((ingredient) => (
                <IngredientRow key={ingredient.id} ingredient={ingredient} mayWrite={mayWrite} />
              ))}
            </tbody>
          </Table>
        )}
      </Loaded>
    </>
  )
}

function IngredientRow({ ingredient, mayWrite }: { ingredient: StaffIngredient; mayWrite: boolean }) {
  const { name, allergens, isRemovable, usedIn } = ingredient
  return (
    <Row>
      <Cell>
        <span className="font-medium">{name}</span>
        {isRemovable ? <span className="block text-sm text-ink-soft">can be left out</span> : null}
      </Cell>
      <Cell>
        {allergens.length === 0
          ? "none of ours"
          : allergens.map((allergen) => allergenTitle[allergen]).join(", ")}
      </Cell>
      <Cell className="text-sm max-md:basis-full">
        {usedIn.map((dish) => dish.name).join(", ") || "no dish"}
      </Cell>
      {mayWrite ? (
        <Cell>
          <IngredientDialog ingredient={ingredient} />
        </Cell>
      ) : null}
    </Row>
  )
}

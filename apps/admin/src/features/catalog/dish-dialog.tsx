"use client"

import { MenuItemKind } from "@myhibachi/contract/catalog"
import { CreateDish, SaveDish, StaffMenuItem } from "@myhibachi/contract/menu-editing"
import { Button } from "@myhibachi/ui/button"
import { Dialog } from "@myhibachi/ui/dialog"
import { Field } from "@myhibachi/ui/field"
import { Input } from "@myhibachi/ui/input"
import { Select } from "@myhibachi/ui/select"
import { Textarea } from "@myhibachi/ui/textarea"
import { useState } from "react"
import { request } from "@/api/request.ts"
import { ifMatch } from "./catalog-keys.ts"
import { itemKindTitle } from "./catalog-words.ts"
import { MenuChangePreviewPanel } from "./menu-change-preview.tsx"
import { nameForAddress } from "./name-for-address.ts"
import { RecipeField } from "./recipe-field.tsx"
import { useChange } from "./use-change.ts"

/** Adds a dish, or changes one; its allergens follow from the recipe and are shown, never typed. */
export function DishDialog({ dish }: { dish?: StaffMenuItem }) {
  const [isOpen, setIsOpen] = useState(false)
  const trigger = dish ? (
    <Button size="small" variant="secondary" aria-label={`Change ${dish.name}`}>
      Change…
    </Button>
  ) : (
    <Button>New dish…</Button>
  )
  return (
    <Dialog
      open={isOpen}
      onOpenChange={setIsOpen}
      title={dish ? `Change ${dish.name}` : "New dish"}
      description="Allergens follow from the ingredients. A price is set in a draft of the price book."
      trigger={trigger}
      className="max-w-2xl"
    >
      {isOpen ? <DishForm {...(dish ? { dish } : {})} onDone={() => setIsOpen(false)} /> : null}
    </Dialog>
  )
}

function DishForm({ dish, onDone }: { dish?: StaffMenuItem; onDone: () => void }) {
  const [name, setName] = useState(dish?.name ?? "")
  const [kind, setKind] = useState<string>(dish?.kind ?? "add_on")
  const [description, setDescription] = useState(dish?.description ?? "")
  const before = dish?.ingredients.map(({ id }) => id) ?? []
  const [ingredientIds, setIngredientIds] = useState<string[]>(before)
  const [hints, setHints] = useState<Record<string, string>>({})
  const save = useSaveDish(dish, onDone)
  const errors: Record<string, string> = { ...save.errors, ...hints }
  const submit = () => {
    const words = { name, description, ingredientIds }
    const parsed = dish
      ? SaveDish.safeParse(words)
      : CreateDish.safeParse({ ...words, kind, sku: nameForAddress(name) })
    const issues = parsed.success ? [] : parsed.error.issues
    setHints(Object.fromEntries(issues.map(({ path, message }) => [String(path[0]), message])))
    if (parsed.success) save.mutate(parsed.data)
  }
  const isRecipeChanged = dish && ingredientIds.length > 0 && ingredientIds.join() !== before.join()
  return (
    <div className="flex flex-col gap-4">
      <Field label="Name" error={errors.name ?? errors.sku} isRequired>
        <Input value={name} onChange={(event) => setName(event.currentTarget.value)} />
      </Field>
      {dish ? null : (
        <Field label="Kind" hint="It decides how the dish is ordered and does not change later.">
          <Select value={kind} onChange={(event) => setKind(event.currentTarget.value)}>
            {MenuItemKind.options.map((option) => (
              <option key={option} value={option}>
                {itemKindTitle[option]}
              </option>
            ))}
          </Select>
        </Field>
      )}
      <Field label="Description" error={errors.description}>
        <Textarea value={description} onChange={(event) => setDescription(event.currentTarget.value)} />
      </Field>
      <RecipeField chosen={ingredientIds} onChange={setIngredientIds} error={errors.ingredientIds} />
      {isRecipeChanged ? (
        <MenuChangePreviewPanel change={{ kind: "recipe", sku: dish.sku, ingredientIds }} />
      ) : null}
      <div className="flex justify-end">
        <Button isBusy={save.isPending} onClick={submit}>
          {dish ? "Save the dish" : "Add the dish"}
        </Button>
      </div>
    </div>
  )
}

function useSaveDish(dish: StaffMenuItem | undefined, onDone: () => void) {
  return useChange({
    send: (body: SaveDish | CreateDish) =>
      dish
        ? request(StaffMenuItem, `/v1/menu-items/${dish.sku}`, {
            method: "PATCH",
            body,
            headers: ifMatch(dish.version),
          })
        : request(StaffMenuItem, "/v1/menu-items", { method: "POST", body }),
    done: ({ name }) => `${name} is saved`,
    after: onDone,
  })
}

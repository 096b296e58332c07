"use client"

import { Allergen, IngredientOrigin } from "@myhibachi/contract/catalog"
import { CreateIngredient, SaveIngredient, StaffIngredient } from "@myhibachi/contract/menu-editing"
import { Button } from "@myhibachi/ui/button"
import { Checkbox } from "@myhibachi/ui/checkbox"
import { Dialog } from "@myhibachi/ui/dialog"
import { Field } from "@myhibachi/ui/field"
import { Input } from "@myhibachi/ui/input"
import { Select } from "@myhibachi/ui/select"
import { useState } from "react"
import { request } from "@/api/request.ts"
import { ifMatch } from "./catalog-keys.ts"
import { allergenTitle } from "./catalog-words.ts"
import { MenuChangePreviewPanel } from "./menu-change-preview.tsx"
import { nameForAddress } from "./name-for-address.ts"
import { useChange } from "./use-change.ts"

const originTitle: Record<IngredientOrigin, string> = {
  plant: "A plant",
  animal_product: "From an animal, such as egg or milk",
  meat: "Meat",
  fish: "Fish or shellfish",
}

/** Adds an ingredient or changes one, after showing the dishes and booked guests that would be concerned. */
export function IngredientDialog({ ingredient }: { ingredient?: StaffIngredient }) {
  const [isOpen, setIsOpen] = useState(false)
  const trigger = ingredient ? (
    <Button size="small" variant="secondary" aria-label={`Change ${ingredient.name}`}>
      Change…
    </Button>
  ) : (
    <Button>New ingredient…</Button>
  )
  return (
    <Dialog
      open={isOpen}
      onOpenChange={setIsOpen}
      title={ingredient ? `Change ${ingredient.name}` : "New ingredient"}
      trigger={trigger}
    >
      {isOpen ? (
        <IngredientForm {...(ingredient ? { ingredient } : {})} onDone={() => setIsOpen(false)} />
      ) : null}
    </Dialog>
  )
}

const FRESH: SaveIngredient = { name: "", origin: "plant", allergens: [], isRemovable: false, unit: "g" }

function IngredientForm({ ingredient, onDone }: { ingredient?: StaffIngredient; onDone: () => void }) {
  const [draft, setDraft] = useState<SaveIngredient>(ingredient ? SaveIngredient.parse(ingredient) : FRESH)
  const [hints, setHints] = useState<Record<string, string>>({})
  const save = useSaveIngredient(ingredient, onDone)
  const put = (part: Partial<SaveIngredient>) => setDraft((now) => ({ ...now, ...part }))
  const submit = () => {
    const parsed = ingredient
      ? SaveIngredient.safeParse(draft)
      : CreateIngredient.safeParse({ ...draft, id: nameForAddress(draft.name) })
    const issues = parsed.success ? [] : parsed.error.issues
    setHints(Object.fromEntries(issues.map(({ path, message }) => [String(path[0]), message])))
    if (parsed.success) save.mutate(parsed.data)
  }
  const { allergens, isRemovable } = draft
  return (
    <div className="flex flex-col gap-4">
      <Field label="Name" error={hints.name ?? hints.id} isRequired>
        <Input value={draft.name} onChange={(event) => put({ name: event.currentTarget.value })} />
      </Field>
      <Field label="It is">
        <Select
          value={draft.origin}
          onChange={(event) => put({ origin: IngredientOrigin.parse(event.currentTarget.value) })}
        >
          {IngredientOrigin.options.map((origin) => (
            <option key={origin} value={origin}>
              {originTitle[origin]}
            </option>
          ))}
        </Select>
      </Field>
      <Contains allergens={allergens} onChange={(chosen) => put({ allergens: chosen })} />
      <Checkbox
        label="The kitchen can leave it out"
        checked={isRemovable}
        onChange={(event) => put({ isRemovable: event.currentTarget.checked })}
      />
      {ingredient ? (
        <MenuChangePreviewPanel change={{ kind: "ingredient", id: ingredient.id, allergens, isRemovable }} />
      ) : null}
      <div className="flex justify-end">
        <Button isBusy={save.isPending} onClick={submit}>
          {ingredient ? "Save the ingredient" : "Add the ingredient"}
        </Button>
      </div>
    </div>
  )
}

function Contains({
  allergens,
  onChange,
}: {
  allergens: Allergen[]
  onChange: (chosen: Allergen[]) => void
}) {
  return (
    <fieldset>
      <legend className="text-sm font-medium">It contains</legend>
      <div className="grid grid-cols-2 sm:grid-cols-3">
        {Allergen.options.map((allergen) => (
          <Checkbox
            key={allergen}
            label={allergenTitle[allergen]}
            checked={allergens.includes(allergen)}
            onChange={(event) =>
              onChange(
                event.currentTarget.checked
                  ? [...allergens, allergen]
                  : allergens.filter((other) => other !== allergen),
              )
            }
          />
        ))}
      </div>
    </fieldset>
  )
}

function useSaveIngredient(ingredient: StaffIngredient | undefined, onDone: () => void) {
  return useChange({
    send: (body: SaveIngredient | CreateIngredient) =>
      ingredient
        ? request(StaffIngredient, `/v1/ingredients/${ingredient.id}`, {
            method: "PUT",
            body,
            headers: ifMatch(ingredient.version),
          })
        : request(StaffIngredient, "/v1/ingredients", { method: "POST", body }),
    done: ({ name }) => `${name} is saved`,
    after: onDone,
  })
}

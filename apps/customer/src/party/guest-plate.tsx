"use client"
import { Allergen } from "@myhibachi/contract/catalog"
import type { GuestList, PartyGuest } from "@myhibachi/contract/party-guests"
import { Checkbox } from "@myhibachi/ui/checkbox"
import { Field } from "@myhibachi/ui/field"
import { Input } from "@myhibachi/ui/input"
import { Select } from "@myhibachi/ui/select"
import { allergenText } from "@/menu/menu-words.ts"
import { arrangeSafely, canBeSafe, differencesOf } from "./safe-plate.ts"

/** One guest: name, proteins, allergies, and what the kitchen therefore does differently. */
export function GuestPlate({
  guest,
  title,
  list,
  onChange,
}: {
  guest: PartyGuest
  title: string
  list: GuestList
  onChange: (guest: PartyGuest) => void
}) {
  const change = (part: Partial<PartyGuest>) => onChange(arrangeSafely({ ...guest, ...part }, list))
  const differences = differencesOf(guest, list)
  return (
    <fieldset className="grid gap-3 border-t border-line py-4 first-of-type:border-0">
      <legend className="float-left w-full font-medium">{guest.name.trim() || title}</legend>
      <div className="grid gap-3 sm:grid-cols-3">
        <Field label={`Name of ${title.toLowerCase()}`}>
          <Input
            value={guest.name}
            maxLength={80}
            autoComplete="off"
            onChange={(event) => change({ name: event.target.value })}
          />
        </Field>
        {guest.band === "little_one" ? null : <Proteins guest={guest} list={list} onChange={change} />}
      </div>
      <details>
        <summary className="py-2 font-medium">
          Allergies{guest.allergens.length > 0 ? `: ${guest.allergens.map(allergenText).join(", ")}` : ""}
        </summary>
        <div className="grid grid-cols-2 gap-x-4 sm:grid-cols-4">
          {Allergen.options.map((allergen) => (
            <Checkbox
              key={allergen}
              label={allergenText(allergen)}
              checked={guest.allergens.includes(allergen)}
              onChange={(event) =>
                change({
                  allergens: event.target.checked
                    ? [...guest.allergens, allergen]
                    : guest.allergens.filter((other) => other !== allergen),
                })
              }
            />
          ))}
        </div>
        <Checkbox
          label="It is severe (anaphylaxis, coeliac disease): a person calls me. The grill is shared."
          checked={guest.isSevere}
          onChange={(event) => change({ isSevere: event.target.checked })}
        />
        <Field label="Anything else the chef should know">
          <Input
            value={guest.note}
            maxLength={300}
            onChange={(event) => change({ note: event.target.value })}
          />
        </Field>
      </details>
      <p aria-live="polite" className="text-sm text-ink-soft empty:hidden">
        {differences.length > 0 ? `For this guest: ${differences.join("; ")}.` : ""}
      </p>
    </fieldset>
  )
}

function Proteins({
  guest,
  list,
  onChange,
}: {
  guest: PartyGuest
  list: GuestList
  onChange: (part: Partial<PartyGuest>) => void
}) {
  const booked = (sku: string) => list.booked.find((upgrade) => upgrade.sku === sku)?.quantity ?? 0
  const offered = list.proteins.filter((item) => item.kind === "protein" || booked(item.sku) > 0)
  const most = list.proteinsPerGuest + (list.thirdProteins > 0 ? 1 : 0)
  return Array.from({ length: most }, (_, place) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the first, second and third protein are their places
    <Field key={place} label={`${["First", "Second", "Third"][place] ?? `${place + 1}.`} protein`}>
      <Select
        value={guest.choices[place]?.sku ?? ""}
        onChange={(event) => {
          const skus = Array.from({ length: most }, (_, other) =>
            other === place ? event.target.value : (guest.choices[other]?.sku ?? ""),
          )
          onChange({ choices: skus.filter(Boolean).map((sku) => ({ sku, leaveOut: [] })) })
        }}
      >
        <option value="">Not chosen yet</option>
        {offered.map((item) => (
          <option key={item.sku} value={item.sku} disabled={!canBeSafe(item, guest.allergens)}>
            {item.name}
            {canBeSafe(item, guest.allergens) ? "" : " (not safe)"}
          </option>
        ))}
      </Select>
    </Field>
  ))
}

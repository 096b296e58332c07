"use client"
import type { PolicyParameters } from "@myhibachi/contract/catalog"
import type { Guests, QuoteRequest } from "@myhibachi/contract/quote"
import { Field } from "@myhibachi/ui/field"
import { NumberStepper } from "@myhibachi/ui/number-stepper"

/** @returns the counts with every band there; a band that was left out is zero. */
export function everyBand(guests: QuoteRequest["guests"]): Guests {
  return { adults: guests.adults, children: guests.children ?? 0, littleOnes: guests.littleOnes ?? 0 }
}

/** How many come, by age band. The bands are those of the policy. */
export function GuestSteppers({
  value,
  onChange,
  bands,
  errors = {},
}: {
  value: Guests
  onChange: (guests: Guests) => void
  bands: PolicyParameters["guests"]
  errors?: Partial<Record<keyof Guests, string>>
}) {
  const rows: Array<{ key: keyof Guests; label: string; ages: string; name: string }> = [
    { key: "adults", label: "Adults", ages: `${bands.adultFromAge} and older`, name: "adult" },
    {
      key: "children",
      label: "Children",
      ages: `${bands.childFromAge} to ${bands.adultFromAge - 1}`,
      name: "child",
    },
    {
      key: "littleOnes",
      label: "Little ones",
      ages: `${bands.childFromAge - 1} and younger`,
      name: "little one",
    },
  ]
  return (
    <fieldset className="flex flex-col gap-3">
      <legend className="sr-only">Guests</legend>
      {rows.map(({ key, label, ages, name }) => (
        <Field
          key={key}
          error={errors[key]}
          label={
            <>
              <span className="block text-base">{label}</span>
              <span className="block font-normal text-ink-soft">{ages}</span>
            </>
          }
          className="grid grid-cols-[1fr_auto] items-center gap-x-4 [&>p]:col-span-2"
        >
          <NumberStepper
            name={name}
            value={value[key]}
            onChange={(next) => onChange({ ...value, [key]: next })}
          />
        </Field>
      ))}
    </fieldset>
  )
}

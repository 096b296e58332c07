"use client"

import { StationList } from "@myhibachi/contract/crew"
import { Checkbox } from "@myhibachi/ui/checkbox"
import { Field } from "@myhibachi/ui/field"
import { Input } from "@myhibachi/ui/input"
import { useQuery } from "@tanstack/react-query"
import { request } from "@/api/request.ts"
import { weekdayTitles } from "./catalog-words.ts"
import type { PromotionFieldsProps } from "./promotion-fields.tsx"

/** How often a promotion can be used, on which days and for which stations. */
export function PromotionLimits({ draft, onChange, errors }: PromotionFieldsProps) {
  return (
    <>
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label="Uses in all" hint="Empty: no limit." error={errors.limitTotal}>
          <Input
            inputMode="numeric"
            value={draft.limitTotal}
            onChange={(event) => onChange({ limitTotal: event.currentTarget.value })}
          />
        </Field>
        <Field label="Uses for each customer" hint="Empty: no limit." error={errors.limitPerCustomer}>
          <Input
            inputMode="numeric"
            value={draft.limitPerCustomer}
            onChange={(event) => onChange({ limitPerCustomer: event.currentTarget.value })}
          />
        </Field>
      </div>
      <Choices
        legend="Only on these days of the week"
        options={weekdayTitles.map((label, index) => ({ value: index + 1, label }))}
        chosen={draft.weekdays}
        onChange={(weekdays) => onChange({ weekdays })}
      />
      <Stations chosen={draft.stationIds} onChange={(stationIds) => onChange({ stationIds })} />
    </>
  )
}

function Stations({ chosen, onChange }: { chosen: string[]; onChange: (ids: string[]) => void }) {
  const stations = useQuery({ queryKey: ["stations"], queryFn: () => request(StationList, "/v1/stations") })
  if (!stations.data) return null
  const options = stations.data.items.map(({ id, name }) => ({ value: id, label: name }))
  return (
    <Choices
      legend="Only for parties of these stations"
      options={options}
      chosen={chosen}
      onChange={onChange}
    />
  )
}

interface ChoicesProps<Value> {
  legend: string
  options: { value: Value; label: string }[]
  chosen: Value[]
  onChange: (chosen: Value[]) => void
}

function Choices<Value extends string | number>({ legend, options, chosen, onChange }: ChoicesProps<Value>) {
  return (
    <fieldset>
      <legend className="text-sm font-medium">{legend}</legend>
      <div className="flex flex-wrap gap-x-5">
        {options.map(({ value, label }) => (
          <Checkbox
            key={value}
            label={label}
            checked={chosen.includes(value)}
            onChange={(event) =>
              onChange(
                event.currentTarget.checked ? [...chosen, value] : chosen.filter((other) => other !== value),
              )
            }
          />
        ))}
      </div>
      <p className="text-sm text-ink-soft">None chosen: for all.</p>
    </fieldset>
  )
}

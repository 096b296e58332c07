"use client"

import { ReportUnit } from "@myhibachi/contract/reports"
import { Field } from "@myhibachi/ui/field"
import { Input } from "@myhibachi/ui/input"
import { Select } from "@myhibachi/ui/select"
import { useAddress } from "@/lists/use-address.ts"

const units: Record<ReportUnit, string> = { day: "by day", week: "by week", month: "by month" }

/** The days of a report and, unless it has none, its unit; both stand in the address. */
export function PeriodFields({
  filters,
  hasUnit,
}: {
  filters: { from: string; to: string; unit: ReportUnit }
  hasUnit: boolean
}) {
  const address = useAddress()
  return (
    <>
      <Field label="From">
        <Input
          type="date"
          value={filters.from}
          onChange={(event) => address.set({ from: event.currentTarget.value })}
        />
      </Field>
      <Field label="To">
        <Input
          type="date"
          value={filters.to}
          onChange={(event) => address.set({ to: event.currentTarget.value })}
        />
      </Field>
      {hasUnit ? (
        <Select
          aria-label="Unit"
          value={filters.unit}
          onChange={(event) => address.set({ unit: event.currentTarget.value })}
        >
          {ReportUnit.options.map((unit) => (
            <option key={unit} value={unit}>
              {units[unit]}
            </option>
          ))}
        </Select>
      ) : null}
    </>
  )
}

"use client"

import { Button } from "@myhibachi/ui/button"
import { Input } from "@myhibachi/ui/input"
import { Trash2 } from "lucide-react"
import type { StationDraft } from "./station-draft.ts"

type Rates = StationDraft["furtherRates"]

interface FurtherRatesProps {
  rates: Rates
  error: string | undefined
  onChange: (rates: Rates) => void
}

/** Other rates from farther miles on. */
export function FurtherRates({ rates, error, onChange }: FurtherRatesProps) {
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="mb-1 text-sm font-medium">Other rates from farther miles on</legend>
      {rates.map((rate, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a rate is its place in the order
        <div key={index} className="flex items-center gap-2">
          <Input
            inputMode="decimal"
            aria-label={`Rate ${index + 1}: from mile`}
            placeholder="from mile"
            value={rate.fromMiles}
            onChange={(event) =>
              onChange(rates.with(index, { ...rate, fromMiles: event.currentTarget.value }))
            }
          />
          <Input
            inputMode="decimal"
            aria-label={`Rate ${index + 1}: dollars a mile`}
            placeholder="dollars a mile"
            value={rate.ratePerMile}
            onChange={(event) =>
              onChange(rates.with(index, { ...rate, ratePerMile: event.currentTarget.value }))
            }
          />
          <Button
            variant="quiet"
            size="icon-small"
            aria-label={`Remove rate ${index + 1}`}
            onClick={() => onChange(rates.toSpliced(index, 1))}
          >
            <Trash2 aria-hidden className="size-4" />
          </Button>
        </div>
      ))}
      <p aria-live="polite" className="text-sm font-medium text-bad empty:hidden">
        {error}
      </p>
      {rates.length < 5 ? (
        <Button
          size="small"
          variant="secondary"
          className="self-start"
          onClick={() => onChange([...rates, { fromMiles: "", ratePerMile: "" }])}
        >
          Add a rate
        </Button>
      ) : null}
    </fieldset>
  )
}

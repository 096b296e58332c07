"use client"

import { PublicConfig } from "@myhibachi/contract/catalog"
import type { Place } from "@myhibachi/contract/customers"
import { formatMoney } from "@myhibachi/contract/money"
import { Badge, type BadgeState } from "@myhibachi/ui/badge"
import { Field } from "@myhibachi/ui/field"
import { Input } from "@myhibachi/ui/input"
import { NumberStepper } from "@myhibachi/ui/number-stepper"
import { useQuery } from "@tanstack/react-query"
import type { ReactNode } from "react"
import { request } from "@/api/request.ts"
import type { PartyDraft } from "./party-draft.ts"

interface PartyFieldsProps {
  draft: PartyDraft
  onChange: (change: Partial<PartyDraft>) => void
  /** Where the address was found; null while it was not. */
  place: Place | null
  addressError: string | undefined
  /** Stands below the place, where a start can be chosen. */
  starts?: ReactNode
}

/** Guests, day, place and extras of a party. */
export function PartyFields({ draft, onChange, place, addressError, starts }: PartyFieldsProps) {
  return (
    <div className="flex flex-col gap-5">
      <div className="grid gap-4 sm:grid-cols-3">
        <Count label="Adults" name="adult" value={draft.adults} onChange={(adults) => onChange({ adults })} />
        <Count
          label="Children"
          name="child"
          value={draft.children}
          onChange={(children) => onChange({ children })}
        />
        <Count
          label="Little ones"
          name="little one"
          value={draft.littleOnes}
          onChange={(littleOnes) => onChange({ littleOnes })}
        />
      </div>
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label="Day">
          <Input
            type="date"
            value={draft.date}
            onChange={(event) => onChange({ date: event.currentTarget.value })}
          />
        </Field>
        <Field label="Start at the party">
          <Input
            type="time"
            step={900}
            value={draft.time}
            onChange={(event) => onChange({ time: event.currentTarget.value })}
          />
        </Field>
      </div>
      <Field
        label="Address, city or ZIP code"
        error={addressError}
        hint={
          place ? <PlaceFound place={place} /> : "A city is enough for a price; to book we need the street."
        }
      >
        <Input
          autoComplete="off"
          value={draft.address}
          onChange={(event) => onChange({ address: event.currentTarget.value })}
        />
      </Field>
      {starts}
      <Extras draft={draft} onChange={onChange} />
    </div>
  )
}

interface CountProps {
  label: string
  name: string
  value: number
  onChange: (value: number) => void
}

function Count({ label, name, value, onChange }: CountProps) {
  return (
    <Field label={label}>
      <NumberStepper name={name} value={value} maximum={500} onChange={onChange} className="w-full" />
    </Field>
  )
}

const confidence: Record<Place["precision"], { title: string; state: BadgeState }> = {
  address: { title: "exact address", state: "good" },
  street: { title: "street known, house number estimated", state: "good" },
  postal_code: { title: "ZIP code only: a price, no booking", state: "caution" },
  city: { title: "city only: a price, no booking", state: "caution" },
  region: { title: "too large to price", state: "bad" },
}

function PlaceFound({ place }: { place: Place }) {
  const { title, state } = confidence[place.precision]
  return (
    <span className="flex flex-wrap items-center gap-2">
      {place.formatted} <Badge state={state}>{title}</Badge>
    </span>
  )
}

/** @returns the prices and rules in force, as the customer site reads them. */
export function usePublicConfig() {
  return useQuery({
    queryKey: ["public-config"],
    queryFn: () => request(PublicConfig, "/v1/public/config"),
    staleTime: 300_000,
  })
}

function Extras({ draft, onChange }: Pick<PartyFieldsProps, "draft" | "onChange">) {
  const config = usePublicConfig()
  const prices = (config.data?.priceList ?? []).filter(
    ({ unit, amount }) => amount.amount > 0 && (unit === "per_protein" || unit === "per_order"),
  )
  const set = (sku: string, quantity: number) => {
    const others = draft.items.filter((item) => item.sku !== sku)
    onChange({ items: quantity > 0 ? [...others, { sku, quantity }] : others })
  }
  const chosen = draft.items.reduce((sum, { quantity }) => sum + quantity, 0)
  return (
    <details open={chosen > 0}>
      <summary className="py-1 font-medium">Upgrades and add-ons{chosen > 0 ? ` (${chosen})` : ""}</summary>
      <div className="grid grid-cols-[repeat(auto-fill,minmax(min(17rem,100%),1fr))] gap-x-8 gap-y-3 pt-3">
        {prices.map((price) => (
          <Field
            key={price.sku}
            label={`${price.name}, +${formatMoney(price.amount)}`}
            className="grid grid-cols-[1fr_auto] items-center gap-x-4"
          >
            <NumberStepper
              name={price.name}
              value={draft.items.find(({ sku }) => sku === price.sku)?.quantity ?? 0}
              onChange={(quantity) => set(price.sku, quantity)}
            />
          </Field>
        ))}
      </div>
    </details>
  )
}

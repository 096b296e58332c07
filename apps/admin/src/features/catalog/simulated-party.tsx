import type { Price } from "@myhibachi/contract/catalog"
import type { Guests } from "@myhibachi/contract/quote"
import { Field } from "@myhibachi/ui/field"
import { Input } from "@myhibachi/ui/input"
import { NumberStepper } from "@myhibachi/ui/number-stepper"

/** The party of the simulator as it is typed. */
export interface TriedParty {
  guests: Guests
  /** By sku. */
  quantities: Record<string, number>
  address: string
  date: string
  time: string
  code: string
}

export const startParty: TriedParty = {
  guests: { adults: 14, children: 0, littleOnes: 0 },
  quantities: {},
  address: "",
  date: "",
  time: "",
  code: "",
}

const BANDS = [
  { key: "adults", label: "Adults", name: "adult" },
  { key: "children", label: "Children", name: "child" },
  { key: "littleOnes", label: "Little ones", name: "little one" },
] as const

interface SimulatedPartyProps {
  party: TriedParty
  onChange: (party: TriedParty) => void
  prices: Price[]
  errors: Record<string, string>
}

/** Guests, extras, place, day and code: what a price follows from. */
export function SimulatedParty({ party, onChange, prices, errors }: SimulatedPartyProps) {
  const put = (part: Partial<TriedParty>) => onChange({ ...party, ...part })
  return (
    <>
      <div className="flex flex-wrap gap-x-6 gap-y-3">
        {BANDS.map(({ key, label, name }) => (
          <Field key={key} label={label} className="w-36">
            <NumberStepper
              name={name}
              value={party.guests[key]}
              onChange={(count) => put({ guests: { ...party.guests, [key]: count } })}
            />
          </Field>
        ))}
      </div>
      {errors.guests ? <p className="text-sm font-medium text-bad">{errors.guests}</p> : null}
      <Extras party={party} prices={prices} put={put} error={errors.items} />
      <Field label="Address, city or ZIP" error={errors.address}>
        <Input value={party.address} onChange={(event) => put({ address: event.currentTarget.value })} />
      </Field>
      <div className="grid grid-cols-2 gap-4">
        <Field label="Date" error={errors.date}>
          <Input
            type="date"
            value={party.date}
            onChange={(event) => put({ date: event.currentTarget.value })}
          />
        </Field>
        <Field label="Start" error={errors.time}>
          <Input
            type="time"
            value={party.time}
            onChange={(event) => put({ time: event.currentTarget.value })}
          />
        </Field>
      </div>
      <Field label="Promotion code" error={errors.promotionCode}>
        <Input value={party.code} onChange={(event) => put({ code: event.currentTarget.value })} />
      </Field>
    </>
  )
}

interface ExtrasProps {
  party: TriedParty
  prices: Price[]
  put: (part: Partial<TriedParty>) => void
  error: string | undefined
}

function Extras({ party, prices, put, error }: ExtrasProps) {
  const extras = prices.filter(
    ({ unit, amount }) => unit === "per_order" || (unit === "per_protein" && amount.amount > 0),
  )
  const chosen = Object.values(party.quantities).filter((quantity) => quantity > 0).length
  return (
    <details>
      <summary className="py-1 font-medium">
        Upgrades and add-ons{chosen > 0 ? ` (${chosen} chosen)` : ""}
      </summary>
      <ul className="mt-2 flex flex-col gap-2">
        {extras.map((price) => (
          <li key={price.sku} className="flex items-center justify-between gap-3">
            <span className="min-w-0">{price.name}</span>
            <NumberStepper
              name={price.name.toLowerCase()}
              className="w-36"
              value={party.quantities[price.sku] ?? 0}
              onChange={(count) => put({ quantities: { ...party.quantities, [price.sku]: count } })}
            />
          </li>
        ))}
      </ul>
      {error ? <p className="text-sm font-medium text-bad">{error}</p> : null}
    </details>
  )
}

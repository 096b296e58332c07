"use client"
import type { Price } from "@myhibachi/contract/catalog"
import { formatMoney } from "@myhibachi/contract/money"
import type { QuoteItem } from "@myhibachi/contract/quote"
import { Field } from "@myhibachi/ui/field"
import { NumberStepper } from "@myhibachi/ui/number-stepper"
import { extrasOf, quantityOf, withQuantity } from "./extras.ts"

/** How many of each upgrade and add-on. */
export function ExtraSteppers({
  prices,
  items,
  onChange,
}: {
  prices: Price[]
  items: QuoteItem[]
  onChange: (items: QuoteItem[]) => void
}) {
  return (
    <fieldset className="flex flex-col gap-3">
      <legend className="mb-3 font-semibold">Upgrades and add-ons</legend>
      {extrasOf(prices).map((price) => (
        <Field
          key={price.sku}
          label={
            <>
              <span className="block text-base">{price.name}</span>
              <span className="block font-normal text-ink-soft tabular-nums">
                +{formatMoney(price.amount)} {price.unit === "per_protein" ? "per protein" : "per order"}
              </span>
            </>
          }
          className="grid grid-cols-[1fr_auto] items-center gap-x-4"
        >
          <NumberStepper
            name={price.name}
            value={quantityOf(items, price.sku)}
            onChange={(quantity) => onChange(withQuantity(items, price.sku, quantity))}
          />
        </Field>
      ))}
    </fieldset>
  )
}

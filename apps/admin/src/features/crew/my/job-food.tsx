"use client"

import { formatAmount, type PrepSheet } from "@myhibachi/contract/party-guests"
import { Badge } from "@myhibachi/ui/badge"
import { TriangleAlert } from "lucide-react"
import { allergenTitle } from "@/features/catalog/catalog-words.ts"

/** What may harm somebody first, then what is cooked and what comes along. */
export function JobFood({ sheet }: { sheet: PrepSheet }) {
  return (
    <>
      <section className="rounded-card bg-bad-soft p-4">
        <h2 className="mb-2 flex items-center gap-2 text-lg font-semibold text-bad">
          <TriangleAlert aria-hidden className="size-5" /> Allergies and notes
        </h2>
        {sheet.careful.length === 0 ? <p>Nobody has declared an allergy. Ask before you begin.</p> : null}
        <ul className="flex flex-col gap-3">
          {sheet.careful.map((guest, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: guests may share a name; the sheet is read whole
            <li key={index}>
              <p className="flex flex-wrap items-center gap-2 font-medium">
                {guest.name}
                {guest.isSevere ? <Badge state="bad">Severe</Badge> : null}
              </p>
              <p className="font-semibold text-bad">
                {guest.allergens.map((allergen) => allergenTitle[allergen]).join(", ")}
              </p>
              <p>{[...guest.dishes, guest.note].filter(Boolean).join(" · ")}</p>
            </li>
          ))}
        </ul>
      </section>
      <section>
        <h2 className="mb-2 text-lg font-semibold">What you cook</h2>
        <p className="mb-2 text-sm text-ink-soft">
          {sheet.chosen} of {sheet.guestTotal} guests have chosen their proteins.
        </p>
        <Lines lines={sheet.portions.map(({ sku, name, portions }) => [sku, name, String(portions)])} />
      </section>
      <section>
        <h2 className="mb-2 text-lg font-semibold">What to bring</h2>
        <Lines
          lines={sheet.shopping.map((line) => [
            line.ingredient,
            line.ingredient,
            line.amountTenths === null ? `${line.portions} portions` : formatAmount(line),
          ])}
        />
        <p className="mt-3 text-sm text-ink-soft">{sheet.notices.join(" ")}</p>
      </section>
    </>
  )
}

function Lines({ lines }: { lines: [key: string, name: string, amount: string][] }) {
  return (
    <dl className="divide-y divide-line border-y border-line">
      {lines.map(([key, name, amount]) => (
        <div key={key} className="flex justify-between gap-4 py-2">
          <dt>{name}</dt>
          <dd className="whitespace-nowrap tabular-nums">{amount}</dd>
        </div>
      ))}
    </dl>
  )
}

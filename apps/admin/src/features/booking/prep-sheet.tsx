"use client"

import { formatAmount, PrepSheet } from "@myhibachi/contract/party-guests"
import { Badge } from "@myhibachi/ui/badge"
import { LinkButton } from "@myhibachi/ui/button"
import { Card, CardHeader } from "@myhibachi/ui/card"
import { ErrorState } from "@myhibachi/ui/error-state"
import { useQuery } from "@tanstack/react-query"
import { request } from "@/api/request.ts"
import { allergenTitle } from "@/features/catalog/catalog-words.ts"
import { Loaded } from "@/lists/loaded.tsx"

/** What the chef packs and watches out for. */
export function PrepSheetCard({ bookingId }: { bookingId: string }) {
  const sheet = useQuery({
    queryKey: ["booking", bookingId, "prep-sheet"],
    queryFn: () => request(PrepSheet, `/v1/bookings/${bookingId}/prep-sheet`),
  })
  return (
    <Card aria-label="Food and allergies">
      <Loaded query={sheet} lines={4}>
        {(data) => <Sheet sheet={data} bookingId={bookingId} />}
      </Loaded>
    </Card>
  )
}

function Sheet({ sheet, bookingId }: { sheet: PrepSheet; bookingId: string }) {
  return (
    <>
      <CardHeader
        title="Food and allergies"
        detail={`${sheet.chosen} of ${sheet.guestTotal} guests have chosen their proteins`}
        actions={
          <>
            <Paper href={`/api/v1/bookings/${bookingId}/prep-sheet/pdf`} label="Prep sheet" />
            <Paper href={`/api/v1/bookings/${bookingId}/job-sheet/pdf`} label="Job sheet" />
          </>
        }
      />
      {sheet.warnings.length > 0 ? (
        <ErrorState title="Recipes changed since the guests chose">{sheet.warnings.join(" ")}</ErrorState>
      ) : null}
      {sheet.careful.length === 0 ? (
        <p className="text-ink-soft">Nobody has declared an allergy.</p>
      ) : (
        <ul className="divide-y divide-line">
          {sheet.careful.map((guest, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: guests may share a name; the sheet is read whole
            <li key={index} className="py-2">
              <span className="flex flex-wrap items-center gap-2 font-medium">
                {guest.name}
                {guest.isSevere ? <Badge state="bad">severe</Badge> : null}
                {guest.allergens.map((allergen) => (
                  <Badge key={allergen} state="caution">
                    {allergenTitle[allergen].toLowerCase()}
                  </Badge>
                ))}
              </span>
              <span className="text-sm text-ink-soft">
                {[...guest.dishes, guest.note].filter(Boolean).join(" · ")}
              </span>
            </li>
          ))}
        </ul>
      )}
      <details className="mt-4">
        <summary className="py-1 font-medium">Portions and shopping</summary>
        <div className="grid gap-6 pt-2 sm:grid-cols-2">
          <Counts
            title="Dishes"
            lines={sheet.portions.map((line) => ({ name: line.name, count: String(line.portions) }))}
          />
          <Counts
            title="To buy and pack"
            lines={sheet.shopping.map((line) => ({ name: line.ingredient, count: formatAmount(line) }))}
          />
        </div>
      </details>
      <p className="mt-4 text-sm text-ink-soft">{sheet.notices.join(" ")}</p>
    </>
  )
}

function Paper({ href, label }: { href: string; label: string }) {
  return (
    <LinkButton size="small" variant="secondary" href={href} target="_blank">
      {label} (PDF)
    </LinkButton>
  )
}

function Counts({ title, lines }: { title: string; lines: { name: string; count: string }[] }) {
  return (
    <div>
      <h3 className="mb-1 text-sm font-medium">{title}</h3>
      <dl className="text-sm">
        {lines.map((line) => (
          <div key={line.name} className="flex justify-between gap-4 py-0.5">
            <dt>{line.name}</dt>
            <dd className="whitespace-nowrap tabular-nums">{line.count}</dd>
          </div>
        ))}
      </dl>
    </div>
  )
}

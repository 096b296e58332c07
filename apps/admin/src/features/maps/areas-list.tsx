"use client"

import type { Area } from "@myhibachi/contract/areas"
import { Badge } from "@myhibachi/ui/badge"
import { EmptyState } from "@myhibachi/ui/empty-state"
import Link from "next/link"

/** Every area with what it does. */
export function AreasList({ areas }: { areas: Area[] }) {
  if (areas.length === 0)
    return (
      <EmptyState title="No area yet">
        Distance alone decides: every place within the farthest drive of a station is served.
      </EmptyState>
    )
  return (
    <ul aria-label="Areas" className="divide-y divide-line border-y border-line">
      {areas.map((area) => (
        <li key={area.id} className="flex flex-col gap-1 py-3">
          <span className="flex flex-wrap items-baseline justify-between gap-2">
            <Link href={`/crew/areas?area=${area.id}`} className="font-medium underline underline-offset-4">
              {area.name}
            </Link>
            <EffectBadge effect={area.effect} />
          </span>
          <span className="text-sm text-ink-soft">{describe(area)}</span>
        </li>
      ))}
    </ul>
  )
}

export function EffectBadge({ effect }: { effect: Area["effect"] }) {
  return effect === "serve" ? <Badge state="good">We come</Badge> : <Badge state="bad">We do not come</Badge>
}

function describe({ geometry, zipCodes, stationName }: Area): string {
  const parts = [
    geometry ? "drawn on the map" : "",
    zipCodes.length === 1
      ? `ZIP code ${zipCodes[0]}`
      : zipCodes.length > 1
        ? `${zipCodes.length} ZIP codes`
        : "",
    stationName ? `from ${stationName}` : "",
  ]
  return parts.filter(Boolean).join(" · ")
}

"use client"

import { type Station, StationList } from "@myhibachi/contract/crew"
import { Badge } from "@myhibachi/ui/badge"
import { Button } from "@myhibachi/ui/button"
import { MoneyText } from "@myhibachi/ui/money-text"
import { useQuery } from "@tanstack/react-query"
import { request } from "@/api/request.ts"
import { Loaded } from "@/lists/loaded.tsx"
import { useMay } from "@/shell/me.tsx"
import { PageHeader } from "@/shell/page-header.tsx"
import { StationActiveDialog } from "./station-active-dialog.tsx"
import { StationDialog } from "./station-dialog.tsx"

/** Where the chefs start, what a drive costs from there, and how far they go. */
export function StationsView() {
  const mayWrite = useMay("crew:write")
  const stations = useQuery({ queryKey: ["stations"], queryFn: () => request(StationList, "/v1/stations") })
  return (
    <>
      <PageHeader
        title="Stations"
        detail="Offers that are out keep the price they were made with."
        actions={mayWrite ? <StationDialog station={null} trigger={<Button>Open a station</Button>} /> : null}
      />
      <Loaded query={stations} lines={8}>
        {({ items }) => (
          <ul aria-label="Stations" className="divide-y divide-line border-y border-line">
            {items.map((station) => (
              <StationRow key={station.id} station={station} mayWrite={mayWrite} />
            ))}
          </ul>
        )}
      </Loaded>
    </>
  )
}

function StationRow({ station, mayWrite }: { station: Station; mayWrite: boolean }) {
  return (
    <li className="grid gap-x-8 gap-y-2 py-5 md:grid-cols-[minmax(0,1fr)_minmax(0,1.2fr)_auto]">
      <div>
        <h2 className="font-semibold">
          {station.name} {station.isActive ? null : <Badge state="caution">Closed</Badge>}
        </h2>
        <p className="text-ink-soft">{station.address}</p>
        <p className="text-sm text-ink-soft">
          {station.timeZone.replaceAll("_", " ")} ·{" "}
          {station.chefCount === 1 ? "1 chef" : `${station.chefCount} chefs`}
        </p>
      </div>
      <p>
        {station.freeMiles} miles free, then <MoneyText money={station.ratePerMile} /> a mile
        {station.furtherRates.map((rate) => (
          <span key={rate.fromMiles}>
            , from mile {rate.fromMiles} on <MoneyText money={rate.ratePerMile} />
          </span>
        ))}
        . {station.maximumMiles} miles at most.
      </p>
      {mayWrite ? (
        <div className="flex items-start gap-2">
          <StationDialog
            station={station}
            trigger={
              <Button variant="secondary" size="small" aria-label={`Change ${station.name}`}>
                Change
              </Button>
            }
          />
          <StationActiveDialog station={station} />
        </div>
      ) : null}
    </li>
  )
}

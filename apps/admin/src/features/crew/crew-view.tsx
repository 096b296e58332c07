"use client"

import { type Chef, ChefList, type Station, StationList } from "@myhibachi/contract/crew"
import { Badge } from "@myhibachi/ui/badge"
import { MoneyText } from "@myhibachi/ui/money-text"
import { useQuery } from "@tanstack/react-query"
import Link from "next/link"
import { request } from "@/api/request.ts"
import { Loaded } from "@/lists/loaded.tsx"
import { useMay } from "@/shell/me.tsx"
import { PageHeader } from "@/shell/page-header.tsx"
import { readableName } from "@/text/readable.ts"
import { NewChefDialog } from "./chef-form.tsx"
import { weekText } from "./week-text.ts"

/** Stations with their chefs, and when each of them works. */
export function CrewView() {
  const stations = useQuery({ queryKey: ["stations"], queryFn: () => request(StationList, "/v1/stations") })
  const mayWrite = useMay("crew:write")
  const chefs = useQuery({ queryKey: ["chefs"], queryFn: () => request(ChefList, "/v1/chefs") })
  return (
    <>
      <PageHeader
        title="Crew"
        actions={mayWrite && stations.data ? <NewChefDialog stations={stations.data.items} /> : null}
      />
      <Loaded query={stations} lines={6}>
        {(data) => (
          <div className="flex flex-col gap-12">
            {data.items.map((station) => (
              <StationPart
                key={station.id}
                station={station}
                chefs={chefs.data?.items.filter((chef) => chef.stationId === station.id) ?? []}
              />
            ))}
          </div>
        )}
      </Loaded>
    </>
  )
}

function StationPart({ station, chefs }: { station: Station; chefs: Chef[] }) {
  return (
    <section className="grid gap-x-10 gap-y-4 lg:grid-cols-[20rem_minmax(0,1fr)]">
      <div>
        <h2 className="text-lg font-semibold">
          {station.name} {station.isActive ? null : <Badge state="caution">Closed</Badge>}
        </h2>
        <p className="text-ink-soft">{station.address}</p>
        <p className="text-sm text-ink-soft">
          {station.freeMiles} miles free, then <MoneyText money={station.ratePerMile} /> a mile,{" "}
          {station.maximumMiles} miles at most · {station.timeZone.replaceAll("_", " ")}
        </p>
        <Link href={`/calendar?station=${station.id}`} className="text-sm underline underline-offset-4">
          Calendar
        </Link>
      </div>
      <ul className="divide-y divide-line border-y border-line">
        {chefs.map((chef) => (
          <li key={chef.id} className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1 py-3">
            <span className="font-medium">
              <Link href={`/crew/${chef.id}`} className="underline-offset-4 hover:underline">
                {chef.name}
              </Link>{" "}
              {chef.isActive ? null : <Badge>Out of work</Badge>}
            </span>
            <span className="text-sm text-ink-soft">
              {readableName(chef.grade)} · {weekText(chef.workingHours)}
            </span>
          </li>
        ))}
        {chefs.length === 0 ? <li className="py-3 text-ink-soft">No chef belongs to this station.</li> : null}
      </ul>
    </section>
  )
}

"use client"

import { DayDrives } from "@myhibachi/contract/travel"
import { EmptyState } from "@myhibachi/ui/empty-state"
import { Skeleton } from "@myhibachi/ui/skeleton"
import { useQuery } from "@tanstack/react-query"
import dynamic from "next/dynamic"
import { useState } from "react"
import { request } from "@/api/request.ts"
import { ChoiceFilter } from "@/lists/filters.tsx"
import { Loaded } from "@/lists/loaded.tsx"
import { useAddress } from "@/lists/use-address.ts"
import { DriveList } from "./drive-list.tsx"

const REFRESH_MS = 60_000
const MAP_HEIGHT = "h-[26rem] lg:h-[34rem]"

const DriveMap = dynamic(() => import("./drive-map.tsx"), {
  ssr: false,
  loading: () => <Skeleton className={MAP_HEIGHT} />,
})

/** The day on the road: every chef's parties and drives, on a map and as a list. */
export function DayMap({ date }: { date: string }) {
  const address = useAddress()
  const stationId = address.get("station")
  const [chosenChef, setChosenChef] = useState<string | null>(null)
  const day = useQuery({
    queryKey: ["day-drives", date],
    queryFn: () => request(DayDrives, "/v1/travel/day", { query: { date } }),
    refetchInterval: REFRESH_MS,
    placeholderData: (previous) => previous,
  })
  const all = day.data?.stations ?? []
  const stations = stationId ? all.filter(({ id }) => id === stationId) : all
  const busy = stations.filter(({ chefs }) => chefs.length > 0)
  return (
    <section aria-labelledby="on-the-road" className="mt-10">
      <div className="mb-3 flex flex-wrap items-center justify-between gap-3">
        <h2 id="on-the-road" className="text-lg font-semibold">
          On the road
        </h2>
        <ChoiceFilter
          label="Station"
          name="station"
          all="Every station"
          options={all.map(({ id, name }) => ({ value: id, label: name }))}
        />
      </div>
      <Loaded query={day} lines={6}>
        {() =>
          busy.length === 0 ? (
            <EmptyState title="Nobody drives on this day">
              As soon as a party is held or booked, its drives appear here.
            </EmptyState>
          ) : (
            <div className="grid gap-6 lg:grid-cols-[minmax(0,1fr)_22rem]">
              <DriveMap
                stations={busy}
                chosenChef={chosenChef}
                onChoose={setChosenChef}
                className={MAP_HEIGHT}
              />
              <DriveList stations={busy} chosenChef={chosenChef} onChoose={setChosenChef} />
            </div>
          )
        }
      </Loaded>
    </section>
  )
}

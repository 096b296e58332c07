"use client"

import { type ChefLoad, ChefLoads } from "@myhibachi/contract/assignments"
import { classNames } from "@myhibachi/ui/class-names"
import { useQuery } from "@tanstack/react-query"
import { request } from "@/api/request.ts"
import { Loaded } from "@/lists/loaded.tsx"
import { PageHeader } from "@/shell/page-header.tsx"
import { readableName } from "@/text/readable.ts"

/** Whether the work is spread fairly: each chef's income for the time offered, beside an equal share. */
export function CrewLoadsView() {
  const loads = useQuery({ queryKey: ["chefs", "load"], queryFn: () => request(ChefLoads, "/v1/chefs/load") })
  const days = loads.data?.items[0]?.days
  return (
    <>
      <PageHeader
        title="Fairness"
        detail={
          days
            ? `Over ${days} days, most of them behind us, 100 % is an equal share of the station's income for the time a chef offers. Declining changes nothing.`
            : undefined
        }
      />
      <Loaded query={loads} lines={12}>
        {({ items }) => (
          <div className="flex flex-col gap-10">
            {[...Map.groupBy(items, (load) => load.stationName)].map(([station, ofStation]) => (
              <StationLoads key={station} station={station} loads={ofStation} />
            ))}
          </div>
        )}
      </Loaded>
    </>
  )
}

function StationLoads({ station, loads }: { station: string; loads: ChefLoad[] }) {
  const widest = Math.max(200, ...loads.map((load) => load.sharePercent))
  return (
    <section>
      <h2 className="mb-2 text-lg font-semibold">{station}</h2>
      <ul className="divide-y divide-line border-y border-line">
        {loads.map((load) => (
          <li
            key={load.chefId}
            className="grid gap-x-6 gap-y-1 py-3 md:grid-cols-[14rem_minmax(0,1fr)_16rem]"
          >
            <span>
              <span className="font-medium">{load.name}</span>{" "}
              <span className="text-sm text-ink-soft">{readableName(load.grade)}</span>
            </span>
            <Bar load={load} widest={widest} />
            <span className="text-sm text-ink-soft tabular-nums">{describe(load)}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Bar({ load, widest }: { load: ChefLoad; widest: number }) {
  const isFar = load.sharePercent < 75 || load.sharePercent > 125
  return (
    <span className="flex items-center gap-3">
      <span aria-hidden className="relative h-3 flex-1 rounded-full bg-sunken">
        <span
          className={classNames("absolute inset-y-0 left-0 rounded-full", isFar ? "bg-caution" : "bg-good")}
          style={{ width: `${(100 * load.sharePercent) / widest}%` }}
        />
        <span className="absolute -inset-y-1 w-0.5 bg-ink" style={{ left: `${(100 * 100) / widest}%` }} />
      </span>
      <span className="w-14 text-right font-medium tabular-nums">{load.sharePercent} %</span>
    </span>
  )
}

function describe(load: ChefLoad): string {
  const parts = [
    `${load.parties} ${load.parties === 1 ? "party" : "parties"}`,
    `${load.workHours} of ${load.availableHours} h`,
    load.declines > 0 ? `${load.declines} declined` : "",
    load.pending > 0 ? `${load.pending} not answered` : "",
  ]
  return parts.filter(Boolean).join(" · ")
}

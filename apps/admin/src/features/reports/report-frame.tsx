"use client"

import { StationList } from "@myhibachi/contract/crew"
import { ReportUnit } from "@myhibachi/contract/reports"
import { LinkButton } from "@myhibachi/ui/button"
import { Select } from "@myhibachi/ui/select"
import { useQuery } from "@tanstack/react-query"
import { queryText, request } from "@/api/request.ts"
import { useAddress } from "@/lists/use-address.ts"
import { useMay } from "@/shell/me.tsx"
import { addDays, dateIn, mondayOf } from "@/time/format-time.ts"
import { PeriodFields } from "./period-fields.tsx"

export interface ReportFilters {
  from: string
  to: string
  unit: ReportUnit
  stationId: string
}

const WEEKS = 12

/** @returns the period, unit and station of the address; the last twelve weeks when it names none. */
export function useReportFilters(today: string): ReportFilters {
  const address = useAddress()
  const unit = ReportUnit.safeParse(address.get("unit"))
  return {
    from: address.get("from") || addDays(mondayOf(today), -7 * (WEEKS - 1)),
    to: address.get("to") || today,
    unit: unit.success ? unit.data : "week",
    stationId: address.get("station"),
  }
}

/** @returns the stations, and today's date at the first of them. */
export function useStations() {
  const mayRead = useMay("crew:read")
  const stations = useQuery({
    queryKey: ["stations"],
    queryFn: () => request(StationList, "/v1/stations"),
    enabled: mayRead,
    staleTime: 300_000,
  })
  const items = stations.data?.items ?? []
  return { items, isReady: !mayRead || stations.data !== undefined || stations.error !== null }
}

/** @returns today's date where the first station is. */
export function todayAt(stations: { timeZone: string }[], nowMs: number): string {
  return dateIn(nowMs, stations[0]?.timeZone ?? "UTC")
}

interface FilterRowProps {
  filters: ReportFilters
  stations: { id: string; name: string }[]
  file: string
  hasUnit?: boolean
}

/** Period, unit and station in the address, and the same table as a file. */
export function FilterRow({ filters, stations, file, hasUnit = true }: FilterRowProps) {
  const address = useAddress()
  return (
    <div className="mb-6 flex flex-wrap items-end gap-3">
      <PeriodFields filters={filters} hasUnit={hasUnit} />
      {stations.length > 0 ? (
        <Select
          aria-label="Station"
          value={filters.stationId}
          onChange={(event) => address.set({ station: event.currentTarget.value })}
        >
          <option value="">every station</option>
          {stations.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Select>
      ) : null}
      <LinkButton variant="secondary" href={`/api/v1/reports/${file}/csv${queryText({ ...filters })}`}>
        CSV
      </LinkButton>
    </div>
  )
}

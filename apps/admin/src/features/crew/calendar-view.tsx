"use client"

import { ChefCalendar, StationList } from "@myhibachi/contract/crew"
import { useQuery } from "@tanstack/react-query"
import { request } from "@/api/request.ts"
import { Loaded } from "@/lists/loaded.tsx"
import { useAddress } from "@/lists/use-address.ts"
import { addDays, longDay, mondayOf, shortDay } from "@/time/format-time.ts"
import { CalendarDay } from "./calendar-day.tsx"
import { CalendarHeader } from "./calendar-header.tsx"
import { CalendarWeek } from "./calendar-week.tsx"
import { groupByStation } from "./group-by-station.ts"
import { useBusinessDay } from "./use-business-day.ts"

const REFRESH_MS = 20_000

/** Who is where and what is free: one day with travel, or a week. */
export function CalendarView() {
  const address = useAddress()
  const stations = useQuery({ queryKey: ["stations"], queryFn: () => request(StationList, "/v1/stations") })
  const stationId = address.get("station")
  const today = useBusinessDay(
    stations.data?.items.find(({ id }) => id === stationId) ?? stations.data?.items[0],
  )
  const date = address.get("date") || today
  const isWeek = address.get("view") === "week"
  const from = isWeek && date ? mondayOf(date) : date
  const to = isWeek && date ? addDays(mondayOf(date), 6) : date
  const calendar = useQuery({
    queryKey: ["calendar", from, to, stationId],
    queryFn: () => request(ChefCalendar, "/v1/calendar", { query: { from, to, stationId } }),
    enabled: date !== "",
    refetchInterval: REFRESH_MS,
    placeholderData: (previous) => previous,
  })
  return (
    <>
      <CalendarHeader
        title={isWeek && date ? `${shortDay(from)} – ${shortDay(to)}` : date ? longDay(date) : "Calendar"}
        date={date}
        isWeek={isWeek}
        stations={stations.data?.items ?? []}
        updatedAt={calendar.dataUpdatedAt}
      />
      <Loaded query={calendar} lines={10}>
        {(data) => {
          const groups = groupByStation(data)
          return isWeek ? (
            <CalendarWeek from={data.from} groups={groups} />
          ) : (
            <CalendarDay date={data.from} groups={groups} />
          )
        }}
      </Loaded>
    </>
  )
}

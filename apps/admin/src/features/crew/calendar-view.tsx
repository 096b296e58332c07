"use client"

import { ChefCalendar, StationList } from "@myhibachi/contract/crew"
import { useQuery } from "@tanstack/react-query"
import { request } from "@/api/request.ts"
import { Loaded } from "@/lists/loaded.tsx"
import { useAddress } from "@/lists/use-address.ts"
import { CalendarDay } from "./calendar-day.tsx"
import { CalendarHeader } from "./calendar-header.tsx"
import { CalendarMonth } from "./calendar-month.tsx"
import { daysOf, readView, titleOf } from "./calendar-span.ts"
import { CalendarWeek } from "./calendar-week.tsx"
import { groupByStation } from "./group-by-station.ts"
import { useBusinessDay } from "./use-business-day.ts"

const REFRESH_MS = 20_000

/** Who is where and what is free: one day with travel, a week, or a month. */
export function CalendarView() {
  const address = useAddress()
  const stations = useQuery({ queryKey: ["stations"], queryFn: () => request(StationList, "/v1/stations") })
  const stationId = address.get("station")
  const today = useBusinessDay(
    stations.data?.items.find(({ id }) => id === stationId) ?? stations.data?.items[0],
  )
  const date = address.get("date") || today
  const view = readView(address.get("view"))
  const chefId = address.get("chef")
  const { from, to } = daysOf(view, date)
  const calendar = useQuery({
    queryKey: ["calendar", from, to, stationId, chefId],
    queryFn: () => request(ChefCalendar, "/v1/calendar", { query: { from, to, stationId, chefId } }),
    enabled: date !== "",
    refetchInterval: REFRESH_MS,
    placeholderData: (previous) => previous,
  })
  return (
    <>
      <CalendarHeader
        title={titleOf(view, date)}
        date={date}
        view={view}
        stations={stations.data?.items ?? []}
        updatedAt={calendar.dataUpdatedAt}
      />
      <Loaded query={calendar} lines={10}>
        {(data) => {
          const groups = groupByStation(data)
          if (view === "month") return <CalendarMonth from={data.from} to={data.to} groups={groups} />
          if (view === "week") return <CalendarWeek from={data.from} groups={groups} />
          return <CalendarDay date={data.from} groups={groups} />
        }}
      </Loaded>
    </>
  )
}

"use client"

import { ChefList, type Station } from "@myhibachi/contract/crew"
import { Button } from "@myhibachi/ui/button"
import { Input } from "@myhibachi/ui/input"
import { useQuery } from "@tanstack/react-query"
import { ChevronLeft, ChevronRight } from "lucide-react"
import { request } from "@/api/request.ts"
import { ChoiceFilter } from "@/lists/filters.tsx"
import { useAddress } from "@/lists/use-address.ts"
import { PageHeader } from "@/shell/page-header.tsx"
import { WhenText } from "@/time/when-text.tsx"
import { type CalendarSpan, stepOf } from "./calendar-span.ts"

interface CalendarHeaderProps {
  title: string
  date: string
  view: CalendarSpan
  stations: Station[]
  updatedAt: number
}

/** Which days are shown, and the way to others. */
export function CalendarHeader({ title, date, view, stations, updatedAt }: CalendarHeaderProps) {
  const address = useAddress()
  return (
    <>
      <PageHeader
        title={title}
        detail={
          updatedAt > 0 ? (
            <span className="text-sm">
              Updated <WhenText instant={new Date(updatedAt).toISOString()} shape="time" />
            </span>
          ) : null
        }
        actions={<CalendarButtons date={date} view={view} />}
      />
      <div className="mb-6 flex flex-wrap items-center gap-3">
        <Input
          type="date"
          aria-label="Day"
          value={date}
          onChange={(event) => event.currentTarget.value && address.set({ date: event.currentTarget.value })}
          className="w-auto"
        />
        <ChoiceFilter
          label="View"
          name="view"
          all="Day"
          options={[
            { value: "week", label: "Week" },
            { value: "month", label: "Month" },
          ]}
        />
        <ChoiceFilter
          label="Station"
          name="station"
          all="Every station"
          options={stations.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <ChefFilter />
        <Legend />
      </div>
    </>
  )
}

/** Only one chef, of the station that is chosen. */
function ChefFilter() {
  const address = useAddress()
  const chefs = useQuery({ queryKey: ["chefs"], queryFn: () => request(ChefList, "/v1/chefs") })
  const stationId = address.get("station")
  const shown = chefs.data?.items.filter((chef) => !stationId || chef.stationId === stationId) ?? []
  return (
    <ChoiceFilter
      label="Chef"
      name="chef"
      all="Every chef"
      options={shown.map(({ id, name }) => ({ value: id, label: name }))}
    />
  )
}

function CalendarButtons({ date, view: unit }: { date: string; view: CalendarSpan }) {
  const address = useAddress()
  const go = (direction: 1 | -1) => date && address.set({ date: stepOf(unit, date, direction) })
  return (
    <>
      <Button variant="secondary" size="icon" aria-label={`The ${unit} before`} onClick={() => go(-1)}>
        <ChevronLeft aria-hidden className="size-5" />
      </Button>
      <Button variant="secondary" onClick={() => address.set({ date: null })}>
        Today
      </Button>
      <Button variant="secondary" size="icon" aria-label={`The ${unit} after`} onClick={() => go(1)}>
        <ChevronRight aria-hidden className="size-5" />
      </Button>
    </>
  )
}

function Legend() {
  const entry = "flex items-center gap-1.5"
  return (
    <ul className="flex flex-wrap gap-x-4 gap-y-1 text-sm text-ink-soft">
      <li className={entry}>
        <span aria-hidden className="h-3 w-5 rounded bg-ember" /> Party
      </li>
      <li className={entry}>
        <span aria-hidden className="h-3 w-5 rounded border border-dashed border-ember bg-ember-soft" /> Hold
      </li>
      <li className={entry}>
        <span aria-hidden className="h-1 w-5 rounded bg-line-strong" /> Travel
      </li>
      <li className={entry}>
        <span aria-hidden className="h-3 w-5 rounded bg-line" /> Time off
      </li>
      <li className={entry}>
        <span aria-hidden className="h-3 w-5 rounded border border-line-strong bg-sunken" /> Own calendar
      </li>
    </ul>
  )
}

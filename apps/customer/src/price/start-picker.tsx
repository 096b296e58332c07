"use client"
import type { Availability, AvailabilityDay, AvailableStart } from "@myhibachi/contract/availability"
import { Button } from "@myhibachi/ui/button"
import { ErrorState } from "@myhibachi/ui/error-state"
import { Field } from "@myhibachi/ui/field"
import { RadioCards } from "@myhibachi/ui/radio-cards"
import { Select } from "@myhibachi/ui/select"
import { Skeleton } from "@myhibachi/ui/skeleton"
import { formatInstant } from "@myhibachi/ui/time-text"
import { useQuery } from "@tanstack/react-query"
import { type ReactNode, useState } from "react"
import { sentenceOf } from "@/api/problem.ts"
import { moveDate } from "./booking-window.ts"
import { DateInput } from "./date-input.tsx"
import { WeekStrip } from "./week-strip.tsx"

const DAYS_SHOWN = 7

/** Asks the API for the free starts of some days. */
export type FindStarts = (from: string, to: string) => Promise<Pick<Availability, "days" | "timeZone">>

/** A day, then a start on it: only starts that are free now are offered. */
export function StartPicker({
  queryKey,
  findStarts,
  window,
  initialDate,
  value,
  onChange,
  whenFull,
}: {
  queryKey: string
  findStarts: FindStarts
  window: { first: string; last: string }
  /** The day to begin with; the first that has a free start when null. */
  initialDate: string | null
  value: string | null
  onChange: (startsAt: string | null) => void
  /** What a day without a free start offers instead. */
  whenFull?: (date: string) => ReactNode
}) {
  const [from, setFrom] = useState(() => moveDate(initialDate ?? window.first, 0, window))
  const [chosenDate, setChosenDate] = useState(initialDate ? from : null)
  const to = moveDate(from, DAYS_SHOWN - 1, window)
  const { data, error, refetch, isFetching } = useQuery({
    queryKey: ["starts", queryKey, from, to],
    queryFn: () => findStarts(from, to),
  })
  const show = (next: string, date: string | null) => {
    setFrom(next)
    setChosenDate(date)
    onChange(null)
  }
  // Until a day is chosen it is the first one that has a free start.
  const date = chosenDate ?? data?.days.find((candidate) => candidate.starts.length > 0)?.date ?? from
  const day = data?.days.find((candidate) => candidate.date === date)
  return (
    <div className="flex flex-col gap-4">
      <DateInput date={date} window={window} onChange={(next) => show(next, next)} />
      {error ? (
        <ErrorState
          title="We could not look up the free starts."
          action={
            <Button variant="secondary" size="small" onClick={() => refetch()} isBusy={isFetching}>
              Try again
            </Button>
          }
        >
          {sentenceOf(error)}
        </ErrorState>
      ) : (
        <WeekStrip
          days={data?.days ?? null}
          selected={date}
          onSelect={(next) => {
            setChosenDate(next)
            onChange(null)
          }}
          onEarlier={from > window.first ? () => show(moveDate(from, -DAYS_SHOWN, window), null) : null}
          onLater={to < window.last ? () => show(moveDate(from, DAYS_SHOWN, window), null) : null}
        />
      )}
      {day && data ? (
        <DayStarts day={day} timeZone={data.timeZone} value={value} onChange={onChange} />
      ) : null}
      {day && day.starts.length === 0 && whenFull ? (
        <div className="justify-self-start">{whenFull(day.date)}</div>
      ) : null}
      {!data && !error ? <Skeleton className="h-14" /> : null}
    </div>
  )
}

function DayStarts({
  day,
  timeZone,
  value,
  onChange,
}: {
  day: AvailabilityDay
  timeZone: string
  value: string | null
  onChange: (startsAt: string) => void
}) {
  if (day.starts.length === 0)
    return <p className="text-ink-soft">{day.closedBecause ?? "No start is free on this day."}</p>
  const clock = (start: AvailableStart) => formatInstant(start.startsAt, timeZone, "time", true)
  const regular = day.starts.filter((start) => start.isRegular)
  const other = day.starts.filter((start) => !start.isRegular)
  return (
    <div className="flex flex-col gap-3">
      <RadioCards
        label="Free starts"
        value={value}
        onChange={onChange}
        cards={regular.map((start) => ({ value: start.startsAt, label: clock(start) }))}
      />
      {other.length > 0 ? (
        <Field label={regular.length > 0 ? "Or a little earlier or later" : "Free starts"}>
          <Select
            value={other.some((start) => start.startsAt === value) ? (value ?? "") : ""}
            onChange={(event) => onChange(event.currentTarget.value)}
          >
            <option value="" disabled>
              Choose another time
            </option>
            {other.map((start) => (
              <option key={start.startsAt} value={start.startsAt}>
                {clock(start)}
              </option>
            ))}
          </Select>
        </Field>
      ) : null}
    </div>
  )
}

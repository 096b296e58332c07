"use client"
import type { AvailabilityDay } from "@myhibachi/contract/availability"
import { Button } from "@myhibachi/ui/button"
import { classNames } from "@myhibachi/ui/class-names"
import { Skeleton } from "@myhibachi/ui/skeleton"
import { ChevronLeft, ChevronRight } from "lucide-react"

// Dates without a zone are shown as they are written.
const words = (date: string, shape: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat("en-US", { ...shape, timeZone: "UTC" }).format(new Date(`${date}T00:00:00Z`))

/** The days around the chosen one, with how many starts each has. */
export function WeekStrip({
  days,
  selected,
  onSelect,
  onEarlier,
  onLater,
}: {
  days: AvailabilityDay[] | null
  selected: string
  onSelect: (date: string) => void
  onEarlier: (() => void) | null
  onLater: (() => void) | null
}) {
  return (
    <div className="flex items-stretch gap-1">
      <Button
        variant="quiet"
        size="icon-small"
        className="h-auto"
        disabled={!onEarlier}
        onClick={onEarlier ?? undefined}
        aria-label="Earlier days"
      >
        <ChevronLeft aria-hidden className="size-5" />
      </Button>
      {days ? (
        <ul className="grid min-w-0 flex-1 grid-cols-7 gap-1">
          {days.map((day) => (
            <li key={day.date}>
              <DayButton day={day} isSelected={day.date === selected} onSelect={() => onSelect(day.date)} />
            </li>
          ))}
        </ul>
      ) : (
        <Skeleton className="h-16 flex-1" />
      )}
      <Button
        variant="quiet"
        size="icon-small"
        className="h-auto"
        disabled={!onLater}
        onClick={onLater ?? undefined}
        aria-label="Later days"
      >
        <ChevronRight aria-hidden className="size-5" />
      </Button>
    </div>
  )
}

function DayButton({
  day,
  isSelected,
  onSelect,
}: {
  day: AvailabilityDay
  isSelected: boolean
  onSelect: () => void
}) {
  const isFree = day.starts.length > 0
  const state = isFree ? "starts are free" : "nothing is free"
  return (
    <button
      type="button"
      aria-pressed={isSelected}
      onClick={onSelect}
      className={classNames(
        "flex h-16 w-full flex-col items-center justify-center rounded-control border text-sm transition-colors duration-150",
        isSelected ? "border-ember bg-ember-soft" : "border-transparent hover:bg-sunken",
        !isFree && "text-ink-soft",
      )}
    >
      <span className="text-xs">{words(day.date, { weekday: "short" })}</span>
      <span
        className={classNames("text-base font-semibold tabular-nums", !isFree && "font-normal line-through")}
      >
        {words(day.date, { day: "numeric" })}
      </span>
      <span className="sr-only">
        {words(day.date, { month: "long" })}, {state}
      </span>
      <span
        aria-hidden
        className={classNames("size-1.5 rounded-full", isFree ? "bg-good" : "bg-transparent")}
      />
    </button>
  )
}

"use client"

import type { ChefClaim } from "@myhibachi/contract/crew"
import { classNames } from "@myhibachi/ui/class-names"
import { EmptyState } from "@myhibachi/ui/empty-state"
import Link from "next/link"
import { addDays, clockIn, dateIn, mondayOf, shortDay } from "@/time/format-time.ts"
import { claimHref, claimText } from "./claim-words.ts"
import type { StationGroup } from "./group-by-station.ts"

interface CalendarMonthProps {
  from: string
  to: string
  groups: StationGroup[]
}

interface MonthEntry {
  claim: ChefClaim
  chefNames: string[]
  timeZone: string
}

const WEEKDAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
const MOST_SHOWN = 4

/** A month: the parties of each day by their start, and how many chefs are away. */
export function CalendarMonth({ from, to, groups }: CalendarMonthProps) {
  if (groups.length === 0) return <EmptyState title="No chef">Choose another station.</EmptyState>
  const days: string[] = []
  for (let day = mondayOf(from); day <= to || days.length % 7 > 0; day = addDays(day, 1)) days.push(day)
  return (
    <div>
      <div aria-hidden className="hidden grid-cols-7 md:grid">
        {WEEKDAYS.map((name) => (
          <span key={name} className="px-2 py-1 text-sm text-ink-soft">
            {name}
          </span>
        ))}
      </div>
      <ol className="grid border-line md:grid-cols-7 md:border-t md:border-l">
        {days.map((day) => (
          <MonthDay key={day} day={day} isOutside={day < from || day > to} groups={groups} />
        ))}
      </ol>
    </div>
  )
}

function MonthDay({ day, isOutside, groups }: { day: string; isOutside: boolean; groups: StationGroup[] }) {
  const parties = isOutside ? [] : partiesOn(day, groups)
  const away = isOutside ? 0 : countAway(day, groups)
  const closed = isOutside ? [] : closuresOn(day, groups)
  return (
    <li
      className={classNames(
        "min-w-0 border-b border-line p-2 md:min-h-28 md:border-r",
        isOutside && "hidden bg-sunken md:block",
      )}
    >
      {isOutside ? null : (
        <Link
          href={`/calendar?date=${day}`}
          aria-label={`${shortDay(day)}, ${parties.length} parties`}
          className="text-sm font-medium tabular-nums underline-offset-4 hover:underline"
        >
          <span className="md:hidden">{shortDay(day)}</span>
          <span className="hidden md:inline">{Number(day.slice(8))}</span>
        </Link>
      )}
      {closed.length > 0 ? <p className="text-xs font-medium text-caution">{closed.join(", ")}</p> : null}
      <ul className="mt-1 flex flex-col gap-1 text-xs">
        {parties.slice(0, MOST_SHOWN).map((entry) => (
          <MonthParty key={entry.claim.id} entry={entry} />
        ))}
      </ul>
      {parties.length > MOST_SHOWN ? (
        <Link href={`/calendar?date=${day}`} className="text-xs underline underline-offset-4">
          {parties.length - MOST_SHOWN} more
        </Link>
      ) : null}
      {away > 0 ? <p className="mt-1 text-xs text-ink-soft">{away} away</p> : null}
    </li>
  )
}

function MonthParty({ entry: { claim, chefNames, timeZone } }: { entry: MonthEntry }) {
  const href = claimHref(claim)
  const look = classNames(
    "block truncate rounded px-1.5 py-0.5",
    claim.kind === "booking" ? "bg-ember text-on-ember" : "border border-dashed border-ember bg-ember-soft",
  )
  const text = `${clockIn(claim.startsAt ?? claim.workFrom, timeZone)} ${claim.title}`
  const title = `${claimText(claim, timeZone)}; ${chefNames.join(", ")}`
  return (
    <li title={title}>
      {href ? (
        <Link href={href} className={look}>
          {text}
        </Link>
      ) : (
        <span className={look}>{text}</span>
      )}
    </li>
  )
}

/** One entry for each party, however many chefs it has. */
function partiesOn(day: string, groups: StationGroup[]): MonthEntry[] {
  const entries = new Map<string, MonthEntry>()
  for (const { chefs, timeZone } of groups)
    for (const chef of chefs)
      for (const claim of chef.claims) {
        if (!claim.startsAt || dateIn(claim.startsAt, timeZone) !== day) continue
        const key = claim.bookingId ?? claim.holdId ?? claim.id
        const entry = entries.get(key) ?? { claim, chefNames: [], timeZone }
        entry.chefNames.push(chef.name)
        entries.set(key, entry)
      }
  return [...entries.values()].sort((a, b) => ((a.claim.startsAt ?? "") < (b.claim.startsAt ?? "") ? -1 : 1))
}

function countAway(day: string, groups: StationGroup[]): number {
  const isAway = (claim: ChefClaim, timeZone: string) =>
    claim.kind === "time_off" && dateIn(claim.from, timeZone) <= day && day <= dateIn(claim.to, timeZone)
  return groups.flatMap(({ chefs, timeZone }) =>
    chefs.filter((chef) => chef.claims.some((claim) => isAway(claim, timeZone))),
  ).length
}

function closuresOn(day: string, groups: StationGroup[]): string[] {
  const reasons = groups.flatMap(({ blackouts, timeZone }) =>
    blackouts
      .filter(({ from, to }) => dateIn(from, timeZone) <= day && day <= dateIn(Date.parse(to) - 1, timeZone))
      .map(({ reason }) => reason),
  )
  return [...new Set(reasons)]
}

"use client"

import { classNames } from "@myhibachi/ui/class-names"
import { Table } from "@myhibachi/ui/table"
import Link from "next/link"
import { addDays, clockIn, dateIn, shortDay, zoneName } from "@/time/format-time.ts"
import { claimHref, claimText } from "./claim-words.ts"
import type { CalendarChef, StationGroup } from "./group-by-station.ts"

/** A week: chefs down, days across; a party by the clock of its start. */
export function CalendarWeek({ from, groups }: { from: string; groups: StationGroup[] }) {
  const days = Array.from({ length: 7 }, (_, day) => addDays(from, day))
  return (
    <div className="flex flex-col gap-10">
      {groups.map((group) => (
        <section key={group.stationId}>
          <h2 className="text-lg font-semibold">{group.stationName}</h2>
          <p className="mb-2 text-sm text-ink-soft">
            Times in {group.timeZone.replaceAll("_", " ")} ({zoneName(group.timeZone, `${from}T20:00:00Z`)})
          </p>
          <Table label={`Week of ${group.stationName}`} className="min-w-[56rem] table-fixed text-sm">
            <WeekHead days={days} />
            <tbody>
              {group.chefs.map((chef) => (
                <tr key={chef.id} className="border-b border-line align-top">
                  <th scope="row" className="py-3 pr-3 text-left font-medium">
                    {chef.name}
                  </th>
                  {days.map((day) => (
                    <td key={day} className="border-l border-line p-1">
                      <DayClaims chef={chef} day={day} timeZone={group.timeZone} />
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </Table>
        </section>
      ))}
    </div>
  )
}

function WeekHead({ days }: { days: string[] }) {
  return (
    <thead>
      <tr>
        <th scope="col" className="w-36 border-b border-line py-2 text-left font-medium text-ink-soft">
          Chef
        </th>
        {days.map((day) => (
          <th key={day} scope="col" className="border-b border-line py-2 pl-2 text-left font-medium">
            <Link href={`/calendar?date=${day}`} className="underline-offset-4 hover:underline">
              {shortDay(day)}
            </Link>
          </th>
        ))}
      </tr>
    </thead>
  )
}

function DayClaims({ chef, day, timeZone }: { chef: CalendarChef; day: string; timeZone: string }) {
  const claims = chef.claims.filter((claim) => dateIn(claim.startsAt ?? claim.workFrom, timeZone) === day)
  return (
    <ul className="flex flex-col gap-1">
      {claims.map((claim) => {
        const href = claimHref(claim)
        const look = classNames(
          "block rounded px-2 py-1 [overflow-wrap:anywhere]",
          claim.kind === "booking" && "bg-ember text-on-ember",
          claim.kind === "hold" && "border border-dashed border-ember bg-ember-soft",
          claim.kind === "time_off" && "bg-line",
          claim.kind === "external" && "border border-line-strong bg-sunken",
        )
        const content = (
          <>
            <span className="block whitespace-nowrap tabular-nums">
              {clockIn(claim.startsAt ?? claim.workFrom, timeZone)}
            </span>
            {claim.title}
          </>
        )
        return (
          <li key={claim.id} title={claimText(claim, timeZone)}>
            {href ? (
              <Link href={href} className={look}>
                {content}
              </Link>
            ) : (
              <span className={look}>{content}</span>
            )}
          </li>
        )
      })}
    </ul>
  )
}

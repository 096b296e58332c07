"use client"

import type { Today } from "@myhibachi/contract/today"
import { classNames } from "@myhibachi/ui/class-names"
import Link from "next/link"
import { clockIn, zoneName } from "@/time/format-time.ts"
import { dayScale, hourTitle, placeOnScale } from "./day-scale.ts"
import { BookingBadge } from "./state-badge.tsx"

type Party = Today["parties"][number]

/** The parties of the day, one row each, on the clock of their own place; zones apart. */
export function PartyTimeline({ date, parties }: { date: string; parties: Party[] }) {
  if (parties.length === 0) {
    return <p className="border-y border-line py-8 text-center text-ink-soft">No party on this day.</p>
  }
  const zones = Map.groupBy(parties, (party) => party.timeZone)
  return (
    <section aria-label="Parties of the day" className="flex flex-col gap-8">
      {[...zones].map(([timeZone, inZone]) => (
        <ZoneTimeline key={timeZone} date={date} timeZone={timeZone} parties={inZone} />
      ))}
    </section>
  )
}

function ZoneTimeline({ date, timeZone, parties }: { date: string; timeZone: string; parties: Party[] }) {
  const scale = dayScale(
    parties.map((party) => ({ from: party.arrivesAt, to: party.endsAt })),
    date,
    timeZone,
  )
  const first = parties[0]
  return (
    <div>
      <h2 className="mb-2 text-sm font-medium text-ink-soft">
        {timeZone.split("/").at(-1)?.replaceAll("_", " ")} time (
        {zoneName(timeZone, first?.startsAt ?? `${date}T12:00:00Z`)}) ·{" "}
        {parties.length === 1 ? "1 party" : `${parties.length} parties`}
      </h2>
      <div aria-hidden className="relative hidden h-6 border-b border-line text-xs text-ink-soft md:block">
        {scale.hours.map((hour) => (
          <span
            key={hour}
            className="absolute -translate-x-1/2 whitespace-nowrap tabular-nums first:translate-x-0 last:-translate-x-full"
            style={{ left: `${placeOnScale(hour, scale)}%` }}
          >
            {hourTitle(hour)}
          </span>
        ))}
      </div>
      <ul className="flex flex-col">
        {parties.map((party) => (
          <li key={party.id} className="border-b border-line py-2">
            <PartyRow
              party={party}
              left={placeOnScale(scale.hourOf(party.arrivesAt), scale)}
              right={placeOnScale(scale.hourOf(party.endsAt), scale)}
            />
          </li>
        ))}
      </ul>
    </div>
  )
}

function PartyRow({ party, left, right }: { party: Party; left: number; right: number }) {
  return (
    <Link href={`/bookings/${party.id}`} className="group block rounded-control py-1 hover:bg-sunken">
      <span className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
        <span className="font-semibold whitespace-nowrap tabular-nums">
          {clockIn(party.startsAt, party.timeZone)}
        </span>
        <span className="font-medium">{party.customerName}</span>
        <span className="text-sm text-ink-soft">
          {party.city ?? party.stationName} · {party.guestTotal} guests ·{" "}
          {party.chefNames.join(", ") || "no chef"}
        </span>
        <BookingBadge status={party.status} />
      </span>
      <span aria-hidden className="relative mt-1.5 hidden h-2.5 rounded-full bg-sunken md:block">
        <span
          className={classNames(
            "absolute inset-y-0 rounded-full",
            party.status === "cancelled" ? "bg-line-strong" : "bg-ember",
          )}
          style={{ left: `${left}%`, width: `${Math.max(0.8, right - left)}%` }}
        />
      </span>
    </Link>
  )
}

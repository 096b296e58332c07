"use client"

import type { ChefClaim } from "@myhibachi/contract/crew"
import { classNames } from "@myhibachi/ui/class-names"
import { EmptyState } from "@myhibachi/ui/empty-state"
import Link from "next/link"
import { useState } from "react"
import { type DayScale, dayScale, hourTitle, placeOnScale } from "@/features/booking/day-scale.ts"
import { useMay } from "@/shell/me.tsx"
import { clockIn, zoneName } from "@/time/format-time.ts"
import { claimHref, claimText } from "./claim-words.ts"
import { DraggableBar, type DraggedParty } from "./draggable-bar.tsx"
import type { CalendarChef, StationGroup } from "./group-by-station.ts"
import { MoveParty, type MoveProposal } from "./move-party.tsx"

/** One day: a row per chef on the clock of the station; a claim shows its travel at both ends. */
export function CalendarDay({ date, groups }: { date: string; groups: StationGroup[] }) {
  const [proposal, setProposal] = useState<MoveProposal | null>(null)
  const mayMove = useMay("bookings:write")
  if (groups.length === 0) return <EmptyState title="No chef">Choose another station.</EmptyState>
  return (
    <div className="flex flex-col gap-10">
      {mayMove ? (
        <p id="how-to-move" className="hidden text-sm text-ink-soft md:block">
          Drag a party sideways for another time, to another row for another chef; by keyboard with Shift and
          the arrow keys.
        </p>
      ) : null}
      {groups.map((group) => (
        <StationDay
          key={group.stationId}
          date={date}
          group={group}
          onMove={mayMove ? (part) => setProposal({ ...part, group }) : null}
        />
      ))}
      {proposal ? <MoveParty proposal={proposal} onDone={() => setProposal(null)} /> : null}
    </div>
  )
}

type OnMove = ((move: DraggedParty) => void) | null

interface StationDayProps {
  date: string
  group: StationGroup
  onMove: OnMove
}

function StationDay({ date, group, onMove }: StationDayProps) {
  const claims = group.chefs.flatMap((chef) =>
    chef.claims.filter(({ kind }) => kind === "booking" || kind === "hold"),
  )
  const scale = dayScale(claims, date, group.timeZone)
  return (
    <section>
      <h2 className="text-lg font-semibold">{group.stationName}</h2>
      <p className="mb-2 text-sm text-ink-soft">
        Times in {group.timeZone.replaceAll("_", " ")} ({zoneName(group.timeZone, `${date}T20:00:00Z`)})
      </p>
      {group.blackouts.map((blackout) => (
        <p key={blackout.id} className="mb-2 rounded-control bg-caution-soft px-3 py-2 text-sm">
          Closed {clockIn(blackout.from, group.timeZone)} – {clockIn(blackout.to, group.timeZone)}:{" "}
          {blackout.reason}
        </p>
      ))}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
      <section aria-label={`Chefs of ${group.stationName}`} tabIndex={0} className="overflow-x-auto">
        <div className="min-w-[44rem]">
          <HourMarks scale={scale} />
          <ul>
            {group.chefs.map((chef, index) => (
              <li
                key={chef.id}
                data-chef-id={chef.id}
                className="grid grid-cols-[9rem_minmax(0,1fr)] items-center border-b border-line"
              >
                <span className="truncate py-3 pr-3 font-medium">{chef.name}</span>
                <ChefDay
                  chef={chef}
                  neighbours={neighboursOf(group.chefs, index)}
                  scale={scale}
                  timeZone={group.timeZone}
                  onMove={onMove}
                />
              </li>
            ))}
          </ul>
        </div>
      </section>
    </section>
  )
}

function HourMarks({ scale }: { scale: DayScale }) {
  return (
    <div aria-hidden className="relative ml-36 h-6 border-b border-line text-xs text-ink-soft">
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
  )
}

interface Neighbours {
  above: string | null
  below: string | null
}

function neighboursOf(chefs: readonly CalendarChef[], index: number): Neighbours {
  return { above: chefs[index - 1]?.id ?? null, below: chefs[index + 1]?.id ?? null }
}

interface ChefDayProps {
  chef: CalendarChef
  neighbours: Neighbours
  onMove: OnMove
  scale: DayScale
  timeZone: string
}

function ChefDay({ chef, neighbours, scale, timeZone, onMove }: ChefDayProps) {
  return (
    <div className="relative h-14">
      {scale.hours.map((hour) => (
        <span
          key={hour}
          aria-hidden
          className="absolute inset-y-0 w-px bg-line"
          style={{ left: `${placeOnScale(hour, scale)}%` }}
        />
      ))}
      {chef.claims.length === 0 ? <span className="sr-only">Free all day</span> : null}
      {chef.claims.map((claim) => (
        <ClaimBar
          key={claim.id}
          claim={claim}
          scale={scale}
          timeZone={timeZone}
          drag={onMove && claim.bookingId ? { chefId: chef.id, neighbours, onMove } : null}
        />
      ))}
    </div>
  )
}

const looks: Record<ChefClaim["kind"], string> = {
  booking: "bg-ember text-on-ember",
  hold: "border border-dashed border-ember bg-ember-soft text-ink",
  time_off: "bg-line text-ink",
  external: "border border-line-strong bg-sunken text-ink",
}

interface ClaimBarProps {
  claim: ChefClaim
  scale: DayScale
  timeZone: string
  drag: { chefId: string; neighbours: Neighbours; onMove: (move: DraggedParty) => void } | null
}

function ClaimBar({ claim, scale, timeZone, drag }: ClaimBarProps) {
  const place = (instant: string) => placeOnScale(scale.hourOf(instant), scale)
  const [left, workLeft, workRight, right] = [claim.from, claim.workFrom, claim.workTo, claim.to].map(
    place,
  ) as [number, number, number, number]
  const text = claimText(claim, timeZone)
  const href = claimHref(claim)
  const bar = classNames(
    "absolute inset-y-2 flex items-center overflow-hidden rounded px-2 text-xs leading-tight font-medium",
    looks[claim.kind],
  )
  const span = { left: `${workLeft}%`, width: `${Math.max(0.6, workRight - workLeft)}%` }
  return (
    <>
      <span
        aria-hidden
        className="absolute top-1/2 h-1 -translate-y-1/2 rounded bg-line-strong"
        style={{ left: `${left}%`, width: `${right - left}%` }}
      />
      {href && drag ? (
        <DraggableBar
          claim={claim}
          scale={scale}
          href={href}
          text={text}
          className={bar}
          span={span}
          {...drag}
        />
      ) : href ? (
        <Link href={href} title={text} aria-label={text} className={bar} style={span}>
          <span className="line-clamp-2">{claim.title}</span>
        </Link>
      ) : (
        <span title={text} className={bar} style={span}>
          <span className="line-clamp-2">{claim.title}</span>
        </span>
      )}
    </>
  )
}

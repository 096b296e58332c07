"use client"

import type { AffectedParty, Handover } from "@myhibachi/contract/chef-time"
import { Select } from "@myhibachi/ui/select"
import Link from "next/link"
import { clockIn, dateIn, shortDay, zoneName } from "@/time/format-time.ts"

interface AffectedPartiesProps {
  parties: AffectedParty[]
  timeZone: string
  /** Who takes which party; without it the list only tells. */
  takers?: Record<string, string>
  onChange?: (takers: Record<string, string>) => void
}

/** The parties that a change of somebody's time would touch, each with a choice of who takes it. */
export function AffectedParties({ parties, timeZone, takers, onChange }: AffectedPartiesProps) {
  return (
    <ul className="divide-y divide-line border-y border-line">
      {parties.map((party) => (
        <li key={party.claimId} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 py-3">
          <div className="min-w-0">
            {party.bookingId ? (
              <Link
                href={`/bookings/${party.bookingId}`}
                className="font-medium underline underline-offset-4"
              >
                {party.title}
              </Link>
            ) : (
              <span className="font-medium">{party.title}</span>
            )}
            <p className="text-sm text-ink-soft">
              {shortDay(dateIn(party.startsAt, timeZone))}, {clockIn(party.startsAt, timeZone)}{" "}
              {zoneName(timeZone, party.startsAt)}, {party.chefName}
            </p>
          </div>
          {takers && onChange ? (
            <TakerChoice
              party={party}
              value={takers[party.claimId] ?? ""}
              onChange={(chefId) => onChange({ ...takers, [party.claimId]: chefId })}
            />
          ) : null}
        </li>
      ))}
    </ul>
  )
}

interface TakerChoiceProps {
  party: AffectedParty
  value: string
  onChange: (chefId: string) => void
}

function TakerChoice({ party, value, onChange }: TakerChoiceProps) {
  if (party.candidates.length === 0)
    return <p className="text-sm font-medium text-bad">Nobody else is free; move the party first.</p>
  return (
    <Select
      aria-label={`Who takes ${party.title}`}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      className="w-48"
    >
      <option value="">Who takes it?</option>
      {party.candidates.map(({ chefId, name }) => (
        <option key={chefId} value={chefId}>
          {name}
        </option>
      ))}
    </Select>
  )
}

/** @returns the choices as the API takes them, and whether every party has one. */
export function readHandovers(
  parties: readonly AffectedParty[],
  takers: Record<string, string>,
): { handovers: Handover[]; isComplete: boolean } {
  const handovers = parties.flatMap(({ claimId }) => {
    const toChefId = takers[claimId]
    return toChefId ? [{ claimId, toChefId }] : []
  })
  return { handovers, isComplete: handovers.length === parties.length }
}

"use client"

import type { DayDrive } from "@myhibachi/contract/travel"
import { classNames } from "@myhibachi/ui/class-names"
import Link from "next/link"
import { clockIn, zoneName } from "@/time/format-time.ts"
import { type ChefDay, driveText, type StationDay } from "./drive-words.ts"

interface DriveListProps {
  stations: StationDay[]
  chosenChef: string | null
  onChoose: (chefId: string | null) => void
}

const HEIGHT = "lg:max-h-[34rem] lg:overflow-y-auto lg:pr-2"

/** The same day as the map, to be read: drives and parties of each chef in order. */
export function DriveList({ stations, chosenChef, onChoose }: DriveListProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section aria-label="Drives of the day" tabIndex={0} className={HEIGHT}>
      {stations.map((station) => (
        <div key={station.id} className="mb-6 last:mb-0">
          <h3 className="text-sm font-medium text-ink-soft">
            {station.name} ({zoneName(station.timeZone, station.chefs[0]?.parties[0]?.startsAt ?? 0)})
          </h3>
          <ul>
            {station.chefs.map((chef) => (
              <li key={chef.id} className="border-b border-line py-3 last:border-0">
                <button
                  type="button"
                  aria-pressed={chosenChef === chef.id}
                  onClick={() => onChoose(chosenChef === chef.id ? null : chef.id)}
                  className={classNames(
                    "-mx-2 rounded-control px-2 py-1 text-left font-medium hover:bg-sunken",
                    chosenChef === chef.id && "bg-ember-soft",
                  )}
                >
                  {chef.name}
                  <span className="sr-only">: show on the map</span>
                </button>
                <ChefRoute chef={chef} timeZone={station.timeZone} />
              </li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  )
}

type Step =
  | { kind: "drive"; at: string; drive: DayDrive }
  | { kind: "party"; at: string; party: ChefDay["parties"][number]; number: number }

/** Drives and parties in the order in which they happen. */
function stepsOf(chef: ChefDay): Step[] {
  const drives = chef.drives.map((drive): Step => ({ kind: "drive", at: drive.departsAt, drive }))
  const parties = chef.parties.map(
    (party, index): Step => ({ kind: "party", at: party.startsAt, party, number: index + 1 }),
  )
  return [...drives, ...parties].sort((left, right) => Date.parse(left.at) - Date.parse(right.at))
}

function ChefRoute({ chef, timeZone }: { chef: ChefDay; timeZone: string }) {
  return (
    <ol className="mt-1 flex flex-col gap-1 text-sm">
      {stepsOf(chef).map((step) => (
        <li key={`${step.kind} ${step.at}`} className="grid grid-cols-[4.5rem_minmax(0,1fr)] gap-2">
          <span className="whitespace-nowrap tabular-nums text-ink-soft">{clockIn(step.at, timeZone)}</span>
          {step.kind === "drive" ? (
            <span className="text-ink-soft">
              Drive to {step.drive.to.name ?? "the party"}: {driveText(step.drive)}
            </span>
          ) : (
            <PartyName party={step.party} number={step.number} />
          )}
        </li>
      ))}
    </ol>
  )
}

function PartyName({ party, number }: { party: ChefDay["parties"][number]; number: number }) {
  const name = (
    <>
      {number}. {party.title}
    </>
  )
  if (!party.bookingId) return <span className="font-medium">{name} (held)</span>
  return (
    <Link href={`/bookings/${party.bookingId}`} className="font-medium underline underline-offset-4">
      {name}
    </Link>
  )
}

"use client"

import { MyParties, type MyParty } from "@myhibachi/contract/assignments"
import { Badge, type BadgeState } from "@myhibachi/ui/badge"
import { EmptyState } from "@myhibachi/ui/empty-state"
import { TimeText } from "@myhibachi/ui/time-text"
import { useQuery } from "@tanstack/react-query"
import { ChevronRight } from "lucide-react"
import Link from "next/link"
import { request } from "@/api/request.ts"
import { guestsText } from "@/features/booking/guests-text.ts"
import { Loaded } from "@/lists/loaded.tsx"

const REFRESH_MS = 60_000

/** What is asked of me, what is next, and what was. */
export function MyPartiesView() {
  const parties = useQuery({
    queryKey: ["my", "parties"],
    queryFn: () => request(MyParties, "/v1/chefs/me/assignments"),
    refetchInterval: REFRESH_MS,
  })
  return (
    <>
      <h1 className="mb-4 text-2xl font-semibold">My parties</h1>
      <Loaded query={parties} lines={8}>
        {(data) => <Lists parties={data} />}
      </Loaded>
    </>
  )
}

function Lists({ parties: { upcoming, past } }: { parties: MyParties }) {
  const asked = upcoming.filter((party) => party.response === "pending")
  const taken = upcoming.filter((party) => party.response !== "pending")
  return (
    <div className="flex flex-col gap-8">
      {upcoming.length === 0 ? (
        <EmptyState title="No party ahead">
          When the office or the calendar gives you one, it stands here and waits for your answer.
        </EmptyState>
      ) : null}
      <PartyList title="Waits for your answer" parties={asked} />
      <PartyList title="Next" parties={taken} />
      <PartyList title="Done" parties={past} />
    </div>
  )
}

function PartyList({ title, parties }: { title: string; parties: MyParty[] }) {
  if (parties.length === 0) return null
  return (
    <section>
      <h2 className="mb-1 font-semibold">{title}</h2>
      <ul className="divide-y divide-line border-y border-line">
        {parties.map((party) => (
          <li key={party.id}>
            <Link href={`/my/${party.id}`} className="flex items-center gap-3 py-3 hover:bg-sunken">
              <span className="min-w-0 flex-1">
                <span className="block font-medium">
                  <TimeText instant={party.startsAt} timeZone={party.timeZone} shape="short" />
                </span>
                <span className="block text-ink-soft">
                  {party.place.city ?? party.place.formatted} · {guestsText(party.guests)}
                </span>
              </span>
              <PartyBadge party={party} />
              <ChevronRight aria-hidden className="size-5 shrink-0 text-ink-soft" />
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Where the chef stands with a party, in a word or two. */
export function PartyBadge({ party }: { party: MyParty }) {
  const { title, state } = standing(party)
  return <Badge state={state}>{title}</Badge>
}

function standing(party: MyParty): { title: string; state: BadgeState } {
  if (party.status === "cancelled") return { title: "Cancelled", state: "bad" }
  if (party.completedAt) return { title: "Done", state: "neutral" }
  if (party.checkedInAt) return { title: "You are there", state: "good" }
  if (party.response === "pending") return { title: "New", state: "caution" }
  return { title: "Accepted", state: "good" }
}

"use client"

import { type TimelineEntry, TimelineKind, Timeline as TimelinePage } from "@myhibachi/contract/customers"
import { Timeline } from "@myhibachi/ui/timeline"
import Link from "next/link"
import { ActorText } from "@/features/identity/actor-text.tsx"
import { ChoiceFilter, Filters } from "@/lists/filters.tsx"
import { More } from "@/lists/list-table.tsx"
import { Failure, Lines } from "@/lists/loaded.tsx"
import { useAddress } from "@/lists/use-address.ts"
import { type Pages, usePages } from "@/lists/use-pages.ts"
import { WhenText } from "@/time/when-text.tsx"
import { kindTitle } from "./customer-words.ts"

/** Everything that happened with one customer, newest first. */
export function CustomerTimeline({ customerId }: { customerId: string }) {
  const address = useAddress()
  const kinds = address.get("kinds")
  const pages = usePages(TimelinePage, `/v1/customers/${customerId}/timeline`, { kinds })
  return (
    <>
      <Filters>
        <ChoiceFilter label="What to show" name="kinds" all="Everything" options={choices} />
      </Filters>
      <Entries pages={pages} />
    </>
  )
}

const choices = TimelineKind.options.map((value) => ({ value, label: kindTitle[value] }))

function Entries({ pages }: { pages: Pages<TimelineEntry> }) {
  if (pages.items === undefined) {
    return pages.error ? <Failure error={pages.error} onRetry={pages.retry} /> : <Lines count={5} />
  }
  if (pages.items.length === 0) return <p className="text-ink-soft">Nothing of this kind has happened yet.</p>
  return (
    <>
      <Timeline
        items={pages.items.map((entry) => ({
          key: entry.id,
          title: <EntryTitle entry={entry} />,
          at: (
            <>
              <WhenText instant={entry.at} /> · <ActorText actor={entry.actor} />
            </>
          ),
          detail: entry.detail,
        }))}
      />
      <More pages={pages} />
    </>
  )
}

const places: Record<string, string> = {
  booking: "/bookings/",
  conversation: "/inbox?id=",
  lead: "/customers/leads/",
  payment: "/money/",
}

function EntryTitle({ entry }: { entry: TimelineEntry }) {
  const place = entry.entity ? places[entry.entity] : undefined
  if (!place || !entry.entityId) return entry.title
  return (
    <Link href={`${place}${entry.entityId}`} className="underline underline-offset-4">
      {entry.title}
    </Link>
  )
}

"use client"

import { type TimelineEntry, Timeline as TimelinePage } from "@myhibachi/contract/customers"
import { Timeline } from "@myhibachi/ui/timeline"
import Link from "next/link"
import { ActorText } from "@/features/identity/actor-text.tsx"
import { More } from "@/lists/list-table.tsx"
import { Failure, Lines } from "@/lists/loaded.tsx"
import { usePages } from "@/lists/use-pages.ts"
import { WhenText } from "@/time/when-text.tsx"

/** Everything that happened with one customer, newest first. */
export function CustomerTimeline({ customerId }: { customerId: string }) {
  const pages = usePages(TimelinePage, `/v1/customers/${customerId}/timeline`)
  if (pages.items === undefined) {
    return pages.error ? <Failure error={pages.error} onRetry={pages.retry} /> : <Lines count={5} />
  }
  if (pages.items.length === 0) return <p className="text-ink-soft">Nothing has happened yet.</p>
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

"use client"

import { type MoneyEvent, MoneyTimeline } from "@myhibachi/contract/money-timeline"
import { Card, CardHeader } from "@myhibachi/ui/card"
import { MoneyText } from "@myhibachi/ui/money-text"
import { TimeText } from "@myhibachi/ui/time-text"
import { Timeline, type TimelineItem } from "@myhibachi/ui/timeline"
import { useQuery } from "@tanstack/react-query"
import Link from "next/link"
import { request } from "@/api/request.ts"
import { Loaded } from "@/lists/loaded.tsx"

const state: Record<MoneyEvent["outcome"], NonNullable<TimelineItem["state"]>> = {
  done: "done",
  waiting: "now",
  failed: "bad",
}

const place = { payment: "/money", invoice: "/money/invoices" }

/** Everything that happened to a booking's money, oldest first. */
export function MoneyTimelineCard({ bookingId, timeZone }: { bookingId: string; timeZone: string }) {
  const path = `/v1/bookings/${bookingId}/money`
  const timeline = useQuery({
    queryKey: [path],
    queryFn: () => request(MoneyTimeline, path),
    refetchInterval: 30_000,
  })
  return (
    <Card aria-label="Money, step by step">
      <CardHeader title="Money, step by step" />
      <Loaded query={timeline} lines={4}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="text-ink-soft">Nothing was paid, asked for or sent back yet.</p>
          ) : (
            <Timeline
              items={items.map((event) => ({
                key: event.id,
                state: state[event.outcome],
                at: <TimeText instant={event.at} timeZone={timeZone} shape="short" />,
                title: <EventTitle event={event} />,
                detail: event.detail,
              }))}
            />
          )
        }
      </Loaded>
    </Card>
  )
}

function EventTitle({ event: { title, amount, link } }: { event: MoneyEvent }) {
  return (
    <span className="flex items-baseline justify-between gap-4">
      {link ? (
        <Link href={`${place[link.to]}/${link.id}`} className="underline-offset-4 hover:underline">
          {title}
        </Link>
      ) : (
        <span>{title}</span>
      )}
      {amount ? <MoneyText money={amount} className="shrink-0" /> : null}
    </span>
  )
}

"use client"

import { type Booking, History, type HistoryEntry } from "@myhibachi/contract/booking"
import { Card, CardHeader } from "@myhibachi/ui/card"
import { Timeline } from "@myhibachi/ui/timeline"
import { useQuery } from "@tanstack/react-query"
import Link from "next/link"
import type { ReactNode } from "react"
import { request } from "@/api/request.ts"
import { BookingCrewCard } from "@/features/crew/booking-crew.tsx"
import { ActorText } from "@/features/identity/actor-text.tsx"
import { Loaded } from "@/lists/loaded.tsx"
import { ReadableValue } from "@/text/readable-value.tsx"
import { isEmpty } from "@/text/value-shape.ts"
import { WhenText } from "@/time/when-text.tsx"
import { historyDetails, historyTitle } from "./history-words.ts"

/** Who, with whom and how it came here. */
export function BookingSide({ booking }: { booking: Booking }) {
  return (
    <div className="flex min-w-0 flex-col gap-6">
      <CustomerCard booking={booking} />
      <BookingCrewCard booking={booking} />
      <HistoryCard bookingId={booking.id} timeZone={booking.timeZone} />
    </div>
  )
}

function CustomerCard({ booking }: { booking: Booking }) {
  const { customer, agreement } = booking
  return (
    <Card>
      <CardHeader title="Customer" />
      <dl className="flex flex-col gap-3 text-sm">
        <Fact name="Name">
          <Link href={`/customers/${customer.id}`} className="font-medium underline underline-offset-4">
            {customer.name}
          </Link>
        </Fact>
        {customer.email ? <Fact name="E-mail">{customer.email}</Fact> : null}
        {customer.phone ? <Fact name="Phone">{customer.phone}</Fact> : null}
        {booking.conversationId ? (
          <Fact name="Conversation">
            <Link href={`/inbox?id=${booking.conversationId}`} className="underline underline-offset-4">
              Open in the inbox
            </Link>
          </Fact>
        ) : null}
        {agreement ? (
          <Fact name="Signed by">
            {agreement.signerName}, <WhenText instant={agreement.signedAt} />
          </Fact>
        ) : null}
      </dl>
    </Card>
  )
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt className="text-ink-soft">{name}</dt>
      <dd className="[overflow-wrap:anywhere]">{children}</dd>
    </div>
  )
}

function HistoryCard({ bookingId, timeZone }: { bookingId: string; timeZone: string }) {
  const history = useQuery({
    queryKey: ["booking", bookingId, "history"],
    queryFn: () => request(History, `/v1/bookings/${bookingId}/history`),
  })
  return (
    <Card>
      <CardHeader title="History" />
      <Loaded query={history}>
        {({ items }) => (
          <Timeline
            items={items.map((entry) => ({
              key: entry.id,
              title: historyTitle(entry),
              at: (
                <>
                  <WhenText instant={entry.at} /> · <ActorText actor={entry.actor} />
                </>
              ),
              detail: <HistoryDetail entry={entry} timeZone={timeZone} />,
              state: entry.to === "cancelled" ? "bad" : "done",
            }))}
          />
        )}
      </Loaded>
    </Card>
  )
}

function HistoryDetail({ entry, timeZone }: { entry: HistoryEntry; timeZone: string }) {
  const details = historyDetails(entry)
  const reason = entry.from === entry.to ? null : entry.reason
  if (!reason && isEmpty(details)) return null
  return (
    <>
      {reason ? <p>{reason}</p> : null}
      {isEmpty(details) ? null : <ReadableValue value={details} timeZone={timeZone} depth={1} />}
    </>
  )
}

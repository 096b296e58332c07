"use client"

import type { ConversationDetail } from "@myhibachi/contract/conversations"
import { Badge } from "@myhibachi/ui/badge"
import { Button } from "@myhibachi/ui/button"
import { Sheet } from "@myhibachi/ui/sheet"
import { TimeText } from "@myhibachi/ui/time-text"
import Link from "next/link"
import type { ReactNode } from "react"
import { stateTitle } from "@/features/booking/booking-states.ts"
import { ConversationTasks } from "@/features/tasks/conversation-tasks.tsx"

/** Why somebody is needed, who the customer is and what they have booked. */
export function ConversationSide({ conversation }: { conversation: ConversationDetail }) {
  return (
    <aside
      aria-label="About the customer"
      className="hidden w-80 shrink-0 flex-col gap-6 overflow-y-auto border-l border-line p-4 xl:flex"
    >
      <SideParts conversation={conversation} />
    </aside>
  )
}

/** The same on a screen that has no room for a third pane. */
export function ConversationSheet({ conversation }: { conversation: ConversationDetail }) {
  return (
    <Sheet
      title="About the customer"
      trigger={
        <Button size="small" variant="quiet" className="xl:hidden">
          Customer
        </Button>
      }
    >
      <div className="flex flex-col gap-6 p-4">
        <SideParts conversation={conversation} />
      </div>
    </Sheet>
  )
}

function SideParts({ conversation }: { conversation: ConversationDetail }) {
  const { contact, customer, bookings } = conversation
  return (
    <>
      {conversation.needsPersonReason ? (
        <p className="rounded-control bg-bad-soft p-3 text-sm">
          <span className="block font-medium text-bad">A person is needed</span>
          {conversation.needsPersonReason}
        </p>
      ) : null}
      {conversation.summary ? (
        <Part title="In short">
          <p className="text-sm whitespace-pre-line">{conversation.summary}</p>
        </Part>
      ) : null}
      <Part title="Customer">
        {customer ? (
          <Link href={`/customers/${customer.id}`} className="font-medium underline underline-offset-4">
            {customer.name}
          </Link>
        ) : (
          <p className="text-sm text-ink-soft">
            Not known yet: the visitor has not shown a booking link or a code.
          </p>
        )}
        {contact?.email ? <p className="text-sm [overflow-wrap:anywhere]">{contact.email}</p> : null}
        {contact?.phone ? <p className="text-sm">{contact.phone}</p> : null}
      </Part>
      {bookings.length > 0 ? <BookingLinks bookings={bookings} /> : null}
      <ConversationTasks conversationId={conversation.id} />
      <Link
        href={`/assistant/traces?conversation=${conversation.id}`}
        className="text-sm underline underline-offset-4"
      >
        All traces of this conversation
      </Link>
    </>
  )
}

function BookingLinks({ bookings }: Pick<ConversationDetail, "bookings">) {
  return (
    <Part title="Bookings">
      <ul className="flex flex-col gap-3">
        {bookings.map((booking) => (
          <li key={booking.id} className="text-sm">
            <Link href={`/bookings/${booking.id}`} className="font-medium underline underline-offset-4">
              {booking.reference}
            </Link>{" "}
            <Badge>{stateTitle(booking.state)}</Badge>
            <span className="block text-ink-soft">
              <TimeText instant={booking.startsAt} timeZone={booking.timeZone} shape="short" />
            </span>
          </li>
        ))}
      </ul>
    </Part>
  )
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section>
      <h3 className="mb-1 text-sm font-medium text-ink-soft">{title}</h3>
      {children}
    </section>
  )
}

"use client"

import { BookingList } from "@myhibachi/contract/booking"
import { Customer } from "@myhibachi/contract/customers"
import { Badge } from "@myhibachi/ui/badge"
import { Card, CardHeader } from "@myhibachi/ui/card"
import { MoneyText } from "@myhibachi/ui/money-text"
import { TimeText } from "@myhibachi/ui/time-text"
import { useQuery } from "@tanstack/react-query"
import Link from "next/link"
import { request } from "@/api/request.ts"
import { BookingBadge } from "@/features/booking/state-badge.tsx"
import { ActorText } from "@/features/identity/actor-text.tsx"
import { Loaded } from "@/lists/loaded.tsx"
import { useMay } from "@/shell/me.tsx"
import { PageHeader } from "@/shell/page-header.tsx"
import { WhenText } from "@/time/when-text.tsx"
import { CustomerAddresses } from "./customer-addresses.tsx"
import { CustomerConsents } from "./customer-consents.tsx"
import { CustomerMerges } from "./customer-merges.tsx"
import { CustomerPrivacy } from "./customer-privacy.tsx"
import { CustomerTags } from "./customer-tags.tsx"
import { CustomerTimeline } from "./customer-timeline.tsx"
import { NoteBox } from "./note-box.tsx"

/** One customer: what happened over all channels, what is booked, how to reach them. */
export function CustomerView({ id }: { id: string }) {
  const customer = useQuery({
    queryKey: ["customer", id],
    queryFn: () => request(Customer, `/v1/customers/${id}`),
  })
  return (
    <Loaded query={customer} lines={10}>
      {(data) => <CustomerPage customer={data} />}
    </Loaded>
  )
}

function CustomerPage({ customer }: { customer: Customer }) {
  const mayWrite = useMay("customers:write")
  return (
    <>
      <PageHeader
        back={{ href: "/customers", title: "Customers" }}
        title={customer.erasedAt ? "Erased customer" : customer.name}
        detail={
          <>
            Since <WhenText instant={customer.createdAt} shape="date" />
          </>
        }
      />
      <CustomerTags customer={customer} />
      <div className="grid gap-6 xl:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="flex min-w-0 flex-col gap-6">
          <CustomerBookings customerId={customer.id} />
          <Card>
            <CardHeader title="Timeline" />
            <CustomerTimeline customerId={customer.id} />
          </Card>
        </div>
        <div className="flex min-w-0 flex-col gap-6">
          <ContactCard customer={customer} />
          <CustomerAddresses customer={customer} />
          <CustomerConsents customer={customer} />
          <CustomerMerges customer={customer} />
          <Card>
            <CardHeader title="Notes" detail="For staff only; never told to anybody" />
            <Notes customer={customer} />
            {mayWrite && !customer.erasedAt ? <NoteBox customerId={customer.id} /> : null}
          </Card>
          <CustomerPrivacy customer={customer} />
        </div>
      </div>
    </>
  )
}

function CustomerBookings({ customerId }: { customerId: string }) {
  const bookings = useQuery({
    queryKey: ["/v1/bookings", "customer", customerId],
    queryFn: () =>
      request(BookingList, "/v1/bookings", { query: { customerId, limit: 50, order: "newest" } }),
  })
  return (
    <Card>
      <CardHeader title="Bookings" />
      <Loaded query={bookings} lines={2}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="text-ink-soft">None yet.</p>
          ) : (
            <ul className="divide-y divide-line">
              {items.map((booking) => (
                <li key={booking.id}>
                  <Link
                    href={`/bookings/${booking.id}`}
                    className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1 py-3 hover:bg-sunken"
                  >
                    <span>
                      <span className="font-medium">{booking.reference}</span>{" "}
                      <span className="text-ink-soft">
                        <TimeText instant={booking.startsAt} timeZone={booking.timeZone} shape="short" /> ·{" "}
                        {booking.guestTotal} guests
                      </span>
                    </span>
                    <span className="flex items-baseline gap-3">
                      <BookingBadge status={booking.status} />
                      <MoneyText money={booking.total} />
                    </span>
                  </Link>
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
    </Card>
  )
}

function ContactCard({ customer }: { customer: Customer }) {
  return (
    <Card>
      <CardHeader title="Contact" />
      <ul className="flex flex-col gap-2 text-sm">
        {customer.identities.map((identity) => (
          <li key={`${identity.kind}-${identity.value}`} className="flex flex-wrap items-center gap-2">
            <span className="[overflow-wrap:anywhere]">{identity.value}</span>
            {identity.isVerified ? <Badge state="good">Proven</Badge> : null}
          </li>
        ))}
      </ul>
      {customer.identities.length === 0 ? <p className="text-sm text-ink-soft">None is kept.</p> : null}
    </Card>
  )
}

function Notes({ customer }: { customer: Customer }) {
  if (customer.notes.length === 0) return <p className="text-sm text-ink-soft">None yet.</p>
  return (
    <ul className="flex flex-col gap-4 text-sm">
      {customer.notes.map((note) => (
        <li key={note.id}>
          <p className="whitespace-pre-line">{note.text}</p>
          <p className="text-ink-soft">
            <ActorText actor={note.author} />, <WhenText instant={note.at} />
          </p>
        </li>
      ))}
    </ul>
  )
}

"use client"

import { BookingList, BookingStatus, type BookingSummary } from "@myhibachi/contract/booking"
import { StationList } from "@myhibachi/contract/crew"
import { LinkButton } from "@myhibachi/ui/button"
import { MoneyText } from "@myhibachi/ui/money-text"
import { TimeText } from "@myhibachi/ui/time-text"
import { useQuery } from "@tanstack/react-query"
import Link from "next/link"
import { request } from "@/api/request.ts"
import { ChoiceFilter, Filters, SearchFilter } from "@/lists/filters.tsx"
import { type Column, ListTable } from "@/lists/list-table.tsx"
import { SavedViews } from "@/lists/saved-views.tsx"
import { useAddress } from "@/lists/use-address.ts"
import { usePages } from "@/lists/use-pages.ts"
import { useMay } from "@/shell/me.tsx"
import { PageHeader } from "@/shell/page-header.tsx"
import { bookingState } from "./booking-states.ts"
import { BookingBadge } from "./state-badge.tsx"

const columns: [Column<BookingSummary>, ...Column<BookingSummary>[]] = [
  {
    title: "Party",
    cell: (booking) => (
      <>
        <span className="block whitespace-nowrap">{booking.reference}</span>
        <span className="block font-normal text-ink-soft">{booking.customerName}</span>
      </>
    ),
  },
  {
    title: "Start",
    cell: (booking) => <TimeText instant={booking.startsAt} timeZone={booking.timeZone} shape="short" />,
  },
  { title: "Where", cell: (booking) => booking.city ?? booking.stationName, isExtra: true },
  { title: "Guests", cell: (booking) => booking.guestTotal, isNumber: true, isExtra: true },
  { title: "Chefs", cell: (booking) => booking.chefs, isNumber: true, isExtra: true },
  { title: "State", cell: (booking) => <BookingBadge status={booking.status} /> },
  { title: "Total", cell: (booking) => <MoneyText money={booking.total} />, isNumber: true, isExtra: true },
  { title: "Owed", cell: (booking) => <Owed booking={booking} />, isNumber: true },
]

const KEPT = ["search", "status", "station", "order"]

/** All bookings, by start or newest first. */
export function BookingsList() {
  const address = useAddress()
  const mayBook = useMay("bookings:write")
  const pages = usePages(BookingList, "/v1/bookings", {
    search: address.get("search"),
    status: address.get("status"),
    stationId: address.get("station"),
    order: address.get("order") || "newest",
  })
  return (
    <>
      <PageHeader
        title="Bookings"
        actions={
          mayBook ? (
            <LinkButton asChild>
              <Link href="/quotes/new">New booking</Link>
            </LinkButton>
          ) : null
        }
      />
      <Filters>
        <SearchFilter label="Name, reference, e-mail, city" />
        <ChoiceFilter label="State" name="status" all="Any state" options={stateOptions} />
        <StationFilter />
        <ChoiceFilter
          label="Order"
          name="order"
          all="Newest first"
          options={[{ value: "start", label: "By start" }]}
        />
        <SavedViews list="bookings" names={KEPT} all="Every booking" />
      </Filters>
      <ListTable
        label="Bookings"
        pages={pages}
        columns={columns}
        keyOf={(booking) => booking.id}
        hrefOf={(booking) => `/bookings/${booking.id}`}
        empty={{
          title: address.get("search") || address.get("status") ? "No booking fits" : "No booking yet",
          detail: "A booking appears here as soon as its deposit is paid.",
        }}
      />
    </>
  )
}

const stateOptions = BookingStatus.options.map((value) => ({ value, label: bookingState[value].title }))

function StationFilter() {
  const mayRead = useMay("crew:read")
  const stations = useQuery({
    queryKey: ["stations"],
    queryFn: () => request(StationList, "/v1/stations"),
    enabled: mayRead,
    staleTime: 300_000,
  })
  const options = (stations.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }))
  return <ChoiceFilter label="Station" name="station" all="Every station" options={options} />
}

function Owed({ booking }: { booking: BookingSummary }) {
  if (booking.owed.amount <= 0) return <span className="text-ink-soft">–</span>
  return <MoneyText money={booking.owed} />
}

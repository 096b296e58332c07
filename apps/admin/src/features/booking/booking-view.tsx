"use client"

import { Booking, type BookingStatus } from "@myhibachi/contract/booking"
import { TimeText } from "@myhibachi/ui/time-text"
import { useQuery } from "@tanstack/react-query"
import { request } from "@/api/request.ts"
import { MoneyTimelineCard } from "@/features/payments/money-timeline.tsx"
import { Loaded } from "@/lists/loaded.tsx"
import { useMay } from "@/shell/me.tsx"
import { PageHeader } from "@/shell/page-header.tsx"
import { Agreed } from "./agreed.tsx"
import { BookingActions } from "./booking-actions.tsx"
import { BookingMoney } from "./booking-money.tsx"
import { BookingSide } from "./booking-side.tsx"
import { CancelRequestCard } from "./cancel-request-card.tsx"
import { ChangeOrdersCard } from "./change-orders-card.tsx"
import { DetailsCard } from "./details-card.tsx"
import { NextSteps } from "./next-steps.tsx"
import { NoShowCard } from "./no-show-card.tsx"
import { PrepSheetCard } from "./prep-sheet.tsx"
import { BookingBadge } from "./state-badge.tsx"
import { WeatherCard } from "./weather-dialog.tsx"

const CHANGEABLE = new Set<BookingStatus>(["confirmed", "assigned", "locked", "weather_hold"])
const REFRESH_MS = 30_000

/** One party on one page: what was agreed, what is paid, what happens next; its history at the side. */
export function BookingView({ id }: { id: string }) {
  const booking = useQuery({
    queryKey: ["booking", id],
    queryFn: () => request(Booking, `/v1/bookings/${id}`),
    refetchInterval: REFRESH_MS,
  })
  return (
    <Loaded query={booking} lines={10}>
      {(data) => <BookingPage booking={data} />}
    </Loaded>
  )
}

function BookingPage({ booking }: { booking: Booking }) {
  const mayWrite = useMay("bookings:write")
  const mayReadMoney = useMay("payments:read")
  return (
    <>
      <PageHeader
        back={{ href: "/bookings", title: "Bookings" }}
        title={
          <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
            {booking.reference} <BookingBadge status={booking.status} />
          </span>
        }
        detail={
          <>
            {booking.customer.name} · <TimeText instant={booking.startsAt} timeZone={booking.timeZone} />
          </>
        }
        actions={mayWrite ? <BookingActions booking={booking} /> : null}
      />
      <div className="grid gap-6 xl:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="flex min-w-0 flex-col gap-6">
          {booking.cancelRequest ? (
            <CancelRequestCard booking={booking} asked={booking.cancelRequest} />
          ) : null}
          {booking.weatherHold ? (
            <WeatherCard booking={booking} hold={booking.weatherHold} mayWrite={mayWrite} />
          ) : null}
          {booking.noShow ? <NoShowCard booking={booking} report={booking.noShow} /> : null}
          <NextSteps booking={booking} />
          <Agreed booking={booking} />
          <DetailsCard booking={booking} mayChange={mayWrite && CHANGEABLE.has(booking.status)} />
          <ChangeOrdersCard booking={booking} mayChange={mayWrite && CHANGEABLE.has(booking.status)} />
          <PrepSheetCard bookingId={booking.id} />
          <BookingMoney booking={booking} />
          {mayReadMoney ? <MoneyTimelineCard bookingId={booking.id} timeZone={booking.timeZone} /> : null}
        </div>
        <BookingSide booking={booking} />
      </div>
    </>
  )
}

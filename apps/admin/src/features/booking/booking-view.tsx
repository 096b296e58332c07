"use client"

import { Booking } from "@myhibachi/contract/booking"
import { TimeText } from "@myhibachi/ui/time-text"
import { useQuery } from "@tanstack/react-query"
import { request } from "@/api/request.ts"
import { Loaded } from "@/lists/loaded.tsx"
import { useMay } from "@/shell/me.tsx"
import { PageHeader } from "@/shell/page-header.tsx"
import { Agreed } from "./agreed.tsx"
import { BookingMoney } from "./booking-money.tsx"
import { BookingSide } from "./booking-side.tsx"
import { isOpen } from "./booking-states.ts"
import { CancelDialog } from "./cancel-dialog.tsx"
import { MoveDialog } from "./move-dialog.tsx"
import { NextSteps } from "./next-steps.tsx"
import { PrepSheetCard } from "./prep-sheet.tsx"
import { BookingBadge } from "./state-badge.tsx"

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
        actions={
          mayWrite && isOpen(booking.status) ? (
            <>
              <MoveDialog booking={booking} />
              <CancelDialog booking={booking} />
            </>
          ) : null
        }
      />
      <div className="grid gap-6 xl:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="flex min-w-0 flex-col gap-6">
          <NextSteps booking={booking} />
          <Agreed booking={booking} />
          <PrepSheetCard bookingId={booking.id} />
          <BookingMoney booking={booking} />
        </div>
        <BookingSide booking={booking} />
      </div>
    </>
  )
}

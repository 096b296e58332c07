"use client"

import type { Booking } from "@myhibachi/contract/booking"
import {
  ChangeOrder,
  ChangeOrderList,
  type ChangeOrderStatus,
  StaffAcceptChange,
} from "@myhibachi/contract/booking-life"
import { formatMoney } from "@myhibachi/contract/money"
import { Badge, type BadgeState } from "@myhibachi/ui/badge"
import { Breakdown } from "@myhibachi/ui/breakdown"
import { Button } from "@myhibachi/ui/button"
import { Card, CardHeader } from "@myhibachi/ui/card"
import { Field } from "@myhibachi/ui/field"
import { Input } from "@myhibachi/ui/input"
import { useQuery } from "@tanstack/react-query"
import { useState } from "react"
import { request } from "@/api/request.ts"
import { Loaded } from "@/lists/loaded.tsx"
import { WhenText } from "@/time/when-text.tsx"
import { ChangeDialog } from "./change-dialog.tsx"
import { guestsText } from "./guests-text.ts"
import { useBookingStep } from "./use-booking-step.ts"

const STATES: Record<ChangeOrderStatus, { title: string; state: BadgeState }> = {
  offered: { title: "Waits for the customer", state: "caution" },
  accepted: { title: "Accepted", state: "good" },
  declined: { title: "Declined", state: "neutral" },
  withdrawn: { title: "Taken back", state: "neutral" },
  expired: { title: "Expired", state: "neutral" },
  outdated: { title: "Overtaken by another change", state: "neutral" },
}

/** Priced changes of the party: those that were, the one that waits, and a new one. */
export function ChangeOrdersCard({ booking, mayChange }: { booking: Booking; mayChange: boolean }) {
  const orders = useQuery({
    queryKey: ["booking", booking.id, "change-orders"],
    queryFn: () => request(ChangeOrderList, `/v1/bookings/${booking.id}/change-orders`),
  })
  return (
    <Card>
      <CardHeader
        title="Changes"
        detail="More guests, extras or another address, at the prices of the booking"
        actions={mayChange ? <ChangeDialog booking={booking} /> : null}
      />
      <Loaded query={orders} lines={2}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="text-ink-soft">No change was priced for this party.</p>
          ) : (
            <ul className="divide-y divide-line">
              {items.map((order) => (
                <Order key={order.id} order={order} booking={booking} mayChange={mayChange} />
              ))}
            </ul>
          )
        }
      </Loaded>
    </Card>
  )
}

function Order({ order, booking, mayChange }: { order: ChangeOrder; booking: Booking; mayChange: boolean }) {
  const { title, state } = STATES[order.status]
  const isOffered = order.status === "offered"
  return (
    <li className="flex flex-col gap-3 py-4 first:pt-0">
      <div className="flex flex-wrap items-baseline justify-between gap-2">
        <p>
          <span className="font-medium">{guestsText(order.guests)}</span>{" "}
          {order.newAddress ? `at ${order.newAddress} ` : ""}
          <Badge state={state}>{title}</Badge>
        </p>
        <p className="text-sm text-ink-soft">
          <WhenText instant={order.decidedAt ?? order.createdAt} />
        </p>
      </div>
      {order.note ? <p className="text-sm text-ink-soft">{order.note}</p> : null}
      {isOffered ? (
        <Breakdown
          lines={order.changes.map((change) => ({
            key: `${change.kind}-${change.title}`,
            label: change.title,
            amount: change.difference,
          }))}
          totals={[{ key: "after", label: "Total then", amount: order.totalAfter }]}
        />
      ) : (
        <p className="text-sm">
          {formatMoney(order.totalBefore)} → {formatMoney(order.totalAfter)}
        </p>
      )}
      {isOffered && mayChange ? <Answer order={order} booking={booking} /> : null}
    </li>
  )
}

function Answer({ order, booking }: { order: ChangeOrder; booking: Booking }) {
  const [acceptedBy, setAcceptedBy] = useState("")
  const [hint, setHint] = useState<string>()
  const base = { booking, reply: ChangeOrder }
  const accept = useBookingStep({
    ...base,
    path: `/v1/change-orders/${order.id}/accept`,
    done: "The change is booked",
  })
  const withdraw = useBookingStep({
    ...base,
    path: `/v1/change-orders/${order.id}/withdraw`,
    done: "The offer is taken back",
  })
  const submit = () => {
    const parsed = StaffAcceptChange.safeParse({
      acceptedBy,
      expectedDifferenceCents: order.difference.amount,
    })
    setHint(parsed.success ? undefined : parsed.error.issues[0]?.message)
    if (parsed.success) accept.mutate(parsed.data)
  }
  return (
    <div className="flex flex-col gap-3">
      <Field label="Who agreed, and how" error={hint}>
        <Input value={acceptedBy} onChange={(event) => setAcceptedBy(event.currentTarget.value)} />
      </Field>
      <div className="flex flex-wrap justify-end gap-2">
        <Button variant="secondary" isBusy={withdraw.isPending} onClick={() => withdraw.mutate(undefined)}>
          Take back
        </Button>
        <Button isBusy={accept.isPending} onClick={submit}>
          The customer accepts
        </Button>
      </div>
    </div>
  )
}

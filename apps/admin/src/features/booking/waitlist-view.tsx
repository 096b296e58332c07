"use client"

import { type WaitlistEntry, WaitlistPage, WaitlistStatus } from "@myhibachi/contract/booking-life"
import { Badge, type BadgeState } from "@myhibachi/ui/badge"
import { ChoiceFilter, Filters } from "@/lists/filters.tsx"
import { type Column, ListTable } from "@/lists/list-table.tsx"
import { useAddress } from "@/lists/use-address.ts"
import { usePages } from "@/lists/use-pages.ts"
import { PageHeader } from "@/shell/page-header.tsx"
import { longDay } from "@/time/format-time.ts"
import { WhenText } from "@/time/when-text.tsx"
import { guestsText } from "./guests-text.ts"

const STATES: Record<WaitlistStatus, { title: string; state: BadgeState }> = {
  waiting: { title: "Waits", state: "caution" },
  offered: { title: "Has an offer", state: "good" },
  booked: { title: "Booked", state: "good" },
  passed: { title: "Let the offer pass", state: "neutral" },
  left: { title: "Left", state: "neutral" },
  over: { title: "The day has passed", state: "neutral" },
}

const columns: [Column<WaitlistEntry>, ...Column<WaitlistEntry>[]] = [
  { title: "Who", cell: (entry) => entry.customerName },
  { title: "Day", cell: (entry) => longDay(entry.date) },
  { title: "Guests", cell: (entry) => guestsText(entry.guests) },
  { title: "Where", cell: (entry) => entry.city ?? "–", isExtra: true },
  {
    title: "State",
    cell: ({ status }) => <Badge state={STATES[status].state}>{STATES[status].title}</Badge>,
  },
  { title: "Since", cell: (entry) => <WhenText instant={entry.createdAt} />, isExtra: true },
]

/** Who waits for a start on a full day. What becomes free is offered by itself, in this order. */
export function WaitlistView() {
  const address = useAddress()
  const pages = usePages(WaitlistPage, "/v1/waitlist", { status: address.get("status") })
  return (
    <>
      <PageHeader
        title="Waitlist"
        detail="What becomes free is offered by mail to who waits longest and fits."
      />
      <Filters>
        <ChoiceFilter
          label="State"
          name="status"
          all="Any state"
          options={WaitlistStatus.options.map((value) => ({ value, label: STATES[value].title }))}
        />
      </Filters>
      <ListTable
        label="Waitlist"
        pages={pages}
        columns={columns}
        keyOf={(entry) => entry.id}
        hrefOf={(entry) => `/customers/${entry.customerId}`}
        empty={{ title: "Nobody waits", detail: "Customers can wait for a day on which no start is free." }}
      />
    </>
  )
}

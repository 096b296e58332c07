"use client"

import { BookingCrew } from "@myhibachi/contract/assignments"
import { Booking, type StaffRescheduleBooking } from "@myhibachi/contract/booking"
import { MovePreview, Takers } from "@myhibachi/contract/chef-time"
import { formatMoney } from "@myhibachi/contract/money"
import { Button } from "@myhibachi/ui/button"
import { Dialog } from "@myhibachi/ui/dialog"
import { Field } from "@myhibachi/ui/field"
import { Input } from "@myhibachi/ui/input"
import { Select } from "@myhibachi/ui/select"
import { useQuery } from "@tanstack/react-query"
import { useState } from "react"
import { request } from "@/api/request.ts"
import { Loaded } from "@/lists/loaded.tsx"
import { clockIn, clockIn24, dateIn, longDay, zoneName } from "@/time/format-time.ts"
import { instantIn } from "@/time/instant-in.ts"
import type { DraggedParty } from "./draggable-bar.tsx"
import type { StationGroup } from "./group-by-station.ts"
import { useTimeChange } from "./use-time-change.ts"

export interface MoveProposal extends DraggedParty {
  group: StationGroup
}

interface MovePartyProps {
  proposal: MoveProposal
  onDone: () => void
}

/** Shows what a move would do, and does it when the person agrees; it can be undone. */
export function MoveParty({ proposal, onDone }: MovePartyProps) {
  return (
    <Dialog
      open
      onOpenChange={(isOpen) => (isOpen ? undefined : onDone())}
      title={`Move ${proposal.claim.title}`}
    >
      {proposal.toChefId ? (
        <OtherChef proposal={proposal} onDone={onDone} />
      ) : (
        <OtherTime proposal={proposal} onDone={onDone} />
      )}
    </Dialog>
  )
}

type Because = NonNullable<StaffRescheduleBooking["because"]>

function OtherTime({ proposal, onDone }: MovePartyProps) {
  const { claim, group } = proposal
  const [startsAt, setStartsAt] = useState(proposal.startsAt ?? claim.startsAt ?? claim.workFrom)
  const [because, setBecause] = useState<Because>("customer")
  const preview = useQuery({
    queryKey: ["move-preview", claim.bookingId, startsAt, because],
    queryFn: () =>
      request(MovePreview, `/v1/bookings/${claim.bookingId}/move-preview`, { query: { startsAt, because } }),
    staleTime: 0,
  })
  const move = useMove(proposal, onDone)
  const date = dateIn(startsAt, group.timeZone)
  const change = (day: string, time: string) =>
    day && time && setStartsAt(instantIn(day, time, group.timeZone))
  return (
    <div className="flex flex-col gap-4">
      <div className="grid gap-3 sm:grid-cols-2">
        <Field label="Day">
          <Input
            type="date"
            value={date}
            onChange={(event) => change(event.currentTarget.value, clockIn24(startsAt, group.timeZone))}
          />
        </Field>
        <Field label={`Start (${zoneName(group.timeZone, startsAt)})`}>
          <Input
            type="time"
            step={900}
            value={clockIn24(startsAt, group.timeZone)}
            onChange={(event) => change(date, event.currentTarget.value)}
          />
        </Field>
        <Field label="Why" className="sm:col-span-2">
          <Select value={because} onChange={(event) => setBecause(becauseOf(event.currentTarget.value))}>
            <option value="customer">The customer asks</option>
            <option value="weather">The weather</option>
            <option value="company">We must</option>
          </Select>
        </Field>
      </div>
      <Loaded query={preview} lines={3}>
        {(data) => <WhatItDoes preview={data} />}
      </Loaded>
      <Button
        className="self-end"
        disabled={!preview.data?.isAllowed}
        isBusy={move.isPending}
        onClick={() =>
          preview.data && move.mutate({ startsAt, because, expectedFeeCents: preview.data.fee.amount })
        }
      >
        Move to {longDay(date)}, {clockIn(startsAt, group.timeZone)}
      </Button>
    </div>
  )
}

function WhatItDoes({ preview }: { preview: MovePreview }) {
  if (!preview.isAllowed)
    return (
      <p role="alert" className="font-medium text-bad">
        {preview.explanation}
      </p>
    )
  return (
    <section aria-label="What this does">
      <p>
        Fee: <span className="font-medium tabular-nums">{formatMoney(preview.fee)}</span>.{" "}
        {preview.explanation}
      </p>
      <p className="text-sm text-ink-soft">Told: {preview.told.join(", ") || "nobody"}</p>
    </section>
  )
}

function becauseOf(value: string): Because {
  return value === "weather" || value === "company" ? value : "customer"
}

function useMove({ claim }: MoveProposal, onDone: () => void) {
  const [key] = useState(() => crypto.randomUUID())
  const reschedule = (body: StaffRescheduleBooking) =>
    request(Booking, `/v1/bookings/${claim.bookingId}/reschedule`, {
      method: "POST",
      body,
      headers: { "idempotency-key": `${key}:${body.startsAt}:${body.because}` },
    })
  const back = useTimeChange({ run: reschedule, done: () => ({ title: `${claim.title} is back` }) })
  return useTimeChange({
    run: reschedule,
    done: (booking) => ({
      title: `${claim.title} is moved`,
      detail: `Now ${clockIn(booking.startsAt, booking.timeZone)}.`,
      action: {
        label: "Undo",
        run: () => claim.startsAt && back.mutate({ startsAt: claim.startsAt, because: "company" }),
      },
    }),
    onDone,
  })
}

function OtherChef({ proposal, onDone }: MovePartyProps) {
  const { claim, group, chefId } = proposal
  const [toChefId, setToChefId] = useState(proposal.toChefId ?? "")
  const takers = useQuery({
    queryKey: ["takers", claim.id],
    queryFn: () => request(Takers, `/v1/claims/${claim.id}/takers`),
    staleTime: 0,
  })
  const handOver = useHandOver(proposal, onDone)
  const from = group.chefs.find((chef) => chef.id === chefId)?.name ?? chefId
  return (
    <Loaded query={takers} lines={3}>
      {({ items }) => {
        const chosen = items.find((taker) => taker.chefId === toChefId)
        return (
          <div className="flex flex-col gap-4">
            <Field label="Who cooks instead">
              <Select value={toChefId} onChange={(event) => setToChefId(event.currentTarget.value)}>
                {items.map((taker) => (
                  <option key={taker.chefId} value={taker.chefId}>
                    {taker.name}
                    {taker.refusal ? " (not free)" : ""}
                  </option>
                ))}
              </Select>
            </Field>
            {chosen?.refusal ? (
              <p role="alert" className="font-medium text-bad">
                {chosen.refusal}
              </p>
            ) : (
              <p>
                The party goes from {from} to {chosen?.name}, drives planned anew. It costs nothing; the
                customer is not told.
              </p>
            )}
            <Button
              className="self-end"
              disabled={!chosen || chosen.refusal !== null}
              isBusy={handOver.isPending}
              onClick={() => handOver.mutate({ claimId: claim.id, toChefId })}
            >
              Hand over
            </Button>
          </div>
        )
      }}
    </Loaded>
  )
}

function useHandOver({ claim, chefId, group }: MoveProposal, onDone: () => void) {
  const [key] = useState(() => crypto.randomUUID())
  const run = async ({ claimId, toChefId }: { claimId: string; toChefId: string }) => {
    const crew = await request(BookingCrew, `/v1/bookings/${claim.bookingId}/assignments`, {
      method: "POST",
      body: { chefId: toChefId, replacesId: claimId },
      headers: { "idempotency-key": `${key}:${claimId}:${toChefId}` },
    })
    const taken = crew.assignments.find((assignment) => assignment.chefId === toChefId)
    return { claimId: taken?.id ?? claimId, chefId: toChefId }
  }
  const nameOf = (id: string) => group.chefs.find((chef) => chef.id === id)?.name ?? id
  const back = useTimeChange({
    run,
    done: (taken) => ({ title: `${nameOf(taken.chefId)} cooks for ${claim.title} again` }),
  })
  return useTimeChange({
    run,
    done: (taken) => ({
      title: `${nameOf(taken.chefId)} cooks for ${claim.title}`,
      action: { label: "Undo", run: () => back.mutate({ claimId: taken.claimId, toChefId: chefId }) },
    }),
    onDone,
  })
}

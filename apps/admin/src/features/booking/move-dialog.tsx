"use client"

import { Booking, RescheduleOptions, type StaffRescheduleBooking } from "@myhibachi/contract/booking"
import { formatMoney } from "@myhibachi/contract/money"
import { Button } from "@myhibachi/ui/button"
import { Dialog } from "@myhibachi/ui/dialog"
import { Field } from "@myhibachi/ui/field"
import { Input } from "@myhibachi/ui/input"
import { RadioCards } from "@myhibachi/ui/radio-cards"
import { Select } from "@myhibachi/ui/select"
import { useToast } from "@myhibachi/ui/toast"
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query"
import { useState } from "react"
import { request } from "@/api/request.ts"
import { Loaded, sentenceOf } from "@/lists/loaded.tsx"
import { clockIn, dateIn, longDay, zoneName } from "@/time/format-time.ts"
import { bookingKeys } from "./booking-keys.ts"

type Because = NonNullable<StaffRescheduleBooking["because"]>

/** Moves a booking to a start that is free, with the fee stated before. */
export function MoveDialog({ booking }: { booking: Booking }) {
  const [isOpen, setIsOpen] = useState(false)
  return (
    <Dialog
      open={isOpen}
      onOpenChange={setIsOpen}
      title={`Move ${booking.reference}`}
      trigger={<Button variant="secondary">Move…</Button>}
    >
      {isOpen ? <MoveForm booking={booking} onDone={() => setIsOpen(false)} /> : null}
    </Dialog>
  )
}

function MoveForm({ booking, onDone }: { booking: Booking; onDone: () => void }) {
  const [date, setDate] = useState(dateIn(booking.startsAt, booking.timeZone))
  const [startsAt, setStartsAt] = useState<string | null>(null)
  const [because, setBecause] = useState<Because>("customer")
  const options = useQuery({
    queryKey: ["reschedule-options", booking.id, date],
    queryFn: () =>
      request(RescheduleOptions, `/v1/bookings/${booking.id}/reschedule-options`, {
        query: { from: date, to: date },
      }),
    enabled: date !== "",
  })
  const move = useMove(booking, onDone)
  const isFree = because !== "customer"
  return (
    <div className="flex flex-col gap-4">
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label="Day">
          <Input
            type="date"
            value={date}
            onChange={(event) => {
              setDate(event.currentTarget.value)
              setStartsAt(null)
            }}
          />
        </Field>
        <BecauseField because={because} onChange={setBecause} />
      </div>
      <Loaded query={options}>
        {(data) => (
          <Starts options={data} date={date} chosen={startsAt} onChoose={setStartsAt} isFree={isFree} />
        )}
      </Loaded>
      <div className="flex justify-end">
        <Button
          isBusy={move.isPending}
          disabled={!startsAt}
          onClick={() => startsAt && move.mutate({ startsAt, because })}
        >
          {startsAt ? `Move to ${clockIn(startsAt, booking.timeZone)}` : "Choose a start"}
        </Button>
      </div>
    </div>
  )
}

function BecauseField({ because, onChange }: { because: Because; onChange: (because: Because) => void }) {
  return (
    <Field label="Why">
      <Select value={because} onChange={(event) => onChange(becauseOf(event.currentTarget.value))}>
        <option value="customer">The customer asks</option>
        <option value="weather">The weather</option>
        <option value="company">We must</option>
      </Select>
    </Field>
  )
}

function becauseOf(value: string): Because {
  return value === "weather" || value === "company" ? value : "customer"
}

interface StartsProps {
  options: RescheduleOptions
  date: string
  chosen: string | null
  onChoose: (startsAt: string) => void
  isFree: boolean
}

function Starts({ options, date, chosen, onChoose, isFree }: StartsProps) {
  const day = options.days.find((candidate) => candidate.date === date)
  const starts = day?.starts ?? []
  return (
    <div className="flex flex-col gap-2">
      <p className="text-sm text-ink-soft">
        {isFree ? "This move is free." : `${options.explanation} Fee: ${formatMoney(options.fee)}.`}
      </p>
      {starts.length === 0 ? (
        <p>{day?.closedBecause ?? `No start is free on ${longDay(date)}.`}</p>
      ) : (
        <>
          <p className="text-sm">
            {longDay(date)}, {zoneName(options.timeZone, starts[0]?.startsAt ?? date)}
          </p>
          <RadioCards
            label="Regular starts"
            value={chosen}
            onChange={onChoose}
            cards={starts
              .filter((start) => start.isRegular)
              .map((start) => ({ value: start.startsAt, label: clockIn(start.startsAt, options.timeZone) }))}
          />
          <Field label="Or another time">
            <Select value={chosen ?? ""} onChange={(event) => onChoose(event.currentTarget.value)}>
              <option value="">Choose…</option>
              {starts.map((start) => (
                <option key={start.startsAt} value={start.startsAt}>
                  {clockIn(start.startsAt, options.timeZone)}
                </option>
              ))}
            </Select>
          </Field>
        </>
      )}
    </div>
  )
}

function useMove(booking: Booking, onDone: () => void) {
  const [key] = useState(() => crypto.randomUUID())
  const tell = useToast()
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: StaffRescheduleBooking) =>
      request(Booking, `/v1/bookings/${booking.id}/reschedule`, {
        method: "POST",
        body,
        // A refused start may be followed by another choice, which is another request.
        headers: {
          "idempotency-key": `${key}:${body.startsAt}:${body.because}`,
          "if-match": `"v${booking.version}"`,
        },
      }),
    onSuccess: () => {
      onDone()
      tell({ title: `${booking.reference} is moved`, state: "good" })
      return Promise.all(bookingKeys.map((queryKey) => client.invalidateQueries({ queryKey })))
    },
    onError: (error) => tell({ title: sentenceOf(error), state: "bad" }),
  })
}

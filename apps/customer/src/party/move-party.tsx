"use client"
import { BookingPage, RescheduleOptions } from "@myhibachi/contract/booking"
import { formatMoney } from "@myhibachi/contract/money"
import { Button } from "@myhibachi/ui/button"
import { ErrorState } from "@myhibachi/ui/error-state"
import { Sheet } from "@myhibachi/ui/sheet"
import { Skeleton } from "@myhibachi/ui/skeleton"
import { formatInstant, TimeText } from "@myhibachi/ui/time-text"
import { useToast } from "@myhibachi/ui/toast"
import { useQuery, useQueryClient } from "@tanstack/react-query"
import { useRouter } from "next/navigation"
import { useState } from "react"
import { Temporal } from "temporal-polyfill"
import { sentenceOf } from "@/api/problem.ts"
import { newKey, request } from "@/api/request.ts"
import { StartPicker } from "@/price/start-picker.tsx"

/** Moves the party to another free start; the fee, if any, is told before. */
export function MoveParty({
  party,
  window,
}: {
  party: BookingPage
  window: { first: string; last: string }
}) {
  const [isOpen, setIsOpen] = useState(false)
  return (
    <Sheet
      open={isOpen}
      onOpenChange={setIsOpen}
      title="Move the party"
      trigger={<Button variant="secondary">Move</Button>}
    >
      <MoveForm party={party} window={window} onDone={() => setIsOpen(false)} />
    </Sheet>
  )
}

function useMove(party: BookingPage, onDone: () => void) {
  const router = useRouter()
  const toast = useToast()
  const queries = useQueryClient()
  const [complaint, setComplaint] = useState<string | null>(null)
  const [isBusy, setIsBusy] = useState(false)
  const move = async (startsAt: string, expectedFeeCents: number) => {
    setIsBusy(true)
    setComplaint(null)
    try {
      await request(BookingPage, `/v1/public/bookings/${party.token}/reschedule`, {
        method: "POST",
        body: { startsAt, expectedFeeCents },
        idempotencyKey: newKey(),
      })
      toast({
        title: "The party is moved.",
        detail: formatInstant(startsAt, party.timeZone, "date-time", true),
        state: "good",
      })
      onDone()
      // What the next move costs and which starts are free has changed with it.
      queries.removeQueries({ queryKey: ["move", party.token] })
      queries.removeQueries({ queryKey: ["starts", `move:${party.token}`] })
      router.refresh()
    } catch (error) {
      setComplaint(sentenceOf(error))
    } finally {
      setIsBusy(false)
    }
  }
  return { move, complaint, isBusy }
}

function MoveForm({
  party,
  window,
  onDone,
}: {
  party: BookingPage
  window: { first: string; last: string }
  onDone: () => void
}) {
  const [start, setStart] = useState<string | null>(null)
  const { move, complaint, isBusy } = useMove(party, onDone)
  const path = `/v1/public/bookings/${party.token}/reschedule-options`
  const rule = useQuery({
    queryKey: ["move", party.token],
    queryFn: () => request(RescheduleOptions, path, { query: { from: window.first, to: window.first } }),
  })
  if (rule.error)
    return <ErrorState title="Moving is not possible here.">{sentenceOf(rule.error)}</ErrorState>
  if (!rule.data) return <Skeleton className="m-4 h-64" />
  const { fee, explanation, isAllowed } = rule.data
  return (
    <div className="flex flex-1 flex-col gap-5 p-4">
      <p>
        Now: <TimeText instant={party.startsAt} timeZone={party.timeZone} className="font-medium" />
      </p>
      <p className="rounded-control bg-sunken p-3">{explanation}</p>
      {isAllowed ? (
        <>
          <StartPicker
            queryKey={`move:${party.token}`}
            findStarts={async (from, to) => {
              const options = await request(RescheduleOptions, path, { query: { from, to } })
              return { ...options, days: otherStarts(options.days, party.startsAt) }
            }}
            window={window}
            initialDate={localDate(party)}
            value={start}
            onChange={setStart}
          />
          {complaint ? <ErrorState title="The party stays where it is.">{complaint}</ErrorState> : null}
          <Button
            size="large"
            width="full"
            disabled={!start}
            isBusy={isBusy}
            onClick={() => (start ? move(start, fee.amount) : undefined)}
          >
            {fee.amount > 0 ? `Move for ${formatMoney(fee)}` : "Move the party"}
          </Button>
        </>
      ) : null}
    </div>
  )
}

/** The start that the party has already is no move. */
function otherStarts(days: RescheduleOptions["days"], present: string): RescheduleOptions["days"] {
  const now = Date.parse(present)
  return days.map((day) => ({
    ...day,
    starts: day.starts.filter(({ startsAt }) => Date.parse(startsAt) !== now),
  }))
}

/** @returns the party's day at the place: who moves it looks for a day near by. */
function localDate({ startsAt, timeZone }: BookingPage): string {
  return Temporal.Instant.from(startsAt).toZonedDateTimeISO(timeZone).toPlainDate().toString()
}

"use client"

import type { Booking } from "@myhibachi/contract/booking"
import { formatMoney, usd } from "@myhibachi/contract/money"
import { PaymentSchedule, SetPaymentSchedule } from "@myhibachi/contract/payment-schedule"
import { Button } from "@myhibachi/ui/button"
import { Dialog } from "@myhibachi/ui/dialog"
import { Field } from "@myhibachi/ui/field"
import { Form } from "@myhibachi/ui/form"
import { Input } from "@myhibachi/ui/input"
import { useToast } from "@myhibachi/ui/toast"
import { useMutation, useQueryClient } from "@tanstack/react-query"
import { Trash2 } from "lucide-react"
import { useState } from "react"
import { ApiProblem } from "@/api/problem.ts"
import { request } from "@/api/request.ts"
import { sentenceOf } from "@/lists/loaded.tsx"
import { addDays, clockIn24, dateIn, zoneName } from "@/time/format-time.ts"
import { instantIn } from "@/time/instant-in.ts"
import { readAmount } from "./read-amount.ts"

interface DraftPart {
  key: string
  amount: string
  date: string
  time: string
}

/** Plans by when what is owed is paid, in parts; the clock and the links to pay follow it. */
export function PlanDialog({ booking }: { booking: Booking }) {
  const [isOpen, setIsOpen] = useState(false)
  return (
    <Dialog
      open={isOpen}
      onOpenChange={setIsOpen}
      title={`Plan ${formatMoney(booking.owed)}`}
      description="Each part is collected by itself when it is due. Together they are what is owed, and all of it is paid before the party begins."
      trigger={
        <Button size="small" variant="secondary">
          Plan…
        </Button>
      }
    >
      {isOpen ? <PlanForm booking={booking} onDone={() => setIsOpen(false)} /> : null}
    </Dialog>
  )
}

function PlanForm({ booking, onDone }: { booking: Booking; onDone: () => void }) {
  const [parts, setParts] = useState(() => booking.dues.map((due) => draftOf(due, booking.timeZone)))
  const save = useSavePlan(booking, onDone)
  const planned = parts.map((part) => toItem(part, booking.timeZone))
  const sumCents = planned.reduce((sum, { amount }) => sum + amount.amount, 0)
  const isEven = sumCents === booking.owed.amount
  const parsed = SetPaymentSchedule.safeParse({ items: planned })
  return (
    <Form
      noValidate
      onSubmit={() => {
        if (parsed.success) save.mutate(parsed.data)
      }}
    >
      <ol aria-label="Parts" className="flex flex-col gap-4">
        {parts.map((part, index) => (
          <PartFields
            key={part.key}
            part={part}
            number={index + 1}
            zone={zoneName(booking.timeZone, booking.startsAt)}
            error={errorAt(save.error, index)}
            onChange={(change) =>
              setParts(parts.map((each) => (each.key === part.key ? { ...each, ...change } : each)))
            }
            onRemove={
              parts.length > 1 ? () => setParts(parts.filter(({ key }) => key !== part.key)) : undefined
            }
          />
        ))}
      </ol>
      <p role="status" className={isEven ? "text-sm text-ink-soft" : "text-sm font-medium text-bad"}>
        The parts come to {formatMoney(usd(sumCents))}; {formatMoney(booking.owed)} are owed.
      </p>
      <div className="flex flex-wrap justify-end gap-2">
        <Button variant="quiet" isBusy={save.isPending} onClick={() => save.mutate({ items: [] })}>
          Back to the policy's rule
        </Button>
        <Button
          variant="secondary"
          onClick={() => setParts([...parts, nextPart(parts, booking.owed.amount - sumCents)])}
        >
          Another part
        </Button>
        <Button type="submit" isBusy={save.isPending} disabled={!isEven || !parsed.success}>
          Save the plan
        </Button>
      </div>
    </Form>
  )
}

interface PartFieldsProps {
  part: DraftPart
  number: number
  zone: string
  error: string | undefined
  onChange: (change: Partial<DraftPart>) => void
  onRemove: (() => void) | undefined
}

function PartFields({ part, number, zone, error, onChange, onRemove }: PartFieldsProps) {
  return (
    <li className="grid grid-cols-2 items-end gap-3 sm:grid-cols-[1fr_auto_auto_auto]">
      <Field label={`Part ${number}, dollars`} error={error}>
        <Input
          inputMode="decimal"
          className="tabular-nums"
          value={part.amount}
          onChange={(event) => onChange({ amount: event.currentTarget.value })}
        />
      </Field>
      <Field label="Due on">
        <Input
          type="date"
          value={part.date}
          onChange={(event) => onChange({ date: event.currentTarget.value })}
        />
      </Field>
      <Field label={`at (${zone})`}>
        <Input
          type="time"
          value={part.time}
          onChange={(event) => onChange({ time: event.currentTarget.value })}
        />
      </Field>
      <Button
        variant="quiet"
        size="icon"
        aria-label={`Remove part ${number}`}
        disabled={!onRemove}
        onClick={onRemove}
      >
        <Trash2 aria-hidden className="size-4" />
      </Button>
    </li>
  )
}

function draftOf({ amount, dueAt }: Booking["dues"][number], timeZone: string): DraftPart {
  return {
    key: crypto.randomUUID(),
    amount: (amount.amount / 100).toFixed(2),
    date: dateIn(dueAt, timeZone),
    time: clockIn24(dueAt, timeZone),
  }
}

/** What is still missing, a day after the last part. */
function nextPart(parts: readonly DraftPart[], leftCents: number): DraftPart {
  const last = parts.at(-1)
  return {
    key: crypto.randomUUID(),
    amount: (Math.max(0, leftCents) / 100).toFixed(2),
    date: last?.date ? addDays(last.date, 1) : "",
    time: last?.time ?? "12:00",
  }
}

function toItem({ amount, date, time }: DraftPart, timeZone: string) {
  return {
    amount: usd(readAmount(amount) ?? 0),
    dueAt: date && time ? instantIn(date, time, timeZone) : "",
  }
}

function errorAt(error: unknown, index: number): string | undefined {
  if (!(error instanceof ApiProblem)) return undefined
  return error.errors.find(({ pointer }) => pointer.startsWith(`/items/${index}/`))?.detail
}

function useSavePlan(booking: Booking, onDone: () => void) {
  const tell = useToast()
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: SetPaymentSchedule) =>
      request(PaymentSchedule, `/v1/bookings/${booking.id}/payment-schedule`, {
        method: "PUT",
        body,
        headers: { "if-match": `"v${booking.version}"` },
      }),
    onSuccess: () => {
      onDone()
      tell({ title: "The plan holds", state: "good" })
      return client.invalidateQueries()
    },
    onError: (error) => tell({ title: sentenceOf(error), state: "bad" }),
  })
}

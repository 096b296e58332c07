"use client"

import {
  type DayException,
  DayExceptionList,
  SavedDayException,
  SetDayException,
} from "@myhibachi/contract/chef-time"
import type { Chef } from "@myhibachi/contract/crew"
import { DateText } from "@myhibachi/contract/time"
import { Button } from "@myhibachi/ui/button"
import { EmptyState } from "@myhibachi/ui/empty-state"
import { Field } from "@myhibachi/ui/field"
import { Input } from "@myhibachi/ui/input"
import { useQuery } from "@tanstack/react-query"
import { useState } from "react"
import { z } from "zod"
import { request } from "@/api/request.ts"
import { Loaded } from "@/lists/loaded.tsx"
import { shortDay } from "@/time/format-time.ts"
import { SpanFields } from "./hours-form.tsx"
import { useTimeChange } from "./use-time-change.ts"

/** Single days with other hours, or off. */
export function DayExceptions({ chef, mayWrite }: { chef: Chef; mayWrite: boolean }) {
  const list = useQuery({
    queryKey: ["chef", chef.id, "exceptions"],
    queryFn: () => request(DayExceptionList, `/v1/chefs/${chef.id}/exceptions`),
  })
  return (
    <div className="flex max-w-2xl flex-col gap-6">
      {mayWrite ? <ExceptionForm chefId={chef.id} /> : null}
      <Loaded query={list}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState title="Every day as the week says">Days with other hours appear here.</EmptyState>
          ) : (
            <ul className="divide-y divide-line border-y border-line">
              {items.map((day) => (
                <ExceptionRow key={day.date} chefId={chef.id} day={day} mayWrite={mayWrite} />
              ))}
            </ul>
          )
        }
      </Loaded>
    </div>
  )
}

function ExceptionForm({ chefId }: { chefId: string }) {
  const [date, setDate] = useState("")
  const [note, setNote] = useState("")
  const [span, setSpan] = useState<{ from: string; to: string } | null>(null)
  const [problem, setProblem] = useState<string>()
  const save = useSaveException(chefId, () => {
    setDate("")
    setNote("")
    setSpan(null)
  })
  const submit = () => {
    const day = DateText.safeParse(date)
    const parsed = SetDayException.safeParse({ hours: span ? [span] : [], note })
    setProblem(
      day.success ? (parsed.success ? undefined : parsed.error.issues[0]?.message) : "Choose the day.",
    )
    if (day.success && parsed.success) save.mutate({ ...parsed.data, date: day.data })
  }
  return (
    <div className="flex flex-col gap-3">
      <div className="grid gap-3 sm:grid-cols-2">
        <Field label="Day" error={problem}>
          <Input type="date" value={date} onChange={(event) => setDate(event.currentTarget.value)} />
        </Field>
        <Field label="Note">
          <Input value={note} onChange={(event) => setNote(event.currentTarget.value)} />
        </Field>
      </div>
      {span ? (
        <SpanFields
          label="That day"
          span={span}
          onChange={(part) => setSpan({ ...span, ...part })}
          onRemove={() => setSpan(null)}
        />
      ) : (
        <Button
          variant="quiet"
          size="small"
          className="self-start"
          onClick={() => setSpan({ from: "10:00", to: "16:00" })}
        >
          Works some hours that day
        </Button>
      )}
      <Button className="self-start" variant="secondary" isBusy={save.isPending} onClick={submit}>
        {span ? "Set other hours" : "Set a day off"}
      </Button>
    </div>
  )
}

function useSaveException(chefId: string, onDone: () => void) {
  return useTimeChange({
    run: ({ date, ...body }: SetDayException & { date: string }) =>
      request(SavedDayException, `/v1/chefs/${chefId}/exceptions/${date}`, { method: "PUT", body }),
    done: ({ date, partiesOutside }) => ({
      title: `${shortDay(date)} is set`,
      ...(partiesOutside.length > 0
        ? { detail: `${partiesOutside.length} booked parties lie outside; move them on the calendar.` }
        : {}),
    }),
    onDone,
  })
}

function ExceptionRow({ chefId, day, mayWrite }: { chefId: string; day: DayException; mayWrite: boolean }) {
  const putBack = useSaveException(chefId, () => undefined)
  const remove = useTimeChange({
    run: () => request(z.undefined(), `/v1/chefs/${chefId}/exceptions/${day.date}`, { method: "DELETE" }),
    done: () => ({
      title: `${shortDay(day.date)} is as usual again`,
      action: { label: "Undo", run: () => putBack.mutate(day) },
    }),
  })
  const hours = day.hours.map(({ from, to }) => `${from}–${to}`).join(", ")
  return (
    <li className="flex flex-wrap items-center justify-between gap-3 py-3">
      <span>
        <span className="font-medium">{shortDay(day.date)}</span>{" "}
        <span className="text-ink-soft">
          {hours || "off"}
          {day.note ? `, ${day.note}` : ""}
        </span>
      </span>
      {mayWrite ? (
        <Button variant="quiet" size="small" isBusy={remove.isPending} onClick={() => remove.mutate()}>
          Remove<span className="sr-only"> {shortDay(day.date)}</span>
        </Button>
      ) : null}
    </li>
  )
}

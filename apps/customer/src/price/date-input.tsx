"use client"
import { Field } from "@myhibachi/ui/field"
import { Input } from "@myhibachi/ui/input"
import { useState } from "react"
import { Temporal } from "temporal-polyfill"
import { moveDate } from "./booking-window.ts"

const dateText = (date: string) =>
  Temporal.PlainDate.from(date).toLocaleString("en-US", { month: "long", day: "numeric", year: "numeric" })

/** A day within the window. Half-typed dates stay in the box until they are one. */
export function DateInput({
  date,
  window,
  onChange,
}: {
  date: string
  window: { first: string; last: string }
  onChange: (date: string) => void
}) {
  const [typed, setTyped] = useState<string | null>(null)
  const [isMoved, setIsMoved] = useState(false)
  const leave = () => {
    // A year of four digits is meant; the nearest day that can be booked is shown.
    if (typed && typed >= "1000") {
      onChange(moveDate(typed, 0, window))
      setIsMoved(true)
    }
    setTyped(null)
  }
  return (
    <Field
      label="Date"
      error={
        isMoved
          ? `We take bookings from ${dateText(window.first)} to ${dateText(window.last)}; this is the nearest day.`
          : undefined
      }
    >
      <Input
        type="date"
        value={typed ?? date}
        min={window.first}
        max={window.last}
        onChange={(event) => {
          const next = event.currentTarget.value
          const isBookable = next >= window.first && next <= window.last
          setTyped(isBookable ? null : next)
          setIsMoved(false)
          if (isBookable) onChange(next)
        }}
        onBlur={leave}
      />
    </Field>
  )
}

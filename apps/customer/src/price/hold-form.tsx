"use client"
import { zodResolver } from "@hookform/resolvers/zod"
import { Availability } from "@myhibachi/contract/availability"
import { AddressInput, Contact } from "@myhibachi/contract/customers"
import { Hold } from "@myhibachi/contract/hold"
import type { Quote } from "@myhibachi/contract/quote"
import { InstantText } from "@myhibachi/contract/time"
import { Button } from "@myhibachi/ui/button"
import { ErrorState } from "@myhibachi/ui/error-state"
import { Field } from "@myhibachi/ui/field"
import { Input } from "@myhibachi/ui/input"
import { MoneyText } from "@myhibachi/ui/money-text"
import { useQueryClient } from "@tanstack/react-query"
import { useRouter } from "next/navigation"
import { useRef, useState } from "react"
import { Controller, useForm } from "react-hook-form"
import { z } from "zod"
import { ApiProblem } from "@/api/problem.ts"
import { newKey, request } from "@/api/request.ts"
import { showProblem } from "@/forms/show-problem.ts"
import { useDraft } from "@/forms/use-draft.ts"
import { StartPicker } from "./start-picker.tsx"
import { WaitForDay } from "./wait-for-day.tsx"

const HoldQuestion = z.object({
  startsAt: InstantText.nullable().refine((start) => start !== null, "Choose a start."),
  address: AddressInput,
  contact: Contact,
})
const FIELDS = ["startsAt", "address.text", "contact.name", "contact.email", "contact.phone"] as const
const absentWhenEmpty = { setValueAs: (text: string) => (text.trim() === "" ? undefined : text) }

/** When, where exactly and for whom: what it takes to hold chefs. Leads on to the agreement. */
export function HoldForm({
  quote,
  window,
  chosenStart,
  fullPaymentUnderHours,
  holdText,
}: {
  quote: Quote
  window: { first: string; last: string }
  /** The start that was chosen elsewhere, for example in the chat. */
  chosenStart: { startsAt: string; date: string } | null
  /** Closer to the start than this the whole amount is paid at booking. */
  fullPaymentUnderHours: number
  holdText: string
}) {
  const router = useRouter()
  const queries = useQueryClient()
  const attempt = useRef({ body: "", key: "" })
  const [complaint, setComplaint] = useState<string | null>(null)
  const isAddressKnown = quote.place?.precision === "address"
  const form = useForm<z.input<typeof HoldQuestion>, unknown, z.output<typeof HoldQuestion>>({
    resolver: zodResolver(HoldQuestion),
    mode: "onTouched",
    defaultValues: {
      startsAt: chosenStart?.startsAt ?? null,
      address: { text: isAddressKnown ? (quote.place?.formatted ?? "") : "" },
      contact: { name: "" },
    },
  })
  const forgetDraft = useDraft(`draft:hold:${quote.id}`, form)
  const { errors, isSubmitting, isSubmitSuccessful } = form.formState

  const findStarts = (from: string, to: string) =>
    request(Availability, "/v1/public/availability", {
      query: { from, to, ...quote.guests, quoteToken: quote.token },
    })

  const hold = form.handleSubmit(async ({ startsAt, address, contact }) => {
    setComplaint(null)
    const body = { quoteToken: quote.token, revision: quote.revision, startsAt, address, contact }
    const text = JSON.stringify(body)
    // The same wish twice is one hold; a changed wish is another.
    if (attempt.current.body !== text) attempt.current = { body: text, key: newKey() }
    try {
      const held = await request(Hold, "/v1/public/holds", {
        method: "POST",
        body,
        idempotencyKey: attempt.current.key,
      })
      forgetDraft()
      router.push(`/hold/${held.token}`)
    } catch (error) {
      form.setError("root", { message: "not held" })
      attempt.current = { body: "", key: "" }
      if (error instanceof ApiProblem && error.status === 409) {
        form.setValue("startsAt", null)
        await queries.invalidateQueries({ queryKey: ["starts", quote.token] })
      }
      setComplaint(showProblem(error, form, FIELDS))
    }
  })

  return (
    <form onSubmit={hold} noValidate className="flex flex-col gap-6">
      <Controller
        control={form.control}
        name="startsAt"
        render={({ field, fieldState }) => (
          <div ref={field.ref} tabIndex={-1} className="outline-none">
            <StartPicker
              queryKey={quote.token}
              findStarts={findStarts}
              window={window}
              initialDate={chosenStart?.date ?? quote.date}
              value={field.value}
              whenFull={(date) => <WaitForDay quote={quote} date={date} />}
              onChange={(start) => {
                field.onChange(start)
                if (start) form.clearErrors("startsAt")
              }}
            />
            <p aria-live="polite" className="mt-1 text-sm font-medium text-bad empty:hidden">
              {fieldState.error?.message}
            </p>
            {isCloserThan(fullPaymentUnderHours, field.value) ? (
              <p role="status" className="mt-3 rounded-control bg-caution-soft p-3 text-sm">
                This start is less than {fullPaymentUnderHours} hours away, so the whole amount is paid at
                booking: <MoneyText money={quote.total} />.
              </p>
            ) : null}
          </div>
        )}
      />
      {isAddressKnown ? null : (
        <Field
          label="Street address of the party"
          hint={quote.place ? `So far we know ${quote.place.formatted}.` : undefined}
          error={errors.address?.text?.message}
        >
          <Input {...form.register("address.text")} autoComplete="street-address" />
        </Field>
      )}
      <Field label="Your name" error={errors.contact?.name?.message}>
        <Input {...form.register("contact.name")} autoComplete="name" />
      </Field>
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label="E-mail" hint="The confirmation goes here." error={errors.contact?.email?.message}>
          <Input {...form.register("contact.email", absentWhenEmpty)} type="email" autoComplete="email" />
        </Field>
        <Field label="Phone" error={errors.contact?.phone?.message}>
          <Input {...form.register("contact.phone", absentWhenEmpty)} type="tel" autoComplete="tel" />
        </Field>
      </div>
      {complaint ? <ErrorState title="The start is not held yet.">{complaint}</ErrorState> : null}
      <div>
        <Button type="submit" size="large" width="full" isBusy={isSubmitting || isSubmitSuccessful}>
          Hold this start
        </Button>
        <p className="mt-2 text-center text-sm text-ink-soft">{holdText}</p>
      </div>
    </form>
  )
}

function isCloserThan(hours: number, startsAt: string | null): boolean {
  return startsAt !== null && Date.parse(startsAt) - Date.now() < hours * 3_600_000
}

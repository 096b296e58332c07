"use client"
import { zodResolver } from "@hookform/resolvers/zod"
import type { PolicyParameters } from "@myhibachi/contract/catalog"
import { AddressInput } from "@myhibachi/contract/customers"
import { Quote, QuoteRequest } from "@myhibachi/contract/quote"
import { Button } from "@myhibachi/ui/button"
import { ErrorState } from "@myhibachi/ui/error-state"
import { Field } from "@myhibachi/ui/field"
import { Input } from "@myhibachi/ui/input"
import { useRouter } from "next/navigation"
import { useState } from "react"
import { Controller, useForm } from "react-hook-form"
import type { z } from "zod"
import { request } from "@/api/request.ts"
import { showProblem } from "@/forms/show-problem.ts"
import { useDraft } from "@/forms/use-draft.ts"
import { everyBand, GuestSteppers } from "./guest-steppers.tsx"

const PartyQuestion = QuoteRequest.pick({ guests: true }).extend({ address: AddressInput })
const FIELDS = ["guests.adults", "guests.children", "guests.littleOnes", "address.text"] as const

/** The two questions that make a price: who comes and where. Leads on to the quote. */
export function PartyForm({ bands }: { bands: PolicyParameters["guests"] }) {
  const router = useRouter()
  const [complaint, setComplaint] = useState<string | null>(null)
  const form = useForm<z.input<typeof PartyQuestion>, unknown, z.output<typeof PartyQuestion>>({
    resolver: zodResolver(PartyQuestion),
    mode: "onTouched",
    defaultValues: { guests: { adults: 12, children: 0, littleOnes: 0 }, address: { text: "" } },
  })
  useDraft("draft:party", form)
  const { errors, isSubmitting, isSubmitSuccessful } = form.formState

  const ask = form.handleSubmit(async (party) => {
    setComplaint(null)
    try {
      const quote = await request(Quote, "/v1/public/quotes", { method: "POST", body: party })
      router.push(`/quote/${quote.token}`)
    } catch (error) {
      // An error set here keeps the form from counting as sent.
      form.setError("root", { message: "not sent" })
      setComplaint(showProblem(error, form, FIELDS))
    }
  })

  return (
    <form onSubmit={ask} noValidate className="flex flex-col gap-5">
      <Controller
        control={form.control}
        name="guests"
        render={({ field }) => (
          <GuestSteppers
            bands={bands}
            value={everyBand(field.value)}
            onChange={(guests) => {
              field.onChange(guests)
              form.clearErrors("guests")
            }}
            errors={guestErrors(errors.guests)}
          />
        )}
      />
      <Field
        label="Where is the party?"
        hint="A ZIP code or city is enough for the price."
        error={errors.address?.text?.message}
      >
        <Input
          {...form.register("address.text")}
          autoComplete="postal-code"
          placeholder="94601"
          className="h-12 text-lg"
        />
      </Field>
      {complaint ? <ErrorState title="There is no price yet.">{complaint}</ErrorState> : null}
      <Button type="submit" size="large" width="full" isBusy={isSubmitting || isSubmitSuccessful}>
        See the price
      </Button>
    </form>
  )
}

/** @returns one message for each age band; a complaint about all guests goes to the adults. */
export function guestErrors(
  errors:
    | {
        message?: string
        adults?: { message?: string }
        children?: { message?: string }
        littleOnes?: { message?: string }
      }
    | undefined,
) {
  const found = {
    adults: errors?.adults?.message ?? errors?.message,
    children: errors?.children?.message,
    littleOnes: errors?.littleOnes?.message,
  }
  return Object.fromEntries(Object.entries(found).filter(([, message]) => message !== undefined)) as Record<
    string,
    string
  > // safe: the undefined ones were left out
}

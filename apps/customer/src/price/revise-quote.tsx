"use client"
import { zodResolver } from "@hookform/resolvers/zod"
import type { PublicConfig } from "@myhibachi/contract/catalog"
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
import { ExtraSteppers } from "./extra-steppers.tsx"
import { everyBand, GuestSteppers } from "./guest-steppers.tsx"
import { guestErrors } from "./party-form.tsx"

const Revision = QuoteRequest.pick({ guests: true, items: true }).extend({ address: AddressInput })
const FIELDS = ["guests.adults", "guests.children", "guests.littleOnes", "items", "address.text"] as const

/** Changes guests, extras or place; the answer is the quote's next revision. */
export function ReviseQuote({
  quote,
  config,
  onDone,
}: {
  quote: Quote
  config: PublicConfig
  onDone: () => void
}) {
  const router = useRouter()
  const [complaint, setComplaint] = useState<string | null>(null)
  const form = useForm<z.input<typeof Revision>, unknown, z.output<typeof Revision>>({
    resolver: zodResolver(Revision),
    mode: "onTouched",
    defaultValues: {
      guests: quote.guests,
      items: quote.items,
      address: { text: quote.place?.formatted ?? "" },
    },
  })
  const { errors, isSubmitting } = form.formState
  const revise = form.handleSubmit(async (party) => {
    setComplaint(null)
    try {
      const next = await priceAgain(quote, party)
      router.replace(`/quote/${next.token}`)
      router.refresh()
      onDone()
    } catch (error) {
      setComplaint(showProblem(error, form, FIELDS))
    }
  })
  return (
    <form onSubmit={revise} noValidate className="flex min-h-full flex-col">
      <div className="flex flex-1 flex-col gap-6 p-4">
        <Controller
          control={form.control}
          name="guests"
          render={({ field }) => (
            <GuestSteppers
              bands={config.parameters.guests}
              value={everyBand(field.value)}
              onChange={field.onChange}
              errors={guestErrors(errors.guests)}
            />
          )}
        />
        <Field label="Where is the party?" error={errors.address?.text?.message}>
          <Input {...form.register("address.text")} autoComplete="street-address" />
        </Field>
        <Controller
          control={form.control}
          name="items"
          render={({ field }) => (
            <ExtraSteppers prices={config.priceList} items={field.value ?? []} onChange={field.onChange} />
          )}
        />
        {errors.items?.message ? <ErrorState title={errors.items.message} /> : null}
      </div>
      <div className="sticky bottom-0 flex flex-col gap-3 border-t border-line bg-surface p-4">
        {complaint ? <ErrorState title="The price stays as it was.">{complaint}</ErrorState> : null}
        <Button type="submit" width="full" size="large" isBusy={isSubmitting}>
          Update the price
        </Button>
      </div>
    </form>
  )
}

interface PartyChange {
  guests?: Quote["guests"]
  items?: Quote["items"]
  address?: { text: string }
  /** Null takes the code off; absent keeps the one that an open quote has. */
  promotionCode?: string | null
}

/** Prices the same party with the prices of now, with what is changed. @throws ApiProblem */
export function priceAgain(quote: Quote, change: PartyChange = {}): Promise<Quote> {
  const address = change.address ?? (quote.place ? { text: quote.place.formatted } : undefined)
  const isOpen = quote.status === "open"
  const kept = isOpen ? quote.promotion?.code : null
  const promotionCode = change.promotionCode === undefined ? kept : change.promotionCode
  return request(Quote, "/v1/public/quotes", {
    method: "POST",
    body: {
      guests: change.guests ?? quote.guests,
      items: change.items ?? quote.items,
      ...(quote.date ? { date: quote.date } : {}),
      ...(quote.date && quote.time ? { time: quote.time } : {}),
      ...(address ? { address } : {}),
      ...(promotionCode ? { promotionCode } : {}),
      ...(isOpen ? { reviseToken: quote.token } : {}),
    } satisfies QuoteRequest,
  })
}

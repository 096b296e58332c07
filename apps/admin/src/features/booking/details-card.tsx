"use client"

import { zodResolver } from "@hookform/resolvers/zod"
import { Booking } from "@myhibachi/contract/booking"
import { EditBooking } from "@myhibachi/contract/party-details"
import { Button } from "@myhibachi/ui/button"
import { Card, CardHeader } from "@myhibachi/ui/card"
import { Dialog } from "@myhibachi/ui/dialog"
import { Field } from "@myhibachi/ui/field"
import { Input } from "@myhibachi/ui/input"
import { Select } from "@myhibachi/ui/select"
import { Textarea } from "@myhibachi/ui/textarea"
import { useState } from "react"
import { useForm } from "react-hook-form"
import type { z } from "zod"
import { Failure } from "@/lists/loaded.tsx"
import { detailFacts, PartyDetailFacts, SETTING_WORDS } from "./party-details.tsx"
import { useBookingStep } from "./use-booking-step.ts"

/** What the crew should know beyond the order, and the way to write it down. */
export function DetailsCard({ booking, mayChange }: { booking: Booking; mayChange: boolean }) {
  const isEmpty = detailFacts(booking.details).length === 0
  if (isEmpty && !mayChange) return null
  return (
    <Card>
      <CardHeader
        title="What the crew should know"
        actions={mayChange ? <DetailsDialog booking={booking} /> : null}
      />
      {isEmpty ? (
        <p className="text-ink-soft">Nobody has said anything about the way in, parking or the place yet.</p>
      ) : (
        <PartyDetailFacts details={booking.details} />
      )}
    </Card>
  )
}

function DetailsDialog({ booking }: { booking: Booking }) {
  const [isOpen, setIsOpen] = useState(false)
  return (
    <Dialog
      open={isOpen}
      onOpenChange={setIsOpen}
      title={`Details of ${booking.reference}`}
      description="The chef sees them on the job sheet. What changes the price goes by “Price a change…”."
      trigger={<Button variant="secondary">Edit details…</Button>}
    >
      {isOpen ? <DetailsForm booking={booking} onDone={() => setIsOpen(false)} /> : null}
    </Dialog>
  )
}

type DetailsInput = z.input<typeof EditBooking>

function DetailsForm({ booking, onDone }: { booking: Booking; onDone: () => void }) {
  const { customer, place, details } = booking
  const form = useForm<DetailsInput, unknown, EditBooking>({
    resolver: zodResolver(EditBooking),
    mode: "onBlur",
    defaultValues: {
      ...details,
      contact: {
        name: customer.name,
        ...(customer.email ? { email: customer.email } : {}),
        ...(customer.phone ? { phone: customer.phone } : {}),
      },
      address: { text: place.formatted },
    },
  })
  const { errors, dirtyFields } = form.formState
  const save = useBookingStep({
    booking,
    path: `/v1/bookings/${booking.id}`,
    method: "PATCH",
    isErrorInForm: true,
    reply: Booking,
    done: "The details are saved",
    onDone,
  })
  const submit = form.handleSubmit(({ contact, address, ...rest }) =>
    save.mutate({
      ...rest,
      ...(dirtyFields.contact ? { contact } : {}),
      ...(dirtyFields.address ? { address } : {}),
    }),
  )
  const optional = { setValueAs: (text: string | undefined) => text?.trim() || undefined }
  return (
    <form className="flex flex-col gap-4" noValidate onSubmit={submit}>
      <Field label="Occasion" error={errors.occasion?.message}>
        <Input placeholder="Birthday, company party …" {...form.register("occasion")} />
      </Field>
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label="Way in" hint="Gate code, bell, which door" error={errors.access?.message}>
          <Input {...form.register("access")} />
        </Field>
        <Field label="Parking" hint="Where the van may stand" error={errors.parking?.message}>
          <Input {...form.register("parking")} />
        </Field>
        <Field label="Indoors or outdoors" error={errors.setting?.message}>
          <Select {...form.register("setting", { setValueAs: (text: string | null) => text || null })}>
            <option value="">Not known</option>
            {Object.entries(SETTING_WORDS).map(([value, words]) => (
              <option key={value} value={value}>
                {words}
              </option>
            ))}
          </Select>
        </Field>
        <Field label="Where the grill stands" error={errors.setUpPlace?.message}>
          <Input {...form.register("setUpPlace")} />
        </Field>
      </div>
      <Field label="Notes for the crew" error={errors.notes?.message}>
        <Textarea rows={3} {...form.register("notes")} />
      </Field>
      <fieldset className="grid gap-4 border-t border-line pt-4 sm:grid-cols-2">
        <legend className="sr-only">Contact and address of this party</legend>
        <Field label="Contact" error={errors.contact?.name?.message}>
          <Input {...form.register("contact.name")} />
        </Field>
        <Field label="Phone" error={errors.contact?.phone?.message}>
          <Input type="tel" {...form.register("contact.phone", optional)} />
        </Field>
        <Field label="E-mail" error={errors.contact?.email?.message}>
          <Input type="email" {...form.register("contact.email", optional)} />
        </Field>
        <Field
          label="Address"
          hint="Only where the price stays; else price a change"
          error={errors.address?.text?.message}
        >
          <Input {...form.register("address.text")} />
        </Field>
      </fieldset>
      {save.error ? <Failure error={save.error} /> : null}
      <Button type="submit" className="self-end" isBusy={save.isPending}>
        Save
      </Button>
    </form>
  )
}

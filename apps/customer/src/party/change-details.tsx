"use client"
import { zodResolver } from "@hookform/resolvers/zod"
import { BookingPage } from "@myhibachi/contract/booking"
import { EditPartyDetails } from "@myhibachi/contract/party-details"
import { Button } from "@myhibachi/ui/button"
import { ErrorState } from "@myhibachi/ui/error-state"
import { Field } from "@myhibachi/ui/field"
import { Input } from "@myhibachi/ui/input"
import { Select } from "@myhibachi/ui/select"
import { Sheet } from "@myhibachi/ui/sheet"
import { Textarea } from "@myhibachi/ui/textarea"
import { useRouter } from "next/navigation"
import { useEffect, useState } from "react"
import { useForm } from "react-hook-form"
import { ApiProblem } from "@/api/problem.ts"
import { requestWithVersion } from "@/api/request.ts"
import { showProblem } from "@/forms/show-problem.ts"
import { useDraft } from "@/forms/use-draft.ts"

interface Given {
  party: BookingPage
  version: string | null
}

/** Tells the chef how to come in and where to set up. */
export function ChangeDetailsSheet({ party, version }: Given) {
  const [isOpen, setIsOpen] = useState(false)
  // Until the page is read again, what was saved a moment ago is newer than what it shows.
  const [saved, setSaved] = useState<Given | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: a page at another version has overtaken it
  useEffect(() => setSaved(null), [version])
  return (
    <Sheet
      open={isOpen}
      onOpenChange={setIsOpen}
      title="For your chef"
      trigger={<Button variant="secondary">Tell</Button>}
    >
      {isOpen ? (
        <DetailsForm
          {...(saved ?? { party, version })}
          onSaved={(now) => {
            setSaved(now)
            setIsOpen(false)
          }}
        />
      ) : null}
    </Sheet>
  )
}

const NAMES = ["occasion", "access", "parking", "setting", "setUpPlace", "notes"] as const

function DetailsForm({ party, version, onSaved }: Given & { onSaved: (saved: Given) => void }) {
  const router = useRouter()
  const [complaint, setComplaint] = useState<string | null>(null)
  const form = useForm<EditPartyDetails>({
    resolver: zodResolver(EditPartyDetails),
    mode: "onBlur",
    defaultValues: party.details,
  })
  const forget = useDraft(`details:${party.reference}`, form)
  const { errors, isSubmitting } = form.formState
  const save = async (body: EditPartyDetails) => {
    setComplaint(null)
    try {
      const now = await requestWithVersion(BookingPage, `/v1/public/bookings/${party.token}`, {
        method: "PATCH",
        body,
        ...(version ? { ifMatch: version } : {}),
      })
      forget()
      onSaved({ party: now.body, version: now.version })
      router.refresh()
    } catch (error) {
      const isOld = error instanceof ApiProblem && error.status === 412
      if (isOld) router.refresh()
      setComplaint(
        isOld
          ? "The party was changed elsewhere; it is read again, so save once more."
          : showProblem(error, form, NAMES),
      )
    }
  }
  return (
    <form noValidate className="flex min-h-full flex-col" onSubmit={form.handleSubmit(save)}>
      <div className="flex flex-1 flex-col gap-4 p-4">
        <Field label="What do you celebrate?" error={errors.occasion?.message}>
          <Input {...form.register("occasion")} />
        </Field>
        <Field
          label="How does your chef come in?"
          hint="Gate code, bell, which door"
          error={errors.access?.message}
        >
          <Input {...form.register("access")} />
        </Field>
        <Field label="Where may the van park?" error={errors.parking?.message}>
          <Input {...form.register("parking")} />
        </Field>
        <Field label="Where will the grill stand?" error={errors.setting?.message}>
          <Select {...form.register("setting", { setValueAs: (text: string | null) => text || null })}>
            <option value="">I do not know yet</option>
            <option value="outdoor_uncovered">Outdoors, no cover</option>
            <option value="outdoor_covered">Outdoors under cover</option>
            <option value="indoor">Indoors</option>
          </Select>
        </Field>
        <Field
          label="Where exactly?"
          hint="For example: behind the house, by the pool"
          error={errors.setUpPlace?.message}
        >
          <Input {...form.register("setUpPlace")} />
        </Field>
        <Field
          label="Anything else?"
          hint="Not for allergies: name them with each guest"
          error={errors.notes?.message}
        >
          <Textarea rows={3} {...form.register("notes")} />
        </Field>
      </div>
      <div className="sticky bottom-0 flex flex-col gap-3 border-t border-line bg-surface p-4">
        {complaint ? <ErrorState title="Nothing was saved.">{complaint}</ErrorState> : null}
        <Button type="submit" width="full" size="large" isBusy={isSubmitting}>
          Save
        </Button>
      </div>
    </form>
  )
}

"use client"
import { zodResolver } from "@hookform/resolvers/zod"
import { CALL_CONSENT, Enquiry, EnquiryTaken } from "@myhibachi/contract/leads"
import { Button } from "@myhibachi/ui/button"
import { Checkbox } from "@myhibachi/ui/checkbox"
import { ErrorState } from "@myhibachi/ui/error-state"
import { Field } from "@myhibachi/ui/field"
import { Input } from "@myhibachi/ui/input"
import { Textarea } from "@myhibachi/ui/textarea"
import { useRef, useState } from "react"
import { useForm } from "react-hook-form"
import type { z } from "zod"
import { newKey, request } from "@/api/request.ts"
import { showProblem } from "@/forms/show-problem.ts"
import { useDraft } from "@/forms/use-draft.ts"

const FIELDS = ["contact.name", "contact.email", "contact.phone", "wish", "isAgreed"] as const
const absentWhenEmpty = { setValueAs: (text: string) => (text.trim() === "" ? undefined : text) }

/** "Ask us to call you": who, how to reach them, what they wish, and that we may. */
export function CallForm() {
  const key = useRef("")
  const [complaint, setComplaint] = useState<string | null>(null)
  const form = useForm<z.input<typeof Enquiry>, unknown, Enquiry>({
    resolver: zodResolver(Enquiry),
    mode: "onTouched",
    defaultValues: { contact: { name: "" }, wish: "" },
  })
  const forgetDraft = useDraft("draft:call", form)
  const { errors, isSubmitting, isSubmitSuccessful } = form.formState

  const send = form.handleSubmit(async (body) => {
    setComplaint(null)
    // Sent twice because the answer got lost, it is still one wish.
    key.current ||= newKey()
    try {
      await request(EnquiryTaken, "/v1/public/leads", { method: "POST", body, idempotencyKey: key.current })
      forgetDraft()
    } catch (error) {
      key.current = ""
      form.setError("root", { message: "not sent" })
      setComplaint(showProblem(error, form, FIELDS))
    }
  })

  if (isSubmitSuccessful) {
    return (
      <p role="status" className="rounded-control bg-good-soft p-4 font-medium">
        Thank you, {form.getValues("contact.name")}. A person will get in touch with you.
      </p>
    )
  }
  return (
    <form onSubmit={send} noValidate className="flex flex-col gap-4">
      <Field label="Your name" error={errors.contact?.name?.message}>
        <Input {...form.register("contact.name")} autoComplete="name" />
      </Field>
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label="Phone" error={errors.contact?.phone?.message}>
          <Input {...form.register("contact.phone", absentWhenEmpty)} type="tel" autoComplete="tel" />
        </Field>
        <Field label="E-mail" error={errors.contact?.email?.message}>
          <Input {...form.register("contact.email", absentWhenEmpty)} type="email" autoComplete="email" />
        </Field>
      </div>
      <Field
        label="What is it about?"
        hint="When, where, how many: as much as you know."
        error={errors.wish?.message}
      >
        <Textarea {...form.register("wish", absentWhenEmpty)} />
      </Field>
      <div className="hidden" aria-hidden>
        <label>
          Leave this empty
          <input type="text" tabIndex={-1} autoComplete="off" {...form.register("website")} />
        </label>
      </div>
      <Checkbox label={CALL_CONSENT} error={errors.isAgreed?.message} {...form.register("isAgreed")} />
      {complaint ? <ErrorState title="This is not sent yet.">{complaint}</ErrorState> : null}
      <div>
        <Button type="submit" isBusy={isSubmitting}>
          Ask for a call
        </Button>
      </div>
    </form>
  )
}

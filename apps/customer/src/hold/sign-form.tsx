"use client"
import { zodResolver } from "@hookform/resolvers/zod"
import { Agreement, type Hold, SignAgreement } from "@myhibachi/contract/hold"
import { Button } from "@myhibachi/ui/button"
import { Checkbox } from "@myhibachi/ui/checkbox"
import { ErrorState } from "@myhibachi/ui/error-state"
import { Field } from "@myhibachi/ui/field"
import { Input } from "@myhibachi/ui/input"
import { useRouter } from "next/navigation"
import { useState, useTransition } from "react"
import { useForm } from "react-hook-form"
import { z } from "zod"
import { request } from "@/api/request.ts"
import { showProblem } from "@/forms/show-problem.ts"
import { useDraft } from "@/forms/use-draft.ts"

// An unticked box is a boolean until the contract's schema has said that it must be true.
const SignQuestion = SignAgreement.omit({ textHash: true }).extend({
  isAccepted: z.boolean().refine((isAccepted) => isAccepted, "Tick the box to agree."),
})

/** Signs the text that is shown beside it, by name and tick. */
export function SignForm({ hold }: { hold: Hold }) {
  const router = useRouter()
  const [isLeaving, startLeaving] = useTransition()
  const [complaint, setComplaint] = useState<string | null>(null)
  const form = useForm({
    resolver: zodResolver(SignQuestion),
    mode: "onTouched",
    defaultValues: { signerName: "", isAccepted: false },
  })
  const forgetDraft = useDraft(`draft:sign:${hold.id}`, form)
  const { errors, isSubmitting } = form.formState
  const sign = form.handleSubmit(async ({ signerName }) => {
    setComplaint(null)
    try {
      await request(Agreement, `/v1/public/holds/${hold.token}/sign`, {
        method: "POST",
        body: { signerName, isAccepted: true, textHash: hold.agreement.textHash } satisfies SignAgreement,
      })
      forgetDraft()
      startLeaving(() => router.refresh())
      window.scrollTo({ top: 0 })
    } catch (error) {
      setComplaint(showProblem(error, form, ["signerName", "isAccepted"]))
    }
  })
  return (
    <form onSubmit={sign} noValidate className="flex flex-col gap-4">
      <Field label="Your full name, as your signature" error={errors.signerName?.message}>
        <Input {...form.register("signerName")} autoComplete="name" className="text-lg" />
      </Field>
      <Checkbox
        {...form.register("isAccepted")}
        error={errors.isAccepted?.message}
        label="I have read the agreement above and agree to it."
      />
      {complaint ? <ErrorState title="Not signed yet.">{complaint}</ErrorState> : null}
      <Button type="submit" size="large" width="full" isBusy={isSubmitting || isLeaving}>
        Sign and go on to pay
      </Button>
    </form>
  )
}

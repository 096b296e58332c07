"use client"

import { zodResolver } from "@hookform/resolvers/zod"
import { Accepted, ChangePassword } from "@myhibachi/contract/identity"
import { Button } from "@myhibachi/ui/button"
import { Field } from "@myhibachi/ui/field"
import { Input } from "@myhibachi/ui/input"
import { useToast } from "@myhibachi/ui/toast"
import { useMutation, useQueryClient } from "@tanstack/react-query"
import { useForm } from "react-hook-form"
import { request } from "@/api/request.ts"
import { Failure } from "@/lists/loaded.tsx"

/** A new password for myself; my other sessions end. */
export function ChangePasswordForm() {
  const form = useForm({
    resolver: zodResolver(ChangePassword),
    mode: "onBlur",
    defaultValues: { currentPassword: "", newPassword: "" },
  })
  const { errors } = form.formState
  const tell = useToast()
  const client = useQueryClient()
  const change = useMutation({
    mutationFn: (body: ChangePassword) =>
      request(Accepted, "/v1/auth/password/change", { method: "POST", body }),
    onSuccess: (accepted) => {
      form.reset()
      tell({ title: accepted.message, state: "good" })
      return client.invalidateQueries({ queryKey: ["sessions"] })
    },
  })
  return (
    <section>
      <h2 className="mb-4 text-xl font-semibold">Password</h2>
      <form
        className="flex max-w-sm flex-col gap-4"
        noValidate
        onSubmit={form.handleSubmit((body) => change.mutate(body))}
      >
        <Field label="Current password" error={errors.currentPassword?.message}>
          <Input type="password" autoComplete="current-password" {...form.register("currentPassword")} />
        </Field>
        <Field
          label="New password"
          hint="At least 12 characters; a sentence is easiest to remember."
          error={errors.newPassword?.message}
        >
          <Input type="password" autoComplete="new-password" {...form.register("newPassword")} />
        </Field>
        {change.error ? <Failure error={change.error} /> : null}
        <Button type="submit" variant="secondary" className="self-start" isBusy={change.isPending}>
          Change the password
        </Button>
      </form>
    </section>
  )
}

"use client"

import { zodResolver } from "@hookform/resolvers/zod"
import { Accepted, ResetPassword } from "@myhibachi/contract/identity"
import { Button, LinkButton } from "@myhibachi/ui/button"
import { ErrorState } from "@myhibachi/ui/error-state"
import { Field } from "@myhibachi/ui/field"
import { Input } from "@myhibachi/ui/input"
import { useMutation } from "@tanstack/react-query"
import { useForm } from "react-hook-form"
import { request } from "@/api/request.ts"

/** Sets a new password with the token of the mailed link. */
export function ResetPasswordForm({ token }: { token: string }) {
  const form = useForm({
    resolver: zodResolver(ResetPassword),
    mode: "onBlur",
    defaultValues: { token, password: "" },
  })
  const reset = useMutation({
    mutationFn: (body: ResetPassword) =>
      request(Accepted, "/v1/auth/password/reset", { method: "POST", body }),
  })
  const { errors } = form.formState
  if (!token) {
    return (
      <ErrorState title="The link is not whole">
        Open the link in the mail again, or ask for a new one.
      </ErrorState>
    )
  }
  if (reset.isSuccess) {
    return (
      <div className="flex flex-col items-start gap-5">
        <h1 className="text-2xl font-semibold">The new password is set</h1>
        <p role="status">{reset.data.message}</p>
        <LinkButton href="/login">Sign in</LinkButton>
      </div>
    )
  }
  return (
    <form
      className="flex flex-col gap-5"
      noValidate
      onSubmit={form.handleSubmit((body) => reset.mutate(body))}
    >
      <h1 className="text-2xl font-semibold">Choose a new password</h1>
      <Field
        label="New password"
        hint="At least 12 characters; a sentence is easiest to remember."
        error={errors.password?.message}
      >
        <Input type="password" autoComplete="new-password" {...form.register("password")} />
      </Field>
      {errors.token ? <ErrorState title="The link is not whole. Open it from the mail again." /> : null}
      {reset.error ? <ErrorState title={reset.error.message} /> : null}
      <Button type="submit" width="full" isBusy={reset.isPending}>
        Set the password
      </Button>
    </form>
  )
}

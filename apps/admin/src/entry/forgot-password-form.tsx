"use client"

import { zodResolver } from "@hookform/resolvers/zod"
import { Accepted, ForgotPassword } from "@myhibachi/contract/identity"
import { Button } from "@myhibachi/ui/button"
import { ErrorState } from "@myhibachi/ui/error-state"
import { Field } from "@myhibachi/ui/field"
import { Input } from "@myhibachi/ui/input"
import { useMutation } from "@tanstack/react-query"
import Link from "next/link"
import { useForm } from "react-hook-form"
import { request } from "@/api/request.ts"

/** Asks for an address and says the same whether or not it is known. */
export function ForgotPasswordForm() {
  const form = useForm({
    resolver: zodResolver(ForgotPassword),
    mode: "onBlur",
    defaultValues: { email: "" },
  })
  const ask = useMutation({
    mutationFn: (body: ForgotPassword) =>
      request(Accepted, "/v1/auth/password/forgot", { method: "POST", body }),
  })
  if (ask.isSuccess) {
    return (
      <div className="flex flex-col gap-5">
        <h1 className="text-2xl font-semibold">Look into your mailbox</h1>
        <p role="status">{ask.data.message}</p>
        <Link href="/login" className="underline underline-offset-4">
          Back to sign in
        </Link>
      </div>
    )
  }
  return (
    <form className="flex flex-col gap-5" noValidate onSubmit={form.handleSubmit((body) => ask.mutate(body))}>
      <div>
        <h1 className="text-2xl font-semibold">Forgot your password</h1>
        <p className="mt-1 text-ink-soft">We send a link with which you choose a new one.</p>
      </div>
      <Field label="E-mail" error={form.formState.errors.email?.message}>
        <Input type="email" autoComplete="username" {...form.register("email")} />
      </Field>
      {ask.error ? <ErrorState title={ask.error.message} /> : null}
      <Button type="submit" width="full" isBusy={ask.isPending}>
        Send the link
      </Button>
      <Link href="/login" className="self-start text-ink-soft underline underline-offset-4">
        Back to sign in
      </Link>
    </form>
  )
}

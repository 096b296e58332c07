"use client"

import { zodResolver } from "@hookform/resolvers/zod"
import { AcceptInvitation, InvitationPreview, LoginResult } from "@myhibachi/contract/identity"
import { Button } from "@myhibachi/ui/button"
import { ErrorState } from "@myhibachi/ui/error-state"
import { Field } from "@myhibachi/ui/field"
import { Input } from "@myhibachi/ui/input"
import { Skeleton } from "@myhibachi/ui/skeleton"
import { useMutation, useQuery } from "@tanstack/react-query"
import { useForm } from "react-hook-form"
import { request } from "@/api/request.ts"
import { roleTitle } from "@/features/identity/role-titles.ts"

/** Shows who was invited as what, and lets that person choose a name and a password. */
export function AcceptInvitationForm({ token }: { token: string }) {
  const path = `/v1/auth/invitations/${encodeURIComponent(token)}`
  const preview = useQuery({
    queryKey: ["invitation", token],
    queryFn: () => request(InvitationPreview, path),
    enabled: token !== "",
    retry: false,
  })
  if (token === "")
    return <ErrorState title="The link is not whole">Open the link in the mail again.</ErrorState>
  if (preview.error) return <ErrorState title={preview.error.message}>Ask for a new invitation.</ErrorState>
  if (!preview.data) return <Skeleton className="h-40" />
  return <JoinForm path={path} invitation={preview.data} />
}

function JoinForm({ path, invitation }: { path: string; invitation: InvitationPreview }) {
  const form = useForm({
    resolver: zodResolver(AcceptInvitation),
    mode: "onBlur",
    defaultValues: { name: invitation.name, password: "" },
  })
  const { errors } = form.formState
  const join = useMutation({
    mutationFn: (body: AcceptInvitation) => request(LoginResult, `${path}/accept`, { method: "POST", body }),
    onSuccess: () => window.location.assign("/"),
  })
  return (
    <form
      className="flex flex-col gap-5"
      noValidate
      onSubmit={form.handleSubmit((body) => join.mutate(body))}
    >
      <div>
        <h1 className="text-2xl font-semibold">Join MyHibachi</h1>
        <p className="mt-1 text-ink-soft">
          {invitation.email} · {roleTitle[invitation.role]}
        </p>
      </div>
      <Field label="Your name" error={errors.name?.message}>
        <Input autoComplete="name" {...form.register("name")} />
      </Field>
      <Field
        label="Password"
        hint="At least 12 characters; a sentence is easiest to remember."
        error={errors.password?.message}
      >
        <Input type="password" autoComplete="new-password" {...form.register("password")} />
      </Field>
      {join.error ? <ErrorState title={join.error.message} /> : null}
      <Button type="submit" width="full" isBusy={join.isPending || join.isSuccess}>
        Join
      </Button>
    </form>
  )
}

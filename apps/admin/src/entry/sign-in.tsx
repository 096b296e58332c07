"use client"

import { zodResolver } from "@hookform/resolvers/zod"
import { Login, LoginResult, SecondFactor } from "@myhibachi/contract/identity"
import { Button } from "@myhibachi/ui/button"
import { ErrorState } from "@myhibachi/ui/error-state"
import { Field } from "@myhibachi/ui/field"
import { Input } from "@myhibachi/ui/input"
import { useMutation } from "@tanstack/react-query"
import Link from "next/link"
import { useState } from "react"
import { useForm } from "react-hook-form"
import { ApiProblem } from "@/api/problem.ts"
import { request } from "@/api/request.ts"

/** Signs staff in with a password and, where it is switched on, a second factor; then goes on to `next`. */
export function SignIn({ next }: { next: string }) {
  const [step, setStep] = useState<"password" | "second-factor">("password")
  // A full load, so that the server renders the page for the person who now is signed in.
  const goOn = () => window.location.assign(next)
  if (step === "second-factor") return <SecondFactorStep onDone={goOn} onBack={() => setStep("password")} />
  return <PasswordStep onDone={goOn} onSecondFactor={() => setStep("second-factor")} />
}

function PasswordStep({ onDone, onSecondFactor }: { onDone: () => void; onSecondFactor: () => void }) {
  const form = useForm({
    resolver: zodResolver(Login),
    mode: "onBlur",
    defaultValues: { email: "", password: "" },
  })
  const { errors } = form.formState
  const signIn = useMutation({
    mutationFn: (body: Login) => request(LoginResult, "/v1/auth/login", { method: "POST", body }),
    onSuccess: (result) => (result.status === "signed-in" ? onDone() : onSecondFactor()),
  })
  return (
    <form
      method="post"
      className="flex flex-col gap-5"
      noValidate
      onSubmit={form.handleSubmit((body) => signIn.mutate(body))}
    >
      <h1 className="text-2xl font-semibold">Sign in</h1>
      <Field label="E-mail" error={errors.email?.message}>
        <Input type="email" autoComplete="username" inputMode="email" {...form.register("email")} />
      </Field>
      <Field label="Password" error={errors.password?.message}>
        <Input type="password" autoComplete="current-password" {...form.register("password")} />
      </Field>
      <Refusal error={signIn.error} />
      <Button type="submit" width="full" isBusy={signIn.isPending || signIn.isSuccess}>
        Sign in
      </Button>
      <Link href="/forgot-password" className="self-start text-ink-soft underline underline-offset-4">
        Forgot your password?
      </Link>
    </form>
  )
}

function SecondFactorStep({ onDone, onBack }: { onDone: () => void; onBack: () => void }) {
  const [kind, setKind] = useState<"totp" | "backup">("totp")
  const [code, setCode] = useState("")
  const [hint, setHint] = useState<string>()
  const verify = useMutation({
    mutationFn: (body: SecondFactor) => request(LoginResult, "/v1/auth/mfa/login", { method: "POST", body }),
    onSuccess: onDone,
  })
  const submit = () => {
    const parsed = SecondFactor.safeParse({ kind, code })
    setHint(parsed.success ? undefined : parsed.error.issues[0]?.message)
    if (parsed.success) verify.mutate(parsed.data)
  }
  return (
    <form
      className="flex flex-col gap-5"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      <h1 className="text-2xl font-semibold">Second step</h1>
      <Field
        label={kind === "totp" ? "6 digits from your authenticator app" : "One of your backup codes"}
        error={hint}
      >
        <Input
          autoFocus
          autoComplete="one-time-code"
          inputMode={kind === "totp" ? "numeric" : "text"}
          value={code}
          onChange={(event) => setCode(event.currentTarget.value)}
          className="text-lg tracking-widest tabular-nums"
        />
      </Field>
      <Refusal error={verify.error} />
      <Button type="submit" width="full" isBusy={verify.isPending || verify.isSuccess}>
        Go on
      </Button>
      <OtherWays kind={kind} onKind={setKind} onBack={onBack} />
    </form>
  )
}

interface OtherWaysProps {
  kind: SecondFactor["kind"]
  onKind: (kind: SecondFactor["kind"]) => void
  onBack: () => void
}

function OtherWays({ kind, onKind, onBack }: OtherWaysProps) {
  return (
    <div className="flex flex-wrap gap-2">
      <Button variant="quiet" size="small" onClick={() => onKind(kind === "totp" ? "backup" : "totp")}>
        {kind === "totp" ? "Use a backup code" : "Use the app"}
      </Button>
      <Button variant="quiet" size="small" onClick={onBack}>
        Start again
      </Button>
    </div>
  )
}

function Refusal({ error }: { error: Error | null }) {
  if (!error) return null
  return <ErrorState title={error instanceof ApiProblem ? error.message : "That did not work. Try again."} />
}

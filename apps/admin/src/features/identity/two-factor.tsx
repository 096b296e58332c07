"use client"

import { Me, TwoFactorEnrolment, VerifyTotp } from "@myhibachi/contract/identity"
import { Badge } from "@myhibachi/ui/badge"
import { Button } from "@myhibachi/ui/button"
import { Dialog } from "@myhibachi/ui/dialog"
import { Field } from "@myhibachi/ui/field"
import { Input } from "@myhibachi/ui/input"
import { useToast } from "@myhibachi/ui/toast"
import { useMutation } from "@tanstack/react-query"
import { useRouter } from "next/navigation"
import { useState } from "react"
import { request } from "@/api/request.ts"
import { Failure } from "@/lists/loaded.tsx"
import { useMe } from "@/shell/me.tsx"
import { PasswordPrompt } from "./password-prompt.tsx"
import { QrCode } from "./qr-code.tsx"

/** The second step of my sign-in: on, off, and how to set it up. */
export function TwoFactor() {
  const me = useMe()
  return (
    <section>
      <h2 className="mb-1 flex items-center gap-3 text-xl font-semibold">
        Second step{" "}
        <Badge state={me.hasTwoFactor ? "good" : "caution"}>{me.hasTwoFactor ? "On" : "Off"}</Badge>
      </h2>
      <p className="mb-4 max-w-prose text-ink-soft">
        After the password, an app on your phone gives a code of six digits. Without the phone nobody signs in
        as you.
      </p>
      {me.hasTwoFactor ? <SwitchOff /> : <SetUp />}
    </section>
  )
}

function SetUp() {
  const [isOpen, setIsOpen] = useState(false)
  const [enrolment, setEnrolment] = useState<TwoFactorEnrolment | null>(null)
  const close = (open: boolean) => {
    setIsOpen(open)
    if (!open) setEnrolment(null)
  }
  return (
    <Dialog
      open={isOpen}
      onOpenChange={close}
      title="Set up the second step"
      trigger={<Button>Set up…</Button>}
    >
      {enrolment ? (
        <ConfirmCode enrolment={enrolment} onDone={() => close(false)} />
      ) : (
        <PasswordPrompt
          action="Go on"
          send={(password) =>
            request(TwoFactorEnrolment, "/v1/auth/mfa/enroll", { method: "POST", body: { password } })
          }
          onDone={setEnrolment}
        />
      )}
    </Dialog>
  )
}

function ConfirmCode({ enrolment, onDone }: { enrolment: TwoFactorEnrolment; onDone: () => void }) {
  const [code, setCode] = useState("")
  const [hint, setHint] = useState<string>()
  const router = useRouter()
  const tell = useToast()
  const verify = useMutation({
    mutationFn: (body: VerifyTotp) => request(Me, "/v1/auth/mfa/verify", { method: "POST", body }),
    onSuccess: () => {
      onDone()
      tell({ title: "The second step is on", state: "good" })
      router.refresh()
    },
  })
  const submit = () => {
    const parsed = VerifyTotp.safeParse({ code })
    setHint(parsed.success ? undefined : parsed.error.issues[0]?.message)
    if (parsed.success) verify.mutate(parsed.data)
  }
  return (
    <div className="flex flex-col gap-5">
      <SetUpSteps enrolment={enrolment} />
      <Field label="Code" error={hint}>
        <Input
          inputMode="numeric"
          autoComplete="one-time-code"
          value={code}
          onChange={(event) => setCode(event.currentTarget.value)}
        />
      </Field>
      {verify.error ? <Failure error={verify.error} /> : null}
      <Button isBusy={verify.isPending} onClick={submit}>
        Switch it on
      </Button>
    </div>
  )
}

function SetUpSteps({ enrolment }: { enrolment: TwoFactorEnrolment }) {
  return (
    <ol className="flex list-decimal flex-col gap-4 pl-5">
      <li>
        <span className="mb-2 block">With the authenticator app on your phone, read this code:</span>
        <QrCode text={enrolment.otpauthUri} label="QR code for the authenticator app" />
      </li>
      <li>
        Or, when you read this on the phone itself,{" "}
        <a href={enrolment.otpauthUri} className="font-medium underline underline-offset-4">
          open your authenticator app
        </a>
        ; or choose “enter a key” in the app and type:
        <code className="mt-2 block rounded-control bg-sunken p-3 text-base tracking-wider [overflow-wrap:anywhere]">
          {enrolment.secret.replaceAll(/(.{4})(?=.)/g, "$1 ")}
        </code>
      </li>
      <li>
        Keep these backup codes where you find them without your phone. Each works once.
        <ul className="mt-2 grid grid-cols-2 gap-x-6 rounded-control bg-sunken p-3 font-mono text-sm">
          {enrolment.backupCodes.map((backup) => (
            <li key={backup}>{backup}</li>
          ))}
        </ul>
      </li>
      <li>Write the six digits that the app shows now.</li>
    </ol>
  )
}

function SwitchOff() {
  const [isOpen, setIsOpen] = useState(false)
  const router = useRouter()
  const tell = useToast()
  return (
    <Dialog
      open={isOpen}
      onOpenChange={setIsOpen}
      title="Switch off the second step?"
      description="Your password alone will then be enough to sign in as you."
      trigger={<Button variant="secondary">Switch off…</Button>}
    >
      <PasswordPrompt
        action="Switch off"
        send={(password) => request(Me, "/v1/auth/mfa/disable", { method: "POST", body: { password } })}
        onDone={() => {
          setIsOpen(false)
          tell({ title: "The second step is off" })
          router.refresh()
        }}
      />
    </Dialog>
  )
}

"use client"

import { Button } from "@myhibachi/ui/button"
import { Field } from "@myhibachi/ui/field"
import { Form } from "@myhibachi/ui/form"
import { Input } from "@myhibachi/ui/input"
import { useMutation } from "@tanstack/react-query"
import { useState } from "react"
import { Failure } from "@/lists/loaded.tsx"

interface PasswordPromptProps<Result> {
  action: string
  send: (password: string) => Promise<Result>
  onDone: (result: Result) => void
}

/** Asks for the password once more before something that changes the sign-in. */
export function PasswordPrompt<Result>({ action, send, onDone }: PasswordPromptProps<Result>) {
  const [password, setPassword] = useState("")
  const confirm = useMutation({ mutationFn: send, onSuccess: onDone })
  return (
    <Form
      onSubmit={() => {
        if (password) confirm.mutate(password)
      }}
    >
      <Field label="Your password">
        <Input
          type="password"
          autoComplete="current-password"
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
        />
      </Field>
      {confirm.error ? <Failure error={confirm.error} /> : null}
      <Button type="submit" className="self-end" isBusy={confirm.isPending} disabled={!password}>
        {action}
      </Button>
    </Form>
  )
}

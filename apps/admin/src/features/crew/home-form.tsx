"use client"

import { SetHomeBase } from "@myhibachi/contract/chef-time"
import { Chef } from "@myhibachi/contract/crew"
import { Button } from "@myhibachi/ui/button"
import { Field } from "@myhibachi/ui/field"
import { Form } from "@myhibachi/ui/form"
import { Input } from "@myhibachi/ui/input"
import { useState } from "react"
import { request } from "@/api/request.ts"
import { useTimeChange } from "./use-time-change.ts"

/** Where the chef's day starts and ends: an address that the maps find, or the station. */
export function HomeForm({ chef, mayWrite }: { chef: Chef; mayWrite: boolean }) {
  const [address, setAddress] = useState(chef.homeAddress ?? "")
  const [hint, setHint] = useState<string>()
  const save = useTimeChange({
    run: (body: SetHomeBase) =>
      request(Chef, `/v1/chefs/${chef.id}/home-base`, {
        method: "PUT",
        body,
        headers: { "if-match": `"v${chef.version}"` },
      }),
    done: (saved) => ({
      title: saved.homeAddress ? `Starts from ${saved.homeAddress}` : "Starts from the station",
    }),
    onDone: (saved) => setAddress(saved.homeAddress ?? ""),
  })
  const submit = () => {
    const parsed = SetHomeBase.safeParse({ address: address.trim() || null })
    setHint(parsed.success ? undefined : parsed.error.issues[0]?.message)
    if (parsed.success) save.mutate(parsed.data)
  }
  return (
    <Form className="flex max-w-xl flex-col gap-4" onSubmit={submit}>
      <Field
        label="Starts and ends the day at"
        hint={`Empty for the station, ${chef.stationName}.`}
        error={hint}
      >
        <Input
          value={address}
          disabled={!mayWrite}
          onChange={(event) => setAddress(event.currentTarget.value)}
        />
      </Field>
      {mayWrite ? (
        <Button type="submit" variant="secondary" className="self-start" isBusy={save.isPending}>
          Save the place
        </Button>
      ) : null}
    </Form>
  )
}

"use client"

import type { Station } from "@myhibachi/contract/crew"
import { SetTravelOverride, TravelLeg } from "@myhibachi/contract/travel"
import { Button } from "@myhibachi/ui/button"
import { Dialog } from "@myhibachi/ui/dialog"
import { Field } from "@myhibachi/ui/field"
import { Form } from "@myhibachi/ui/form"
import { Input } from "@myhibachi/ui/input"
import { Select } from "@myhibachi/ui/select"
import { Textarea } from "@myhibachi/ui/textarea"
import { useToast } from "@myhibachi/ui/toast"
import { useMutation, useQueryClient } from "@tanstack/react-query"
import { useState } from "react"
import { z } from "zod"
import { ApiProblem } from "@/api/problem.ts"
import { request } from "@/api/request.ts"
import { Failure } from "@/lists/loaded.tsx"

const MATRIX = "/v1/travel/matrix"

/** Sets the drive from a station to an address by hand. */
export function SetDriveDialog({ stations }: { stations: Station[] }) {
  const [isOpen, setIsOpen] = useState(false)
  return (
    <Dialog
      open={isOpen}
      onOpenChange={setIsOpen}
      title="Set a drive by hand"
      description="It takes the place of the measured one. The reason is kept with your name."
      trigger={<Button>Set a drive…</Button>}
    >
      {isOpen ? <DriveForm stations={stations} onDone={() => setIsOpen(false)} /> : null}
    </Dialog>
  )
}

function DriveForm({ stations, onDone }: { stations: Station[]; onDone: () => void }) {
  const [draft, setDraft] = useState({
    stationId: stations[0]?.id ?? "",
    address: "",
    miles: "",
    minutes: "",
    reason: "",
  })
  const [wrong, setWrong] = useState<Record<string, string>>({})
  const save = useSetDrive(onDone)
  const errorAt = (field: string) =>
    wrong[field] ??
    (save.error instanceof ApiProblem
      ? save.error.errors.find(({ pointer }) => pointer === `/${field}`)?.detail
      : undefined)
  const bind = (field: keyof typeof draft) => ({
    value: draft[field],
    onChange: (event: { currentTarget: { value: string } }) =>
      setDraft({ ...draft, [field]: event.currentTarget.value }),
  })
  const submit = () => {
    const { miles, minutes, ...texts } = draft
    const numbers = { milesHundredths: Math.round(readNumber(miles) * 100), minutes: readNumber(minutes) }
    const parsed = SetTravelOverride.safeParse({ ...texts, ...numbers })
    const issues = parsed.success ? [] : parsed.error.issues
    setWrong(Object.fromEntries(issues.map(({ path, message }) => [String(path[0]), message])))
    if (parsed.success) save.mutate(parsed.data)
  }
  return (
    <Form noValidate onSubmit={submit}>
      <Field label="From station" error={errorAt("stationId")}>
        <Select {...bind("stationId")}>
          {stations.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Select>
      </Field>
      <Field label="To address" error={errorAt("address")} isRequired>
        <Input {...bind("address")} />
      </Field>
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label="Miles one way" error={errorAt("milesHundredths")} isRequired>
          <Input inputMode="decimal" {...bind("miles")} />
        </Field>
        <Field label="Minutes" error={errorAt("minutes")} isRequired>
          <Input inputMode="numeric" {...bind("minutes")} />
        </Field>
      </div>
      <Field label="Why" error={errorAt("reason")} isRequired>
        <Textarea rows={2} {...bind("reason")} />
      </Field>
      {save.error ? <Failure error={save.error} /> : null}
      <Button type="submit" className="self-end" isBusy={save.isPending}>
        Set the drive
      </Button>
    </Form>
  )
}

function readNumber(text: string): number {
  return text.trim() === "" ? Number.NaN : Number(text)
}

function useSetDrive(onDone: () => void) {
  const client = useQueryClient()
  const tell = useToast()
  return useMutation({
    mutationFn: (body: SetTravelOverride) =>
      request(TravelLeg, "/v1/travel/overrides", { method: "POST", body }),
    onSuccess: async ({ to }) => {
      await client.invalidateQueries({ queryKey: [MATRIX] })
      tell({ title: `The drive to ${to.name ?? "the place"} is set`, state: "good" })
      onDone()
    },
  })
}

/** Lets the measured drive count again. */
export function RemoveDriveButton({ id, to }: { id: string; to: string }) {
  const client = useQueryClient()
  const remove = useMutation({
    mutationFn: () => request(z.undefined(), `/v1/travel/overrides/${id}`, { method: "DELETE" }),
    onSuccess: () => client.invalidateQueries({ queryKey: [MATRIX] }),
  })
  return (
    <Button
      size="small"
      variant="quiet"
      aria-label={`Use the measured drive to ${to} again`}
      isBusy={remove.isPending}
      onClick={() => remove.mutate()}
    >
      Measure again
    </Button>
  )
}

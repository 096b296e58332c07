"use client"

import { SaveStation, Station } from "@myhibachi/contract/crew"
import { Button } from "@myhibachi/ui/button"
import { Dialog } from "@myhibachi/ui/dialog"
import { Field } from "@myhibachi/ui/field"
import { Form } from "@myhibachi/ui/form"
import { Input } from "@myhibachi/ui/input"
import { useToast } from "@myhibachi/ui/toast"
import { useMutation, useQueryClient } from "@tanstack/react-query"
import { type ReactNode, useState } from "react"
import { ApiProblem } from "@/api/problem.ts"
import { request } from "@/api/request.ts"
import { Failure } from "@/lists/loaded.tsx"
import { FurtherRates } from "./further-rates.tsx"
import { draftOf, requestOf } from "./station-draft.ts"

/** Opens a station or changes one. */
export function StationDialog({ station, trigger }: { station: Station | null; trigger: ReactNode }) {
  const [isOpen, setIsOpen] = useState(false)
  return (
    <Dialog
      open={isOpen}
      onOpenChange={setIsOpen}
      title={station ? `Change ${station.name}` : "Open a station"}
      description="The address is looked up; the time zone follows from it where the state has only one."
      trigger={trigger}
    >
      {isOpen ? <StationForm station={station} onDone={() => setIsOpen(false)} /> : null}
    </Dialog>
  )
}

function StationForm({ station, onDone }: { station: Station | null; onDone: () => void }) {
  const [draft, setDraft] = useState(() => draftOf(station))
  const [wrong, setWrong] = useState<Record<string, string>>({})
  const save = useSaveStation(station, onDone)
  const set = (change: Partial<typeof draft>) => setDraft({ ...draft, ...change })
  const errorAt = (field: string) =>
    wrong[field] ??
    (save.error instanceof ApiProblem
      ? save.error.errors.find(({ pointer }) => pointer.startsWith(`/${field}`))?.detail
      : undefined)
  const submit = () => {
    const parsed = SaveStation.safeParse(requestOf(draft))
    setWrong(parsed.success ? {} : wrongFields(parsed.error.issues))
    if (parsed.success) save.mutate(parsed.data)
  }
  const text = (field: "name" | "address" | "timeZone", label: string, hint?: string) => (
    <Field label={label} hint={hint} error={errorAt(field)} isRequired={field !== "timeZone"}>
      <Input value={draft[field]} onChange={(event) => set({ [field]: event.currentTarget.value })} />
    </Field>
  )
  const amount = (field: "freeMiles" | "ratePerMile" | "maximumMiles", label: string, error: string) => (
    <Field label={label} error={errorAt(error)}>
      <Input
        inputMode="decimal"
        value={draft[field]}
        onChange={(event) => set({ [field]: event.currentTarget.value })}
      />
    </Field>
  )
  return (
    <Form noValidate onSubmit={submit}>
      {text("name", "Name")}
      {text("address", "Address", "Street, city and state, or city and ZIP code.")}
      {text("timeZone", "Time zone", "Only where the state has several, for example America/Chicago.")}
      <div className="grid gap-4 sm:grid-cols-3">
        {amount("freeMiles", "Free miles", "freeMilesHundredths")}
        {amount("ratePerMile", "Dollars a mile", "ratePerMileCents")}
        {amount("maximumMiles", "Farthest drive, miles", "maximumMilesHundredths")}
      </div>
      <FurtherRates
        rates={draft.furtherRates}
        error={errorAt("furtherRates")}
        onChange={(furtherRates) => set({ furtherRates })}
      />
      {save.error ? <Failure error={save.error} /> : null}
      <Button type="submit" className="self-end" isBusy={save.isPending}>
        Save
      </Button>
    </Form>
  )
}

function wrongFields(issues: readonly { path: PropertyKey[]; message: string }[]): Record<string, string> {
  return Object.fromEntries(issues.map(({ path, message }) => [String(path[0]), message]))
}

function useSaveStation(station: Station | null, onDone: () => void) {
  const client = useQueryClient()
  const tell = useToast()
  return useMutation({
    mutationFn: (body: SaveStation) =>
      request(Station, station ? `/v1/stations/${station.id}` : "/v1/stations", {
        method: station ? "PUT" : "POST",
        body,
        ...(station ? { headers: { "if-match": `"v${station.version}"` } } : {}),
      }),
    onSuccess: async ({ name }) => {
      await client.invalidateQueries({ queryKey: ["stations"] })
      tell({ title: `${name} is saved`, state: "good" })
      onDone()
    },
  })
}

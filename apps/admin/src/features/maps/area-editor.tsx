"use client"

import { Area, type AreaEffect } from "@myhibachi/contract/areas"
import type { Station } from "@myhibachi/contract/crew"
import { Button } from "@myhibachi/ui/button"
import { Field } from "@myhibachi/ui/field"
import { Form } from "@myhibachi/ui/form"
import { Input } from "@myhibachi/ui/input"
import { RadioCards } from "@myhibachi/ui/radio-cards"
import { Select } from "@myhibachi/ui/select"
import { Textarea } from "@myhibachi/ui/textarea"
import { useToast } from "@myhibachi/ui/toast"
import { useMutation, useQueryClient } from "@tanstack/react-query"
import { useState } from "react"
import { ApiProblem } from "@/api/problem.ts"
import { request } from "@/api/request.ts"
import { Failure } from "@/lists/loaded.tsx"
import { OutlineEditor } from "./outline-editor.tsx"
import { geometryOf, readZipCodes } from "./outlines.ts"
import { RemoveAreaDialog } from "./remove-area-dialog.tsx"
import type { Shape } from "./use-shape.ts"

interface AreaEditorProps {
  area: Area | null
  stations: Station[]
  shape: Shape
  onClose: () => void
}

/** Name, effect, ZIP codes and outline of an area; the map beside it changes the same outline. */
export function AreaEditor({ area, stations, shape, onClose }: AreaEditorProps) {
  const [name, setName] = useState(area?.name ?? "")
  const [stationId, setStationId] = useState(area?.stationId ?? "")
  const [zipText, setZipText] = useState(area?.zipCodes.join(", ") ?? "")
  const { zipCodes, wrong } = readZipCodes(zipText)
  const save = useSaveArea(area, onClose)
  const errorAt = (pointer: string) =>
    save.error instanceof ApiProblem
      ? save.error.errors.find((each) => each.pointer.startsWith(pointer))?.detail
      : undefined
  const wrongZip =
    wrong.length > 0 ? `${wrong.join(", ")}: write each ZIP code with its five digits.` : undefined
  return (
    <Form
      noValidate
      aria-label={area ? `Area ${area.name}` : "New area"}
      className="flex flex-col gap-5"
      onSubmit={() => {
        const fields = { name, effect: shape.effect, stationId: stationId || null, zipCodes }
        if (!wrongZip) save.mutate({ fields, geometry: geometryOf(shape.outlines) })
      }}
    >
      <Field
        label="Name"
        hint="Customers read it when an address is refused."
        error={errorAt("/name")}
        isRequired
      >
        <Input value={name} onChange={(event) => setName(event.currentTarget.value)} />
      </Field>
      <RadioCards
        label="What the area does"
        value={shape.effect}
        onChange={(value) => shape.onChangeEffect(value as AreaEffect)} // safe: the cards have no other values
        cards={[
          { value: "refuse", label: "We do not come", detail: "however near" },
          { value: "serve", label: "We come", detail: "however far" },
        ]}
      />
      {shape.effect === "serve" ? (
        <Field label="Driven from" error={errorAt("/stationId")}>
          <Select value={stationId} onChange={(event) => setStationId(event.currentTarget.value)}>
            <option value="">The nearest station</option>
            {stations.map((station) => (
              <option key={station.id} value={station.id}>
                {station.name}
              </option>
            ))}
          </Select>
        </Field>
      ) : null}
      <Field label="ZIP codes" hint="Separated by commas or spaces." error={wrongZip ?? errorAt("/zipCodes")}>
        <Textarea rows={2} value={zipText} onChange={(event) => setZipText(event.currentTarget.value)} />
      </Field>
      <OutlineEditor shape={shape} stations={stations} error={errorAt("/geometry")} />
      {save.error ? <Failure error={save.error} /> : null}
      <div className="flex flex-wrap gap-2">
        <Button type="submit" isBusy={save.isPending}>
          Save the area
        </Button>
        <Button variant="secondary" onClick={onClose}>
          Back
        </Button>
        {area ? <RemoveAreaDialog area={area} onRemoved={onClose} /> : null}
      </div>
    </Form>
  )
}

interface AreaDraft {
  fields: Pick<Area, "name" | "effect" | "stationId" | "zipCodes">
  geometry: Area["geometry"]
}

function useSaveArea(area: Area | null, onClose: () => void) {
  const tell = useToast()
  const client = useQueryClient()
  return useMutation({
    mutationFn: (draft: AreaDraft) => (area ? changeArea(area, draft) : createArea(draft)),
    onSuccess: async ({ name }) => {
      await client.invalidateQueries({ queryKey: ["areas"] })
      tell({ title: `${name} is saved`, state: "good" })
      onClose()
    },
  })
}

function createArea({ fields, geometry }: AreaDraft): Promise<Area> {
  return request(Area, "/v1/service-areas", { method: "POST", body: { ...fields, geometry } })
}

/** Two writes; what remains of the area goes first, because an area is never empty in between. */
async function changeArea(area: Area, { fields, geometry }: AreaDraft): Promise<Area> {
  const put = (path: string, version: number, body: object) =>
    request(Area, `/v1/service-areas/${area.id}${path}`, {
      method: "PUT",
      body,
      headers: { "if-match": `"v${version}"` },
    })
  if (geometry) {
    const drawn = await put("/geometry", area.version, { geometry })
    return put("", drawn.version, fields)
  }
  const listed = await put("", area.version, fields)
  return put("/geometry", listed.version, { geometry })
}

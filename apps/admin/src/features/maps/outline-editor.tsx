"use client"

import type { Position } from "@myhibachi/contract/areas"
import type { Station } from "@myhibachi/contract/crew"
import { Button } from "@myhibachi/ui/button"
import { Select } from "@myhibachi/ui/select"
import { CornerList } from "./corner-list.tsx"
import { type Outline, withCorners } from "./outlines.ts"
import type { Shape } from "./use-shape.ts"

/** How far a corner that is added by key lies from the last one, in degrees. */
const STEP = 0.1

interface OutlineEditorProps {
  shape: Shape
  stations: Station[]
  error: string | undefined
}

/** The outlines and holes of the area and the corners of one of them. */
export function OutlineEditor({ shape, stations, error }: OutlineEditorProps) {
  const { outlines, current } = shape
  const add = (kind: Outline["kind"]) => {
    shape.onChange([...outlines, { kind, corners: [] }])
    shape.onChooseOutline(outlines.length)
    shape.onChooseCorner(null)
  }
  return (
    <fieldset className="flex flex-col gap-3">
      <legend className="mb-1 text-sm font-medium">Outline</legend>
      {outlines.length > 1 ? (
        <Select
          aria-label="Which outline"
          value={String(current)}
          onChange={(event) => shape.onChooseOutline(Number(event.currentTarget.value))}
        >
          {outlines.map(({ kind, corners }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: an outline is its place in the order
            <option key={index} value={index}>
              {kind === "hole" ? "Hole" : "Outline"} {index + 1} ({corners.length} corners)
            </option>
          ))}
        </Select>
      ) : null}
      <CornerList {...shape} />
      {error ? (
        <p role="alert" className="text-sm font-medium text-bad">
          {error}
        </p>
      ) : null}
      <div className="flex flex-wrap gap-2">
        <Button size="small" variant="secondary" onClick={() => addCorner(shape, stations)}>
          Add a corner
        </Button>
        {outlines.length > 0 ? (
          <>
            <Button size="small" variant="secondary" onClick={() => add("hole")}>
              Cut a hole
            </Button>
            <Button size="small" variant="secondary" onClick={() => add("outline")}>
              Another outline
            </Button>
            <Button size="small" variant="quiet" onClick={() => removeOutline(shape)}>
              Remove this {outlines[current]?.kind ?? "outline"}
            </Button>
          </>
        ) : null}
      </div>
    </fieldset>
  )
}

function addCorner(
  { outlines, current, onChange, onChooseCorner }: Shape,
  stations: readonly Station[],
): void {
  const corners = outlines[current]?.corners ?? []
  const last = corners.at(-1)
  const [station] = stations
  const start: Position = station ? [station.longitude, station.latitude] : [-98, 39]
  const added: Position = last ? [last[0] + STEP, last[1]] : start
  onChange(
    outlines.length === 0
      ? [{ kind: "outline", corners: [added] }]
      : withCorners(outlines, current, (all) => [...all, added]),
  )
  onChooseCorner(corners.length)
}

/** An outline goes with the holes in it. */
function removeOutline({ outlines, current, onChange, onChooseOutline, onChooseCorner }: Shape): void {
  const isOutline = outlines[current]?.kind === "outline"
  const next = outlines.findIndex(({ kind }, index) => index > current && kind === "outline")
  const end = isOutline ? (next < 0 ? outlines.length : next) : current + 1
  onChange(outlines.toSpliced(current, end - current))
  onChooseOutline(0)
  onChooseCorner(null)
}

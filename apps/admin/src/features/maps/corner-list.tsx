"use client"

import type { Position } from "@myhibachi/contract/areas"
import { Button } from "@myhibachi/ui/button"
import { classNames } from "@myhibachi/ui/class-names"
import { Input } from "@myhibachi/ui/input"
import { Plus, Trash2 } from "lucide-react"
import { insertCorner, type Outline, withCorners } from "./outlines.ts"

interface CornerListProps {
  outlines: Outline[]
  current: number
  chosenCorner: number | null
  onChange: (outlines: Outline[]) => void
  onChooseCorner: (corner: number | null) => void
}

/** The corners of the current outline as numbers, for hands that do not point. */
export function CornerList({ outlines, current, chosenCorner, onChange, onChooseCorner }: CornerListProps) {
  const corners = outlines[current]?.corners ?? []
  const change = (to: (corners: readonly Position[]) => Position[]) =>
    onChange(withCorners(outlines, current, to))
  if (corners.length === 0)
    return <p className="text-sm text-ink-soft">Click on the map to set the first corner, or add one here.</p>
  return (
    <ol aria-label="Corners" className="flex max-h-72 flex-col gap-1 overflow-y-auto p-1">
      {corners.map((position, index) => (
        <li
          // biome-ignore lint/suspicious/noArrayIndexKey: a corner is its place in the order
          key={index}
          onFocus={() => onChooseCorner(index)}
          className={classNames(
            "grid grid-cols-[1.5rem_minmax(0,1fr)_minmax(0,1fr)_auto_auto] items-center gap-1 rounded-control px-1",
            chosenCorner === index && "bg-ember-soft",
          )}
        >
          <span className="text-sm tabular-nums text-ink-soft">{index + 1}</span>
          {([1, 0] as const).map((axis) => (
            <Degrees
              key={axis}
              label={`${axis === 1 ? "Latitude" : "Longitude"} of corner ${index + 1}`}
              limit={axis === 1 ? 90 : 180}
              value={position[axis]}
              onChange={(degrees) =>
                change((all) => all.with(index, axis === 1 ? [position[0], degrees] : [degrees, position[1]]))
              }
            />
          ))}
          <Button
            variant="quiet"
            size="icon-small"
            aria-label={`Add a corner after corner ${index + 1}`}
            onClick={() => change((all) => insertCorner(all, index))}
          >
            <Plus aria-hidden className="size-4" />
          </Button>
          <Button
            variant="quiet"
            size="icon-small"
            aria-label={`Remove corner ${index + 1}`}
            onClick={() => {
              change((all) => all.toSpliced(index, 1))
              onChooseCorner(null)
            }}
          >
            <Trash2 aria-hidden className="size-4" />
          </Button>
        </li>
      ))}
    </ol>
  )
}

interface DegreesProps {
  label: string
  limit: number
  value: number
  onChange: (degrees: number) => void
}

function Degrees({ label, limit, value, onChange }: DegreesProps) {
  return (
    <Input
      type="number"
      step="0.01"
      min={-limit}
      max={limit}
      aria-label={label}
      value={value}
      onChange={(event) => {
        const degrees = event.currentTarget.valueAsNumber
        if (Math.abs(degrees) <= limit) onChange(degrees)
      }}
      className="h-9 px-2 text-sm tabular-nums"
    />
  )
}

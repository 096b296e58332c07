"use client"

import type { Area, AreaEffect } from "@myhibachi/contract/areas"
import { useMemo, useState } from "react"
import { type Outline, outlinesOf } from "./outlines.ts"

/** @returns the shape under the hands, which the map and the form change together. */
export function useShape(area: Pick<Area, "geometry" | "effect"> | null) {
  const [effect, onChangeEffect] = useState<AreaEffect>(area?.effect ?? "refuse")
  const [outlines, onChange] = useState<Outline[]>(() => outlinesOf(area?.geometry ?? null))
  const [current, onChooseOutline] = useState(0)
  const [chosenCorner, onChooseCorner] = useState<number | null>(null)
  return useMemo(
    () => ({
      effect,
      onChangeEffect,
      outlines,
      onChange,
      current,
      onChooseOutline,
      chosenCorner,
      onChooseCorner,
    }),
    [effect, outlines, current, chosenCorner],
  )
}

export type Shape = ReturnType<typeof useShape>

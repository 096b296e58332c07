"use client"

import type { Station } from "@myhibachi/contract/crew"
import { useState } from "react"
import { dateIn } from "@/time/format-time.ts"

/** @returns today's date where the station is; empty until the station is known. */
export function useBusinessDay(station: Pick<Station, "timeZone"> | undefined): string {
  // Fixed when the page opened: a calendar must not jump to another day at midnight under the hands.
  const [openedAt] = useState(() => Date.now())
  return station ? dateIn(openedAt, station.timeZone) : ""
}

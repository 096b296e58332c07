"use client"

import { Field } from "@myhibachi/ui/field"
import { Input } from "@myhibachi/ui/input"
import { useSyncExternalStore } from "react"
import { zoneName } from "@/time/format-time.ts"

const never = () => () => {}
const viewerZone = () => Intl.DateTimeFormat().resolvedOptions().timeZone

interface InstantInputProps {
  label: string
  /** As the browser writes local times, `2026-12-01T08:00`; empty for none. */
  value: string
  onChange: (value: string) => void
  /** What an empty field means. */
  emptyMeans: string
  error?: string | undefined
}

/** A day and a time in the viewer's zone, which is said. */
export function InstantInput({ label, value, onChange, emptyMeans, error }: InstantInputProps) {
  const zone = useSyncExternalStore(never, viewerZone, () => "UTC")
  const name = zoneName(zone, value ? Date.parse(value) : Date.now())
  return (
    <Field
      label={label}
      hint={`Your time, ${name} (${zone.replaceAll("_", " ")}). ${emptyMeans}`}
      error={error}
    >
      <Input
        type="datetime-local"
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
        className="max-w-64"
      />
    </Field>
  )
}

/** @returns the instant of a local time as the API takes it, or undefined for an empty or half-written one. */
export function instantOf(local: string): string | undefined {
  const ms = Date.parse(local)
  return Number.isNaN(ms) ? undefined : new Date(ms).toISOString().replace(".000Z", "Z")
}

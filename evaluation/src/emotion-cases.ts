import type { Understanding } from "../../apps/api/src/modules/understanding/index.ts"
import { understand } from "../../apps/api/src/modules/understanding/index.ts"
import { readCases } from "./read-cases.ts"

/** A level in words, as a number, or as a range; files from elsewhere use any of them. */
export type Level = "low" | "medium" | "high" | "critical" | number | [number, number]

export interface EmotionCase {
  id: string
  text: string
  primary?: string[]
  intensity?: Level
  urgency?: Level
  escalate: boolean
  flags?: string[]
  agent?: string[]
}

export interface ReadCase extends EmotionCase {
  read: Understanding
}

/** Wide on purpose: two people agree on a feeling's strength only roughly. */
const BANDS: Record<string, [number, number]> = {
  none: [0, 0.35],
  low: [0, 0.45],
  medium: [0.25, 0.8],
  moderate: [0.25, 0.8],
  high: [0.55, 1],
  critical: [0.7, 1],
}

const OPTIONS = {
  now: "2026-11-25T10:00:00-08:00",
  timeZone: "America/Los_Angeles",
  channel: "web_chat",
} as const

/** The cases of a proof, each with what our code reads from it. */
export function readEmotionCases(files: readonly string[], own: string): ReadCase[] {
  return readCases<EmotionCase>(files, own).map((one) => ({ ...one, read: understand(one.text, OPTIONS) }))
}

/** Whether a measured level lies where the case expects it; a single number allows 0.25 to either side. */
export function isNear(level: Level | undefined, measured: number): boolean {
  if (level === undefined || level === null) return true
  if (Array.isArray(level)) return measured >= level[0] && measured <= level[1]
  if (typeof level === "number") return Math.abs(level - measured) <= 0.25
  const band = BANDS[level]
  return band === undefined || (measured >= band[0] && measured <= band[1])
}

const sameSpelling = (name: string) =>
  name
    .toLowerCase()
    .replace(/[^a-z]+/g, "_")
    .replace(/_a_/g, "_")

/** Flags of the case that were not raised, whatever way they are spelled ("asks for a human", asks_for_a_human). */
export function missingFlags({ flags = [], read }: ReadCase): string[] {
  const raised = new Set([...read.emotion.flags, ...read.mustEscalate].map(sameSpelling))
  return flags.filter((flag) => !raised.has(sameSpelling(flag)))
}

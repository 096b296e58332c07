import type {
  Discussion,
  DiscussionForm,
  RoundKind,
  RoundSummary,
  SeatRole,
  SeatState,
} from "@myhibachi/contract/classroom"
import type { BadgeState } from "@myhibachi/ui/badge"

export const formTitle: Record<DiscussionForm, string> = {
  "one-seat": "One seat",
  "two-rounds": "Two rounds",
  "three-rounds": "Three rounds",
  "four-rounds": "Four rounds",
}

export const roundTitle: Record<RoundKind, string> = {
  proposal: "Proposals",
  critique: "Critiques",
  revision: "Revisions",
  synthesis: "Synthesis",
  repair: "Repair",
}

export const skippedTitle: Record<NonNullable<RoundSummary["skipped"]>, string> = {
  agreed: "left out: the proposals agreed on every claim",
  "no-reason-to-revise": "left out: no seat had a fact as a reason to change",
  "no-peers": "left out: there was nobody to review",
  deadline: "left out: it would have broken the deadline",
  budget: "left out: it would have broken the budget",
  "no-seat-left": "left out: no seat was left",
}

export const chosenTitle: Record<NonNullable<Discussion["chosen"]>, string> = {
  synthesis: "The synthesis is the answer.",
  repair: "The repaired synthesis is the answer.",
  proposal: "The guard preferred one seat's proposal to the synthesis.",
}

export const seatRoleTitle: Record<SeatRole, string> = {
  reasoning: "Reasoning",
  voice: "Empathy and voice",
  economy: "Low cost",
  student: "Student",
}

export const seatState: Record<SeatState, { title: string; state: BadgeState }> = {
  ready: { title: "Ready", state: "good" },
  off: { title: "Off", state: "neutral" },
  "no-key": { title: "No key", state: "caution" },
  "no-price": { title: "No price", state: "caution" },
  resting: { title: "Resting after failures", state: "bad" },
}

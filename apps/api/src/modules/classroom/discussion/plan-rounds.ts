import type { DiscussionForm } from "@myhibachi/contract/classroom"

/** @returns how a question of this complexity (0–1) is discussed. */
export function formFor(complexity: number): "one-seat" | "two-rounds" | "four-rounds" {
  if (complexity < 0.3) return "one-seat"
  return complexity <= 0.7 ? "two-rounds" : "four-rounds"
}

/** Share of the time that is left which a round may take; the rest is kept for the rounds behind it. */
export const TIME_SHARES = {
  alone: 0.65,
  proposalOfTwo: 0.6,
  proposalOfFour: 0.4,
  critique: 0.45,
  revision: 0.55,
} as const

/** @returns whether `rounds` more rounds fit, when each takes as long as the slowest answer so far. */
export function hasTimeFor(rounds: number, timeLeftMs: number, slowestAnswerMs: number): boolean {
  return timeLeftMs >= rounds * slowestAnswerMs * 1.1
}

/** @returns the form that took place, from the rounds that were held. */
export function formOf(planned: DiscussionForm, held: ReadonlySet<string>): DiscussionForm {
  if (planned === "one-seat") return "one-seat"
  if (held.has("revision")) return "four-rounds"
  return held.has("critique") ? "three-rounds" : "two-rounds"
}

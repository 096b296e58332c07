import type { DuplicateReason } from "@myhibachi/contract/customers"

// How much a reason alone says that two are one. Two people of one name are common, so a name alone is too
// little; one e-mail address given for both nearly decides it.
const WEIGHTS: Record<DuplicateReason["kind"], number> = { email: 0.9, phone: 0.8, name: 0.45, address: 0.6 }

/** Pairs below are not shown: two people of one name, or of one household. */
export const LEAST_SCORE = 0.65

/** @returns 0–1: what is left of the doubt after each reason, taken from one. */
export function scorePair(reasons: readonly DuplicateReason[]): number {
  const doubt = reasons.reduce((left, { kind, strength }) => left * (1 - WEIGHTS[kind] * strength), 1)
  return Math.round((1 - doubt) * 100) / 100
}

import type { DisputeState } from "@myhibachi/contract/disputes"

const STEPS: Record<DisputeState, number> = {
  warning: 0,
  needs_response: 1,
  under_review: 2,
  closed: 3,
  won: 3,
  lost: 3,
}

/** @returns whether the bank has decided. */
export function isDecided(state: DisputeState): boolean {
  return STEPS[state] === 3
}

/** The dispute's next state: what the provider says may be old, so it never goes back and a decision stays. */
export function nextDisputeState(current: DisputeState, told: DisputeState): DisputeState {
  return !isDecided(current) && STEPS[told] > STEPS[current] ? told : current
}

import type { Figure } from "./proof.ts"

const percent = (share: number) => `${(100 * share).toFixed(1)} %`

/** A share that must not be lower than `bound`; with nothing to count it holds. */
export function atLeast(what: string, count: number, of: number, bound: number): Figure {
  return {
    what,
    value: of > 0 ? percent(count / of) : "–",
    mustBe: `≥ ${percent(bound)}`,
    holds: of === 0 || count / of >= bound,
  }
}

/** A share that must not be higher than `bound`; with nothing to count it holds. */
export function atMost(what: string, count: number, of: number, bound: number): Figure {
  return {
    what,
    value: of > 0 ? percent(count / of) : "–",
    mustBe: `≤ ${percent(bound)}`,
    holds: of === 0 || count / of <= bound,
  }
}

/** A count of what must never happen. */
export function none(what: string, value: number): Figure {
  return { what, value, mustBe: "0", holds: value === 0 }
}

/** A figure that informs and decides nothing. */
export function information(what: string, value: number | string): Figure {
  return { what, value, mustBe: "", holds: true }
}

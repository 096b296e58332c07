/** The most that the upper bound of an intent's false-hit rate may be. */
export const MOST_FALSE_HITS = 0.005

const TAIL = 0.05

/**
 * Upper end of the exact one-sided 95 % interval (Clopper–Pearson) of a rate after `falseHits` of `judged`.
 * @returns 1 before anything was judged; 0.005 after 598 right hits in a row.
 */
export function falseHitUpperBound(falseHits: number, judged: number): number {
  if (judged === 0 || falseHits >= judged) return 1
  let low = falseHits / judged
  let high = 1
  for (let step = 0; step < 60; step += 1) {
    const middle = (low + high) / 2
    if (probabilityOfAtMost(falseHits, judged, middle) > TAIL) low = middle
    else high = middle
  }
  return high
}

/**
 * While no hit was found false, an intent is on probation: it hits, and every hit is judged, because scope,
 * intent, signature and polarity are equal, the tools run again and the guard reads the new answer. The bound
 * cannot hold before 598 judged hits, so a single false one stops the intent until staff resume it.
 */
export function mustStop(falseHits: number, judged: number): boolean {
  return falseHits > 0 && falseHitUpperBound(falseHits, judged) > MOST_FALSE_HITS
}

/** @returns whether the bound does not hold yet, so that every hit is judged. */
export function isOnProbation(falseHits: number, judged: number): boolean {
  return falseHitUpperBound(falseHits, judged) > MOST_FALSE_HITS
}

function probabilityOfAtMost(most: number, count: number, rate: number): number {
  if (rate >= 1) return 0
  // Each term from the one before, in logarithms: powers of small numbers vanish.
  let logarithm = count * Math.log1p(-rate)
  let sum = Math.exp(logarithm)
  for (let hits = 1; hits <= most; hits += 1) {
    logarithm += Math.log((count - hits + 1) / hits) + Math.log(rate) - Math.log1p(-rate)
    sum += Math.exp(logarithm)
  }
  return sum
}

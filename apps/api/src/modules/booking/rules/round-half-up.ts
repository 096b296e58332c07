/** @returns numerator / denominator as a whole number, halves up; both are integers, not negative. */
export function divideHalfUp(numerator: number, denominator: number): number {
  return Math.floor((2 * numerator + denominator) / (2 * denominator))
}

/** @returns so many hundredths of a percent of the cents, halves up; exact, however much it is. */
export function shareOf(cents: number, basisPoints: number): number {
  const numerator = cents * basisPoints
  if (Number.isSafeInteger(2 * numerator)) return divideHalfUp(numerator, 10_000)
  return Number((2n * BigInt(cents) * BigInt(basisPoints) + 10_000n) / 20_000n)
}

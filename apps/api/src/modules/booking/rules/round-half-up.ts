/** @returns numerator / denominator as a whole number, halves up; both are integers, not negative. */
export function divideHalfUp(numerator: number, denominator: number): number {
  return Math.floor((2 * numerator + denominator) / (2 * denominator))
}

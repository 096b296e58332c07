/** @returns the UTC date so many days from now, by the clock that the played product has. */
export function dayAfter(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)
}

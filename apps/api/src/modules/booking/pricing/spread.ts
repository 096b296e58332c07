import type { QuoteReplay } from "@myhibachi/contract/pricing"

const MOST_BARS = 12
const STEPS = [100, 250, 500]

/** @returns how many of the changes (in cents) lie in each of at most twelve bars of one round width. */
export function spreadOf(changes: readonly number[]): QuoteReplay["spread"] {
  if (changes.length === 0) return []
  const least = changes.reduce((low, change) => Math.min(low, change))
  const most = changes.reduce((high, change) => Math.max(high, change))
  const width = widthFor(least, most)
  const first = Math.floor(least / width)
  const bars = Math.floor(most / width) - first + 1
  return Array.from({ length: bars }, (_, bar) => {
    const fromCents = (first + bar) * width
    const isInside = (change: number) => fromCents <= change && change < fromCents + width
    return { fromCents, toCents: fromCents + width, quotes: changes.filter(isInside).length }
  })
}

function widthFor(least: number, most: number): number {
  for (let scale = 1; ; scale *= 10) {
    const fits = (width: number) => Math.floor(most / width) - Math.floor(least / width) < MOST_BARS
    const width = STEPS.map((step) => step * scale).find(fits)
    if (width !== undefined) return width
  }
}

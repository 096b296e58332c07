export interface TaxPart {
  jurisdiction: string
  cents: number
}

const UNKNOWN = "Not known"

/**
 * Parts what the ledger has of a party's tax among those who levy it, as the party's own tax lines weigh; nothing
 * of it is lost or made. What no line explains is of a jurisdiction that is not known.
 */
export function spreadTax(cents: number, lines: readonly TaxPart[]): TaxPart[] {
  const whole = lines.reduce((sum, line) => sum + line.cents, 0)
  if (whole === 0) return [{ jurisdiction: UNKNOWN, cents }]
  const parts = lines.map(({ jurisdiction, cents: weight }) => ({
    jurisdiction,
    cents: Math.trunc((cents * weight) / whole),
  }))
  const placed = parts.reduce((sum, part) => sum + part.cents, 0)
  const largest = parts.reduce((best, part) => (Math.abs(part.cents) > Math.abs(best.cents) ? part : best))
  largest.cents += cents - placed
  return parts
}

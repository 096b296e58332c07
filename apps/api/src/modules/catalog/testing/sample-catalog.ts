import { PolicyParameters, type PriceBook } from "@myhibachi/contract/catalog"
import { usd } from "@myhibachi/contract/money"
import type { TaxRate } from "@myhibachi/contract/tax"
import { SAMPLE_POLICIES } from "../sample-policies.ts"
import { SAMPLE_PRICES } from "../sample-prices.ts"

/** @returns the sample business's prices and rules as the pure rules take them. */
export function sampleCatalog(): { book: PriceBook; parameters: PolicyParameters } {
  const parameters = Object.entries(SAMPLE_POLICIES).map(([key, policy]) => [key, policy.parameters])
  return {
    parameters: PolicyParameters.parse(Object.fromEntries(parameters)),
    book: {
      id: "pb_sample1",
      version: 1,
      name: "Sample prices",
      status: "published",
      effectiveFrom: "2026-01-01T00:00:00Z",
      publishedAt: "2026-01-01T00:00:00Z",
      isCurrent: true,
      revision: 1,
      prices: SAMPLE_PRICES.map(({ amountCents, ...price }) => ({ ...price, amount: usd(amountCents) })),
    },
  }
}

/** @returns rates on food and on travel as the pure rules take them. */
export function sampleTaxRates(): TaxRate[] {
  return (["food", "travel", "service_charge"] as const).map((lineClass) => ({
    id: `tax_${lineClass}`,
    jurisdiction: "Oakland, California",
    state: "CA",
    city: "Oakland",
    lineClass,
    basisPoints: 1025,
    validFrom: "2026-01-01T00:00:00Z",
    validTo: null,
  }))
}

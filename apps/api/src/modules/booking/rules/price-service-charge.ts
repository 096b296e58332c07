import type { PolicyParameters } from "@myhibachi/contract/catalog"
import { formatMoney, usd } from "@myhibachi/contract/money"
import type { Guests, QuoteLine } from "@myhibachi/contract/quote"
import { allGuests } from "./count-guests.ts"
import { sumOf } from "./price-food.ts"
import { shareOf } from "./round-half-up.ts"

/**
 * @param lines all lines before tax, discounts included.
 * @returns the mandatory charge where the rules have one. It is no tip and is taxed as a class of its own.
 */
export function serviceChargeLines(
  lines: readonly QuoteLine[],
  guests: Guests,
  rule: PolicyParameters["service_charge"],
): QuoteLine[] {
  if (!rule || rule.basisPoints === 0 || allGuests(guests) < rule.fromGuests) return []
  const isOnTravel = rule.on === "food_and_travel"
  const isCharged = ({ lineClass }: QuoteLine) =>
    lineClass === "food" || (isOnTravel && lineClass === "travel")
  const base = sumOf(lines.filter(isCharged))
  const amount = shareOf(base, rule.basisPoints)
  if (amount === 0) return []
  const from = rule.fromGuests > 1 ? ` for parties of ${rule.fromGuests} guests or more` : ""
  return [
    {
      kind: "service_charge",
      lineClass: "service_charge",
      sku: null,
      title: "Service charge",
      quantity: null,
      unitPrice: null,
      amount: usd(amount),
      explanation: `${rule.basisPoints / 100} % of ${formatMoney(usd(base))} of ${isOnTravel ? "food and travel" : "food"}${from}; it is mandatory and is not a tip.`,
    },
  ]
}

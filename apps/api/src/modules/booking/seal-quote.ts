import { createHash } from "node:crypto"
import type { PricedParty, PricingInputs } from "./rules/price-party.ts"

/** @returns the priced party as text, and the SHA-256 over it and its inputs. */
export function sealQuote(inputs: PricingInputs, priced: PricedParty): { result: string; hash: string } {
  const result = JSON.stringify(priced)
  const hash = createHash("sha256").update(canonicalJson(inputs)).update("\n").update(result).digest("hex")
  return { result, hash }
}

/** Object keys sorted, because the database does not keep their order. */
function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, member: unknown) =>
    member !== null && typeof member === "object" && !Array.isArray(member)
      ? Object.fromEntries(Object.entries(member).sort(([left], [right]) => (left < right ? -1 : 1)))
      : member,
  )
}

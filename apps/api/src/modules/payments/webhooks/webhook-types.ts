/** What the provider tells about, by the first word of the type; the rest is new to us. */
const KNOWN = new Set([
  "account",
  "balance",
  "charge",
  "checkout",
  "customer",
  "file",
  "mandate",
  "payment_intent",
  "payment_method",
  "payout",
  "price",
  "product",
  "radar",
  "refund",
  "review",
  "setup_intent",
])

/** @returns whether we know what a message of this type is about. */
export function isKnownType(type: string): boolean {
  return KNOWN.has(type.split(".")[0] ?? "")
}

import type { PaymentMethod } from "../tables.ts"

/** @returns the asset account that the payment's money lies on. */
export function accountOf({ method }: { method: PaymentMethod }): string {
  if (method === "card") return "stripe_clearing"
  return method === "cash" ? "cash" : "bank"
}

/** @returns the means of a payment inside a sentence. */
export function methodWord(method: PaymentMethod): string {
  return method.replaceAll("_", " ")
}

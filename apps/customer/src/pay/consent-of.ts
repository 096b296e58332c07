import type { PaymentsConfig } from "@myhibachi/contract/payments"

/** @returns the sentence that must stand beside the button; null where no card is kept. */
export function consentOf(payments: PaymentsConfig): PaymentsConfig["saveCardConsent"] | null {
  return payments.isCardEnabled ? payments.saveCardConsent : null
}

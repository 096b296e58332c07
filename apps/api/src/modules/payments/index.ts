import { bookingCancelled, holdExpired } from "#modules/booking/index.ts"
import { on } from "#platform/jobs/events.ts"
import { defineModule } from "#platform/module.ts"
import { closeCheckoutsOfHold, expireCheckout } from "./close-checkout.ts"
import { seedConsent } from "./consent.ts"
import { processWebhook } from "./process-webhook.ts"
import { checkCheckout } from "./read-hold-payment.ts"
import { refundCancellation } from "./refund-cancellation.ts"
import { checkoutRoutes, configRoutes } from "./routes-customer.ts"
import { bookRoutes, inboxRoutes } from "./routes-staff.ts"
import { sendRefund } from "./send-refund.ts"
import { hourlySweep } from "./sweep-provider.ts"

export { refundAccepted } from "./events.ts"
export { readPayment } from "./find-payments.ts"
export { readRefund } from "./find-refunds.ts"
export { type LedgerSum, listAccounts, sumLedger } from "./sum-ledger.ts"

/** The books: payments by whatever means, refunds, ledger. */
export const paymentsModule = defineModule({
  name: "payments",
  feature: "FEATURE_CORE_API",
  routes: [...configRoutes, ...bookRoutes],
  subscriptions: [on(bookingCancelled, "refund-cancellation", refundCancellation)],
  seed: seedConsent,
})

/** Cards: the hosted page, the provider's messages and what follows from them. */
export const cardPaymentsModule = defineModule({
  name: "card-payments",
  feature: "FEATURE_STRIPE",
  routes: [...checkoutRoutes, ...inboxRoutes],
  jobs: [processWebhook, sendRefund, expireCheckout, checkCheckout],
  schedules: [hourlySweep],
  subscriptions: [on(holdExpired, "close-checkout", (ctx, { holdId }) => closeCheckoutsOfHold(ctx, holdId))],
})

import { bookingCancelled, bookingCompleted, bookingNoShow, holdExpired } from "#modules/booking/index.ts"
import { on } from "#platform/jobs/events.ts"
import { defineModule } from "#platform/module.ts"
import { byHandRoutes } from "./by-hand/routes.ts"
import { balanceCollection, chargeDueBalance } from "./charge-balance.ts"
import { closeCheckoutsOfBooking, closeCheckoutsOfHold, expireCheckout } from "./close-checkout.ts"
import { seedConsent } from "./consent.ts"
import { disputeRoutes } from "./disputes/routes.ts"
import { earnBooking } from "./earn-booking.ts"
import { invoiceCompleted } from "./invoices/issue-invoice.ts"
import { invoiceRoutes } from "./invoices/routes.ts"
import { seedLegalEntity } from "./invoices/seed-entity.ts"
import { letGoOfCard, paymentsPersonalData } from "./personal-data.ts"
import { checkCheckout } from "./read-hold-payment.ts"
import { reconciliationRoutes } from "./reconciliation/routes.ts"
import { nightlyReconciliation } from "./reconciliation/run-reconciliation.ts"
import { refundCancellation } from "./refund-cancellation.ts"
import { collectRoutes } from "./routes-collect.ts"
import { checkoutRoutes, configRoutes } from "./routes-customer.ts"
import { bookRoutes } from "./routes-staff.ts"
import { sendRefund } from "./send-refund.ts"
import { hourlySweep } from "./sweep-provider.ts"
import { processWebhook } from "./webhooks/process-webhook.ts"
import { runReplay } from "./webhooks/replay-webhooks.ts"
import { inboxRoutes } from "./webhooks/routes.ts"

export { invoiceIssued, invoiceSent, payLinkMade, paymentReceived, refundAccepted } from "./events.ts"
export { findPayments, readPayment } from "./find-payments.ts"
export { readRefund, requestRefund, settleOfflineRefund } from "./find-refunds.ts"
export { readInvoice } from "./invoices/find-invoices.ts"
export { writeInvoicePaper } from "./invoices/write-invoice-paper.ts"
export { type AccountPage, findAccountLines } from "./ledger/find-account-lines.ts"
export { type Journal, readJournals, sumJournals } from "./ledger/read-journals.ts"
export { findLedgerEntries } from "./ledger/read-ledger.ts"
export {
  type RefundSum,
  sumByBooking,
  sumByPeriodAndBooking,
  sumDepositsByMonth,
  sumRefunds,
  sumTipsByChef,
  sumUnsharedTips,
} from "./ledger/sum-books.ts"
export { type LedgerSum, listAccounts, sumLedger } from "./ledger/sum-ledger.ts"
export { readPayLink } from "./pay-links.ts"
export { recordOfflineDeposit, recordOfflinePayment } from "./record-offline-payment.ts"

/** The books: payments by whatever means, refunds, ledger. */
export const paymentsModule = defineModule({
  name: "payments",
  personalData: paymentsPersonalData,
  feature: "FEATURE_CORE_API",
  routes: [...configRoutes, ...bookRoutes, ...invoiceRoutes, ...disputeRoutes],
  subscriptions: [
    on(bookingCancelled, "refund-cancellation", refundCancellation),
    on(bookingNoShow, "refund-no-show", refundCancellation),
    on(bookingCompleted, "earn-booking", earnBooking),
    on(bookingCompleted, "issue-invoice", invoiceCompleted),
  ],
  seed: async (ctx) => {
    await seedConsent(ctx)
    await seedLegalEntity(ctx)
  },
})

/** Payments by customers themselves: the hosted page, the provider's messages and what follows from them. */
export const cardPaymentsModule = defineModule({
  name: "card-payments",
  feature: "FEATURE_STRIPE",
  routes: [...checkoutRoutes, ...collectRoutes, ...byHandRoutes, ...inboxRoutes, ...reconciliationRoutes],
  jobs: [letGoOfCard, processWebhook, runReplay, sendRefund, expireCheckout, checkCheckout, chargeDueBalance],
  schedules: [hourlySweep, balanceCollection, nightlyReconciliation],
  subscriptions: [
    on(holdExpired, "close-checkout", (ctx, { holdId }) => closeCheckoutsOfHold(ctx, holdId)),
    on(bookingCancelled, "close-checkouts", (ctx, { bookingId }) => closeCheckoutsOfBooking(ctx, bookingId)),
    on(bookingNoShow, "close-checkouts", (ctx, { bookingId }) => closeCheckoutsOfBooking(ctx, bookingId)),
  ],
})

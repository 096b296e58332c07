import { type JsonObject, toList, toNumber, toObject, toText } from "../core/json.ts"
import { addBalanceTransaction, readBalance } from "./balance.ts"
import { invalidRequest, unexpectedState } from "./errors.ts"
import { mergeMetadata } from "./metadata.ts"
import type { StripeStore } from "./store.ts"

/** `POST /v1/payouts`: sends available money to the bank. @throws StripeRefusal when there is not enough */
export function createPayout(store: StripeStore, params: JsonObject): JsonObject {
  const amount = toNumber(params.amount) ?? 0
  const currency = toText(params.currency).toLowerCase()
  if (!Number.isInteger(amount) || amount < 1)
    throw invalidRequest("Invalid positive integer", { param: "amount" })
  const available = toList(readBalance(store).available).map(toObject)
  const own = toNumber(available.find((entry) => entry.currency === currency)?.amount) ?? 0
  if (amount > own) {
    throw unexpectedState(
      "balance_insufficient",
      "You have insufficient funds in your Stripe account for this payout.",
    )
  }
  const id = store.newId("payout")
  const movement = { amount: -amount, fee: 0, currency, type: "payout", category: "payout", source: id }
  const entry = addBalanceTransaction(store, { ...movement, description: "STRIPE PAYOUT" })
  const payout = store.save(blankPayout(store, id, toText(entry.id), params, amount, currency))
  store.emit("payout.created", payout)
  const paid = store.save({ ...payout, status: "paid" })
  store.emit("payout.paid", paid, { status: "pending" })
  return paid
}

function blankPayout(
  store: StripeStore,
  id: string,
  entryId: string,
  params: JsonObject,
  amount: number,
  currency: string,
): JsonObject {
  return {
    id,
    object: "payout",
    amount,
    application_fee: null,
    application_fee_amount: null,
    arrival_date: store.ctx.clock.unix(),
    automatic: false,
    balance_transaction: entryId,
    created: store.ctx.clock.unix(),
    currency,
    description: toText(params.description) || null,
    destination: null,
    failure_balance_transaction: null,
    failure_code: null,
    failure_message: null,
    livemode: false,
    metadata: mergeMetadata({}, params.metadata),
    method: "standard",
    original_payout: null,
    payout_method: null,
    reconciliation_status: "not_applicable",
    reversed_by: null,
    source_type: "card",
    statement_descriptor: toText(params.statement_descriptor) || null,
    status: "pending",
    trace_id: null,
    type: "bank_account",
  }
}

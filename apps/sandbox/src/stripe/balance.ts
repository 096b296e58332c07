import { type JsonObject, toNumber, toText } from "../core/json.ts"
import type { StripeStore } from "./store.ts"

const secondsUntilAvailable = 2 * 24 * 3600

type Movement = {
  /** In cents; negative when money leaves. */
  amount: number
  fee: number
  currency: string
  type: string
  category: string
  source: string
  description?: string | null
}

/** Books a movement of money. */
export function addBalanceTransaction(store: StripeStore, movement: Movement): JsonObject {
  const { amount, fee, currency, source, description = null } = movement
  const details = {
    amount: fee,
    application: null,
    currency,
    description: "Stripe processing fees",
    type: "stripe_fee",
  }
  const now = store.ctx.clock.unix()
  return store.save({
    id: store.newId("balance_transaction"),
    object: "balance_transaction",
    amount,
    available_on: movement.type === "charge" ? now + secondsUntilAvailable : now,
    balance_type: "payments",
    created: now,
    currency,
    description,
    exchange_rate: null,
    fee,
    fee_details: fee === 0 ? [] : [details],
    net: amount - fee,
    reporting_category: movement.category,
    source,
    status: movement.type === "charge" ? "pending" : "available",
    type: movement.type,
  })
}

/** The fee on a card payment in cents: 2.9 % and 30 cents. */
export function cardFee(amount: number): number {
  return Math.round(amount * 0.029) + 30
}

/** Transactions become available as time passes. */
export function settleBalance(store: StripeStore): void {
  const now = store.ctx.clock.unix()
  for (const entry of store.of("balance_transaction").all()) {
    if (entry.status === "pending" && (toNumber(entry.available_on) ?? 0) <= now) {
      store.save({ ...entry, status: "available" })
    }
  }
}

/** `GET /v1/balance`. */
export function readBalance(store: StripeStore): JsonObject {
  settleBalance(store)
  const entries = store.of("balance_transaction").all()
  const currencies = [...new Set(entries.map((entry) => toText(entry.currency)))]
  const sums = (status: string) =>
    (currencies.length > 0 ? currencies : ["usd"]).map((currency) => ({
      amount: entries
        .filter((entry) => entry.status === status && entry.currency === currency)
        .reduce((sum, entry) => sum + (toNumber(entry.net) ?? 0), 0),
      currency,
      source_types: {},
    }))
  return { object: "balance", available: sums("available"), livemode: false, pending: sums("pending") }
}

import type { Context } from "#platform/context.ts"
import { AppError } from "#platform/errors.ts"
import type { MerchantAccount } from "#providers/payments/account-port.ts"
import type { Payments } from "#providers/payments/port.ts"

/** @throws AppError "card-payments-off" when no card provider is configured. */
export function requireCardProvider(ctx: Context): Payments {
  const { payments } = ctx.providers
  if (payments) return payments
  throw cardPaymentsOff()
}

/** @returns our account at the card provider. @throws AppError "card-payments-off" when none is configured. */
export function requireMerchantAccount(ctx: Context): MerchantAccount {
  const { merchantAccount } = ctx.providers
  if (merchantAccount) return merchantAccount
  throw cardPaymentsOff()
}

function cardPaymentsOff(): AppError {
  const message = "Card payments are not available right now; please call us to pay another way."
  return new AppError("unavailable", "card-payments-off", message)
}

import type { Context } from "#platform/context.ts"
import { AppError } from "#platform/errors.ts"
import type { MerchantAccount } from "#providers/payments/account-port.ts"
import type { ManualDesk } from "#providers/payments/manual.ts"
import type { Payments } from "#providers/payments/port.ts"

/** @throws AppError "card-payments-off" when no provider is configured. */
export function requirePaymentProvider(ctx: Context): Payments {
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

/** @returns our own people's desk. @throws AppError "by-hand-off" (409) when a card provider takes the money. */
export function requireManualDesk(ctx: Context): ManualDesk {
  const { manualDesk } = ctx.providers
  if (manualDesk) return manualDesk
  const message = "Payments are taken by the card provider here; record what came another way on the booking."
  throw new AppError("conflict", "by-hand-off", message)
}

/** @returns whether the provider that is configured now is the one that the thing was made with. */
export function isOfProvider(ctx: Context, thing: { provider: string }): boolean {
  return ctx.providers.payments?.name === thing.provider
}

function cardPaymentsOff(): AppError {
  const message = "Payments are not taken here right now; please call us to pay another way."
  return new AppError("unavailable", "card-payments-off", message)
}

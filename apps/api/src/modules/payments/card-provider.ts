import type { Context } from "#platform/context.ts"
import { AppError } from "#platform/errors.ts"
import type { Payments } from "#providers/payments/port.ts"

/** @throws AppError "card-payments-off" when no card provider is configured. */
export function requireCardProvider(ctx: Context): Payments {
  const { payments } = ctx.providers
  if (payments) return payments
  const message = "Card payments are not available right now; please call us to pay another way."
  throw new AppError("unavailable", "card-payments-off", message)
}

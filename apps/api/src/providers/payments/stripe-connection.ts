import Stripe from "stripe"
import type { Config } from "#app/config.ts"
import { AppError } from "#platform/errors.ts"
import type { Temporal } from "#platform/time.ts"

const TIMEOUT_MS = 10_000

/** @returns the way to Stripe, or undefined when either of its two keys is missing. */
export function connectToStripe(config: Config): Stripe | undefined {
  const { STRIPE_SECRET_KEY: key, STRIPE_WEBHOOK_SECRET: secret, STRIPE_API_URL: apiUrl } = config
  if (!key || !secret) return undefined
  const url = new URL(apiUrl)
  const isSecure = url.protocol === "https:"
  return new Stripe(key, {
    protocol: isSecure ? "https" : "http",
    host: url.hostname,
    port: url.port || (isSecure ? 443 : 80),
    timeout: TIMEOUT_MS,
    maxNetworkRetries: 2,
    telemetry: false,
  })
}

/** Asks Stripe. @throws AppError "payments-down" when it does not answer, "payment-refused" when it says no. */
export async function answered<T>(call: () => Promise<T>): Promise<T> {
  try {
    return await call()
  } catch (error) {
    throw translate(error)
  }
}

/** @returns the error in our words; what is not Stripe's stays as it is. */
export function translate(error: unknown): unknown {
  if (!(error instanceof Stripe.errors.StripeError)) return error
  const isRefused = error.statusCode !== undefined && [400, 402, 404].includes(error.statusCode)
  if (isRefused) {
    const message = `The payment service refused: ${error.message}`
    return new AppError(
      "unprocessable",
      "payment-refused",
      message,
      { providerCode: error.code ?? null },
      { cause: error },
    )
  }
  const message = "The payment service does not answer right now; please try again shortly."
  return new AppError("unavailable", "payments-down", message, {}, { cause: error })
}

/** @returns whole seconds since 1970. */
export function seconds(instant: Temporal.Instant): number {
  return Math.floor(instant.epochMilliseconds / 1000)
}

import type { Pool } from "pg"
import type { Config } from "#app/config.ts"
import { embeddedEmbedder } from "#modules/classroom/index.ts"
import type { Providers } from "#platform/context.ts"
import type { Clock } from "#platform/time.ts"
import { caldavCalendars } from "#providers/calendar/caldav.ts"
import { createSmtpEmail } from "#providers/email/smtp.ts"
import { chooseEmbedder } from "#providers/embeddings/choose-embedder.ts"
import { createHealthProbes } from "#providers/health-probes.ts"
import { languageModelsFrom } from "#providers/llm/language-models.ts"
import { modelSourceFrom } from "#providers/llm/model-source.ts"
import { googleMaps } from "#providers/maps/google.ts"
import { createManualPayments } from "#providers/payments/manual.ts"
import { createStripePayments } from "#providers/payments/stripe.ts"
import { createStripeAccount } from "#providers/payments/stripe-account.ts"
import { createRingCentralSms } from "#providers/sms/ringcentral.ts"

/** What an adapter that keeps its own state stands on. */
export interface ProviderGround {
  pool: Pool
  clock: Clock
}

/** Makes the adapters that the settings allow; a capability without its key is absent. */
export function createProviders(config: Config, ground: ProviderGround): Providers {
  const email = createSmtpEmail(config)
  const sms = createRingCentralSms(config)
  return {
    healthProbes: createHealthProbes(config),
    embedder: chooseEmbedder(config.EMBEDDING_MODEL, config, embeddedEmbedder()),
    languageModels: languageModelsFrom(modelSourceFrom(config)),
    calendars: caldavCalendars({ isPublicOnly: config.MYHIBACHI_ENVIRONMENT === "production" }),
    ...(email ? { email } : {}),
    ...(sms ? { sms } : {}),
    ...(config.GOOGLE_MAPS_API_KEY ? { maps: mapsFrom(config, config.GOOGLE_MAPS_API_KEY) } : {}),
    ...(config.PAYMENTS_PROVIDER === "manual" ? paymentsByHand(config, ground) : paymentsByCard(config)),
  }
}

function paymentsByCard(config: Config): Pick<Providers, "payments" | "merchantAccount"> {
  const payments = createStripePayments(config)
  const merchantAccount = createStripeAccount(config)
  return { ...(payments ? { payments } : {}), ...(merchantAccount ? { merchantAccount } : {}) }
}

function paymentsByHand(config: Config, ground: ProviderGround): Pick<Providers, "payments" | "manualDesk"> {
  const { payments, desk } = createManualPayments({
    ...ground,
    ways: config.MANUAL_PAYMENT_WAYS,
    siteUrl: config.CUSTOMER_URL,
    secret: config.MYHIBACHI_SECRET,
  })
  return { payments, manualDesk: desk }
}

function mapsFrom(config: Config, apiKey: string) {
  return googleMaps({
    apiKey,
    geocodingUrl: config.GOOGLE_GEOCODING_URL,
    routesUrl: config.GOOGLE_ROUTES_URL,
  })
}

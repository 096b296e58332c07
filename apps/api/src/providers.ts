import type { Config } from "#app/config.ts"
import { embeddedEmbedder } from "#modules/classroom/index.ts"
import type { Providers } from "#platform/context.ts"
import { caldavCalendars } from "#providers/calendar/caldav.ts"
import { createSmtpEmail } from "#providers/email/smtp.ts"
import { chooseEmbedder } from "#providers/embeddings/choose-embedder.ts"
import { createHealthProbes } from "#providers/health-probes.ts"
import { languageModelsFrom } from "#providers/llm/language-models.ts"
import { modelSourceFrom } from "#providers/llm/model-source.ts"
import { googleMaps } from "#providers/maps/google.ts"
import { createStripePayments } from "#providers/payments/stripe.ts"
import { createStripeAccount } from "#providers/payments/stripe-account.ts"

/** Makes the adapters that the settings allow; a capability without its key is absent. */
export function createProviders(config: Config): Providers {
  const email = createSmtpEmail(config)
  const payments = createStripePayments(config)
  const merchantAccount = createStripeAccount(config)
  return {
    healthProbes: createHealthProbes(config),
    embedder: chooseEmbedder(config.EMBEDDING_MODEL, config, embeddedEmbedder()),
    languageModels: languageModelsFrom(modelSourceFrom(config)),
    calendars: caldavCalendars({ isPublicOnly: config.MYHIBACHI_ENVIRONMENT === "production" }),
    ...(email ? { email } : {}),
    ...(config.GOOGLE_MAPS_API_KEY ? { maps: mapsFrom(config, config.GOOGLE_MAPS_API_KEY) } : {}),
    ...(payments ? { payments } : {}),
    ...(merchantAccount ? { merchantAccount } : {}),
  }
}

function mapsFrom(config: Config, apiKey: string) {
  return googleMaps({
    apiKey,
    geocodingUrl: config.GOOGLE_GEOCODING_URL,
    routesUrl: config.GOOGLE_ROUTES_URL,
  })
}

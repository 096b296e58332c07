import { connect } from "node:net"
import type { Config } from "#app/config.ts"
import type { HealthProbe } from "#platform/health.ts"

const TIMEOUT_MS = 3000

/** @returns one probe for each provider that the settings switch on: does its address answer at all? */
export function createHealthProbes(config: Config): HealthProbe[] {
  const probes: HealthProbe[] = []
  if (config.STRIPE_SECRET_KEY) probes.push(overHttp("Card payments (Stripe)", config.STRIPE_API_URL))
  if (config.GOOGLE_MAPS_API_KEY) {
    probes.push(overHttp("Addresses (Google Geocoding)", config.GOOGLE_GEOCODING_URL))
    probes.push(overHttp("Driving distances (Google Routes)", config.GOOGLE_ROUTES_URL))
  }
  if (config.OPENAI_API_KEY) probes.push(overHttp("Models of OpenAI", config.OPENAI_BASE_URL))
  if (config.ANTHROPIC_API_KEY) probes.push(overHttp("Models of Anthropic", config.ANTHROPIC_BASE_URL))
  if (config.MISTRAL_API_KEY) probes.push(overHttp("Models of Mistral", config.MISTRAL_BASE_URL))
  if (config.OLLAMA_BASE_URL) probes.push(overHttp("Local models (Ollama)", config.OLLAMA_BASE_URL))
  if (config.RINGCENTRAL_JWT)
    probes.push(overHttp("Text messages (RingCentral)", config.RINGCENTRAL_SERVER_URL))
  if (config.SMTP_URL) probes.push(overTcp("E-mail (SMTP)", new URL(config.SMTP_URL)))
  return probes
}

function overHttp(name: string, url: string): HealthProbe {
  return {
    name,
    probe: async () => {
      // Without a key or a path most providers answer 401 or 404: they are there all the same.
      const reply = await fetch(url, { signal: AbortSignal.timeout(TIMEOUT_MS), redirect: "manual" })
      await reply.body?.cancel()
      if (reply.status >= 500) throw new Error(`It answers with an error (HTTP ${reply.status}).`)
      return "It answers."
    },
  }
}

function overTcp(name: string, url: URL): HealthProbe {
  return {
    name,
    probe: () =>
      new Promise<string>((answers, fails) => {
        const socket = connect({ host: url.hostname, port: Number(url.port || 25), timeout: TIMEOUT_MS })
        const end = (finish: () => void) => {
          socket.destroy()
          finish()
        }
        socket.once("connect", () => end(() => answers("It answers.")))
        socket.once("timeout", () => end(() => fails(new Error("It does not answer in time."))))
        socket.once("error", (error) => end(() => fails(error)))
      }),
  }
}

import { createHmac } from "node:crypto"
import Fastify from "fastify"
import { readConfig } from "#app/config.ts"
import type { Clock } from "#platform/time.ts"
import type { Payments } from "#providers/payments/port.ts"
import { createStripePayments } from "#providers/payments/stripe.ts"
import { createSandbox, type RunningSandbox } from "../../../../../sandbox/src/sandbox.ts"

/** A message of the provider as it came over the wire. */
export interface Delivery {
  id: string
  type: string
  body: string
  signature: string
}

export interface CardBench {
  provider: Payments
  /** Settings with which an application talks to this sandbox: cards, mail and maps. */
  environment: Record<string, string>
  sandbox: RunningSandbox
  /** Fills in the hosted page, and proves who pays when the bank asks; 4242… when no card is named. @returns the HTTP status, 303 when paid. */
  pay(url: string, cardNumber?: string): Promise<number>
  /** Everything that the provider has told so far, oldest first, kept from our own endpoint. */
  deliveries(): Promise<Delivery[]>
  close(): Promise<void>
}

export const WEBHOOK_SECRET = "whsec_of_the_card_bench"

/** @returns the header that the provider would send with the body now; it is good for five minutes only. */
export function signDelivery({ body }: Delivery, clock: Clock): string {
  const seconds = Math.floor(clock.now().epochMilliseconds / 1000)
  const seal = createHmac("sha256", WEBHOOK_SECRET).update(`${seconds}.${body}`).digest("hex")
  return `t=${seconds},v1=${seal}`
}

/** Starts the sandbox's card provider on the clock, with an endpoint that only keeps what it hears. */
export async function startCardBench(clock: Clock): Promise<CardBench> {
  const heard: Delivery[] = []
  const ear = Fastify()
  ear.addContentTypeParser("application/json", { parseAs: "string" }, (_request, body, done) =>
    done(null, body),
  )
  ear.post("/", async (request) => {
    const body = request.body as string // safe: the parser above hands over the text
    const { id, type } = JSON.parse(body) as { id: string; type: string }
    heard.push({ id, type, body, signature: String(request.headers["stripe-signature"]) })
    return {}
  })
  const url = await ear.listen({ port: 0, host: "127.0.0.1" })
  const sandbox = await createSandbox({
    realTime: () => clock.now().epochMilliseconds,
    stripeWebhook: { url, secret: WEBHOOK_SECRET },
  })
  const environment = settingsFor(sandbox)
  return {
    provider: connect(environment),
    environment,
    sandbox,
    pay,
    deliveries: async () => {
      await sandbox.stripe.webhooks.idle()
      return [...heard]
    },
    close: async () => {
      await sandbox.close()
      await ear.close()
    },
  }
}

function settingsFor({ url, smtpPort }: RunningSandbox): Record<string, string> {
  return {
    STRIPE_SECRET_KEY: "sk_test_of_the_card_bench",
    STRIPE_WEBHOOK_SECRET: WEBHOOK_SECRET,
    STRIPE_API_URL: url,
    SMTP_URL: `smtp://127.0.0.1:${smtpPort}`,
    GOOGLE_MAPS_API_KEY: "maps-key-of-the-card-bench",
    GOOGLE_GEOCODING_URL: url,
    GOOGLE_ROUTES_URL: url,
  }
}

function connect(environment: Record<string, string>): Payments {
  const config = readConfig({ MYHIBACHI_SECRET: "test-secret-test-secret-test-secret", ...environment })
  const provider = createStripePayments(config)
  if (!provider) throw new Error("The card provider is off although it has its keys.")
  return provider
}

async function pay(url: string, cardNumber = "4242424242424242"): Promise<number> {
  const form = { email: "ana@example.com", number: cardNumber, expiry: "12 / 34", cvc: "123", name: "Ana" }
  const reply = await fetch(url, { method: "POST", redirect: "manual", body: new URLSearchParams(form) })
  await reply.arrayBuffer()
  const next = reply.headers.get("location")
  return next?.endsWith("/challenge") ? prove(next) : reply.status
}

/** Does what the holder does on the page of their bank. */
async function prove(challengeUrl: string): Promise<number> {
  const body = new URLSearchParams({ answer: "approve" })
  const reply = await fetch(challengeUrl, { method: "POST", redirect: "manual", body })
  await reply.arrayBuffer()
  return reply.status
}

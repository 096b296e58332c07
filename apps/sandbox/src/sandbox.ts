import formbody from "@fastify/formbody"
import Fastify, { type FastifyInstance } from "fastify"
import { anthropicRoutes } from "./anthropic/routes.ts"
import { caldavControl } from "./caldav/control.ts"
import { caldavRoutes } from "./caldav/routes.ts"
import { createCalendars } from "./caldav/store.ts"
import { controlPages } from "./control/pages.ts"
import { controlRoutes } from "./control/routes.ts"
import { createCalls } from "./core/calls.ts"
import { createClock } from "./core/clock.ts"
import type { Context } from "./core/context.ts"
import { createFaults } from "./core/faults.ts"
import { createIds } from "./core/ids.ts"
import { toNumber } from "./core/json.ts"
import { openRecords, type Records } from "./core/records.ts"
import { mapsRoutes } from "./maps/routes.ts"
import { mistralRoutes } from "./mistral/routes.ts"
import { ollamaRoutes } from "./ollama/routes.ts"
import { openaiRoutes } from "./openai/routes.ts"
import { assetRoutes } from "./pages/assets.ts"
import { textControl } from "./ringcentral/control.ts"
import { phonePages } from "./ringcentral/phone-pages.ts"
import { ringcentralRoutes } from "./ringcentral/routes.ts"
import { type RingCentralService, startRingCentral } from "./ringcentral/start-ringcentral.ts"
import { mailPages } from "./smtp/mail-pages.ts"
import { createMailbox, type Mailbox } from "./smtp/mailbox.ts"
import { startSmtp } from "./smtp/start-smtp.ts"
import { checkoutPages } from "./stripe/checkout-pages.ts"
import { stripeRoutes } from "./stripe/routes.ts"
import { type StripeService, startStripe } from "./stripe/start-stripe.ts"

export type SandboxOptions = {
  /** 0, the default, takes any free port. */
  port?: number
  host?: string
  smtpPort?: number
  /** Where Stripe objects and mails survive a restart; without it they live in memory. */
  dataDir?: string
  /** Where a browser reaches the sandbox; by default its own address. */
  publicUrl?: string
  seed?: string
  /** Real time in milliseconds since 1970. */
  realTime?: () => number
  /** An endpoint that gets every event from the start. */
  stripeWebhook?: { url: string; secret: string }
  /** The wait before a webhook's second attempt; doubles each time. */
  webhookRetryMs?: number
}

export type RunningSandbox = {
  app: FastifyInstance
  ctx: Context
  stripe: StripeService
  mailbox: Mailbox
  ringcentral: RingCentralService
  url: string
  smtpPort: number
  close(): Promise<void>
}

/** Starts the sandbox and resolves once it listens. @throws Error when a port is taken */
export async function createSandbox(options: SandboxOptions = {}): Promise<RunningSandbox> {
  let url = ""
  const ctx = createContext(options, () => options.publicUrl ?? url)
  const stripe = startStripe(ctx, options)
  const mailbox = createMailbox(ctx)
  const ringcentral = startRingCentral(ctx)
  const host = options.host ?? "127.0.0.1"
  const app = Fastify({ bodyLimit: 20 * 1024 * 1024, forceCloseConnections: true })
  app.addHook("onClose", async () => stripe.close())
  try {
    const smtp = await startSmtp(ctx, mailbox, host, options.smtpPort ?? 0)
    app.addHook("onClose", () => smtp.close())
    await registerFaces(app, { ctx, stripe, mailbox, ringcentral })
    url = await app.listen({ port: options.port ?? 0, host })
    return { app, ctx, stripe, mailbox, ringcentral, url, smtpPort: smtp.port, close: () => app.close() }
  } catch (error) {
    // What was opened before the failure would keep the process alive.
    await app.close()
    throw error
  }
}

type Parts = {
  ctx: Context
  stripe: StripeService
  mailbox: Mailbox
  ringcentral: RingCentralService
}

async function registerFaces(app: FastifyInstance, parts: Parts): Promise<void> {
  const { ctx, stripe, mailbox, ringcentral } = parts
  const { store } = stripe
  const calendars = createCalendars(ctx)
  await app.register(formbody, { bodyLimit: 20 * 1024 * 1024 })
  await app.register(assetRoutes)
  await app.register(openaiRoutes, { prefix: "/openai/v1", ctx })
  await app.register(anthropicRoutes, { prefix: "/anthropic/v1", ctx })
  await app.register(mistralRoutes, { prefix: "/mistral/v1", ctx })
  await app.register(ollamaRoutes, { prefix: "/ollama/api", ctx })
  // Stripe's SDK takes a host and no path, so its API stands at the root as well.
  await app.register(stripeRoutes, { prefix: "/v1", store })
  await app.register(stripeRoutes, { prefix: "/stripe/v1", store })
  await app.register(checkoutPages, { store })
  await app.register(mapsRoutes, { ctx })
  await app.register(caldavRoutes, { ctx, store: calendars })
  await app.register(caldavControl, { ctx, store: calendars })
  await app.register(mailPages, { mailbox })
  await app.register(ringcentralRoutes, { ctx, ringcentral })
  await app.register(textControl, { ringcentral })
  await app.register(phonePages, { ringcentral })
  await app.register(controlPages, { ctx, store })
  await app.register(controlRoutes, { ctx, stripe, mailbox, calendars, ringcentral })
}

function createContext(options: SandboxOptions, publicUrl: () => string): Context {
  const records = openRecords(options.dataDir)
  const ids = createIds(`${options.seed ?? "sandbox"}-${countStart(records)}`)
  return {
    ids,
    records,
    publicUrl,
    clock: createClock(options.realTime),
    faults: createFaults(ids),
    calls: createCalls(),
  }
}

/** Starts are counted because the same seed again would give the same identifiers to new objects. */
function countStart(records: Records): number {
  const starts = records.collection("sandbox.starts")
  const count = (toNumber(starts.get("count")?.count) ?? 0) + 1
  starts.put("count", { count })
  return count
}

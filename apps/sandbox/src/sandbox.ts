import formbody from "@fastify/formbody"
import Fastify, { type FastifyInstance } from "fastify"
import { anthropicRoutes } from "./anthropic/routes.ts"
import { createCalls } from "./core/calls.ts"
import { createClock } from "./core/clock.ts"
import type { Context } from "./core/context.ts"
import { createFaults } from "./core/faults.ts"
import { createIds } from "./core/ids.ts"
import { openRecords } from "./core/records.ts"
import { mistralRoutes } from "./mistral/routes.ts"
import { openaiRoutes } from "./openai/routes.ts"

export type SandboxOptions = {
  /** 0, the default, takes any free port. */
  port?: number
  host?: string
  /** Where Stripe objects and mails survive a restart; without it they live in memory. */
  dataDir?: string
  smtpPort?: number
  /** An endpoint that gets every event from the start. */
  stripeWebhook?: { url: string; secret: string }
  /** Where a browser reaches the sandbox; by default its own address. */
  publicUrl?: string
  seed?: string
  /** Real time in milliseconds since 1970. */
  realTime?: () => number
}

export type RunningSandbox = {
  app: FastifyInstance
  ctx: Context
  url: string
  smtpPort: number
  close(): Promise<void>
}

/** Starts the sandbox and resolves once it listens. */
export async function createSandbox(options: SandboxOptions = {}): Promise<RunningSandbox> {
  const ids = createIds(options.seed ?? "sandbox")
  let url = ""
  const ctx: Context = {
    ids,
    clock: createClock(options.realTime),
    faults: createFaults(ids),
    calls: createCalls(),
    records: openRecords(options.dataDir),
    publicUrl: () => options.publicUrl ?? url,
  }
  const app = Fastify({ bodyLimit: 20 * 1024 * 1024, forceCloseConnections: true })
  await app.register(formbody)
  await app.register(openaiRoutes, { prefix: "/openai/v1", ctx })
  await app.register(anthropicRoutes, { prefix: "/anthropic/v1", ctx })
  await app.register(mistralRoutes, { prefix: "/mistral/v1", ctx })
  url = await app.listen({ port: options.port ?? 0, host: options.host ?? "127.0.0.1" })
  return { app, ctx, url, smtpPort: 0, close: () => app.close() }
}

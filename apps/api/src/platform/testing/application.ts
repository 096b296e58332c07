import type { FastifyInstance } from "fastify"
import { createApplication } from "#app/app.ts"
import { readConfig } from "#app/config.ts"
import type { Actor, Context, Providers, Services } from "#platform/context.ts"
import { silentLogger } from "#platform/log.ts"
import type { Module } from "#platform/module.ts"
import { openMemoryDatabase } from "#platform/testing/snapshot.ts"
import { SettableClock } from "#platform/time.ts"

/** Noon in Oakland on a Tuesday, a month before the sample parties. */
export const TEST_NOW = "2026-11-10T20:00:00Z"

export const TEST_ENVIRONMENT = {
  MYHIBACHI_SECRET: "test-secret-test-secret-test-secret",
  LOG_LEVEL: "silent",
  RATE_LIMIT_FACTOR: "100000",
}

export interface TestApplicationOptions {
  now?: string
  environment?: Record<string, string>
  providers?: Partial<Providers>
  extraModules?: Module[]
}

export interface TestApplication {
  http: FastifyInstance
  clock: SettableClock
  services: Services
  /** A context of the actor, a nameless system by default. */
  ctx(actor?: Actor): Context
  /** Runs the jobs that are due, and those they ask for. @throws the first failure unless `isStrict` is false. */
  drain(isStrict?: boolean): Promise<number>
  close(): Promise<void>
}

/** Starts the whole application on a database of its own with the sample business in it. */
export async function testApplication(options: TestApplicationOptions = {}): Promise<TestApplication> {
  const clock = new SettableClock(options.now ?? TEST_NOW)
  const { database } = await openMemoryDatabase("snapshot")
  const config = readConfig({ ...TEST_ENVIRONMENT, ...options.environment })
  const application = await createApplication({
    config,
    database,
    clock,
    log: silentLogger,
    isPrepared: true,
    hasDocumentation: false,
    ...(options.providers ? { providers: options.providers } : {}),
    ...(options.extraModules ? { extraModules: options.extraModules } : {}),
  })
  const ctx = (actor: Actor = { kind: "system", name: "test" }) => application.context(actor)
  return {
    http: application.http,
    services: application.services,
    clock,
    ctx,
    drain: (isStrict = true) =>
      application.jobs.drain(
        (requestId) => application.context({ kind: "system", name: "job" }, requestId),
        isStrict,
      ),
    close: async () => {
      await application.close()
      await database.close()
    },
  }
}

import type { FastifyInstance } from "fastify"
import { Redis } from "ioredis"
import type { Config } from "#app/config.ts"
import { enabledFeatures } from "#app/features.ts"
import {
  applicationModules,
  correspondenceOfModules,
  createAuthenticator,
  personalDataOfModules,
} from "#app/modules.ts"
import { createProviders } from "#app/providers.ts"
import { readFlagSettings } from "#modules/operations/index.ts"
import type { Actor, Context, Providers, Services } from "#platform/context.ts"
import { ContextFactory } from "#platform/database/database.ts"
import { migrateDatabase } from "#platform/database/migrate.ts"
import type { OpenDatabase } from "#platform/database/open.ts"
import { healthRoutes } from "#platform/health.ts"
import { createServer } from "#platform/http/server.ts"
import { idMaker } from "#platform/ids.ts"
import { registerSubscriptions } from "#platform/jobs/events.ts"
import { Jobs } from "#platform/jobs/jobs.ts"
import { liveInMemory, liveOverRedis } from "#platform/live.ts"
import type { Logger } from "#platform/log.ts"
import type { Module } from "#platform/module.ts"
import { type Clock, systemClock } from "#platform/time.ts"

export interface ApplicationOptions {
  config: Config
  database: OpenDatabase
  log: Logger
  clock?: Clock
  /** Replaces single ports, for tests. */
  providers?: Partial<Providers>
  /** Further modules, for tests of the platform. */
  extraModules?: Module[]
  hasDocumentation?: boolean
  /** Tests that load a snapshot have both already. */
  isPrepared?: boolean
}

/** A wired application: nothing listens and no job runs until it is told to. */
export interface Application {
  http: FastifyInstance
  jobs: Jobs
  services: Services
  context(actor: Actor, requestId?: string): Context
  /** Loads what the first request would otherwise wait for. */
  warmUp(): void
  startWorker(): Promise<void>
  close(): Promise<void>
}

const SYSTEM: Actor = { kind: "system", name: "job" }
// Of jobs at once. The embedded database serves one connection at a time, so more would only wait there;
// of a server's pool of 16 some connections stay free for whoever waits for an answer.
const JOBS_AT_ONCE = { embedded: 4, postgresql: 12 }

/** The only place where the parts of the system meet. */
export async function createApplication(options: ApplicationOptions): Promise<Application> {
  const { config, database, log } = options
  if (!options.isPrepared) await migrateDatabase(database.primary)
  // The environment goes before what staff have set, so that a broken start can be mended from outside.
  const features = enabledFeatures({ ...(await readFlagSettings(database.primary)), ...config.flags })
  const modules = [...applicationModules(features), ...(options.extraModules ?? [])]
  const redis = config.REDIS_URL ? new Redis(config.REDIS_URL, { lazyConnect: false }) : undefined
  const services = await createServices(options, features, redis)
  const contexts = new ContextFactory(database, services)
  const context = (actor: Actor, requestId = services.newId("req")) => contexts.create(actor, requestId, log)
  registerJobs(services.jobs, modules)
  await services.jobs.start()
  if (!options.isPrepared) await seed(modules, context({ kind: "system", name: "seed" }))
  const http = await createServer({
    services,
    contexts,
    authenticator: createAuthenticator(),
    routes: [...healthRoutes(database), ...modules.flatMap((module) => module.routes ?? [])],
    log,
    hasDocumentation: options.hasDocumentation ?? true,
    ...(redis ? { redis } : {}),
  })
  return {
    http,
    jobs: services.jobs,
    services,
    context,
    warmUp: () => {
      for (const module of modules) module.warmUp?.()
    },
    startWorker: () =>
      services.jobs.work((requestId) => context(SYSTEM, requestId), JOBS_AT_ONCE[database.kind]),
    close: async () => {
      await http.close()
      await services.jobs.stop()
      await services.live.close()
      redis?.disconnect()
    },
  }
}

async function createServices(
  options: ApplicationOptions,
  features: ReadonlySet<string>,
  redis: Redis | undefined,
): Promise<Services> {
  const { config, database, log } = options
  const clock = options.clock ?? systemClock
  return {
    config,
    clock,
    newId: idMaker(() => clock.now().epochMilliseconds),
    jobs: new Jobs({ connection: database.jobsConnection, canListen: database.canListen, log }),
    live: redis ? await liveOverRedis(() => redis.duplicate()) : liveInMemory(),
    providers: {
      ...createProviders(config, { pool: database.primary, clock }),
      ...options.providers,
    },
    personalData: personalDataOfModules(),
    correspondence: correspondenceOfModules(),
    isEnabled: (flag) => features.has(flag),
  }
}

function registerJobs(jobs: Jobs, modules: Module[]): void {
  const subscriptions = modules.flatMap((module) => module.subscriptions ?? [])
  for (const job of modules.flatMap((module) => module.jobs ?? [])) jobs.define(job)
  for (const schedule of modules.flatMap((module) => module.schedules ?? [])) jobs.schedule(schedule)
  for (const { job } of subscriptions) jobs.define(job)
  registerSubscriptions(jobs, subscriptions)
}

async function seed(modules: Module[], ctx: Context): Promise<void> {
  for (const module of modules) await module.seed?.(ctx)
}

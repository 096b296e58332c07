import { z } from "zod"
import type { Context } from "#platform/context.ts"
import type { OpenDatabase } from "#platform/database/open.ts"
import { AppError } from "#platform/errors.ts"
import { access, defineRoute, type Route } from "#platform/http/route.ts"
import { jobsWaiting, metrics } from "#platform/metrics.ts"

const Live = z.object({ status: z.literal("up") })
const Ready = z.object({
  status: z.literal("ready"),
  database: z.string(),
  jobs: z.object({ queued: z.number(), active: z.number(), dead: z.number() }),
})
const Dependency = z.object({
  name: z.string(),
  status: z.enum(["up", "down", "off"]),
  milliseconds: z.number().nullable(),
  note: z.string(),
})
export type Dependency = z.infer<typeof Dependency>

/** A provider that can say whether it answers. It is asked at most every few seconds. */
export interface HealthProbe {
  name: string
  /** @throws when the provider does not answer. @returns a note for people. */
  probe(): Promise<string>
}

declare module "#platform/context.ts" {
  interface Providers {
    healthProbes?: HealthProbe[]
  }
}

/** Whether the process lives, may get traffic, and reaches what it depends on; and its metrics. */
export function healthRoutes(database: OpenDatabase): Route[] {
  return [
    defineRoute({
      method: "GET",
      path: "/health/live",
      access: access.public(),
      summary: "The process is up",
      tags: ["platform"],
      response: Live,
      handler: async () => ({ status: "up" as const }),
    }),
    defineRoute({
      method: "GET",
      path: "/health/ready",
      access: access.public(),
      summary: "Database, migrations and queue are there",
      tags: ["platform"],
      response: Ready,
      handler: async (ctx) => {
        await database.primary.query("select 1")
        return { status: "ready" as const, database: database.kind, jobs: await ctx.services.jobs.counts() }
      },
    }),
    defineRoute({
      method: "GET",
      path: "/health/deps",
      access: access.staff("operations:read"),
      summary: "Outside providers with their latency",
      tags: ["platform"],
      response: z.object({ items: z.array(Dependency) }),
      handler: async (ctx) => ({ items: await Promise.all((ctx.providers.healthProbes ?? []).map(ask)) }),
    }),
    metricsRoute(),
  ]
}

async function ask(probe: HealthProbe): Promise<Dependency> {
  const startedAt = performance.now()
  try {
    const note = await probe.probe()
    return { name: probe.name, status: "up", milliseconds: Math.round(performance.now() - startedAt), note }
  } catch (error) {
    return {
      name: probe.name,
      status: "down",
      milliseconds: null,
      note: error instanceof Error ? error.message : "no answer",
    }
  }
}

function metricsRoute(): Route {
  return defineRoute({
    method: "GET",
    path: "/metrics",
    access: access.public(),
    summary: "Prometheus metrics, for this machine or with the metrics token",
    tags: ["platform"],
    handler: async (ctx, { request, reply }) => {
      requireScraper(ctx, request.ip, request.headers.authorization)
      for (const [state, count] of Object.entries(await ctx.services.jobs.counts()))
        jobsWaiting.set({ state }, count)
      reply.type(metrics.contentType)
      return metrics.metrics()
    },
  })
}

function requireScraper(ctx: Context, address: string, authorization: string | undefined): void {
  const token = ctx.services.config.METRICS_TOKEN
  const isLocal = address === "127.0.0.1" || address === "::1"
  if (token ? authorization === `Bearer ${token}` : isLocal) return
  throw new AppError("forbidden", "metrics-token-missing", "Send the metrics token as a bearer token.")
}

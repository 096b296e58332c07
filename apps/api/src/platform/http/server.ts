import { randomBytes } from "node:crypto"
import type { IncomingHttpHeaders } from "node:http"
import rateLimit from "@fastify/rate-limit"
import { trace } from "@opentelemetry/api"
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from "fastify"
import { validatorCompiler } from "fastify-type-provider-zod"
import type { Redis } from "ioredis"
import type { z } from "zod"
import type { Actor, Context, Services } from "#platform/context.ts"
import type { ContextFactory } from "#platform/database/database.ts"
import { AppError } from "#platform/errors.ts"
import type { Authenticator } from "#platform/http/authenticator.ts"
import { authorize, refuseForeignOrigin } from "#platform/http/authorize.ts"
import { documentRoutes } from "#platform/http/documentation.ts"
import { runOnce } from "#platform/http/idempotency.ts"
import { sendProblem } from "#platform/http/problem.ts"
import { readBodies } from "#platform/http/read-bodies.ts"
import type { Route } from "#platform/http/route.ts"
import { SECURITY_HEADERS } from "#platform/http/security-headers.ts"
import type { Logger } from "#platform/log.ts"
import { requestDurations } from "#platform/metrics.ts"

export interface ServerOptions {
  services: Services
  contexts: ContextFactory
  authenticator: Authenticator
  routes: Route[]
  log: Logger
  redis?: Redis
  /** The readable page at /docs; left out in tests, where it only costs time. */
  hasDocumentation: boolean
}

declare module "fastify" {
  interface FastifyRequest {
    /** Who asks, once the route's access allowed it. */
    caller: Caller | undefined
    /** The path of the route that the request reached, with names for its parts. */
    routePath: string
  }
}

interface Caller {
  ctx: Context
  linkId: string
}

const VISITOR: Actor = { kind: "visitor" }
const DEFAULT_LIMIT = { max: 240, perSeconds: 60 }
const tracer = trace.getTracer("myhibachi")

/** Builds the HTTP face. It does not listen yet. @throws Error when a route states no access or is there twice. */
export async function createServer(options: ServerOptions): Promise<FastifyInstance> {
  const { services } = options
  const app = Fastify({
    logger: false,
    // The sites pass their visitors' addresses on; rate limits count people, not the proxy.
    trustProxy: services.config.TRUSTED_PROXIES.split(","),
    genReqId: requestIds(),
    bodyLimit: 256 * 1024,
    forceCloseConnections: true,
    frameworkErrors: (error, request, reply) => sendProblem(error, request, reply, options.log),
  })
  app.setValidatorCompiler(validatorCompiler)
  app.setSerializerCompiler(({ schema }) => serializerFor(schema as unknown as z.ZodType))
  app.setErrorHandler((error, request, reply) => sendProblem(error, request, reply, options.log))
  app.setNotFoundHandler((request, reply) => sendProblem(unknownRoute(request), request, reply, options.log))
  app.decorateRequest("caller", undefined)
  app.decorateRequest("routePath", "none")
  readBodies(app)
  await app.register(rateLimit, {
    global: false,
    keyGenerator: addressOf,
    // Who is not near the limit needs no figures about it; who is over it learns when to come back.
    addHeadersOnExceeding: {
      "x-ratelimit-limit": false,
      "x-ratelimit-remaining": false,
      "x-ratelimit-reset": false,
    },
    ...(options.redis ? { redis: options.redis, skipOnError: true } : {}),
  })
  if (options.hasDocumentation) await documentRoutes(app)
  observe(app, options.log)
  for (const route of options.routes) addRoute(app, route, options)
  await app.ready()
  return app
}

/** @returns the caller's address; only who comes through a proxy needs the list of those that are trusted. */
function addressOf(request: FastifyRequest): string {
  const isPassedOn = request.headers["x-forwarded-for"] !== undefined
  return isPassedOn ? request.ip : (request.socket.remoteAddress ?? request.ip)
}

function unknownRoute(request: FastifyRequest): AppError {
  return new AppError(
    "not-found",
    "route-not-found",
    `There is no ${request.method} ${request.url.split("?")[0]}.`,
  )
}

/** A short name for each request of this process; a caller's own name is kept. */
function requestIds(): (request: { headers: IncomingHttpHeaders }) => string {
  const processName = randomBytes(5).toString("hex")
  let count = 0
  return ({ headers }) => {
    const given = headers["x-request-id"]
    if (typeof given === "string" && /^[\w-]{8,64}$/.test(given)) return given
    count += 1
    return `req_${processName}_${count}`
  }
}

function serializerFor(schema: z.ZodType): (data: unknown) => string {
  const written = new WeakMap<object, string>()
  return (data) => {
    const known = written.get(data as object) // safe: what is no object was never kept
    if (known !== undefined) return known
    const parsed = schema.safeParse(data)
    if (!parsed.success) throw new Error(`The reply does not fit its schema: ${parsed.error.message}`)
    const text = JSON.stringify(parsed.data)
    // What is frozen cannot change after it was written.
    if (typeof data === "object" && data !== null && Object.isFrozen(data)) written.set(data, text)
    return text
  }
}

function observe(app: FastifyInstance, log: Logger): void {
  app.addHook("onRequest", (request, reply, done) => {
    reply.headers(SECURITY_HEADERS).header("x-request-id", request.id)
    done()
  })
  const series = new Map<string, { observe(seconds: number): void }>()
  app.addHook("onResponse", (request, reply, done) => {
    const route = request.routePath
    const name = `${request.method} ${route} ${reply.statusCode}`
    let known = series.get(name)
    if (!known) {
      known = requestDurations.labels(request.method, route, String(reply.statusCode))
      series.set(name, known)
    }
    known.observe(reply.elapsedTime / 1000)
    log.info(
      {
        requestId: request.id,
        method: request.method,
        route,
        status: reply.statusCode,
        ms: Math.round(reply.elapsedTime),
      },
      "request",
    )
    done()
  })
}

function addRoute(app: FastifyInstance, route: Route, options: ServerOptions): void {
  if (!route.access) throw new Error(`The route ${route.method} ${route.path} states no access.`)
  const { services, contexts, authenticator } = options
  const allowedOrigins = new Set([
    services.config.CUSTOMER_URL,
    services.config.ADMIN_URL,
    services.config.API_URL,
  ])
  const limit = route.rateLimit ?? DEFAULT_LIMIT
  const isTraced = services.config.OTEL_EXPORTER_OTLP_ENDPOINT !== undefined
  const spanName = `${route.method} ${route.path}`
  app.route({
    method: route.method,
    url: route.path,
    bodyLimit: route.bodyLimitBytes ?? 256 * 1024,
    schema: openApiSchema(route),
    config:
      route.access.kind === "staff"
        ? {}
        : {
            rateLimit: {
              max: limit.max * services.config.RATE_LIMIT_FACTOR,
              timeWindow: limit.perSeconds * 1000,
            },
          },
    onRequest: (request, _reply, done) => {
      request.routePath = route.path
      if (route.access.kind !== "webhook") refuseForeignOrigin(request, allowedOrigins)
      const visitor = contexts.create(VISITOR, request.id, options.log)
      if (route.access.kind === "public") {
        request.caller = { ctx: visitor, linkId: "" }
        return done()
      }
      authorize(route.access, request, visitor, authenticator).then(({ actor, linkId }) => {
        const ctx = actor === VISITOR ? visitor : contexts.create(actor, request.id, options.log)
        request.caller = { ctx, linkId }
        done()
      }, done)
    },
    handler: (request, reply) => {
      const { caller } = request
      if (!caller) throw new Error("The request was not authorized.")
      const work = () => run(route, caller, request, reply)
      return isTraced ? traced(spanName, work) : work()
    },
  })
}

function traced(spanName: string, work: () => unknown): Promise<unknown> {
  return tracer.startActiveSpan(spanName, async (span) => {
    try {
      return await work()
    } finally {
      span.end()
    }
  })
}

function run(route: Route, { ctx, linkId }: Caller, request: FastifyRequest, reply: FastifyReply): unknown {
  const { params, query, body } = request
  if (route.status) reply.status(route.status)
  const work = () => route.handler(ctx, { params, query, body, linkId, request, reply })
  // Most routes say something, which Fastify awaits and writes by itself.
  if (route.response && !route.requiresIdempotencyKey) return work()
  return endQuietly(route, route.requiresIdempotencyKey ? runOnce(ctx, request, reply, work) : work(), reply)
}

/** A route that says nothing ends with "no content", unless it wrote the reply by itself. */
async function endQuietly(route: Route, said: unknown, reply: FastifyReply): Promise<unknown> {
  const result = await said
  if (reply.sent) return reply
  return result === undefined ? reply.status(route.status ?? 204).send() : result
}

function openApiSchema(route: Route): Record<string, unknown> {
  return {
    summary: route.summary,
    tags: route.tags,
    ...(route.params ? { params: route.params } : {}),
    ...(route.query ? { querystring: route.query } : {}),
    ...(route.body ? { body: route.body } : {}),
    ...(route.response ? { response: { [route.status ?? 200]: route.response } } : {}),
  }
}

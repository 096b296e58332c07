import { randomBytes } from "node:crypto"
import type { IncomingHttpHeaders } from "node:http"
import cookie from "@fastify/cookie"
import rateLimit from "@fastify/rate-limit"
import swagger from "@fastify/swagger"
import swaggerUi from "@fastify/swagger-ui"
import { trace } from "@opentelemetry/api"
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from "fastify"
import { jsonSchemaTransform, validatorCompiler } from "fastify-type-provider-zod"
import type { Redis } from "ioredis"
import type { z } from "zod"
import type { Actor, Context, Services } from "#platform/context.ts"
import type { ContextFactory } from "#platform/database/database.ts"
import { AppError } from "#platform/errors.ts"
import type { Authenticator } from "#platform/http/authenticator.ts"
import { authorize, refuseForeignOrigin } from "#platform/http/authorize.ts"
import { runOnce } from "#platform/http/idempotency.ts"
import { sendProblem } from "#platform/http/problem.ts"
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
    /** The bytes as they came, for signatures. */
    rawBody: Buffer | undefined
  }
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
  readJsonBodies(app)
  passFilesOn(app)
  await app.register(cookie)
  await app.register(rateLimit, {
    global: false,
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
    // What is frozen cannot have changed since it was written.
    const isKept = typeof data === "object" && data !== null && Object.isFrozen(data)
    const known = isKept ? written.get(data) : undefined
    if (known !== undefined) return known
    const parsed = schema.safeParse(data)
    if (!parsed.success) throw new Error(`The reply does not fit its schema: ${parsed.error.message}`)
    const text = JSON.stringify(parsed.data)
    if (isKept) written.set(data, text)
    return text
  }
}

function readJsonBodies(app: FastifyInstance): void {
  const parse = app.getDefaultJsonParser("error", "error")
  const decoder = new TextDecoder("utf-8", { fatal: true })
  app.decorateRequest("rawBody", undefined)
  app.addContentTypeParser("application/json", { parseAs: "buffer" }, (request, body: Buffer, done) => {
    request.rawBody = body
    if (body.length === 0) return done(null, undefined)
    try {
      parse(request, decoder.decode(body), done)
    } catch {
      done(
        new AppError("invalid", "encoding-invalid", "The text is not valid UTF-8; send it again as UTF-8."),
      )
    }
  })
}

/** Files are handed on as they come in, so that their size needs no memory. */
function passFilesOn(app: FastifyInstance): void {
  app.addContentTypeParser("text/csv", (_request, body, done) => done(null, body))
}

async function documentRoutes(app: FastifyInstance): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: "3.1.0",
      info: {
        title: "MyHibachi",
        version: "1",
        description: "Booking, payments and conversations of a private hibachi caterer.",
      },
    },
    transform: jsonSchemaTransform,
  })
  await app.register(swaggerUi, {
    routePrefix: "/docs",
    staticCSP: true,
    transformStaticCSP: () =>
      "default-src 'self'; img-src 'self' data:; style-src 'self' 'unsafe-inline'; script-src 'self'",
  })
  app.get("/openapi.json", { schema: { hide: true } }, () => app.swagger())
}

function observe(app: FastifyInstance, log: Logger): void {
  app.addHook("onRequest", (request, reply, done) => {
    reply.headers(SECURITY_HEADERS).header("x-request-id", request.id)
    done()
  })
  const series = new Map<string, { observe(seconds: number): void }>()
  app.addHook("onResponse", (request, reply, done) => {
    const route = request.routeOptions.url ?? "none"
    const name = `${request.method} ${route} ${reply.statusCode}`
    const known = series.get(name) ?? requestDurations.labels(request.method, route, String(reply.statusCode))
    series.set(name, known)
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
  const spanName = `${route.method} ${route.path}`
  const authorized = new WeakMap<FastifyRequest, { ctx: Context; linkId: string }>()
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
      if (route.access.kind !== "webhook") refuseForeignOrigin(request, allowedOrigins)
      const visitor = contexts.create(VISITOR, request.id, options.log)
      if (route.access.kind === "public") {
        authorized.set(request, { ctx: visitor, linkId: "" })
        return done()
      }
      authorize(route.access, request, visitor, authenticator).then(({ actor, linkId }) => {
        const ctx = actor === VISITOR ? visitor : contexts.create(actor, request.id, options.log)
        authorized.set(request, { ctx, linkId })
        done()
      }, done)
    },
    handler: async (request, reply) => {
      const caller = authorized.get(request)
      if (!caller) throw new Error("The request was not authorized.")
      return tracer.startActiveSpan(spanName, async (span) => {
        try {
          return await run(route, caller.ctx, caller.linkId, request, reply)
        } finally {
          span.end()
        }
      })
    },
  })
}

async function run(
  route: Route,
  ctx: Context,
  linkId: string,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<unknown> {
  const { params, query, body } = request
  if (route.status) reply.status(route.status)
  const work = () => route.handler(ctx, { params, query, body, linkId, request, reply })
  const result = route.requiresIdempotencyKey ? await runOnce(ctx, request, reply, work) : await work()
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

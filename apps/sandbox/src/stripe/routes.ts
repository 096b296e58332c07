import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify"
import { type JsonObject, toObject, toText } from "../core/json.ts"
import { addVendorGate } from "../core/vendor-gate.ts"
import { decodeForm } from "./decode-form.ts"
import { endpoints, type StripeRequest } from "./endpoints.ts"
import { StripeRefusal, stripeLineError } from "./errors.ts"
import { expand } from "./expand.ts"
import { acceptUploads } from "./files.ts"
import { findReplay, keepReply, type Reply } from "./idempotency.ts"
import { apiVersion, type StripeStore } from "./store.ts"

/** Stripe's HTTP API below the prefix that the caller registers it under. */
export async function stripeRoutes(app: FastifyInstance, { store }: { store: StripeStore }): Promise<void> {
  acceptUploads(app)
  addVendorGate(app, store.ctx, { vendor: "stripe", error: stripeLineError })
  app.addHook("onRequest", async (request, reply) => {
    const version = toText(request.headers["stripe-version"]) || apiVersion
    reply.headers({ "request-id": store.ctx.ids.next("req_", 14), "stripe-version": version })
    if (!hasKey(request)) {
      const message = "You did not provide an API key, or it is not a secret key of the test mode."
      return reply.code(401).send({ error: { type: "invalid_request_error", message } })
    }
  })
  for (const [route, handle] of Object.entries(endpoints)) {
    const [method = "GET", url = ""] = route.split(" ")
    app.route({ method, url, handler: (request, reply) => answer(store, request, reply, handle) })
  }
  app.setNotFoundHandler((request, reply) => {
    const message = `Unrecognized request URL (${request.method}: ${request.url}).`
    return reply.code(404).send({ error: { type: "invalid_request_error", message } })
  })
}

type Handler = (store: StripeStore, request: StripeRequest) => JsonObject

function answer(store: StripeStore, request: FastifyRequest, reply: FastifyReply, handle: Handler) {
  const path = request.url.split("?")[0] ?? ""
  const params = decodeForm(
    request.method === "GET" ? request.query : { ...toObject(request.query), ...toObject(request.body) },
  )
  const key = request.method === "POST" ? toText(request.headers["idempotency-key"]) : ""
  if (key !== "") reply.header("idempotency-key", key)
  store.cause = { id: toText(reply.getHeader("request-id")) || null, idempotency_key: key || null }
  const run = (): Reply => {
    const replayed = key === "" ? undefined : findReplay(store, key, path, params)
    if (replayed) reply.header("idempotent-replayed", "true")
    if (replayed) return replayed
    const result = refusing(() => {
      const { expand: paths, ...rest } = params
      const own = { params: toObject(request.params), query: rest, path }
      return { status: 200, body: expand(store, handle(store, own), paths) }
    })
    if (key !== "") keepReply(store, key, path, params, result)
    return result
  }
  const { status, body } = refusing(run)
  store.cause = { id: null, idempotency_key: null }
  return reply.code(status).send(body)
}

function refusing(run: () => Reply): Reply {
  try {
    return run()
  } catch (error) {
    if (!(error instanceof StripeRefusal)) throw error
    return { status: error.status, body: { error: error.details } }
  }
}

function hasKey(request: FastifyRequest): boolean {
  const header = request.headers.authorization ?? ""
  const [scheme, value = ""] = header.split(/\s+/)
  const key = scheme === "Basic" ? Buffer.from(value, "base64").toString().split(":")[0] : value
  return /^(sk|rk)_/.test(key ?? "")
}

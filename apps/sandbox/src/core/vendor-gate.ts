import { setTimeout as wait } from "node:timers/promises"
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify"
import { maskSecrets } from "./calls.ts"
import type { Context } from "./context.ts"
import { type ContentFault, type Fault, isContentFault, type TransportFault, type Vendor } from "./faults.ts"
import { toObject } from "./json.ts"

declare module "fastify" {
  interface FastifyRequest {
    faults: Fault[]
    startedAtMs: number
    replyText: string
  }
}

/** How a vendor words a refusal: the status and its own error body. */
type VendorError = (status: number, message: string) => object

type Gate = { vendor: Vendor; error: VendorError; isLogged?: (request: FastifyRequest) => boolean }

/** Puts faults before, and the call log behind, every route of one vendor. */
export function addVendorGate(app: FastifyInstance, ctx: Context, gate: Gate): void {
  app.decorateRequest("startedAtMs", 0)
  app.decorateRequest("replyText", "")
  app.decorateRequest("faults")
  app.addHook("onRequest", async (request) => {
    request.startedAtMs = performance.now()
    request.faults = []
  })
  app.addHook("preHandler", async (request, reply) => {
    request.faults = ctx.faults.strike(gate.vendor, modelOf(request), request.method)
    for (const fault of request.faults) {
      if (isContentFault(fault.kind)) continue
      await applyTransportFault(fault.kind, fault, reply, gate.error)
      if (reply.sent) return reply
    }
  })
  app.addHook("onSend", async (request, _reply, payload) => {
    // What was asked is done by now; only the news of it does not arrive.
    if (request.faults.some((fault) => fault.kind === "lost")) request.raw.socket.destroy()
    request.replyText = typeof payload === "string" ? payload.slice(0, 20_000) : "(stream)"
  })
  app.addHook("onResponse", async (request, reply) => {
    if (gate.isLogged?.(request) === false) return
    const model = modelOf(request)
    ctx.calls.add({
      at: ctx.clock.now().toISOString(),
      vendor: gate.vendor,
      method: request.method,
      path: request.url.replace(/([?&]key=)[^&]*/g, "$1***"),
      ...(model === undefined ? {} : { model }),
      faults: request.faults.map((fault) => fault.kind),
      request: maskSecrets(request.body),
      status: reply.statusCode,
      durationMs: Math.round(performance.now() - request.startedAtMs),
      reply: request.replyText,
    })
  })
}

/** The faults of this call that change what a model says. */
export function contentFaultsOf(request: FastifyRequest): ContentFault[] {
  return request.faults.map((fault) => fault.kind).filter(isContentFault)
}

async function applyTransportFault(
  kind: TransportFault,
  fault: Fault,
  reply: FastifyReply,
  error: VendorError,
) {
  switch (kind) {
    case "late":
      await wait(fault.delayMs)
      return
    case "down":
      reply.code(503).send(error(503, "The service is temporarily unavailable."))
      return
    case "rate_limited":
      reply
        .code(429)
        .header("retry-after", String(fault.retryAfterSeconds))
        .send(error(429, "Too many requests. Please slow down."))
      return
    case "garbage":
      reply.code(200).type("text/html").send("<html><body>\u0000\ufffd not what you asked for</body>")
      return
    case "timeout":
      // The connection stays open without a byte until the caller gives up.
      reply.hijack()
      return
    case "lost":
      return
    default:
      kind satisfies never
  }
}

function modelOf(request: FastifyRequest): string | undefined {
  const { model } = toObject(request.body)
  return typeof model === "string" ? model : undefined
}

import type { FastifyInstance, FastifyReply } from "fastify"
import type { Context } from "../core/context.ts"
import { type JsonObject, toList, toNumber, toObject, toText } from "../core/json.ts"
import { addVendorGate } from "../core/vendor-gate.ts"
import { errorBody, RingCentralRefusal } from "./errors.ts"
import { presentText } from "./present-text.ts"
import type { RingCentralService } from "./start-ringcentral.ts"

type Parts = { ctx: Context; ringcentral: RingCentralService }

const mostUnits = 1000
const mostAMinute = 40
const own = "/restapi/v1.0/account/~/extension/~"

/** RingCentral's platform: log-in by JWT, text messages, the message store and subscriptions. */
export async function ringcentralRoutes(app: FastifyInstance, parts: Parts): Promise<void> {
  const { ctx, ringcentral } = parts
  addVendorGate(app, ctx, {
    vendor: "ringcentral",
    error: (status, message) => errorBody(status === 429 ? "CMN-301" : "CMN-201", message),
  })
  app.setErrorHandler((error, _request, reply: FastifyReply) => {
    if (!(error instanceof RingCentralRefusal)) throw error
    return reply.code(error.status).headers(error.headers).send(errorBody(error.errorCode, error.message))
  })
  app.addHook("preHandler", async (request) => {
    if (!request.url.startsWith("/restapi/oauth/"))
      ringcentral.tokens.require(request.headers.authorization ?? "")
  })
  app.post("/restapi/oauth/token", async (request) =>
    ringcentral.tokens.grant(request.headers.authorization ?? "", toObject(request.body)),
  )
  addMessages(app, parts)
  addSubscriptions(app, parts)
}

function addMessages(app: FastifyInstance, { ctx, ringcentral }: Parts): void {
  const { texts } = ringcentral
  app.post(`${own}/sms`, async (request) => {
    const message = readMessage(toObject(request.body))
    requirePace(ctx, texts.list())
    if (texts.hasOptedOut(message.theirs))
      throw new RingCentralRefusal(400, "SMS-RC-413", "The destination subscriber opted out")
    return presentText(texts.add({ direction: "Outbound", ...message }), texts, ctx.publicUrl())
  })
  app.get(`${own}/message-store`, async (request) => {
    const { phoneNumber, dateFrom, direction, perPage } = toObject(request.query)
    const since = toText(dateFrom)
    const records = texts
      .list({ theirs: toText(phoneNumber) })
      .filter((text) => since === "" || new Date(text.at) >= new Date(since))
      .filter((text) => direction === undefined || text.direction === direction)
      .slice(0, toNumber(perPage) ?? 100)
      .map((text) => presentText(text, texts, ctx.publicUrl()))
    const uri = `${ctx.publicUrl()}${request.url}`
    return {
      uri,
      records,
      paging: { page: 1, perPage: toNumber(perPage) ?? 100, totalElements: records.length },
      navigation: { firstPage: { uri } },
    }
  })
  app.get(`${own}/message-store/:id`, async (request) => {
    const id = toText(toObject(request.params).id)
    const text = texts.find(Number(id))
    if (!text) throw new RingCentralRefusal(404, "CMN-102", "Resource for parameter [messageId] is not found")
    return presentText(text, texts, ctx.publicUrl())
  })
}

function readMessage(body: JsonObject): { ours: string; theirs: string; text: string } {
  const ours = toText(toObject(body.from).phoneNumber)
  const theirs = toText(toObject(toList(body.to)[0]).phoneNumber)
  const text = toText(body.text)
  if (!/^\+\d{8,15}$/.test(ours)) throw invalid("from")
  if (!/^\+\d{8,15}$/.test(theirs)) throw invalid("to.phoneNumber")
  if (text === "" || text.length > mostUnits) throw invalid("text")
  return { ours, theirs, text }
}

function invalid(parameter: string): RingCentralRefusal {
  return new RingCentralRefusal(400, "CMN-101", `Parameter [${parameter}] value is invalid`)
}

function requirePace(ctx: Context, newestFirst: { direction: string; at: string }[]): void {
  const aMinuteAgo = ctx.clock.now().getTime() - 60_000
  const sent = newestFirst.filter(
    (text) => text.direction === "Outbound" && new Date(text.at).getTime() > aMinuteAgo,
  )
  if (sent.length < mostAMinute) return
  throw new RingCentralRefusal(429, "CMN-301", "Request rate exceeded", {
    "retry-after": "60",
    "x-rate-limit-group": "medium",
    "x-rate-limit-limit": String(mostAMinute),
    "x-rate-limit-window": "60",
  })
}

function addSubscriptions(app: FastifyInstance, { ctx, ringcentral }: Parts): void {
  const { subscriptions } = ringcentral
  const path = "/restapi/v1.0/subscription"
  app.get(path, async () => ({ uri: `${ctx.publicUrl()}${path}`, records: subscriptions.list() }))
  app.post(path, async (request) => subscriptions.create(toObject(request.body)))
  app.post(`${path}/:id/renew`, async (request) => subscriptions.renew(toText(toObject(request.params).id)))
  app.delete(`${path}/:id`, async (request, reply) => {
    subscriptions.remove(toText(toObject(request.params).id))
    return reply.code(204).send()
  })
}

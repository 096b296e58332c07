import Fastify from "fastify"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { type JsonObject, parseJson, toObject, toText } from "../core/json.ts"
import { createSandbox, type RunningSandbox } from "../sandbox.ts"
import { hasSpecs, openSpec, type Spec, schemaPointer } from "../testing/read-specs.ts"

const specFile = "ringcentral/ringcentral-rc-ex-core-1.8.6.derived.openapi.json"
const own = "/restapi/v1.0/account/~/extension/~"
const ana = "+15105550142"

describe.skipIf(!hasSpecs)("RingCentral's published types", () => {
  let sandbox: RunningSandbox
  let spec: Spec
  let authorization = ""
  const endpoint = Fastify()
  const heard: { token: string; body: JsonObject }[] = []

  beforeAll(async () => {
    sandbox = await createSandbox()
    spec = openSpec(specFile)
    endpoint.addContentTypeParser("application/json", { parseAs: "string" }, (_request, body, done) =>
      done(null, body),
    )
    endpoint.post("/hook", async (request, reply) => {
      const word = request.headers["validation-token"]
      if (typeof word === "string") return reply.header("validation-token", word).send()
      heard.push({
        token: toText(request.headers["verification-token"]),
        body: toObject(parseJson(toText(request.body))),
      })
      return reply.send()
    })
    await endpoint.listen({ port: 0, host: "127.0.0.1" })
  })
  afterAll(async () => {
    await endpoint.close()
    await sandbox.close()
  })

  const ask = async (method: string, path: string, body?: object) => {
    const reply = await fetch(`${sandbox.url}${path}`, {
      method,
      headers: { authorization, ...(body ? { "content-type": "application/json" } : {}) },
      ...(body ? { body: JSON.stringify(body) } : {}),
    })
    return { status: reply.status, body: toObject(parseJson(await reply.text())) }
  }
  const check = (name: string, value: unknown) => expect(spec.check(schemaPointer(name), value)).toEqual([])

  const logIn = async (grant: Record<string, string>) => {
    const reply = await fetch(`${sandbox.url}/restapi/oauth/token`, {
      method: "POST",
      headers: { authorization: `Basic ${btoa("client:secret")}` },
      body: new URLSearchParams(grant),
    })
    return { status: reply.status, body: toObject(await reply.json()) }
  }

  test("hold for the log-in, whose refresh token counts once", async () => {
    const byJwt = { grant_type: "urn:ietf:params:oauth:grant-type:jwt-bearer", assertion: "jwt" }
    const { body } = await logIn(byJwt)
    check("TokenInfo", body)
    authorization = `Bearer ${toText(body.access_token)}`
    const again = { grant_type: "refresh_token", refresh_token: toText(body.refresh_token) }
    expect((await logIn(again)).status).toBe(200)
    expect((await logIn(again)).status).toBe(400)
    expect((await logIn({ ...byJwt, assertion: "wrong" })).status).toBe(400)
  })

  test("hold for a message and the store that keeps it", async () => {
    const request = { from: { phoneNumber: "+15105550100" }, to: [{ phoneNumber: ana }], text: "Hello" }
    check("CreateSMSMessage", request)
    const { body } = await ask("POST", `${own}/sms`, request)
    check("GetSMSMessageInfoResponse", body)
    const list = await ask("GET", `${own}/message-store?phoneNumber=${encodeURIComponent(ana)}`)
    check("GetMessageList", list.body)
    expect(list.body.records).toHaveLength(1)
    sandbox.ctx.clock.advance(2000)
    const one = await ask("GET", `${own}/message-store/${body.id}`)
    check("GetMessageInfoResponse", one.body)
    expect(one.body.messageStatus).toBe("Delivered")
    const lost = await ask("POST", `${own}/sms`, { ...request, to: [{ phoneNumber: "+15105550410" }] })
    const failed = await ask("GET", `${own}/message-store/${lost.body.id}`)
    check("GetMessageInfoResponse", failed.body)
    expect(failed.body).toMatchObject({ messageStatus: "SendingFailed", deliveryErrorCode: "SMS-UP-410" })
  })

  test("hold for a subscription and what it is told", async () => {
    const { port } = endpoint.server.address() as { port: number } // safe: it listens on TCP
    const request = {
      eventFilters: [`${own}/message-store/instant?type=SMS`],
      deliveryMode: {
        transportType: "WebHook",
        address: `http://127.0.0.1:${port}/hook`,
        verificationToken: "word",
      },
      expiresIn: 630_720_000,
    }
    check("CreateSubscriptionRequest", request)
    const { body } = await ask("POST", "/restapi/v1.0/subscription", request)
    check("SubscriptionInfo", body)
    check("SubscriptionListResource", (await ask("GET", "/restapi/v1.0/subscription")).body)
    check("SubscriptionInfo", (await ask("POST", `/restapi/v1.0/subscription/${body.id}/renew`)).body)
    expect((await sandbox.ringcentral.receive(ana, "STOP")).statuses).toEqual([200])
    expect(heard).toMatchObject([{ token: "word", body: { body: { subject: "STOP" } } }])
    check("InstantMessageEvent", heard[0]?.body)
    const deaf = { ...request, deliveryMode: { ...request.deliveryMode, address: `${sandbox.url}/` } }
    expect((await ask("POST", "/restapi/v1.0/subscription", deaf)).status).toBe(400)
  })

  test("after STOP nothing more goes to that phone until START", async () => {
    const request = { from: { phoneNumber: "+15105550100" }, to: [{ phoneNumber: ana }], text: "Hello" }
    const refused = await ask("POST", `${own}/sms`, request)
    check("ApiErrorResponseModel", refused.body)
    expect(refused).toMatchObject({ status: 400, body: { errorCode: "SMS-RC-413" } })
    await sandbox.ringcentral.receive(ana, "start")
    expect((await ask("POST", `${own}/sms`, request)).status).toBe(200)
  })

  test("no more than forty messages go out in a minute", async () => {
    sandbox.ctx.clock.advance(61_000)
    const statuses: number[] = []
    for (let sent = 0; sent < 41; sent += 1) {
      const to = [{ phoneNumber: `+1510556${1000 + sent}` }]
      const request = { from: { phoneNumber: "+15105550100" }, to, text: "Hello" }
      statuses.push((await ask("POST", `${own}/sms`, request)).status)
    }
    expect(statuses.filter((status) => status === 200)).toHaveLength(40)
    expect(statuses.at(-1)).toBe(429)
  })

  test("would notice a message that lacks a field", () => {
    expect(spec.check(schemaPointer("CreateSMSMessage"), { text: "x" })).not.toEqual([])
  })
})

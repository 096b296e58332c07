import { afterAll, beforeAll, expect, test } from "vitest"
import { SAMPLE_PASSWORD } from "#modules/identity/seed-staff.ts"
import { type TestApplication, testApplication } from "#platform/testing/application.ts"
import { createSandbox, type RunningSandbox } from "../../../../sandbox/src/sandbox.ts"
import { discuss } from "./discussion/discuss.ts"
import { modelSettings } from "./testing/model-settings.ts"
import { aDiscussion } from "./testing/sample-discussion.ts"

let sandbox: RunningSandbox
let app: TestApplication
let cookie: string

beforeAll(async () => {
  sandbox = await createSandbox()
  app = await testApplication({ environment: modelSettings(sandbox.url) })
  const payload = { email: "owner@myhibachi.example", password: SAMPLE_PASSWORD }
  const reply = await app.http.inject({ method: "POST", url: "/v1/auth/login", payload })
  cookie = reply.cookies.map(({ name, value }) => `${name}=${value}`).join("; ")
})

afterAll(async () => {
  await app.close()
  await sandbox.close()
})

async function call(method: "GET" | "PUT" | "POST", url: string, payload?: object) {
  const headers = { cookie, origin: "http://localhost:3100" }
  const reply = await app.http.inject({ method, url, headers, ...(payload ? { payload } : {}) })
  return { status: reply.statusCode, json: reply.body ? reply.json() : null }
}

test("lists discussions newest first, page by page, and shows the transcript", async () => {
  const first = await discuss(app.ctx(), aDiscussion({ complexity: 0.1 }))
  app.clock.advance({ minutes: 1 })
  const second = await discuss(app.ctx(), aDiscussion({ conversationId: "conv_1" }))
  const page = await call("GET", "/v1/discussions?limit=1")
  expect(page.json.items).toMatchObject([
    { id: second.discussionId, form: "four-rounds", conversationId: "conv_1" },
  ])
  const next = await call("GET", `/v1/discussions?limit=1&cursor=${page.json.nextCursor}`)
  expect(next.json).toMatchObject({ items: [{ id: first.discussionId, form: "one-seat" }], nextCursor: null })
  const { status, json } = await call("GET", `/v1/discussions/${second.discussionId}`)
  expect(status).toBe(200)
  expect(json.responses.map((response: { round: string }) => response.round)).toContain("revision")
})

test("keeps what staff say about an answer", async () => {
  const { discussionId } = await discuss(app.ctx(), aDiscussion({ complexity: 0.1 }))
  const reply = await call("POST", `/v1/discussions/${discussionId}/feedback`, { isRight: true })
  expect(reply.status).toBe(204)
  expect((await call("POST", "/v1/discussions/disc_none/feedback", { isRight: true })).status).toBe(404)
})

test("shows the seats and lets staff change them once for each version", async () => {
  const { json: before } = await call("GET", "/v1/seats")
  expect(before.seats.map((seat: { state: string }) => seat.state)).toEqual([
    "ready",
    "ready",
    "ready",
    "off",
  ])
  const seats = before.seats.map((seat: object) => ({ ...seat, isEnabled: true })).reverse()
  const { status, json: after } = await call("PUT", "/v1/seats", { version: before.version, seats })
  expect(status).toBe(200)
  expect(after.seats.map((seat: { state: string }) => seat.state)).toEqual([
    "no-key",
    "ready",
    "ready",
    "ready",
  ])
  expect(after.version).toBe(before.version + 1)
  const again = await call("PUT", "/v1/seats", { version: before.version, seats })
  expect(again).toMatchObject({ status: 409, json: { code: "seats-changed" } })
})

test("adds a price from a date on: a seat without any price is not asked", async () => {
  const { json } = await call("GET", "/v1/seats")
  const [first, ...others] = json.seats.filter((seat: { provider: string }) => seat.provider !== "ollama")
  const renamed = { ...first, model: "a-newer-model" }
  await call("PUT", "/v1/seats", { version: json.version, seats: [renamed, ...others] })
  expect((await call("GET", "/v1/seats")).json.seats[0]).toMatchObject({ state: "no-price" })
  const price = {
    provider: first.provider,
    model: "a-newer-model",
    effectiveFrom: "2026-01-01T00:00:00Z",
    inputMicrosPerMillion: 1_000_000,
    outputMicrosPerMillion: 2_000_000,
    contextTokens: 100_000,
    mayTrainOnOutputs: false,
  }
  expect(await call("POST", "/v1/model-prices", price)).toMatchObject({
    status: 201,
    json: { isInEffect: true },
  })
  expect((await call("POST", "/v1/model-prices", price)).status).toBe(409)
  expect((await call("GET", "/v1/seats")).json.seats[0]).toMatchObject({ state: "ready" })
})

test("is for staff only", async () => {
  const urls = ["/v1/discussions", "/v1/seats", "/v1/model-prices", "/v1/answer-intents"]
  const replies = await Promise.all(urls.map((url) => app.http.inject({ url })))
  expect(replies.map((reply) => reply.statusCode)).toEqual([401, 401, 401, 401])
})

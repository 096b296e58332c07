import { afterAll, beforeAll, expect, test } from "vitest"
import { z } from "zod"
import { AppError } from "#platform/errors.ts"
import { signLink } from "#platform/http/links.ts"
import { access, defineRoute, type Route } from "#platform/http/route.ts"
import { defineModule } from "#platform/module.ts"
import { TEST_ENVIRONMENT, type TestApplication, testApplication } from "#platform/testing/application.ts"

let app: TestApplication
let orders = 0

const Order = z.object({ guests: z.int().min(1, "Give at least one guest.") })

const routes: Route[] = [
  defineRoute({
    method: "POST",
    path: "/test/orders",
    access: access.public(),
    summary: "Order",
    tags: ["test"],
    body: Order,
    response: z.object({ number: z.int(), guests: z.int() }),
    requiresIdempotencyKey: true,
    handler: async (_ctx, { body }) => {
      orders += 1
      return { number: orders, guests: body.guests, secret: "never leaves" }
    },
  }),
  defineRoute({
    method: "GET",
    path: "/test/staff",
    access: access.staff("bookings:read"),
    summary: "Staff only",
    tags: ["test"],
    handler: async () => ({ hidden: true }),
  }),
  defineRoute({
    method: "GET",
    path: "/test/links/:token",
    access: access.link("booking"),
    summary: "By link",
    tags: ["test"],
    response: z.object({ id: z.string() }),
    handler: async (_ctx, { linkId }) => ({ id: linkId }),
  }),
  defineRoute({
    method: "GET",
    path: "/test/failures/:kind",
    access: access.public(),
    summary: "Fails",
    tags: ["test"],
    params: z.object({ kind: z.string() }),
    handler: async (_ctx, { params }) => {
      if (params.kind === "known")
        throw new AppError("conflict", "start-taken", "This start is taken.", { starts: ["18:00"] })
      throw new Error("the password is hunter2")
    },
  }),
]

beforeAll(async () => {
  app = await testApplication({ extraModules: [defineModule({ name: "test", routes })] })
})
afterAll(() => app.close())

function order(key: string | undefined, payload: unknown) {
  return app.http.inject({
    method: "POST",
    url: "/test/orders",
    headers: { "content-type": "application/json", ...(key ? { "idempotency-key": key } : {}) },
    payload: typeof payload === "string" ? payload : JSON.stringify(payload),
  })
}

test("an order with the same key is placed once and answered the same", async () => {
  const first = await order("key-number-1", { guests: 4 })
  const again = await order("key-number-1", { guests: 4 })
  expect(first.statusCode).toBe(200)
  expect(again.json()).toEqual(first.json())
  expect(again.headers["idempotency-replayed"]).toBe("true")
})

test("the same key with another body is refused", async () => {
  await order("key-number-2", { guests: 4 })
  const other = await order("key-number-2", { guests: 5 })
  expect(other.statusCode).toBe(422)
  expect(other.json().code).toBe("idempotency-key-reused")
})

test("an order without a key is refused with the remedy", async () => {
  const reply = await order(undefined, { guests: 4 })
  expect(reply.statusCode).toBe(400)
  expect(reply.json().detail).toContain("Idempotency-Key")
})

test("a reply carries what its schema names and nothing else", async () => {
  const reply = await order("key-number-3", { guests: 4 })
  expect(Object.keys(reply.json()).sort()).toEqual(["guests", "number"])
})

test("a wrong field is named with its pointer and the remedy", async () => {
  const reply = await order("key-number-4", { guests: 0 })
  expect(reply.statusCode).toBe(400)
  expect(reply.headers["content-type"]).toContain("application/problem+json")
  expect(reply.json().errors).toEqual([{ pointer: "/guests", detail: "Give at least one guest." }])
})

test("broken JSON and broken UTF-8 are refused in words", async () => {
  expect((await order("key-number-5", "{")).statusCode).toBe(400)
  const reply = await app.http.inject({
    method: "POST",
    url: "/test/orders",
    headers: { "content-type": "application/json", "idempotency-key": "key-number-6" },
    payload: Buffer.from([0x7b, 0xff, 0xfe, 0x7d]),
  })
  expect(reply.statusCode).toBe(400)
  expect(reply.json().code).toBe("encoding-invalid")
})

test("nobody enters a staff route without signing in", async () => {
  const reply = await app.http.inject({ method: "GET", url: "/test/staff" })
  expect(reply.statusCode).toBe(401)
  expect(reply.body).not.toContain("hidden")
})

test("a signed link opens its own thing and an altered one opens nothing", async () => {
  const token = signLink(TEST_ENVIRONMENT.MYHIBACHI_SECRET, "booking", "bk_1")
  const good = await app.http.inject({ method: "GET", url: `/test/links/${token}` })
  expect(good.json()).toEqual({ id: "bk_1" })
  const altered = await app.http.inject({
    method: "GET",
    url: `/test/links/${token.replace("bk_1", "bk_2")}`,
  })
  expect(altered.statusCode).toBe(404)
  const otherPurpose = signLink(TEST_ENVIRONMENT.MYHIBACHI_SECRET, "pay", "bk_1")
  expect((await app.http.inject({ method: "GET", url: `/test/links/${otherPurpose}` })).statusCode).toBe(404)
})

test("a known refusal keeps its message, an unknown failure tells nothing", async () => {
  const known = await app.http.inject({ method: "GET", url: "/test/failures/known" })
  expect(known.statusCode).toBe(409)
  expect(known.json()).toMatchObject({ code: "start-taken", starts: ["18:00"] })
  const unknown = await app.http.inject({ method: "GET", url: "/test/failures/unknown" })
  expect(unknown.statusCode).toBe(500)
  expect(unknown.body).not.toContain("hunter2")
})

test("a foreign page cannot act with somebody's cookie", async () => {
  const reply = await app.http.inject({
    method: "POST",
    url: "/test/orders",
    headers: {
      cookie: "session=1",
      origin: "https://evil.example",
      "content-type": "application/json",
      "idempotency-key": "key-number-7",
    },
    payload: JSON.stringify({ guests: 4 }),
  })
  expect(reply.statusCode).toBe(403)
})

test("an unknown address is a problem, not a page", async () => {
  const reply = await app.http.inject({ method: "GET", url: "/nowhere" })
  expect(reply.statusCode).toBe(404)
  expect(reply.json().code).toBe("route-not-found")
})

test("security headers are on every reply", async () => {
  const reply = await app.http.inject({ method: "GET", url: "/health/live" })
  expect(reply.headers["content-security-policy"]).toContain("default-src 'none'")
  expect(reply.headers["x-content-type-options"]).toBe("nosniff")
})

test("metrics are for this machine or the holder of the token", async () => {
  expect((await app.http.inject({ method: "GET", url: "/metrics" })).statusCode).toBe(200)
  const foreign = await app.http.inject({ method: "GET", url: "/metrics", remoteAddress: "203.0.113.9" })
  expect(foreign.statusCode).toBe(403)
})

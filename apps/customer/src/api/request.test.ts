import { afterEach, expect, test, vi } from "vitest"
import { z } from "zod"
import { ApiProblem, sentenceOf } from "./problem.ts"
import { request, requestWithVersion } from "./request.ts"

const Guest = z.object({ name: z.string() })

function answerWith(body: unknown, init: ResponseInit = {}) {
  const fetched = vi.fn((_url: string, _init: RequestInit) =>
    Promise.resolve(new Response(typeof body === "string" ? body : JSON.stringify(body), init)),
  )
  vi.stubGlobal("fetch", fetched)
  return fetched
}

afterEach(() => vi.unstubAllGlobals())

test("sends body, query, key and version, and reads the reply by the contract", async () => {
  const fetched = answerWith({ name: "Dana", secret: 1 }, { headers: { etag: '"3"' } })
  const reply = await requestWithVersion(Guest, "/v1/public/guests", {
    method: "PUT",
    body: { name: "Dana" },
    query: { from: "2026-12-12", to: undefined },
    idempotencyKey: "key-12345",
    ifMatch: '"2"',
  })
  expect(reply).toEqual({ body: { name: "Dana" }, version: '"3"' })
  const [url, init] = fetched.mock.calls[0] ?? []
  expect(url).toBe("/api/v1/public/guests?from=2026-12-12")
  expect(Object.fromEntries(new Headers(init?.headers))).toMatchObject({
    "idempotency-key": "key-12345",
    "if-match": '"2"',
    "content-type": "application/json",
  })
  expect(init?.body).toBe('{"name":"Dana"}')
})

test("carries the API's words, fields and further members", async () => {
  const starts = [{ startsAt: "2026-12-13T02:00:00Z" }]
  answerWith(
    {
      code: "start-taken",
      detail: "This start was just taken.",
      errors: [{ pointer: "/startsAt", detail: "Choose another." }],
      otherStarts: starts,
    },
    { status: 409 },
  )
  const problem = await request(Guest, "/v1/x").catch((error: unknown) => error)
  expect(problem).toBeInstanceOf(ApiProblem)
  expect(problem).toMatchObject({
    status: 409,
    code: "start-taken",
    message: "This start was just taken.",
    errors: [{ pointer: "/startsAt", detail: "Choose another." }],
    extra: { otherStarts: starts },
  })
})

test("says something true when the reply is no problem document", async () => {
  answerWith("<html>Bad gateway</html>", { status: 502 })
  const problem = await request(Guest, "/v1/x").catch((error: unknown) => error)
  expect(sentenceOf(problem)).toMatch(/went wrong on our side/)
})

test("tells a connection that is gone from a refusal", async () => {
  vi.stubGlobal("fetch", () => Promise.reject(new TypeError("failed to fetch")))
  await expect(request(Guest, "/v1/x")).rejects.toMatchObject({ status: 0, code: "unreachable" })
})

test("refuses a reply that the contract does not know", async () => {
  answerWith({ title: "no name" })
  await expect(request(Guest, "/v1/x")).rejects.toBeInstanceOf(z.ZodError)
})

import { afterAll, beforeAll, expect, test } from "vitest"
import { findOrCreateCustomer } from "#modules/customers/index.ts"
import { type TestApplication, testApplication } from "#platform/testing/application.ts"
import type { EmailMessage } from "#providers/email/port.ts"

let app: TestApplication
const mails: EmailMessage[] = []
const email = "ana@example.com"

beforeAll(async () => {
  app = await testApplication({
    providers: { email: { send: async (mail) => void mails.push(mail), close: () => {} } },
  })
  await findOrCreateCustomer(app.ctx(), { name: "Ana", email, phone: undefined } as never) // safe: a phone is optional
})
afterAll(() => app.close())

const post = (url: string, payload: object) => app.http.inject({ method: "POST", url, payload })

async function freshCode(): Promise<string> {
  await post("/v1/customer/codes", { email })
  await app.drain()
  return /\b\d{6}\b/.exec(mails.at(-1)?.text ?? "")?.[0] ?? ""
}

test("a code by mail opens a session that ends with its cookie", async () => {
  const code = await freshCode()
  const signedIn = await post("/v1/customer/sessions", { email: " ANA@example.com", code })
  expect(signedIn.statusCode).toBe(201)
  const cookie = String(signedIn.headers["set-cookie"])
  expect(cookie).toContain("HttpOnly")
  const headers = { cookie: cookie.split(";")[0] ?? "", origin: app.services.config.CUSTOMER_URL }
  const current = () => app.http.inject({ url: "/v1/customer/sessions/current", headers })
  expect((await current()).json()).toMatchObject({ email })
  expect((await post("/v1/customer/sessions", { email, code })).statusCode).toBe(401)
  await app.http.inject({ method: "DELETE", url: "/v1/customer/sessions/current", headers })
  expect((await current()).statusCode).toBe(401)
})

test("five wrong tries use a code up, ten minutes too", async () => {
  app.clock.advance({ minutes: 11 })
  const code = await freshCode()
  const wrong = code === "000000" ? "000001" : "000000"
  for (let attempt = 0; attempt < 5; attempt += 1) {
    expect((await post("/v1/customer/sessions", { email, code: wrong })).statusCode).toBe(401)
  }
  expect((await post("/v1/customer/sessions", { email, code })).statusCode).toBe(401)
  const late = await freshCode()
  app.clock.advance({ minutes: 10 })
  expect((await post("/v1/customer/sessions", { email, code: late })).statusCode).toBe(401)
})

test("answers alike for an unknown address, and mails nobody", async () => {
  const before = mails.length
  const unknown = await post("/v1/customer/codes", { email: "nobody@example.com" })
  const known = await post("/v1/customer/codes", { email })
  await app.drain()
  expect(unknown.json()).toEqual(known.json())
  expect(mails.length - before).toBe(1)
})

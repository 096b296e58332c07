import { createHmac } from "node:crypto"
import { afterAll, beforeAll, expect, test } from "vitest"
import { type TestApplication, testApplication } from "#platform/testing/application.ts"
import type { EmailMessage } from "#providers/email/port.ts"
import { SAMPLE_PASSWORD } from "./seed-staff.ts"

let app: TestApplication
const mails: EmailMessage[] = []
const email = { send: async (message: EmailMessage) => void mails.push(message), close: () => {} }
const origin = "http://localhost:3100"

beforeAll(async () => {
  app = await testApplication({ providers: { email } })
})
afterAll(() => app.close())

interface Call {
  method: "GET" | "POST" | "PATCH" | "DELETE"
  url: string
  body?: object
  cookie?: string
  headers?: Record<string, string>
}

async function call({ method, url, body, cookie, headers = {} }: Call) {
  const reply = await app.http.inject({
    method,
    url,
    headers: { ...(cookie ? { cookie, origin } : {}), ...headers },
    ...(body ? { payload: body } : {}),
  })
  return {
    status: reply.statusCode,
    json: reply.body ? reply.json() : undefined,
    cookie: cookiesOf(reply.headers["set-cookie"]),
  }
}

function cookiesOf(header: string | string[] | undefined): string {
  return [header ?? []]
    .flat()
    .map((line) => line.split(";")[0])
    .join("; ")
}

async function signIn(name: string, password = SAMPLE_PASSWORD) {
  return call({
    method: "POST",
    url: "/v1/auth/login",
    body: { email: `${name}@myhibachi.example`, password },
  })
}

const me = (cookie: string) => call({ method: "GET", url: "/v1/auth/me", cookie })

test("signs a member of the staff in with a cookie that scripts cannot read", async () => {
  const reply = await app.http.inject({
    method: "POST",
    url: "/v1/auth/login",
    payload: { email: "Owner@MyHibachi.example ", password: SAMPLE_PASSWORD },
  })
  expect(reply.json()).toMatchObject({ status: "signed-in", me: { role: "owner" } })
  const cookie = String(reply.headers["set-cookie"])
  expect(cookie).toContain("HttpOnly")
  expect(cookie).toContain("SameSite=Lax")
  expect((await me(cookiesOf(reply.headers["set-cookie"]))).json.permissions).toContain("staff:write")
})

test("answers alike for an unknown address and a wrong password", async () => {
  const unknown = await signIn("nobody")
  const wrong = await signIn("support", "not the password")
  expect(unknown.status).toBe(401)
  expect({ ...wrong.json, instance: "" }).toEqual({ ...unknown.json, instance: "" })
})

test("refuses further attempts on one account after ten failures, and allows them later", async () => {
  for (let attempt = 0; attempt < 10; attempt += 1)
    expect((await signIn("marketing", "wrong password")).status).toBe(401)
  expect((await signIn("marketing")).status).toBe(429)
  app.clock.advance({ minutes: 16 })
  expect((await signIn("marketing")).status).toBe(200)
})

test("refuses an altered cookie and one without our origin", async () => {
  const { cookie } = await signIn("support")
  expect((await me(cookie.replace("=", "=x"))).status).toBe(401)
  const foreign = await call({
    method: "POST",
    url: "/v1/auth/logout",
    cookie,
    headers: { origin: "https://evil.example" },
  })
  expect(foreign.status).toBe(403)
  expect((await me(cookie)).status).toBe(200)
})

test("lists sessions, and a revoked one ends at once", async () => {
  const first = await signIn("dispatcher")
  const second = await signIn("dispatcher")
  const list = await call({ method: "GET", url: "/v1/auth/sessions", cookie: second.cookie })
  const other = list.json.items.find((item: { isCurrent: boolean }) => !item.isCurrent)
  expect(list.json.items).toHaveLength(2)
  await call({ method: "DELETE", url: `/v1/auth/sessions/${other.id}`, cookie: second.cookie })
  expect((await me(first.cookie)).status).toBe(401)
  expect((await me(second.cookie)).status).toBe(200)
})

test("logs out", async () => {
  const { cookie } = await signIn("support")
  expect((await call({ method: "POST", url: "/v1/auth/logout", cookie })).status).toBe(204)
  expect((await me(cookie)).status).toBe(401)
})

test("an API token works as bearer and ends with its session", async () => {
  const { cookie } = await signIn("manager")
  const { json } = await call({ method: "POST", url: "/v1/auth/token", cookie })
  const bearer = { authorization: `Bearer ${json.token}` }
  expect((await call({ method: "GET", url: "/v1/auth/me", headers: bearer })).json.role).toBe("manager")
  const altered = { authorization: `Bearer ${json.token.slice(0, -4)}AAAA` }
  expect((await call({ method: "GET", url: "/v1/auth/me", headers: altered })).status).toBe(401)
  await call({ method: "POST", url: "/v1/auth/logout", cookie })
  expect((await call({ method: "GET", url: "/v1/auth/me", headers: bearer })).status).toBe(401)
})

test("asks for the second factor once it is on, and takes each backup code once", async () => {
  const { cookie } = await signIn("director")
  const enrolment = await call({
    method: "POST",
    url: "/v1/auth/mfa/enroll",
    cookie,
    body: { password: SAMPLE_PASSWORD },
  })
  expect(enrolment.json.otpauthUri).toContain("otpauth://totp/")
  const wrong = await call({ method: "POST", url: "/v1/auth/mfa/verify", cookie, body: { code: "000000" } })
  expect(wrong.status).toBe(401)
  const code = totp(enrolment.json.secret)
  const verified = await call({ method: "POST", url: "/v1/auth/mfa/verify", cookie, body: { code } })
  expect(verified.json.hasTwoFactor).toBe(true)

  const attempt = await signIn("director")
  expect(attempt.json).toEqual({ status: "two-factor-required" })
  expect((await me(attempt.cookie)).status).toBe(401)
  const backup = { kind: "backup", code: enrolment.json.backupCodes[0] }
  const finished = await call({
    method: "POST",
    url: "/v1/auth/mfa/login",
    cookie: attempt.cookie,
    body: backup,
  })
  expect(finished.json).toMatchObject({ status: "signed-in", me: { role: "director" } })
  const again = await signIn("director")
  const reused = await call({ method: "POST", url: "/v1/auth/mfa/login", cookie: again.cookie, body: backup })
  expect(reused.status).toBe(401)
})

function totp(secret: string): string {
  const key = Buffer.from(base32(secret))
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000)))
  const digest = createHmac("sha1", key).update(counter).digest()
  const offset = digest.readUInt8(19) & 15
  return String((digest.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, "0")
}

function base32(text: string): number[] {
  const bits = [...text.replace(/=+$/, "")]
    .map((letter) => "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(letter).toString(2).padStart(5, "0"))
    .join("")
  return (bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2))
}

function tokenIn(mail: EmailMessage | undefined): string {
  return /token=([\w-]+)/.exec(mail?.text ?? "")?.[1] ?? ""
}

test("invites by mail; the link makes one account with the role", async () => {
  const owner = await signIn("owner")
  const invitation = { email: "nora@example.com", name: "Nora", role: "auditor" }
  const invited = await call({
    method: "POST",
    url: "/v1/staff/invitations",
    cookie: owner.cookie,
    body: invitation,
  })
  expect(invited.json).toMatchObject({ state: "open", role: "auditor" })
  await app.drain()
  const token = tokenIn(mails.findLast((mail) => mail.to === "nora@example.com"))
  expect((await call({ method: "GET", url: `/v1/auth/invitations/${token}` })).json.name).toBe("Nora")
  const accept = {
    method: "POST",
    url: `/v1/auth/invitations/${token}/accept`,
    body: { name: "Nora B.", password: "a sentence to remember" },
  } as const
  const accepted = await call(accept)
  expect(accepted.json).toMatchObject({ status: "signed-in", me: { role: "auditor", name: "Nora B." } })
  expect((await call(accept)).status).toBe(410)
  const forbidden = await call({
    method: "POST",
    url: "/v1/staff/invitations",
    cookie: accepted.cookie,
    body: { ...invitation, email: "x@example.com" },
  })
  expect(forbidden.status).toBe(403)
})

test("nobody invites a stronger role than their own", async () => {
  const manager = await signIn("manager")
  const body = { email: "boss@example.com", name: "Boss", role: "owner" }
  expect(
    (await call({ method: "POST", url: "/v1/staff/invitations", cookie: manager.cookie, body })).status,
  ).toBe(403)
})

test("resets a password by mail once, and ends all sessions", async () => {
  const before = await signIn("chef")
  const asked = await call({
    method: "POST",
    url: "/v1/auth/password/forgot",
    body: { email: "chef@myhibachi.example" },
  })
  const unknown = await call({
    method: "POST",
    url: "/v1/auth/password/forgot",
    body: { email: "nobody@myhibachi.example" },
  })
  expect(unknown).toEqual({ ...asked, cookie: "" })
  const sentBefore = mails.length
  await app.drain()
  expect(mails).toHaveLength(sentBefore + 1)
  const body = { token: tokenIn(mails.at(-1)), password: "a brand new sentence" }
  expect((await call({ method: "POST", url: "/v1/auth/password/reset", body })).status).toBe(200)
  expect((await me(before.cookie)).status).toBe(401)
  expect((await signIn("chef", "a brand new sentence")).status).toBe(200)
  expect((await call({ method: "POST", url: "/v1/auth/password/reset", body })).status).toBe(410)
})

test("a deactivated account can neither go on nor come back, and the last owner stays", async () => {
  const owner = await signIn("owner")
  const support = await signIn("support")
  const id = support.json.me.id
  await call({ method: "POST", url: `/v1/staff/${id}/deactivate`, cookie: owner.cookie })
  expect((await me(support.cookie)).status).toBe(401)
  expect((await signIn("support")).json.code).toBe("sign-in-failed")
  const last = await call({
    method: "POST",
    url: `/v1/staff/${owner.json.me.id}/deactivate`,
    cookie: owner.cookie,
  })
  expect(last.json.code).toBe("last-owner")
})

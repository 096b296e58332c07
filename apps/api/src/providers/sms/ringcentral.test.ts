import { afterAll, beforeAll, beforeEach, expect, test } from "vitest"
import { readConfig } from "#app/config.ts"
import { Temporal } from "#platform/time.ts"
import { createSandbox, type RunningSandbox } from "../../../../sandbox/src/sandbox.ts"
import { describeFailure } from "./describe-failure.ts"
import { createRingCentralSms } from "./ringcentral.ts"

const TOKEN = "token-of-the-text-tests"
const ANA = "+15105550142"
let sandbox: RunningSandbox

beforeAll(async () => {
  sandbox = await createSandbox()
})
afterAll(() => sandbox.close())
beforeEach(() => {
  sandbox.ctx.faults.clear()
  sandbox.ringcentral.reset()
  sandbox.ctx.calls.clear()
})

function connect(changes: Record<string, string> = {}, options: { timeoutMs?: number } = {}) {
  const config = readConfig({
    MYHIBACHI_SECRET: "test-secret-test-secret-test-secret",
    RINGCENTRAL_CLIENT_ID: "client",
    RINGCENTRAL_CLIENT_SECRET: "secret",
    RINGCENTRAL_JWT: "jwt",
    RINGCENTRAL_NUMBER: "+15105550100",
    RINGCENTRAL_WEBHOOK_TOKEN: TOKEN,
    RINGCENTRAL_SERVER_URL: sandbox.url,
    ...changes,
  })
  const sms = createRingCentralSms(config, options)
  if (!sms) throw new Error("Text messages are off although they have their settings.")
  return sms
}

const logIns = () =>
  sandbox.ctx.calls.list({ vendor: "ringcentral" }).filter((call) => call.path.includes("oauth")).length

test("sends, tells when it was delivered, and logs in once for all who send at the same time", async () => {
  const sms = connect()
  const outcomes = await Promise.all(["one", "two", "three"].map((text) => sms.send({ to: ANA, text })))
  expect(outcomes.map(({ outcome }) => outcome)).toEqual(["taken", "taken", "taken"])
  expect(logIns()).toBe(1)
  const since = Temporal.Now.instant().subtract({ minutes: 5 })
  const [last] = await sms.findSent({ to: ANA, since })
  expect(last).toMatchObject({ state: "sent", failure: null })
  sandbox.ctx.clock.advance(2000)
  expect(await sms.readSent(last?.id ?? "")).toMatchObject({ state: "delivered" })
})

test("gets a new token when the old one has run out in between", async () => {
  const sms = connect()
  await sms.send({ to: ANA, text: "before" })
  sandbox.ctx.clock.advance(2 * 3600 * 1000)
  expect(await sms.send({ to: ANA, text: "after" })).toMatchObject({ outcome: "taken" })
  expect(logIns()).toBe(2)
})

test("says what became of a message that was not simply taken", async () => {
  const sms = connect({}, { timeoutMs: 2000 })
  await sms.send({ to: ANA, text: "log in" })
  expect(await sms.send({ to: "+15105550413", text: "hello" })).toMatchObject({
    outcome: "refused",
    failure: { remedy: "opted-out" },
  })
  expect(await sms.send({ to: ANA, text: "x".repeat(1001) })).toMatchObject({
    outcome: "refused",
    failure: { remedy: "never" },
  })
  sandbox.ctx.faults.set({ vendor: "ringcentral", kind: "rate_limited", retryAfterSeconds: 17, callsLeft: 1 })
  expect(await sms.send({ to: ANA, text: "too many" })).toEqual({ outcome: "wait", seconds: 17 })
  for (const kind of ["timeout", "down", "garbage", "lost"] as const) {
    sandbox.ctx.faults.set({ vendor: "ringcentral", kind, callsLeft: 1 })
    expect(await sms.send({ to: ANA, text: `through ${kind}` })).toMatchObject({ outcome: "unknown" })
  }
  const since = Temporal.Instant.fromEpochMilliseconds(sandbox.ctx.clock.now().getTime()).subtract({
    minutes: 5,
  })
  expect((await sms.findSent({ to: ANA, since })).map(({ text }) => text)).toEqual(["through lost", "log in"])
})

test("a wrong log-in is said, and is not taken for a message that may have gone out", async () => {
  const sms = connect({ RINGCENTRAL_JWT: "wrong" })
  await expect(sms.send({ to: ANA, text: "hello" })).rejects.toMatchObject({ code: "sms-login-refused" })
})

test("a code says whether it may be tried again", () => {
  const remedies = ["SMS-CAR-413", "SMS-UP-500", "SMS-CAR-410", "SMS-RC-410", "SMS-CAR-450", "CMN-101"].map(
    (code) => describeFailure(code).remedy,
  )
  expect(remedies).toEqual(["opted-out", "again", "again", "never", "never", "never"])
})

test("believes only messages with our token, and knows which of them are texts", () => {
  const sms = connect()
  const body = Buffer.from(
    JSON.stringify({
      uuid: "u1",
      body: {
        id: "7",
        type: "SMS",
        direction: "Inbound",
        from: { phoneNumber: ANA },
        to: [{ phoneNumber: "+15105550100" }],
        subject: "STOP",
      },
    }),
  )
  expect(sms.readNotice(body, TOKEN)).toEqual({
    id: "u1",
    inbound: { id: "7", from: ANA, to: "+15105550100", text: "STOP" },
  })
  expect(sms.readNotice(Buffer.from('{"uuid":"u2"}'), TOKEN)).toEqual({ id: "u2", inbound: null })
  expect(() => sms.readNotice(body, "another")).toThrow("token")
  expect(() => sms.readNotice(Buffer.from("{"), TOKEN)).toThrow("uuid")
})

test("is off unless every setting is there", () => {
  const config = readConfig({
    MYHIBACHI_SECRET: "test-secret-test-secret-test-secret",
    RINGCENTRAL_CLIENT_ID: "client",
    RINGCENTRAL_CLIENT_SECRET: "secret",
    RINGCENTRAL_JWT: "jwt",
    RINGCENTRAL_NUMBER: "+15105550100",
  })
  expect(createRingCentralSms(config)).toBeUndefined()
})

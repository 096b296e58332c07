import { eq } from "drizzle-orm"
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest"
import { findOrCreateCustomer, readConsents, readTimeline, setConsent } from "#modules/customers/index.ts"
import { findTasks } from "#modules/tasks/index.ts"
import { type TestApplication, testApplication } from "#platform/testing/application.ts"
import { startTextEar, type TextEar, textSettings } from "#providers/sms/testing/start-text-ear.ts"
import { createSandbox, type RunningSandbox } from "../../../../sandbox/src/sandbox.ts"
import { findTexts, retryText } from "./find-texts.ts"
import { queueText } from "./queue-text.ts"
import { sendDueTexts } from "./send-due-texts.ts"
import { textPhones } from "./tables.ts"
import { withdrawTexts } from "./withdraw-texts.ts"

let ear: TextEar
let sandbox: RunningSandbox
let app: TestApplication
let people = 0

beforeAll(async () => {
  ear = await startTextEar()
  sandbox = await createSandbox({ realTime: () => app?.clock.now().epochMilliseconds ?? 0 })
  app = await testApplication({ environment: textSettings(sandbox.url, ear) })
  ear.connect(app.http)
})
afterAll(async () => {
  await app.close()
  await sandbox.close()
  await ear.close()
})
beforeEach(async () => {
  sandbox.ctx.faults.clear()
  app.clock.set(
    app.clock.now().toZonedDateTimeISO("UTC").add({ days: 1 }).with({ hour: 20, minute: 0 }).toInstant(),
  )
  await everyMinute()
})

const ctx = () => app.ctx()
const phoneOf = (ending: number | string) => `+1510555${String(ending).padStart(4, "0")}`

async function everyMinute(times = 1): Promise<void> {
  for (let done = 0; done < times; done += 1) {
    app.clock.advance({ seconds: 60 })
    await sendDueTexts.run(ctx(), {})
    await app.drain()
  }
}

async function person(isGranted = true, ending?: string) {
  people += 1
  const phone = phoneOf(ending ?? 2000 + people)
  const { id: customerId } = await findOrCreateCustomer(ctx(), { name: `Person ${people}`, phone })
  if (isGranted)
    await setConsent(ctx(), { customerId, channel: "sms", scope: "service", isGranted, evidence: "a form" })
  return { customerId, phone }
}

async function write(
  customerId: string,
  key: string,
  changes: Partial<Parameters<typeof queueText>[1]> = {},
) {
  const queued = await queueText(ctx(), {
    key: `${key}:${customerId}`,
    customerId,
    topic: "test",
    title: "A test",
    words: `About ${key}.`,
    timeZone: "America/Los_Angeles",
    ...changes,
  })
  await app.drain()
  return queued
}

const phone = (number: string) => sandbox.ringcentral.texts.list({ theirs: number }).map(({ text }) => text)
const only = async (customerId: string) =>
  (await findTexts(ctx(), { customerId, limit: 10 })).items.find(({ title }) => title === "A test")

async function say(from: string, text: string): Promise<void> {
  const { statuses } = await sandbox.ringcentral.receive(from, text)
  expect(statuses).toEqual([200])
  await app.drain()
}

test("a text goes out once with sender and way out, and staff see that it was sent and has arrived", async () => {
  const { customerId, phone: number } = await person()
  expect(await write(customerId, "the party")).toEqual({ queued: true })
  await write(customerId, "the party")
  expect(phone(number)).toEqual(["MyHibachi: About the party.\nReply STOP to stop, HELP for help."])
  expect(await only(customerId)).toMatchObject({ state: "sent", attempts: 1 })
  await everyMinute()
  expect(await only(customerId)).toMatchObject({ state: "delivered", nextAt: null })
  const { items } = await readTimeline(ctx(), { customerId, limit: 10 })
  expect(items.map(({ title }) => title).slice(0, 2)).toEqual([
    "Text message arrived: A test",
    "Text message sent: A test",
  ])
})

test("nothing goes to who has not agreed, or has no phone", async () => {
  const { customerId, phone: number } = await person(false)
  expect(await write(customerId, "nothing")).toMatchObject({ queued: false })
  expect(phone(number)).toEqual([])
  const { id } = await findOrCreateCustomer(ctx(), { name: "By mail", email: "by-mail@example.com" })
  expect(await write(id, "nothing")).toEqual({
    queued: false,
    reason: "We know no phone number of the person.",
  })
})

test("STOP is obeyed at once, also for what waits for the morning, until START; HELP is answered", async () => {
  const { customerId, phone: number } = await person()
  app.clock.advance({ hours: 12 })
  await write(customerId, "the night")
  expect(await only(customerId)).toMatchObject({ state: "waiting" })
  await say(number, " Stop! ")
  expect(await only(customerId)).toMatchObject({
    state: "blocked",
    reason: "The phone said STOP before it went out.",
  })
  const consent = (await readConsents(ctx(), customerId)).find(({ scope }) => scope === "service")
  expect(consent).toMatchObject({ isGranted: false, source: "message", words: " Stop! " })
  // Ticking a box is no START: the carrier would refuse all the same.
  await setConsent(ctx(), {
    customerId,
    channel: "sms",
    scope: "service",
    isGranted: true,
    evidence: "a form",
  })
  expect(await write(customerId, "after stop")).toMatchObject({ queued: false })
  await say(number, "START")
  app.clock.advance({ hours: 12 })
  expect(await write(customerId, "after start")).toEqual({ queued: true })
  await say(number, "help")
  const said = phone(number)
  expect(said.find((text) => text.includes("after start"))).toBeDefined()
  expect(said[0]).toContain("For a person, write to us at")
  expect(said.join()).not.toContain("the night")
})

test("before 8 and from 21 o'clock where the party is, a text waits for the morning there", async () => {
  const { customerId, phone: number } = await person()
  const evening = app.clock.now().toZonedDateTimeISO("America/Los_Angeles").with({ hour: 21, minute: 30 })
  app.clock.set(evening.toInstant())
  await write(customerId, "the evening")
  await everyMinute()
  expect(phone(number)).toEqual([])
  const morning = evening.add({ days: 1 }).with({ hour: 8, minute: 0 })
  expect((await only(customerId))?.nextAt).toBe(morning.toInstant().toString())
  app.clock.set(morning.toInstant())
  await sendDueTexts.run(ctx(), {})
  await app.drain()
  expect(phone(number)).toHaveLength(1)
})

test("what was withdrawn, or is too late, does not go out in the morning", async () => {
  const { customerId, phone: number } = await person()
  app.clock.advance({ hours: 12 })
  const bookingId = `bk_${customerId}`
  await write(customerId, "withdrawn", { bookingId })
  await write(customerId, "late", { sendBefore: app.clock.now().add({ hours: 1 }) })
  await withdrawTexts(ctx(), { bookingId, topic: "test", reason: "It was paid." })
  app.clock.advance({ hours: 12 })
  await everyMinute()
  expect(phone(number)).toEqual([])
  const { items } = await findTexts(ctx(), { customerId, limit: 10 })
  expect(items.map(({ state }) => state)).toEqual(["withdrawn", "withdrawn"])
})

test("after an answer that was lost the store is asked first, so that nobody gets a text twice", async () => {
  const { customerId, phone: number } = await person()
  sandbox.ctx.faults.set({ vendor: "ringcentral", kind: "lost", method: "POST", callsLeft: 1 })
  await write(customerId, "lost answer")
  expect(await only(customerId)).toMatchObject({ state: "sending" })
  await everyMinute(3)
  expect(phone(number)).toHaveLength(1)
  expect(await only(customerId)).toMatchObject({ state: "delivered", attempts: 1 })
})

test("what never reached the provider is sent again", async () => {
  const { customerId, phone: number } = await person()
  sandbox.ctx.faults.set({ vendor: "ringcentral", kind: "down", method: "POST", callsLeft: 1 })
  await write(customerId, "never arrived")
  await everyMinute(3)
  expect(phone(number)).toHaveLength(1)
  expect(await only(customerId)).toMatchObject({ state: "delivered", attempts: 2 })
})

test("a worker that was killed after sending is found out, and its text is not sent again", async () => {
  const { customerId, phone: number } = await person()
  const { sms } = app.services.providers
  if (!sms) throw new Error("Text messages are off.")
  const { send } = sms
  sms.send = async (message) => {
    await send(message)
    throw new Error("killed")
  }
  await expect(write(customerId, "killed")).rejects.toThrow("killed")
  sms.send = send
  await everyMinute(4)
  expect(phone(number)).toHaveLength(1)
  expect(await only(customerId)).toMatchObject({ state: "delivered", attempts: 1 })
})

test("only so many go out in a minute, and a pause that the provider asks for is kept by all", async () => {
  const { sms } = app.services.providers
  if (!sms) throw new Error("Text messages are off.")
  const { mostAMinute } = sms
  sms.mostAMinute = 3
  app.clock.advance({ minutes: 5 })
  const persons = [await person(), await person(), await person(), await person(), await person()]
  for (const { customerId } of persons) await write(customerId, "the crowd")
  const sent = () => persons.filter(({ phone: number }) => phone(number).length > 0).length
  expect(sent()).toBe(3)
  await everyMinute(2)
  expect(sent()).toBe(5)
  sms.mostAMinute = mostAMinute
  app.clock.advance({ minutes: 5 })
  sandbox.ctx.faults.set({
    vendor: "ringcentral",
    kind: "rate_limited",
    retryAfterSeconds: 150,
    callsLeft: 1,
  })
  const [one, two] = [await person(), await person()]
  await write(one.customerId, "the pause")
  await write(two.customerId, "the pause")
  await everyMinute(2)
  expect([...phone(one.phone), ...phone(two.phone)]).toEqual([])
  await everyMinute(1)
  expect([...phone(one.phone), ...phone(two.phone)]).toHaveLength(2)
  expect(await only(one.customerId)).toMatchObject({ attempts: 1 })
})

test("a number that takes no texts is told to staff with the reason, and may be tried again by them", async () => {
  const { customerId } = await person(true, "0410")
  await write(customerId, "a landline", { bookingId: `bk_${customerId}` })
  const failed = await only(customerId)
  expect(failed).toMatchObject({
    state: "failed",
    reason: "The number does not take text messages; it may be a landline.",
    customerName: `Person ${people}`,
    phoneEnding: "0410",
  })
  const tasks = await findTasks(ctx(), { state: "open", bookingId: `bk_${customerId}`, limit: 10 })
  expect(tasks.items[0]).toMatchObject({ title: "A text message did not arrive: A test" })
  await retryText(ctx(), failed?.id ?? "")
  await app.drain()
  expect(await only(customerId)).toMatchObject({ state: "failed", attempts: 1 })
})

test("a text that is of no use any more is not tried again", async () => {
  const { customerId } = await person(true, "0430")
  await write(customerId, "soon over", { sendBefore: app.clock.now().add({ hours: 1 }) })
  const failed = await only(customerId)
  expect(failed?.state).toBe("failed")
  app.clock.advance({ hours: 2 })
  await expect(retryText(ctx(), failed?.id ?? "")).rejects.toMatchObject({ code: "text-too-late" })
})

test("a fault of the carrier is tried again, and given up in the end", async () => {
  const { customerId, phone: number } = await person(true, "0500")
  await write(customerId, "a bad carrier")
  for (let hours = 0; hours < 8; hours += 1) {
    app.clock.set(
      app.clock
        .now()
        .toZonedDateTimeISO("America/Los_Angeles")
        .with({ hour: 12 })
        .add({ days: 1 })
        .toInstant(),
    )
    await everyMinute()
  }
  expect(phone(number)).toHaveLength(6)
  expect(await only(customerId)).toMatchObject({ state: "failed", attempts: 6 })
  expect((await only(customerId))?.reason).toContain("Given up after 6 tries.")
})

test("when the provider says that a phone has opted out, that is recorded as if it had told us", async () => {
  const { customerId, phone: number } = await person(true, "0413")
  await write(customerId, "unwanted")
  expect(await only(customerId)).toMatchObject({ state: "blocked" })
  const [row] = await ctx().db.select().from(textPhones).where(eq(textPhones.phone, number))
  expect(row).toMatchObject({ isStopped: true, words: expect.stringContaining("SMS-RC-413") })
  const consents = await readConsents(ctx(), customerId)
  expect(consents.map(({ isGranted }) => isGranted)).toEqual([false, false])
})

test("a message counts once, and none without our token", async () => {
  const { customerId, phone: number } = await person()
  const notice = (uuid: string) => ({
    uuid,
    body: {
      id: `m-${customerId}`,
      type: "SMS",
      direction: "Inbound",
      from: { phoneNumber: number },
      to: [{ phoneNumber: "+15105550100" }],
      subject: "HELP",
    },
  })
  const post = (payload: object, headers: Record<string, string>) =>
    app.http.inject({ method: "POST", url: "/v1/webhooks/ringcentral", payload, headers })
  const ours = { "verification-token": "token-of-the-text-bench" }
  expect((await post(notice("n1"), {})).statusCode).toBe(401)
  expect((await post(notice("n1"), { "verification-token": "wrong" })).statusCode).toBe(401)
  for (const uuid of ["n1", "n1", "n2"]) expect((await post(notice(uuid), ours)).statusCode).toBe(200)
  await app.drain()
  expect(phone(number)).toHaveLength(1)
})

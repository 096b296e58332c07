import { afterAll, beforeAll, expect, test } from "vitest"
import { remindBalances } from "#modules/booking/clock/remind-balances.ts"
import { findOrCreateCustomer } from "#modules/customers/index.ts"
import { type StaffClient, signInAs } from "#modules/identity/testing/staff-client.ts"
import { collectBalances } from "#modules/payments/charge-balance.ts"
import { type PaymentBench, startPaymentBench } from "#modules/payments/testing/payment-bench.ts"
import { sendDueTexts } from "#modules/texts/send-due-texts.ts"
import { testApplication } from "#platform/testing/application.ts"
import { Temporal } from "#platform/time.ts"
import { startTextEar, type TextEar, textSettings } from "#providers/sms/testing/start-text-ear.ts"

const DECLINED_LATER = "4000000000000341"
const PHONE = "+15105550142"
let ear: TextEar
let bench: PaymentBench
let dispatcher: StaffClient
let heard = 0

beforeAll(async () => {
  ear = await startTextEar()
  bench = await startPaymentBench((environment) =>
    testApplication({
      environment: { ...environment, ...textSettings(environment.STRIPE_API_URL ?? "", ear) },
    }),
  )
  ear.connect(bench.app.http)
  dispatcher = await signInAs(bench.app, "dispatcher")
})
afterAll(async () => {
  await bench.close()
  await ear.close()
})

const http = (method: "GET" | "POST" | "PUT", url: string, payload?: object) =>
  bench.app.http.inject({ method, url, ...(payload ? { payload } : {}) })
const phone = () => bench.cards.sandbox.ringcentral.texts.list({ theirs: PHONE })
const consentTo = async () => (await http("GET", "/v1/payments/config")).json().saveCardConsent.id

async function deliverNew(): Promise<void> {
  const all = await bench.cards.deliveries()
  await bench.deliver(all.slice(heard))
  heard = all.length
  await bench.app.drain()
}

async function everyMinute(): Promise<void> {
  bench.app.clock.advance({ seconds: 60 })
  await sendDueTexts.run(bench.app.ctx(), {})
  await bench.app.drain()
}

async function bookedParty(date: string) {
  const hold = await bench.payableHold(date)
  await bench.cards.pay(await bench.openPage(hold), DECLINED_LATER)
  await deliverNew()
  const { bookingToken } = await bench.readState(hold)
  const party = (await http("GET", `/v1/public/bookings/${bookingToken}`)).json()
  return { token: String(bookingToken), bookingId: String(bookingToken).split(".")[0] ?? "", party }
}

/** Collects what is due, at this hour of the day before the party. */
async function collectAt(startsAt: string, hour: number): Promise<void> {
  const then = Temporal.Instant.from(startsAt).toZonedDateTimeISO("America/Los_Angeles").subtract({ days: 1 })
  bench.app.clock.set(then.with({ hour, minute: 30 }).toInstant())
  await collectBalances.run(bench.app.ctx(), {})
  await bench.app.drain()
  await deliverNew()
}

const moneyOf = async (bookingId: string): Promise<{ title: string; detail: string | null }[]> =>
  (await dispatcher("GET", `/v1/bookings/${bookingId}/money`)).json.items

test("a customer agrees on the page of the party; a declined card then leads to a text whose link pays once", async () => {
  const { token, bookingId, party } = await bookedParty("2026-12-12")
  const url = `/v1/public/bookings/${token}/text-consent`
  expect((await http("GET", url)).json()).toMatchObject({ state: "no-phone" })
  await givePhone()
  const shown = (await http("GET", url)).json()
  expect(shown).toMatchObject({ state: "not-granted", phoneEnding: "0142" })
  expect((await http("PUT", url, { isGranted: true, words: "yes" })).statusCode).toBe(409)
  expect((await http("PUT", url, { isGranted: true, words: shown.words })).json()).toMatchObject({
    state: "granted",
  })

  await collectAt(party.startsAt, 12)
  const [text] = phone()
  expect(text?.text).toMatch(
    /^MyHibachi: Your card did not go through.+Pay \$\d+\.\d\d here: \S+\nReply STOP/,
  )
  await everyMinute()
  expect(await moneyOf(bookingId)).toContainEqual(
    expect.objectContaining({
      title: "Link to pay texted, and arrived",
      detail: `To the phone ending in ${PHONE.slice(-4)}.`,
    }),
  )
  await remindBalances(bench.app.ctx())
  await bench.app.drain()
  expect(phone()[0]?.text).toMatch(
    /are still open for your party MH-\w+, due .+ See it and pay: \S+\/party\//,
  )
  const link = /\/pay\/(\S+)/.exec(text?.text ?? "")?.[1]
  const page = await http("POST", `/v1/public/pay/${link}/checkout`, { consentId: await consentTo() })
  expect(await bench.cards.pay(page.json().url)).toBe(303)
  await deliverNew()
  expect((await http("GET", `/v1/public/bookings/${token}`)).json().owed.amount).toBe(0)
  const used = await http("POST", `/v1/public/pay/${link}/checkout`, { consentId: await consentTo() })
  expect(used.json()).toMatchObject({ status: 410, code: "pay-link-used" })
})

test("at night the text waits, and does not ask in the morning for what was paid meanwhile", async () => {
  const { token, bookingId, party } = await bookedParty("2026-12-19")
  const before = phone().length
  await collectAt(party.startsAt, 5)
  expect(await moneyOf(bookingId)).toContainEqual(
    expect.objectContaining({ title: "Link to pay waits to be texted" }),
  )
  const page = await http("POST", `/v1/public/bookings/${token}/checkout`, { consentId: await consentTo() })
  await bench.cards.pay(page.json().url)
  await deliverNew()
  bench.app.clock.advance({ hours: 4 })
  await everyMinute()
  expect(phone()).toHaveLength(before)
  expect(await moneyOf(bookingId)).toContainEqual(
    expect.objectContaining({
      title: "Link to pay not texted",
      detail: `To the phone ending in ${PHONE.slice(-4)}. It was paid.`,
    }),
  )
})

test("after STOP the page says so and the link goes by mail only; words get a person's answer by text", async () => {
  const { token, bookingId, party } = await bookedParty("2026-12-26")
  const url = `/v1/public/bookings/${token}/text-consent`
  await everyMinute()
  const { ringcentral, mailbox } = bench.cards.sandbox
  expect((await ringcentral.receive(PHONE, "May I pay in cash?")).statuses).toEqual([200])
  await bench.app.drain()
  const inbox = (await dispatcher("GET", "/v1/conversations?status=needs_person")).json.items
  const [thread] = inbox.filter(({ channel }: { channel: string }) => channel === "sms")
  expect(thread).toMatchObject({
    customer: { name: "Ana Lopez" },
    lastMessage: { text: "May I pay in cash?" },
  })
  await dispatcher("POST", `/v1/conversations/${thread.id}/take-over`)
  const reply = { clientMessageId: "answer-1", text: "Yes, to the chef." }
  await dispatcher("POST", `/v1/conversations/${thread.id}/reply`, reply)
  await bench.app.drain()
  expect(phone()[0]?.text).toBe("Yes, to the chef.")
  // In words of their own, which no carrier obeys for us; START takes it back.
  await ringcentral.receive(PHONE, "Please don't text me anymore")
  await bench.app.drain()
  expect((await http("GET", url)).json()).toMatchObject({ state: "stopped" })
  await ringcentral.receive(PHONE, "START")
  await bench.app.drain()
  expect((await http("GET", url)).json()).toMatchObject({ state: "granted" })

  await ringcentral.receive(PHONE, "STOP")
  await bench.app.drain()
  expect((await http("GET", url)).json()).toMatchObject({ state: "stopped", ourNumber: "+15105550100" })
  const words = (await http("GET", url)).json().words
  expect((await http("PUT", url, { isGranted: true, words })).json().detail).toContain("Text START")
  const count = phone().length
  const mails = mailbox.list({ subject: "Please pay" }).length
  await collectAt(party.startsAt, 12)
  expect(phone()).toHaveLength(count)
  expect(mailbox.list({ subject: "Please pay" })).toHaveLength(mails + 1)
  expect((await moneyOf(bookingId)).map(({ title }) => title).join()).not.toContain("texted")
})

async function givePhone(): Promise<void> {
  await findOrCreateCustomer(bench.app.ctx(), { name: "Ana Lopez", email: "ana@example.com", phone: PHONE })
}

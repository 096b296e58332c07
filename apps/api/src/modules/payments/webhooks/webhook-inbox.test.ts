import { eq, inArray } from "drizzle-orm"
import Stripe from "stripe"
import { afterAll, beforeAll, expect, test, vi } from "vitest"
import { type StaffClient, signInAs } from "#modules/identity/testing/staff-client.ts"
import { WEBHOOK_SECRET } from "#providers/payments/testing/start-card-bench.ts"
import { sweepProvider } from "../sweep-provider.ts"
import { type PaymentBench, startPaymentBench } from "../testing/payment-bench.ts"
import { processWebhook, TRIES_ALLOWED } from "./process-webhook.ts"
import { webhookEvents } from "./tables.ts"

let bench: PaymentBench
let manager: StaffClient

beforeAll(async () => {
  bench = await startPaymentBench()
  manager = await signInAs(bench.app, "manager")
})
afterAll(() => bench.close())

const ctx = () => bench.app.ctx()
const key = () => ({ "idempotency-key": `key-${crypto.randomUUID()}` })
const signer = new Stripe("sk_test_signer")

/** Hands over a message that the provider might send, signed as it would be. */
async function tell(event: { id: string; type: string; [member: string]: unknown }): Promise<void> {
  const body = JSON.stringify({
    object: "event",
    data: { object: { object: "thing", id: "th_1" } },
    ...event,
  })
  const timestamp = Math.floor(ctx().now().epochMilliseconds / 1000)
  const signature = signer.webhooks.generateTestHeaderString({
    payload: body,
    secret: WEBHOOK_SECRET,
    timestamp,
  })
  const statuses = await bench.deliver([{ id: event.id, type: event.type, body, signature }])
  expect(statuses).toEqual([200])
  await bench.app.drain()
}

const inbox = async (query: string) => (await manager("GET", `/v1/webhooks/events?${query}`)).json.items
const summary = async () => (await manager("GET", "/v1/money/summary")).json

test("a kind of message never seen is kept, said and counted", async () => {
  await tell({ id: "evt_new", type: "quantum.entangled" })
  expect(await inbox("isUnknown=true")).toMatchObject([
    { id: "evt_new", state: "ignored", outcome: expect.stringContaining("never seen") },
  ])
  expect(await summary()).toMatchObject({ webhooksUnknown: 1, webhooksFailed: 0, webhooksDead: 0 })
})

test("what is about another account or about real money is kept with the reason, and nothing follows", async () => {
  const money = { object: { object: "payment_intent", id: "pi_other" } }
  await tell({ id: "evt_other", type: "payment_intent.succeeded", account: "acct_77", data: money })
  await tell({ id: "evt_live", type: "payment_intent.succeeded", livemode: true, data: money })
  expect(await inbox("type=payment_intent.succeeded")).toMatchObject([
    { id: "evt_other", state: "ignored", attempts: 0, outcome: expect.stringContaining("acct_77") },
    { id: "evt_live", state: "ignored", attempts: 0, outcome: expect.stringContaining("real money") },
  ])
})

test("a message that fails too often is dead, asks a person, and the sweep lets it rest", async () => {
  // The provider does not know the payment, so it refuses every time.
  const data = { object: { object: "payment_intent", id: "pi_gone" } }
  await expect(tell({ id: "evt_dead", type: "payment_intent.canceled", data })).rejects.toThrow("refused")
  await ctx()
    .db.update(webhookEvents)
    .set({ attempts: TRIES_ALLOWED - 1 })
    .where(eq(webhookEvents.id, "evt_dead"))
  await expect(processWebhook.run(ctx(), { eventId: "evt_dead" })).rejects.toThrow("refused")
  const [dead] = await inbox("state=dead")
  expect(dead).toMatchObject({
    id: "evt_dead",
    outcome: expect.stringMatching(/Given up after 30 tries.*pi_gone/),
  })
  expect(await summary()).toMatchObject({ webhooksDead: 1 })
  const tasks = (await manager("GET", "/v1/tasks")).json.items
  expect(tasks).toMatchObject([{ isUrgent: true, detail: expect.stringContaining("evt_dead") }])
  bench.app.clock.advance({ hours: 2 })
  await sweepProvider.run(ctx(), {})
  await bench.app.drain()
  expect((await inbox("state=dead"))[0]).toMatchObject({ attempts: TRIES_ALLOWED })
})

test("many are replayed once each with their progress, and money is never booked twice", async () => {
  await bench.cards.pay(await bench.openPage(await bench.payableHold()))
  const told = await bench.cards.deliveries()
  await bench.deliver(told)
  await bench.app.drain()
  const before = await bench.balances()
  const asked = await manager("POST", "/v1/webhooks/replays", { state: "processed" }, key())
  expect(asked).toMatchObject({ status: 201, json: { done: 0, finishedAt: null } })
  expect(asked.json.total).toBeGreaterThan(1)
  await bench.app.drain()
  const { json } = await manager("GET", `/v1/webhooks/replays/${asked.json.id}`)
  expect(json).toMatchObject({ done: asked.json.total, failed: 0, finishedAt: expect.any(String) })
  expect(await bench.balances()).toEqual(before)

  const dead = await manager("POST", "/v1/webhooks/replays", { state: "dead" }, key())
  await bench.app.drain()
  expect((await manager("GET", `/v1/webhooks/replays/${dead.json.id}`)).json).toMatchObject({
    total: 1,
    done: 1,
    failed: 1,
  })
  expect(await inbox("state=failed")).toMatchObject([{ id: "evt_dead" }])
  const auditor = await signInAs(bench.app, "auditor")
  expect((await auditor("POST", "/v1/webhooks/replays", {}, key())).status).toBe(403)
  expect((await manager("POST", "/v1/webhooks/replays", { from: "yesterday" }, key())).status).toBe(400)
})

test("messages about one payment, taken up at once, are answered by one look; what comes during it gets its own", async () => {
  const before = (await bench.cards.deliveries()).length
  const hold = await bench.payableHold("2026-12-19")
  await bench.cards.pay(await bench.openPage(hold))
  const all = (await bench.cards.deliveries()).slice(before)
  const told = all.filter(({ type }) => type.startsWith("payment_intent.") || type.startsWith("charge."))
  const [late, ...early] = told
  const provider = ctx().providers.payments
  if (!late || !provider) throw new Error("The provider has told nothing.")
  const read = provider.readPayment
  const afterFirst = [late]
  const look = vi.spyOn(provider, "readPayment").mockImplementation(async (id) => {
    // What failed in an earlier test is tried again here too, and fails again.
    const payment = await read(id)
    await bench.deliver(afterFirst.splice(0))
    return payment
  })
  await bench.deliver(early)
  await Promise.all(early.map(({ id }) => processWebhook.run(ctx(), { eventId: id })))
  await bench.app.drain(false)
  expect(early.length).toBeGreaterThan(1)
  const looks = look.mock.calls.flat()
  expect(looks.filter((id) => id !== "pi_gone")).toHaveLength(2)
  const rows = await ctx()
    .db.select()
    .from(webhookEvents)
    .where(
      inArray(
        webhookEvents.id,
        told.map(({ id }) => id),
      ),
    )
  expect(rows.map(({ state, attempts }) => `${state} ${attempts}`)).toEqual(told.map(() => "processed 1"))
  expect((await bench.readState(hold)).state).toBe("confirmed")
  look.mockRestore()
})

import { createServer } from "node:net"
import { afterAll, expect, test } from "vitest"
import { enabledFeatures } from "#app/features.ts"
import { applicationModules } from "#app/modules.ts"
import { listenForProviders } from "#app/sample-past/listen-for-providers.ts"
import { planPast } from "#app/sample-past/plan-past.ts"
import { playPast } from "#app/sample-past/play-past.ts"
import { sandboxControl } from "#app/sample-past/sandbox-control.ts"
import { Stage } from "#app/sample-past/stage.ts"
import { verifyAudit } from "#platform/audit.ts"
import { type TestApplication, testApplication } from "#platform/testing/application.ts"
import { Temporal } from "#platform/time.ts"
import { createSandbox } from "../../../sandbox/src/sandbox.ts"

const NOW = Temporal.Instant.from("2026-12-20T20:00:00Z")
const DAYS = 9
const WEBHOOK_SECRET = "whsec_of_the_sample_past"

const closing: (() => Promise<void>)[] = []
afterAll(async () => {
  for (const close of closing) await close()
})

test("plays parties that were booked, cooked, paid and settled, and books that agree with them", async () => {
  const plan = planPast(NOW, DAYS)
  const { app, stage, origin } = await openStage(plan.begins.toString())
  // Whoever comes while the past is played would be answered as of then, and become part of it.
  const early = await fetch(`${origin}/v1/public/quotes`, { method: "POST", body: "{}" })
  expect(await early.json()).toMatchObject({ status: 503, code: "starting" })
  const played = await playPast(stage, plan, NOW)

  expect(played.booked).toBeGreaterThan(5)
  const over = await rows<{ status: string; count: number }>(
    app,
    `select status, count(*)::int from booking_bookings where starts_at < '${NOW}' group by status`,
  )
  expect(over.find(({ status }) => status === "settled")?.count).toBeGreaterThan(2)
  expect(over.map(({ status }) => status)).not.toContain("assigned")
  // What the parties say was paid is what lies in the books, to the cent.
  const [money] = await rows<{ total: string; paid: string; booked: string }>(
    app,
    `select (select sum(amount_cents) from payments_ledger_lines) as total,
       (select sum(paid_cents) from booking_bookings) as paid,
       (select sum(amount_cents) from payments_payments where received_at is not null and purpose <> 'tip') as booked`,
  )
  expect(money?.total).toBe("0")
  expect(money?.booked).toBe(money?.paid)
  const [late] = await rows<{ count: number }>(
    app,
    `select count(*)::int from operations_audit where at > '${NOW}'`,
  )
  expect(late?.count).toBe(0)
  expect((await verifyAudit(app.ctx())).brokenAt).toBeNull()
}, 120_000)

test("lays the same parties around every day, each with an address, a mail and a number that reach nobody", () => {
  const [plan, other] = [planPast(NOW), planPast(NOW.add({ hours: 24 * 40 }))]
  const over = plan.parties.filter(({ date }) => date.toString() < NOW.toString().slice(0, 10))
  expect(over.length).toBeGreaterThanOrEqual(60)
  expect(new Set(over.map(({ course }) => course)).size).toBe(10)
  expect(other.begins.since(plan.begins).total("hours")).toBe(24 * 40)
  for (const { contact } of [...plan.parties, ...plan.enquiries]) {
    expect(contact.email).toMatch(/^[a-z.]+@example\.com$/)
    expect(contact.phone).toMatch(/-555-01\d\d$/)
  }
})

async function openStage(begins: string) {
  const port = await freePort()
  const origin = `http://127.0.0.1:${port}`
  const url = `${origin}/v1/webhooks/stripe`
  const sandbox = await createSandbox({ stripeWebhook: { url, secret: WEBHOOK_SECRET } })
  const app = await testApplication({
    now: begins,
    environment: {
      STRIPE_SECRET_KEY: "sk_test_of_the_sample_past",
      STRIPE_WEBHOOK_SECRET: WEBHOOK_SECRET,
      STRIPE_API_URL: sandbox.url,
      SMTP_URL: `smtp://127.0.0.1:${sandbox.smtpPort}`,
      GOOGLE_MAPS_API_KEY: "sandbox",
      GOOGLE_GEOCODING_URL: sandbox.url,
      GOOGLE_ROUTES_URL: sandbox.url,
    },
  })
  const ear = await listenForProviders(app.http, { port, host: "127.0.0.1" })
  closing.push(ear.close, app.close, sandbox.close)
  const stage = new Stage({
    application: { http: app.http, services: app.services, context: (actor) => app.ctx(actor) },
    clock: app.clock,
    sandbox: sandboxControl(sandbox.url, "sk_test_of_the_sample_past"),
    schedules: applicationModules(enabledFeatures({})).flatMap((module) => module.schedules ?? []),
  })
  return { app, stage, origin }
}

async function rows<T>(app: TestApplication, query: string): Promise<T[]> {
  return (await app.ctx().db.execute(query)).rows as unknown as T[] // safe: each caller names its columns
}

function freePort(): Promise<number> {
  return new Promise((found, failed) => {
    const probe = createServer().once("error", failed)
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address()
      probe.close(() => found(typeof address === "object" && address ? address.port : 0))
    })
  })
}

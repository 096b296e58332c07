import type { Hold } from "@myhibachi/contract/hold"
import type { HoldPayment } from "@myhibachi/contract/payments"
import { placeHold, quoteParty, readHold, signAgreement } from "#modules/booking/index.ts"
import { TEST_NOW, type TestApplication, testApplication } from "#platform/testing/application.ts"
import { Temporal } from "#platform/time.ts"
import {
  type CardBench,
  type Delivery,
  startCardBench,
} from "#providers/payments/testing/start-card-bench.ts"
import { readTrialBalance } from "../ledger/read-ledger.ts"

/** The whole application beside the sandbox of its providers, both on one clock. */
export interface PaymentBench {
  app: TestApplication
  cards: CardBench
  /** A signed hold that waits for its deposit, on a Saturday of December 2026. */
  payableHold(date?: string): Promise<Hold>
  /** @returns the address of the hosted page. */
  openPage(hold: Hold): Promise<string>
  /** Hands messages to our webhook. @returns the HTTP statuses. */
  deliver(messages: Delivery[]): Promise<number[]>
  /** Makes something happen at the provider without our doing. */
  control(path: string, body: object): Promise<void>
  readState(hold: Hold): Promise<HoldPayment>
  /** Cents by account, without those that are zero. */
  balances(): Promise<Record<string, number>>
  close(): Promise<void>
}

type StartApplication = (environment: Record<string, string>) => Promise<TestApplication>

/** Starts both; `start` makes the application when it shall not run on the embedded database. */
export async function startPaymentBench(
  start: StartApplication = (environment) => testApplication({ environment }),
): Promise<PaymentBench> {
  const parts: { app?: TestApplication } = {}
  const cards = await startCardBench({ now: () => parts.app?.clock.now() ?? Temporal.Instant.from(TEST_NOW) })
  const app = await start(cards.environment)
  parts.app = app
  return {
    app,
    cards,
    payableHold: (date = "2026-12-12") => payableHold(app, date),
    openPage: (hold) => openPage(app, hold),
    deliver: (messages) => deliver(app, messages),
    control: (path, body) => control(cards.sandbox.url, path, body),
    readState: async (hold) =>
      (await app.http.inject({ url: `/v1/public/holds/${hold.token}/payment` })).json(),
    balances: () => balances(app),
    close: async () => {
      await app.close()
      await cards.close()
    },
  }
}

async function payableHold(app: TestApplication, date: string): Promise<Hold> {
  const ctx = app.ctx({ kind: "visitor" })
  const address = { text: "2000 Broadway, Oakland, CA 94612" }
  const quote = await quoteParty(ctx, { guests: { adults: 14, children: 2 }, address, date, time: "18:00" })
  const contact = { name: "Ana Lopez", email: "ana@example.com" }
  const { id, agreement } = await placeHold(ctx, { quoteToken: quote.token, contact })
  const signature = { signerName: "Ana Lopez", isAccepted: true, textHash: agreement.textHash } as const
  await signAgreement(ctx, { holdId: id, ...signature, ipAddress: "127.0.0.1", userAgent: "bench" })
  return readHold(ctx, { holdId: id })
}

async function openPage(app: TestApplication, hold: Hold): Promise<string> {
  const config = (await app.http.inject({ url: "/v1/payments/config" })).json()
  const reply = await app.http.inject({
    method: "POST",
    url: `/v1/public/holds/${hold.token}/checkout`,
    payload: { consentId: config.saveCardConsent.id },
  })
  if (reply.statusCode !== 200) throw new Error(`No payment page: ${reply.body}`)
  return reply.json().url
}

async function deliver(app: TestApplication, messages: Delivery[]): Promise<number[]> {
  const statuses = []
  for (const { body, signature } of messages) {
    const headers = { "content-type": "application/json", "stripe-signature": signature }
    const reply = await app.http.inject({
      method: "POST",
      url: "/v1/webhooks/stripe",
      headers,
      payload: body,
    })
    statuses.push(reply.statusCode)
  }
  return statuses
}

async function control(sandboxUrl: string, path: string, body: object): Promise<void> {
  const headers = { "content-type": "application/json" }
  const url = `${sandboxUrl}/_control/stripe${path}`
  const reply = await fetch(url, { method: "POST", headers, body: JSON.stringify(body) })
  if (!reply.ok) throw new Error(`The sandbox says ${reply.status}: ${await reply.text()}`)
}

async function balances(app: TestApplication): Promise<Record<string, number>> {
  const { accounts, total } = await readTrialBalance(app.ctx())
  if (total.amount !== 0) throw new Error(`The ledger is out of balance by ${total.amount} cents.`)
  return Object.fromEntries(
    accounts.map(({ account, balance }) => [account, balance.amount]).filter(([, cents]) => cents !== 0),
  )
}

import type { Hold } from "@myhibachi/contract/hold"
import type { HoldPayment } from "@myhibachi/contract/payments"
import type { Quote } from "@myhibachi/contract/quote"
import { afterAll, beforeAll, expect, test, vi } from "vitest"
import { SAMPLE_PASSWORD } from "#modules/identity/seed-staff.ts"
import { Temporal } from "#platform/time.ts"
import { openProcessBench, type ProcessBench } from "./testing/start-process.ts"

const WAIT = { timeout: 100_000, interval: 100 }
let bench: ProcessBench

beforeAll(async () => {
  bench = await openProcessBench()
  await bench.start()
}, 120_000)
afterAll(() => bench.close())

interface Payable {
  hold: Hold
  email: string
  page: string
}

/** A signed hold with its payment page, `weeks` from now. */
async function payable(name: string, weeks: number): Promise<Payable> {
  const date = Temporal.Now.plainDateISO("America/Los_Angeles").add({ weeks }).toString()
  const quote = await bench.request<Quote>("POST", "/v1/public/quotes", {
    guests: { adults: 14 },
    address: { text: "2000 Broadway, Oakland, CA 94612" },
    date,
    time: "18:00",
  })
  const email = `${name}@example.com`
  const contact = { name: `Kay ${name}`, email }
  const hold = await bench.request<Hold>("POST", "/v1/public/holds", { quoteToken: quote.token, contact })
  const path = `/v1/public/holds/${hold.token}`
  const { textHash } = hold.agreement
  await bench.request("POST", `${path}/sign`, { signerName: contact.name, isAccepted: true, textHash })
  const config = await bench.request<{ saveCardConsent: { id: string } }>("GET", "/v1/payments/config")
  const checkout = { consentId: config.saveCardConsent.id }
  const { url } = await bench.request<{ url: string }>("POST", `${path}/checkout`, checkout)
  return { hold, email, page: url }
}

async function pay({ page }: Payable): Promise<void> {
  const form = {
    email: "kay@example.com",
    number: "4242424242424242",
    expiry: "12 / 34",
    cvc: "123",
    name: "Kay",
  }
  const reply = await fetch(page, { method: "POST", redirect: "manual", body: new URLSearchParams(form) })
  expect(reply.status).toBe(303)
}

const isStruck = (vendor: "stripe" | "smtp") => () =>
  bench.sandbox.ctx.faults.list().some((fault) => fault.vendor === vendor && (fault.callsLeft ?? 0) < 100)

/** Everything that must be there exactly once. */
async function expectBookedOnce({ hold, email }: Payable): Promise<void> {
  const state = () => bench.request<HoldPayment>("GET", `/v1/public/holds/${hold.token}/payment`)
  await vi.waitUntil(async () => (await state()).state === "confirmed", WAIT)
  await vi.waitUntil(() => mailsTo(email).length > 0, WAIT)
  const staff = await signIn()
  await vi.waitUntil(async () => (await openWebhooks(staff)).length === 0, WAIT)

  type Items = { items: { id: string; holdId?: string | null; status?: string; name?: string }[] }
  const bookings = await staff<Items>(`/v1/bookings?search=${encodeURIComponent(email)}&order=newest`)
  expect(bookings.items).toHaveLength(1)
  const payments = await staff<Items>("/v1/payments?limit=100")
  const paid = payments.items.filter(({ holdId }) => holdId === hold.id)
  expect(paid).toMatchObject([{ status: "succeeded" }])
  expect(mailsTo(email)).toHaveLength(1)
}

const mailsTo = (email: string) => bench.sandbox.mailbox.list({ to: email, subject: "booked" })

/** @returns the states of messages that nobody has seen to yet. */
async function openWebhooks(staff: <T>(path: string) => Promise<T>): Promise<string[]> {
  const { items } = await staff<{ items: { state: string }[] }>("/v1/webhooks/events?limit=100")
  return items.map(({ state }) => state).filter((state) => state !== "processed" && state !== "ignored")
}

async function signIn(): Promise<<T>(path: string) => Promise<T>> {
  const reply = await fetch(`${bench.url}/v1/auth/login`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ email: "owner@myhibachi.example", password: SAMPLE_PASSWORD }),
  })
  const cookie = reply.headers
    .getSetCookie()
    .map((line) => line.split(";")[0])
    .join("; ")
  return (path) => bench.request("GET", path, undefined, { cookie })
}

/** Cents by account. */
async function balances(): Promise<Record<string, number>> {
  const staff = await signIn()
  type TrialBalance = {
    accounts: { account: string; balance: { amount: number } }[]
    total: { amount: number }
  }
  const { accounts, total } = await staff<TrialBalance>("/v1/ledger/trial-balance")
  expect(total.amount).toBe(0)
  return Object.fromEntries(accounts.map(({ account, balance }) => [account, balance.amount]))
}

const DEPOSIT = 10_000

test("killed before the payment is told: the message comes again and books once", async () => {
  const party = await payable("before", 8)
  await bench.kill()
  await pay(party)
  await bench.start()
  await expectBookedOnce(party)
  expect(await balances()).toMatchObject({ customer_deposits: -DEPOSIT })
}, 200_000)

test("killed while it asks about the payment, and again while the mail leaves: all of it happens once", async () => {
  const party = await payable("during", 9)
  const { faults } = bench.sandbox.ctx
  faults.set({ vendor: "stripe", kind: "timeout", callsLeft: 100 })
  await pay(party)
  await vi.waitUntil(isStruck("stripe"), WAIT)
  await bench.kill()
  faults.clear()
  faults.set({ vendor: "smtp", kind: "timeout", callsLeft: 100 })
  await bench.start()
  await vi.waitUntil(isStruck("smtp"), WAIT)
  await bench.kill()
  faults.clear()
  expect(mailsTo(party.email)).toEqual([])
  await bench.start()
  await expectBookedOnce(party)
  expect(await balances()).toMatchObject({ customer_deposits: -2 * DEPOSIT })
}, 300_000)

test("killed twice as soon as the money is there: booked once", async () => {
  const party = await payable("storm", 11)
  await pay(party)
  for (let time = 1; time <= 2; time += 1) {
    await bench.kill()
    await bench.start()
  }
  await expectBookedOnce(party)
  expect(await balances()).toMatchObject({ customer_deposits: -3 * DEPOSIT })
}, 300_000)

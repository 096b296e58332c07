import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { openMemoryDatabase } from "#platform/testing/snapshot.ts"
import { SettableClock } from "#platform/time.ts"
import { createManualPayments } from "./manual.ts"
import type { Payments } from "./port.ts"
import { startCardBench } from "./testing/start-card-bench.ts"

const clock = new SettableClock("2026-11-10T20:00:00Z")

/** A provider, and what its customers and people do with a page. */
interface ProviderBench {
  payments: Payments
  pay(page: { id: string; url: string | null }): Promise<void>
  close(): Promise<void>
}

async function startStripe(): Promise<ProviderBench> {
  const bench = await startCardBench(clock)
  return {
    payments: bench.provider,
    pay: async ({ url }) => void expect(await bench.pay(url ?? "")).toBe(303),
    close: () => bench.close(),
  }
}

async function startManual(): Promise<ProviderBench> {
  const { database } = await openMemoryDatabase("snapshot")
  const { payments, desk } = createManualPayments({
    pool: database.primary,
    clock,
    ways: [{ name: "Zelle", how: "to pay@example.com" }],
    siteUrl: "http://localhost:3000",
    secret: "test-secret-test-secret-test-secret",
  })
  return { payments, pay: ({ id }) => desk.receive(id, "zelle"), close: () => database.close() }
}

describe.each([
  { name: "stripe", start: startStripe },
  { name: "manual", start: startManual },
])("what every provider promises: $name", ({ name, start }) => {
  let bench: ProviderBench
  beforeAll(async () => {
    bench = await start()
  })
  afterAll(() => bench.close())

  const open = (checkoutId: string, amountCents = 10_000) =>
    bench.payments.createCheckout({
      checkoutId,
      amountCents,
      currency: "USD",
      title: "Deposit",
      description: "A party for 17",
      customerEmail: "ana@example.com",
      saveCardConsent: bench.payments.keptCards ? "You allow us to keep the card." : null,
      expiresAt: clock.now().add({ hours: 2 }),
      successUrl: "http://localhost:3000/hold/x/paid",
      cancelUrl: "http://localhost:3000/hold/x",
    })

  async function paid(checkoutId: string) {
    const page = await open(checkoutId)
    await bench.pay(page)
    const { paymentId } = await bench.payments.readCheckout(page.id)
    return bench.payments.readPayment(paymentId ?? "")
  }

  test("one page for one id, open and without a payment until it is paid", async () => {
    const page = await open("co_twice")
    expect(await open("co_twice")).toEqual(page)
    expect(page).toMatchObject({ status: "open", checkoutId: "co_twice", paymentId: null })
    expect(URL.canParse(page.url ?? "")).toBe(true)
    const since = await bench.payments.listCheckouts(clock.now().subtract({ hours: 1 }))
    expect(since.map(({ id }) => id)).toContain(page.id)
    expect(await bench.payments.listCheckouts(clock.now().add({ hours: 1 }))).toEqual([])
  })

  test("a paid page is money that names the page, its amount and its means", async () => {
    const payment = await paid("co_paid")
    expect(payment).toMatchObject({ status: "succeeded", checkoutId: "co_paid", paymentId: null })
    expect(payment).toMatchObject({ amountCents: 10_000, currency: "USD", refunds: [] })
    expect(payment.method === "card").toBe(bench.payments.keptCards !== null)
    expect(payment.card === null).toBe(bench.payments.keptCards === null)
    expect(payment.feeCents).not.toBeNull()
  })

  test("a refund is made once for one id, in parts, and never above what came", async () => {
    const { id } = await paid("co_refund")
    const first = { refundId: "rf_1", paymentId: id, amountCents: 4_000 }
    const [one, again] = [await bench.payments.refund(first), await bench.payments.refund(first)]
    expect(again.id).toBe(one.id)
    expect(["requested", "pending", "succeeded"]).toContain(one.status)
    const tooMuch = bench.payments.refund({ refundId: "rf_2", paymentId: id, amountCents: 6_001 })
    await expect(tooMuch).rejects.toMatchObject({ kind: "unprocessable", code: "payment-refused" })
    await bench.payments.refund({ refundId: "rf_3", paymentId: id, amountCents: 6_000 })
    const { refunds, status } = await bench.payments.readPayment(id)
    expect(status).toBe("succeeded")
    expect(refunds.map(({ refundId, amountCents }) => `${refundId}: ${amountCents}`).sort()).toEqual([
      "rf_1: 4000",
      "rf_3: 6000",
    ])
  })

  test("an open page is closed for good; a paid one stays paid", async () => {
    const page = await open("co_close")
    await bench.payments.expireCheckout(page.id)
    await bench.payments.expireCheckout(page.id)
    expect(await bench.payments.readCheckout(page.id)).toMatchObject({ status: "expired", url: null })
    const { id } = await paid("co_kept")
    const [kept] = (await bench.payments.listCheckouts(clock.now().subtract({ hours: 1 }))).filter(
      ({ checkoutId }) => checkoutId === "co_kept",
    )
    await bench.payments.expireCheckout(kept?.id ?? "")
    expect(await bench.payments.readCheckout(kept?.id ?? "")).toMatchObject({
      status: "complete",
      paymentId: id,
    })
  })

  test("what it does not know it refuses", async () => {
    const refused = { kind: "unprocessable", code: "payment-refused" }
    await expect(bench.payments.readCheckout("cs_nobody")).rejects.toMatchObject(refused)
    await expect(bench.payments.readPayment("pi_nobody")).rejects.toMatchObject(refused)
    const refund = bench.payments.refund({ refundId: "rf_9", paymentId: "pi_nobody", amountCents: 1 })
    await expect(refund).rejects.toMatchObject(refused)
  })

  test("it says what it can: kept cards and messages come together or not at all", () => {
    const { pageLife, keptCards, verifyWebhook } = bench.payments
    expect(bench.payments.name).toBe(name)
    expect(keptCards === null).toBe(verifyWebhook === null)
    expect(pageLife.longestHours * 60).toBeGreaterThan(pageLife.shortestMinutes)
  })
})

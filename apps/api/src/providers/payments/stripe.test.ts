import { afterAll, beforeAll, expect, test } from "vitest"
import { readConfig } from "#app/config.ts"
import { SettableClock } from "#platform/time.ts"
import { type CardBench, startCardBench } from "#providers/payments/testing/start-card-bench.ts"
import { createStripePayments } from "./stripe.ts"

const clock = new SettableClock("2026-11-10T20:00:00Z")
let bench: CardBench

beforeAll(async () => {
  bench = await startCardBench(clock)
})
afterAll(() => bench.close())

const open = (checkoutId: string, amountCents = 10_000) =>
  bench.provider.createCheckout({
    checkoutId,
    amountCents,
    currency: "USD",
    title: "Deposit",
    description: "A party for 17",
    customerEmail: "ana@example.com",
    saveCardConsent: "You allow us to keep the card.",
    expiresAt: clock.now().add({ hours: 2 }),
    successUrl: "http://localhost:3000/hold/x/paid",
    cancelUrl: "http://localhost:3000/hold/x",
  })

async function paid(checkoutId: string) {
  const page = await open(checkoutId)
  expect(await bench.pay(page.url ?? "")).toBe(303)
  const { paymentId } = await bench.provider.readCheckout(page.id)
  return bench.provider.readPayment(paymentId ?? "")
}

test("opens one page for one id, however often it is asked", async () => {
  const [first, second] = [await open("co_twice"), await open("co_twice")]
  expect(second).toEqual(first)
  expect(first).toMatchObject({ status: "open", checkoutId: "co_twice", paymentId: null })
  expect(
    (await bench.provider.listCheckouts(clock.now().subtract({ hours: 1 }))).map((page) => page.id),
  ).toContain(first.id)
})

test("reads a paid page as money with card, fee and the id that came with it", async () => {
  expect(await paid("co_paid")).toMatchObject({
    status: "succeeded",
    checkoutId: "co_paid",
    amountCents: 10_000,
    currency: "USD",
    card: { brand: "visa", last4: "4242" },
    feeCents: 320,
    refunds: [],
  })
})

test("keeps the card for later charges of the same customer", async () => {
  const payment = await paid("co_saved")
  expect(payment.customerId).toMatch(/^cus_/)
  expect(payment.methodId).toMatch(/^pm_/)
})

test("a declined card is a failed payment with the reason, and the page stays open", async () => {
  const page = await open("co_declined")
  expect(await bench.pay(page.url ?? "", "4000000000009995")).toBe(402)
  const after = await bench.provider.readCheckout(page.id)
  expect(after.status).toBe("open")
  expect(await bench.pay(page.url ?? "")).toBe(303)
})

test("refunds once for one id, and refuses more than was paid", async () => {
  const payment = await paid("co_refund")
  const request = { refundId: "rf_1", paymentId: payment.id, amountCents: 4_000 }
  const [first, second] = [await bench.provider.refund(request), await bench.provider.refund(request)]
  expect(second.id).toBe(first.id)
  expect((await bench.provider.readPayment(payment.id)).refunds).toMatchObject([
    { refundId: "rf_1", amountCents: 4_000 },
  ])
  const tooMuch = bench.provider.refund({ refundId: "rf_2", paymentId: payment.id, amountCents: 6_001 })
  await expect(tooMuch).rejects.toMatchObject({ kind: "unprocessable", code: "payment-refused" })
})

test("closes an open page, and leaves one alone that is over", async () => {
  const page = await open("co_close")
  await bench.provider.expireCheckout(page.id)
  await bench.provider.expireCheckout(page.id)
  expect((await bench.provider.readCheckout(page.id)).status).toBe("expired")
})

test("knows a real message from an altered, an old and an unsigned one", async () => {
  await paid("co_signed")
  const [message] = (await bench.deliveries())
    .filter(({ type }) => type === "checkout.session.completed")
    .slice(-1)
  const body = Buffer.from(message?.body ?? "")
  const signature = message?.signature ?? ""
  const now = clock.now()
  const verify = bench.provider.verifyWebhook
  if (!verify) throw new Error("Stripe sends messages.")
  expect(verify(body, signature, now)).toMatchObject({
    id: message?.id,
    subject: { kind: "payment" },
  })
  const altered = Buffer.from(body.toString().replace("10000", "99999"))
  const invalid = { code: "webhook-signature-invalid" }
  expect(() => verify(altered, signature, now)).toThrow(expect.objectContaining(invalid))
  expect(() => verify(body, "t=1,v1=00", now)).toThrow(expect.objectContaining(invalid))
  expect(() => verify(body, "", now)).toThrow(expect.objectContaining(invalid))
  const late = now.add({ seconds: 301 })
  expect(() => verify(body, signature, late)).toThrow(expect.objectContaining(invalid))
})

test("says that the provider is down instead of throwing the wire's error", async () => {
  const config = readConfig({
    MYHIBACHI_SECRET: "test-secret-test-secret-test-secret",
    STRIPE_SECRET_KEY: "sk_test_down",
    STRIPE_WEBHOOK_SECRET: "whsec_down",
    STRIPE_API_URL: "http://127.0.0.1:4989",
  })
  const down = createStripePayments(config)?.readPayment("pi_1")
  await expect(down).rejects.toMatchObject({ kind: "unavailable", code: "payments-down" })
})

test("is off when either key is missing", () => {
  const config = readConfig({
    MYHIBACHI_SECRET: "test-secret-test-secret-test-secret",
    STRIPE_SECRET_KEY: "sk_test",
  })
  expect(createStripePayments(config)).toBeUndefined()
})

import { eq } from "drizzle-orm"
import { afterAll, beforeAll, expect, test } from "vitest"
import { readBooking } from "#modules/booking/index.ts"
import { findPayments, readPayment } from "./find-payments.ts"
import { sweepProvider } from "./sweep-provider.ts"
import { cards, payments } from "./tables.ts"
import { type PaymentBench, startPaymentBench } from "./testing/payment-bench.ts"

let bench: PaymentBench
let heard = 0
let day = 1

beforeAll(async () => {
  bench = await startPaymentBench()
})
afterAll(() => bench.close())

const ctx = () => bench.app.ctx()

/** A booking whose kept card was to be charged when the process died. */
async function interruptedCharge() {
  const hold = await bench.payableHold(`2026-12-${String(++day).padStart(2, "0")}`)
  await bench.cards.pay(await bench.openPage(hold))
  const all = await bench.cards.deliveries()
  await bench.deliver(all.slice(heard))
  heard = all.length
  await bench.app.drain()
  const { items } = await findPayments(ctx(), { limit: 100 })
  const deposit = items.find(({ holdId }) => holdId === hold.id)
  if (!deposit?.bookingId || !deposit.customerId) throw new Error("The hold was not booked.")
  const [card] = await ctx().db.select().from(cards).where(eq(cards.customerId, deposit.customerId))
  if (!card) throw new Error("No card was kept.")
  const { providerCustomerId, providerMethodId } = card
  const { bookingId } = deposit
  const amountCents = (await readBooking(ctx(), { bookingId })).owed.amount
  const id = ctx().newId("pay")
  await ctx()
    .db.insert(payments)
    .values({
      id,
      bookingId,
      customerId: deposit.customerId,
      purpose: "balance",
      method: "card",
      provider: "stripe",
      providerCustomerId,
      providerMethodId,
      occasion: `staff:${id}`,
      status: "processing",
      amountCents,
      currency: "USD",
      createdAt: ctx().now(),
    })
  return { id, bookingId, amountCents, customerId: providerCustomerId, methodId: providerMethodId }
}

test("a charge whose answer was lost is found and booked, and the card is not charged again", async () => {
  const { id, bookingId, ...charge } = await interruptedCharge()
  const request = { ...charge, paymentId: id, currency: "USD", description: "Balance" } as const
  await ctx().providers.payments?.keptCards?.charge(request)
  await sweepProvider.run(ctx(), {})
  expect((await readPayment(ctx(), id)).status).toBe("processing")
  bench.app.clock.advance({ minutes: 11 })
  await sweepProvider.run(ctx(), {})
  await sweepProvider.run(ctx(), {})
  expect(await readPayment(ctx(), id)).toMatchObject({ status: "succeeded" })
  expect((await readBooking(ctx(), { bookingId })).owed.amount).toBe(0)
  const headers = { authorization: "Bearer sk_test_of_the_card_bench" }
  const url = `${bench.cards.sandbox.url}/v1/payment_intents?customer=${charge.customerId}`
  const made = (await (await fetch(url, { headers })).json()) as { data: { metadata: object }[] }
  expect(made.data.filter(({ metadata }) => JSON.stringify(metadata).includes(id))).toHaveLength(1)
})

test("a charge that never reached the provider is given up, and the customer gets one link to pay", async () => {
  const { id, bookingId, amountCents } = await interruptedCharge()
  bench.app.clock.advance({ hours: 5 })
  await sweepProvider.run(ctx(), {})
  expect((await readPayment(ctx(), id)).status).toBe("processing")
  bench.app.clock.advance({ hours: 2 })
  await sweepProvider.run(ctx(), {})
  await sweepProvider.run(ctx(), {})
  await bench.app.drain()
  expect(await readPayment(ctx(), id)).toMatchObject({
    status: "failed",
    failureMessage: expect.stringContaining("nothing was taken"),
  })
  expect((await readBooking(ctx(), { bookingId })).owed.amount).toBe(amountCents)
  const links = bench.cards.sandbox.mailbox
    .list({ to: "ana@example.com" })
    .filter(({ text }) => text.includes("/pay/"))
  expect(links).toHaveLength(1)
})

import { afterAll, beforeAll, expect, test } from "vitest"
import { readBooking } from "#modules/booking/index.ts"
import { type StaffClient, signInAs } from "#modules/identity/testing/staff-client.ts"
import { Temporal } from "#platform/time.ts"
import { collectBalances } from "./charge-balance.ts"
import { type PaymentBench, startPaymentBench } from "./testing/payment-bench.ts"

let bench: PaymentBench
let owner: StaffClient

beforeAll(async () => {
  bench = await startPaymentBench()
  owner = await signInAs(bench.app, "owner")
})
afterAll(() => bench.close())

const booking = (bookingId: string) => readBooking(bench.app.ctx(), { bookingId })
const part = (amount: number, dueAt: string) => ({ amount: { amount, currency: "USD" }, dueAt })

async function bookedParty(date: string): Promise<string> {
  const hold = await bench.payableHold(date)
  await bench.cards.pay(await bench.openPage(hold))
  await bench.deliver(await bench.cards.deliveries())
  await bench.app.drain()
  const { bookingToken } = await bench.readState(hold)
  return bookingToken?.split(".")[0] ?? ""
}

async function plan(bookingId: string, items: object[], version?: number) {
  const { version: current } = await booking(bookingId)
  const headers = { "if-match": `"v${version ?? current}"` }
  return owner("PUT", `/v1/bookings/${bookingId}/payment-schedule`, { items }, headers)
}

async function collectAt(instant: string) {
  bench.app.clock.set(Temporal.Instant.from(instant).add({ minutes: 1 }))
  for (let round = 0; round < 2; round += 1) {
    await collectBalances.run(bench.app.ctx(), {})
    await bench.app.drain()
    await bench.deliver(await bench.cards.deliveries())
    await bench.app.drain()
  }
}

test("what staff plan is what the clock charges and the link asks for, part by part", async () => {
  const bookingId = await bookedParty("2026-12-12")
  const { owed, version, balanceDueAt } = await booking(bookingId)
  const [first, second] = ["2026-11-20T20:00:00Z", "2026-12-01T20:00:00Z"]
  const items = [part(20_000, first), part(owed.amount - 20_000, second)]

  expect((await plan(bookingId, items)).json).toMatchObject({
    owed,
    version: version + 1,
    items: [{ purpose: "deposit", state: "paid" }, ...items.map((each) => ({ ...each, state: "upcoming" }))],
  })
  expect((await plan(bookingId, items, version)).status).toBe(412)
  expect((await owner("PUT", `/v1/bookings/${bookingId}/payment-schedule`, { items })).status).toBe(428)
  const cents = await plan(bookingId, [part(owed.amount - 1, first)])
  expect([cents.status, cents.json.code, cents.json.errors[0].pointer]).toEqual([
    400,
    "plan-invalid",
    "/items",
  ])
  const late = await plan(bookingId, [part(owed.amount, "2026-12-13T02:00:01Z")])
  expect(late.json.errors[0].pointer).toBe("/items/0/dueAt")
  expect((await plan(bookingId, [part(-1, first), part(owed.amount + 1, second)])).status).toBe(400)
  const auditor = await signInAs(bench.app, "auditor")
  const path = `/v1/bookings/${bookingId}/payment-schedule`
  expect((await auditor("PUT", path, { items }, { "if-match": `"v${version + 1}"` })).status).toBe(403)

  const link = await owner(
    "POST",
    `/v1/bookings/${bookingId}/pay-links`,
    {},
    { "idempotency-key": "link-part-1" },
  )
  expect(link.json.amount.amount).toBe(20_000)
  await collectAt("2026-11-15T20:00:00Z")
  expect((await booking(bookingId)).owed).toEqual(owed)
  await collectAt(first)
  expect(await booking(bookingId)).toMatchObject({
    owed: { amount: owed.amount - 20_000 },
    balanceDueAt: second,
    nextDue: part(owed.amount - 20_000, second),
  })
  const page = (await bench.app.http.inject({ url: `/v1/public/pay/${link.json.token}` })).json()
  expect([page.due, page.owed]).toEqual([part(owed.amount - 20_000, second).amount, page.due])
  await collectAt(second)
  expect((await booking(bookingId)).owed.amount).toBe(0)
  expect(Date.parse(second)).toBeLessThan(Date.parse(balanceDueAt))
  expect((await plan(bookingId, [part(1, "2026-12-05T20:00:00Z")])).json.code).toBe("plan-invalid")
})

test("a part that was not paid is asked for again with the next one, and the rule can be had back", async () => {
  bench.app.clock.set("2026-12-10T20:00:00Z")
  const hold = await bench.payableHold("2027-01-16")
  const cash = {
    method: "cash",
    purpose: "deposit",
    amount: { amount: 10_000, currency: "USD" },
    reference: "R1",
  }
  const paid = await owner("POST", `/v1/holds/${hold.id}/payments/offline`, cash, {
    "idempotency-key": "deposit-1",
  })
  const { bookingId } = paid.json
  const { owed, balanceDueAt } = await booking(bookingId)
  const [first, second] = ["2026-12-20T20:00:00Z", "2026-12-28T20:00:00Z"]
  await plan(bookingId, [part(5_000, first), part(7_000, second), part(owed.amount - 12_000, balanceDueAt)])
  await collectAt(first)
  await collectAt(second)
  const { items } = (await owner("GET", `/v1/bookings/${bookingId}/payment-schedule`)).json
  expect(items.map(({ state }: { state: string }) => state)).toEqual(["paid", "due", "due", "upcoming"])
  const links = (await owner("GET", `/v1/bookings/${bookingId}/money`)).json.items
  expect(links.filter(({ title }: { title: string }) => /link/i.test(title))).toHaveLength(2)
  expect((await booking(bookingId)).nextDue?.amount.amount).toBe(12_000)
  await plan(bookingId, [])
  expect(await booking(bookingId)).toMatchObject({
    balanceDueAt,
    dues: [{ amount: owed, dueAt: balanceDueAt }],
  })
})

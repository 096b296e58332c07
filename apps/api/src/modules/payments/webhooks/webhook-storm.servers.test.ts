import { count, eq, inArray } from "drizzle-orm"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import type { TestApplication } from "#platform/testing/application.ts"
import { createFreshDatabase, POSTGRES_URL } from "#platform/testing/servers.ts"
import { startOnDatabase } from "../../../refusals/testing/start-on-database.ts"
import { ledgerEntries } from "../ledger/tables.ts"
import { sweepProvider } from "../sweep-provider.ts"
import { payments } from "../tables.ts"
import { type PaymentBench, startPaymentBench } from "../testing/payment-bench.ts"
import { webhookEvents } from "./tables.ts"

const PARTIES = 12

/** The application on a database of its own in a real server. */
async function startOnServer(environment: Record<string, string>): Promise<TestApplication> {
  const fresh = await createFreshDatabase(POSTGRES_URL ?? "")
  const application = await startOnDatabase({ ...environment, DATABASE_URL: fresh.url })
  return {
    ...application,
    close: async () => {
      await application.close()
      await fresh.drop()
    },
  }
}

describe.skipIf(!POSTGRES_URL)("on a real PostgreSQL", () => {
  let bench: PaymentBench
  beforeAll(async () => {
    bench = await startPaymentBench(startOnServer)
  })
  afterAll(() => bench.close())

  const ctx = () => bench.app.ctx()
  const fourWorkers = () => Promise.all([1, 2, 3, 4].map(() => bench.app.drain(false).catch(() => 0)))

  async function killConnections(times: number): Promise<void> {
    const others =
      "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() and state = 'active'"
    for (let time = 0; time < times; time += 1)
      await ctx()
        .db.execute(others)
        .catch(() => undefined)
  }

  async function waiting(): Promise<number> {
    const [row] = await ctx()
      .db.select({ count: count() })
      .from(webhookEvents)
      .where(inArray(webhookEvents.state, ["received", "failed"]))
    return row?.count ?? 0
  }

  test("messages five times at once, workers whose connections are cut: each party is booked once", async () => {
    for (let day = 1; day <= PARTIES; day += 1) {
      const hold = await bench.payableHold(`2026-12-${String(day).padStart(2, "0")}`)
      await bench.cards.pay(await bench.openPage(hold))
    }
    const all = await bench.cards.deliveries()
    const lanes = Array.from({ length: 5 }, (_, lane) =>
      all.map((_, index) => all[(index * 7 + lane * 11) % all.length]),
    )
    const statuses = await Promise.all(
      lanes.map((lane) => bench.deliver(lane.filter((item) => item !== undefined))),
    )
    expect(new Set(statuses.flat())).toEqual(new Set([200]))

    await Promise.all([fourWorkers(), killConnections(60)])
    for (let round = 0; round < 10 && (await waiting()) > 0; round += 1) {
      bench.app.clock.advance({ minutes: 11 })
      await sweepProvider.run(ctx(), {})
      await fourWorkers()
    }
    expect(await waiting()).toBe(0)
    const [entries] = await ctx().db.select({ count: count() }).from(ledgerEntries)
    const [booked] = await ctx()
      .db.select({ count: count() })
      .from(payments)
      .where(eq(payments.status, "succeeded"))
    expect([entries?.count, booked?.count]).toEqual([2 * PARTIES, PARTIES])
    expect(await bench.balances()).toEqual({
      customer_deposits: -10_000 * PARTIES,
      fees: 320 * PARTIES,
      stripe_clearing: 9_680 * PARTIES,
    })
  }, 120_000)
})

import { Client } from "pg"
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest"
import { type StaffClient, signInAs } from "#modules/identity/testing/staff-client.ts"
import type { TestApplication } from "#platform/testing/application.ts"
import { createFreshDatabase, type FreshDatabase, POSTGRES_URL } from "#platform/testing/servers.ts"
import { startOnDatabase } from "./testing/start-on-database.ts"
import { findLost, nothingTold, visit } from "./testing/write-during.ts"

const LANES = 5

describe.skipIf(!POSTGRES_URL)("on a real PostgreSQL", () => {
  let fresh: FreshDatabase
  let app: TestApplication
  let owner: StaffClient
  let cutter: Client

  beforeAll(async () => {
    fresh = await createFreshDatabase(POSTGRES_URL ?? "")
    app = await startOnDatabase({ DATABASE_URL: fresh.url })
    owner = await signInAs(app, "owner")
    cutter = new Client({ connectionString: fresh.url })
    await cutter.connect()
  })
  afterAll(async () => {
    await cutter.end()
    await app.close()
    await fresh.drop()
  })

  /** Ends every connection but our own. @returns how many there were. */
  async function cutAll(): Promise<number> {
    const { rowCount } = await cutter.query(
      "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()",
    )
    return rowCount ?? 0
  }

  const comesBack = () =>
    vi.waitUntil(async () => (await app.http.inject({ url: "/health/ready" })).statusCode === 200)

  test("connections cut while customers write: each gets what they asked for or is told to try again", async () => {
    const told = nothingTold()
    const lane = async (number: number) => {
      for (let day = number; day <= 30; day += LANES)
        await visit(app, `cut-${day}`, `2026-12-${String(day).padStart(2, "0")}`, told)
    }
    let lanesLeft = LANES
    const lanes = Array.from({ length: LANES }, (_, index) =>
      lane(index + 1).finally(() => {
        lanesLeft -= 1
      }),
    )
    let cut = 0
    for (let round = 1; lanesLeft > 0; round += 1) {
      // Some visits get through between two cuts.
      await visit(app, `between-${round}`, `2027-03-${String((round % 28) + 1).padStart(2, "0")}`, told)
      cut += await cutAll()
    }
    await Promise.all(lanes)
    expect(cut).toBeGreaterThan(0)
    const refused = told.replies.filter(({ status }) => status >= 300)
    expect(refused.length).toBeGreaterThan(0)
    for (const reply of refused)
      expect(reply).toMatchObject({
        status: 503,
        code: "database-unavailable",
        detail: expect.stringMatching(/again shortly\.$/),
      })
    expect(told.holds.length).toBeGreaterThan(0)
    await comesBack()
    expect(await findLost(app, told)).toEqual([])
  })

  test("after every connection was cut while idle all is as before, without a restart", async () => {
    await visit(app, "before", "2027-02-01", nothingTold())
    expect(await cutAll()).toBeGreaterThan(0)
    await comesBack()
    const told = nothingTold()
    await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        visit(app, `idle-${index}`, `2027-01-${String(1 + index).padStart(2, "0")}`, told),
      ),
    )
    expect(told.replies.map(({ status }) => status).every((status) => status === 201)).toBe(true)
    expect((await owner("GET", "/v1/bookings")).status).toBe(200)
    const waiting = await app.services.jobs.counts()
    await app.drain()
    expect(waiting.dead).toBe(0)
  })
})

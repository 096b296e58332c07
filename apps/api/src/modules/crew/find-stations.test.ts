import { eq } from "drizzle-orm"
import { afterAll, beforeAll, expect, test } from "vitest"
import { inTransaction } from "#platform/database/database.ts"
import { type TestApplication, testApplication } from "#platform/testing/application.ts"
import { announceStationChange, findStations, requireStation } from "./find-stations.ts"
import { stations } from "./tables.ts"

let app: TestApplication
beforeAll(async () => {
  app = await testApplication()
})
afterAll(() => app.close())

const system = { kind: "system", name: "test" } as const

test("a changed station counts for the next question, and only once it is committed", async () => {
  const ctx = app.ctx(system)
  const [first] = await findStations(ctx)
  if (!first) throw new Error("The sample business has stations.")
  const change = inTransaction(ctx, async (ctx) => {
    await ctx.db.update(stations).set({ ratePerMileCents: 777 }).where(eq(stations.id, first.id))
    announceStationChange(ctx, first.id)
    throw new Error("undone")
  })
  await expect(change).rejects.toThrow("undone")
  expect((await requireStation(ctx, first.id)).ratePerMileCents).toBe(first.ratePerMileCents)

  await inTransaction(ctx, async (ctx) => {
    await ctx.db.update(stations).set({ ratePerMileCents: 777 }).where(eq(stations.id, first.id))
    announceStationChange(ctx, first.id)
  })
  expect((await requireStation(ctx, first.id)).ratePerMileCents).toBe(777)
})

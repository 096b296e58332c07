import { sql } from "drizzle-orm"
import { afterAll, beforeAll, expect, test } from "vitest"
import type { Context } from "#platform/context.ts"
import { inTransaction } from "#platform/database/database.ts"
import { idempotencyKeys } from "#platform/http/idempotency.ts"
import { remembered } from "#platform/remembered.ts"
import { type TestApplication, testApplication } from "#platform/testing/application.ts"

let app: TestApplication
beforeAll(async () => {
  app = await testApplication()
})
afterAll(() => app.close())

test("asks once and gives the same object, also when the read is a query that each await would ask anew", async () => {
  const asked = { times: 0 }
  const lazy = {
    // biome-ignore lint/suspicious/noThenProperty: queries of Drizzle are such objects
    then: (done: (rows: object[]) => void) => {
      asked.times += 1
      done([{ id: asked.times }])
    },
  }
  // safe: what is read of a promise here is that it can be awaited
  const known = remembered("test.lazy", () => lazy as unknown as Promise<object[]>)
  const first = await known.read(app.ctx())
  expect(await known.read(app.ctx())).toBe(first)
  expect(asked.times).toBe(1)
})

test("a transaction does not wait for a read that waits for the transaction to end", async () => {
  const known = remembered("test.waiting", (ctx) => ctx.db.execute(sql`select 1 as one`))
  const begun = Promise.withResolvers<void>()
  const outside = begun.promise.then(() => known.read(app.ctx()))
  const inside = await inTransaction(app.ctx(), async (ctx) => {
    await ctx.db.execute(sql`select 1`)
    begun.resolve()
    // On the embedded database the read outside now stands behind this transaction.
    await ctx.db.execute(sql`select 1`)
    return known.read(ctx)
  })
  expect(inside.rows).toEqual([{ one: 1 }])
  expect((await outside).rows).toEqual([{ one: 1 }])
})

test("what a transaction saw is remembered when it commits, and not when it is rolled back", async () => {
  const rows = async (ctx: Context) => (await ctx.db.select().from(idempotencyKeys)).map(({ key }) => key)
  const known = remembered("test.committed", rows)
  const write = (key: string, isKept: boolean) =>
    inTransaction(app.ctx(), async (ctx) => {
      await ctx.db.insert(idempotencyKeys).values({ scope: "test", key, bodyHash: "", startedAt: ctx.now() })
      known.forget(ctx, key)
      await known.read(ctx)
      if (!isKept) throw new Error("rolled back")
    })
  await expect(write("lost", false)).rejects.toThrow("rolled back")
  expect(await known.read(app.ctx())).toEqual([])
  await write("kept", true)
  expect(await known.read(app.ctx())).toEqual(["kept"])
})

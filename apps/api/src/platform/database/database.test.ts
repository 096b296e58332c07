import { count, eq } from "drizzle-orm"
import { afterAll, beforeAll, expect, test } from "vitest"
import { z } from "zod"
import { inTransaction } from "#platform/database/database.ts"
import { idempotencyKeys } from "#platform/http/idempotency.ts"
import { defineJob } from "#platform/jobs/jobs.ts"
import { type TestApplication, testApplication } from "#platform/testing/application.ts"

let app: TestApplication
const ran: string[] = []
const note = defineJob({
  name: "test.note",
  schema: z.object({ text: z.string() }),
  run: async (_ctx, { text }) => {
    ran.push(text)
  },
})

beforeAll(async () => {
  app = await testApplication()
  app.services.jobs.define(note as never)
})
afterAll(() => app.close())

function row(key: string) {
  return { scope: "test", key, bodyHash: "x", startedAt: app.clock.now() }
}

async function countRows(key: string): Promise<number> {
  const [result] = await app
    .ctx()
    .db.select({ rows: count() })
    .from(idempotencyKeys)
    .where(eq(idempotencyKeys.key, key))
  return result?.rows ?? 0
}

test("a job asked for in a transaction disappears when the transaction rolls back", async () => {
  const attempt = inTransaction(app.ctx(), async (ctx) => {
    await ctx.db.insert(idempotencyKeys).values(row("rolled back"))
    await ctx.services.jobs.enqueue(ctx, note, { text: "lost" })
    throw new Error("changed my mind")
  })
  await expect(attempt).rejects.toThrow("changed my mind")
  await app.drain()
  expect(ran).not.toContain("lost")
  expect(await countRows("rolled back")).toBe(0)
})

test("a job asked for in a transaction runs once it has committed", async () => {
  await inTransaction(app.ctx(), (ctx) => ctx.services.jobs.enqueue(ctx, note, { text: "kept" }))
  await app.drain()
  expect(ran).toContain("kept")
})

test("two jobs with the same key run once", async () => {
  const ctx = app.ctx()
  await ctx.services.jobs.enqueue(ctx, note, { text: "twin" }, { key: "twin" })
  await ctx.services.jobs.enqueue(ctx, note, { text: "twin" }, { key: "twin" })
  await app.drain()
  expect(ran.filter((text) => text === "twin")).toHaveLength(1)
})

test("a transaction may ask for many jobs, and for the same one twice", async () => {
  const texts = ["one of three", "two of three", "two of three", "three of three"]
  await inTransaction(app.ctx(), async (ctx) => {
    for (const text of texts) await ctx.services.jobs.enqueue(ctx, note, { text }, { key: text })
  })
  await app.drain()
  expect(ran.filter((text) => text.endsWith("of three")).sort()).toEqual([...new Set(texts)].sort())
})

test("refuses the outer database inside a transaction instead of waiting for ever", async () => {
  const outer = app.ctx()
  const attempt = inTransaction(outer, async () => outer.db.select().from(idempotencyKeys))
  await expect(attempt).rejects.toThrow("inside a transaction")
})

test("hints to open pages leave only after the commit", async () => {
  const seen: string[] = []
  await inTransaction(app.ctx(), async (ctx) => {
    ctx.afterCommit(() => seen.push("committed"))
    expect(seen).toEqual([])
  })
  expect(seen).toEqual(["committed"])
})

import { sql } from "drizzle-orm"
import { afterAll, beforeAll, expect, test } from "vitest"
import type { Context } from "#platform/context.ts"
import { inTransaction } from "#platform/database/database.ts"
import { databaseErrorCode } from "#platform/errors.ts"
import { type TestApplication, testApplication } from "#platform/testing/application.ts"
import { type Postings, postEntry, reverseEntry } from "./post-entry.ts"
import { readTrialBalance } from "./read-ledger.ts"

let app: TestApplication
let ctx: Context

beforeAll(async () => {
  app = await testApplication()
  ctx = app.ctx()
})
afterAll(() => app.close())

const post = (key: string, postings: Postings) =>
  inTransaction(ctx, (ctx) => postEntry(ctx, { key, kind: "test", description: key, postings }))

async function balanceOf(account: string): Promise<number> {
  const { accounts } = await readTrialBalance(ctx)
  return accounts.find((row) => row.account === account)?.balance.amount ?? Number.NaN
}

const refusal = (work: Promise<unknown>) =>
  work.then(
    () => "accepted",
    (error) => databaseErrorCode(error),
  )

test("books an entry once for its key", async () => {
  expect(await post("once", { cash: 5_000, customer_deposits: -5_000 })).toMatch(/^le_/)
  expect(await post("once", { cash: 5_000, customer_deposits: -5_000 })).toBeNull()
  expect(await balanceOf("cash")).toBe(5_000)
})

test("the database refuses an entry that does not sum to zero, and one with a single line", async () => {
  expect(await refusal(post("unbalanced", { cash: 5_000, customer_deposits: -4_999 }))).toBe("23514")
  expect(await refusal(post("one-sided", { cash: 5_000 }))).toBe("23514")
  expect(await refusal(post("unknown account", { cash: 1, biscuit_tin: -1 }))).toBe("23503")
  expect((await readTrialBalance(ctx)).total.amount).toBe(0)
})

test("the database refuses every change of what was booked", async () => {
  await post("kept", { bank: 100, customer_deposits: -100 })
  expect(await refusal(ctx.db.execute(sql`update payments_ledger_lines set amount_cents = 1`))).toBe("23514")
  expect(await refusal(ctx.db.execute(sql`delete from payments_ledger_lines`))).toBe("23514")
  expect(await refusal(ctx.db.execute(sql`update payments_ledger_entries set description = 'x'`))).toBe(
    "23514",
  )
})

test("a correction is another entry that takes the first one back, once", async () => {
  await post("mistake", { cash: 700, customer_deposits: -700 })
  const before = await balanceOf("cash")
  expect(await reverseEntry(ctx, "mistake", "typed wrong")).toMatch(/^le_/)
  expect(await reverseEntry(ctx, "mistake", "typed wrong")).toBeNull()
  expect(await balanceOf("cash")).toBe(before - 700)
})

import { sql } from "drizzle-orm"
import { afterAll, beforeAll, expect, test } from "vitest"
import { audit, verifyAudit } from "#platform/audit.ts"
import { inTransaction } from "#platform/database/database.ts"
import { type TestApplication, testApplication } from "#platform/testing/application.ts"

let app: TestApplication

beforeAll(async () => {
  app = await testApplication()
})
afterAll(() => app.close())

async function record(action: string): Promise<void> {
  await inTransaction(app.ctx(), (ctx) =>
    audit(ctx, { action, entity: "test", entityId: "t_1", details: { b: 1, a: ["x"] } }),
  )
}

test("seals each row with the one before it and finds an altered row", async () => {
  await record("test.made")
  await record("test.changed")
  const sound = await verifyAudit(app.ctx())
  expect(sound.brokenAt).toBeNull()
  await app
    .ctx()
    .db.execute(sql`update operations_audit set actor = 'somebody else' where action = 'test.made'`)
  const broken = await verifyAudit(app.ctx())
  expect(broken.brokenAt).not.toBeNull()
})

test("refuses an audit row outside the transaction of its change", async () => {
  await expect(audit(app.ctx(), { action: "test.lost", entity: "test", entityId: "t_2" })).rejects.toThrow(
    "transaction",
  )
})

import { sql } from "drizzle-orm"
import { afterAll, beforeAll, expect, test } from "vitest"
import { type StaffClient, signInAs } from "#modules/identity/testing/staff-client.ts"
import { type TestApplication, testApplication } from "#platform/testing/application.ts"

let app: TestApplication
let owner: StaffClient
let auditor: StaffClient

beforeAll(async () => {
  app = await testApplication()
  owner = await signInAs(app, "owner")
  auditor = await signInAs(app, "auditor")
})
afterAll(() => app.close())

const change = (isOn: boolean) => ({ isOn, reason: "Stripe is being looked at" })

async function nextStart(): Promise<string[]> {
  const flags = await auditor("GET", "/v1/flags")
  return flags.json.items.flatMap((flag: { key: string; isOnNext: boolean }) =>
    flag.isOnNext ? [flag.key] : [],
  )
}

test("a flag changes from the next start on, says so, and the change is audited", async () => {
  const changed = await owner("PUT", "/v1/flags/FEATURE_STRIPE", change(false))
  expect(changed.json).toMatchObject({
    isOn: true,
    isOnNext: false,
    source: "staff",
    message: expect.stringContaining("next start"),
  })
  const audit = await auditor("GET", "/v1/audit?entity=flag&entityId=FEATURE_STRIPE")
  expect(audit.json.items).toMatchObject([{ action: "flag.changed", details: change(false) }])
  expect(await nextStart()).not.toContain("FEATURE_STRIPE")
  expect((await owner("PUT", "/v1/flags/FEATURE_STRIPE", change(false))).status).toBe(400)
  expect((await owner("PUT", "/v1/flags/FEATURE_STRIPE", change(true))).json.isOnNext).toBe(true)
})

test("a flag that others need cannot be switched off before them", async () => {
  const refused = await owner("PUT", "/v1/flags/FEATURE_CORE_API", change(false))
  expect(refused.status).toBe(409)
  expect(refused.json.detail).toContain("FEATURE_CORE_API")
  expect(await nextStart()).toContain("FEATURE_CORE_API")
})

test("only who may change flags changes them; the auditor changes nothing", async () => {
  expect((await auditor("GET", "/v1/flags")).status).toBe(200)
  expect((await auditor("PUT", "/v1/flags/FEATURE_STRIPE", change(false))).status).toBe(403)
  expect((await auditor("POST", "/v1/tasks", {})).status).toBe(403)
})

test("names the first audit row that somebody has altered", async () => {
  expect((await auditor("GET", "/v1/audit/verify")).json.brokenAt).toBeNull()
  const [row] = (await auditor("GET", "/v1/audit?entity=flag")).json.items.slice(-1)
  await app
    .ctx()
    .db.execute(sql`update operations_audit set actor = 'staff:nobody' where sequence = ${row.sequence}`)
  expect((await auditor("GET", "/v1/audit/verify")).json.brokenAt).toBe(row.sequence)
})

test("tasks wait by due time, are done once, and say by whom", async () => {
  const support = await signInAs(app, "support")
  const task = (title: string, dueAt: string) =>
    support("POST", "/v1/tasks", { kind: "call-back", title, dueAt })
  await task("Call Ana", "2026-11-12T10:00:00Z")
  const first = await task("Call Ben", "2026-11-11T10:00:00Z")
  const open = await support("GET", "/v1/tasks?limit=1")
  expect(open.json.items).toMatchObject([{ title: "Call Ben" }])
  const next = await support("GET", `/v1/tasks?cursor=${open.json.nextCursor}`)
  expect(next.json.items).toMatchObject([{ title: "Call Ana" }])
  const done = await support("POST", `/v1/tasks/${first.json.id}/complete`, { outcome: "All fine" })
  expect(done.json).toMatchObject({ outcome: "All fine", doneBy: expect.stringMatching(/^staff:usr_/) })
  const again = await support("POST", `/v1/tasks/${first.json.id}/complete`, { outcome: "Other" })
  expect(again.json.outcome).toBe("All fine")
  expect((await support("GET", "/v1/tasks?state=done")).json.items).toHaveLength(1)
})

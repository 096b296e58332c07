import { mkdtempSync, readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import type { FastifyReply, FastifyRequest } from "fastify"
import { afterAll, beforeAll, expect, test, vi } from "vitest"
import { type StaffClient, signInAs } from "#modules/identity/testing/staff-client.ts"
import { runOnce } from "#platform/http/idempotency.ts"
import type { TestApplication } from "#platform/testing/application.ts"
import { startOnDatabase } from "./testing/start-on-database.ts"
import { findLost, nothingTold, visit } from "./testing/write-during.ts"

const dataDir = mkdtempSync(join(tmpdir(), "myhibachi-refusals-"))
let app: TestApplication
let owner: StaffClient

beforeAll(async () => {
  app = await startOnDatabase({ MYHIBACHI_DATA_DIR: dataDir })
  owner = await signInAs(app, "owner")
}, 120_000)
afterAll(async () => {
  await app.close()
  rmSync(dataDir, { recursive: true })
})

const databasePid = () => Number(readFileSync(join(dataDir, "database.lock"), "utf8"))
const isReady = async () => (await app.http.inject({ url: "/health/ready" })).statusCode === 200
const comesBack = () => vi.waitUntil(isReady, { timeout: 30_000, interval: 50 })
const UNAVAILABLE = { status: 503, code: "database-unavailable" }

test("killed while customers write: nobody gets a lie, and all that was acknowledged is there", async () => {
  const told = nothingTold()
  for (let round = 1; round <= 3; round += 1) {
    const visits = Array.from({ length: 10 }, (_, index) =>
      visit(app, `${round}-${index}`, `2026-12-${round - 1}${index}`.replace("-00", "-30"), told),
    )
    await visits[round]
    process.kill(databasePid(), "SIGKILL")
    await Promise.all(visits)
    await comesBack()
  }
  const refused = told.replies.filter(({ status }) => status >= 300)
  expect(refused.length).toBeGreaterThan(0)
  for (const reply of refused) expect(reply).toMatchObject(UNAVAILABLE)
  expect(new Set(refused.map(({ detail }) => detail))).toEqual(
    new Set(["We cannot reach our records right now; please try again shortly."]),
  )
  expect(told.holds.length).toBeGreaterThan(0)
  expect(await findLost(app, told)).toEqual([])
  // The queue of jobs has found its way back too.
  await app.drain()
}, 120_000)

test("while it is away, no door says anything untrue: not to customers, staff or machines", async () => {
  const chat = await app.http.inject({ method: "POST", url: "/v1/public/conversations", payload: {} })
  const { token } = chat.json()
  const message = { clientMessageId: "while-it-was-away", text: "How much is it for 20 adults?" }
  const messages = `/v1/public/conversations/${token}/messages`
  process.kill(databasePid(), "SIGKILL")

  const said = await app.http.inject({ method: "POST", url: messages, payload: message })
  expect(said.json()).toMatchObject(UNAVAILABLE)
  expect((await owner("GET", "/v1/bookings")).json).toMatchObject(UNAVAILABLE)
  const credentials = { email: "owner@myhibachi.example", password: "hibachi-sample-2026" }
  const login = await app.http.inject({ method: "POST", url: "/v1/auth/login", payload: credentials })
  expect(login.json()).toMatchObject(UNAVAILABLE)
  expect((await app.http.inject({ url: "/health/live" })).statusCode).toBe(200)
  expect((await app.http.inject({ url: "/health/ready" })).statusCode).toBe(503)

  await comesBack()
  expect((await owner("GET", "/v1/bookings")).status).toBe(200)
  const again = await app.http.inject({ method: "POST", url: messages, payload: message })
  expect(again.json().answer.text).toContain("$1,100.00")
  const kept = (await app.http.inject({ url: messages })).json().messages
  expect(kept.map(({ author }: { author: string }) => author)).toEqual(["customer", "assistant"])
}, 60_000)

test("a request that died with it may be sent again under its Idempotency-Key at once, and is done once", async () => {
  const told = nothingTold()
  const dying = visit(app, "again", "2027-02-06", told)
  process.kill(databasePid(), "SIGKILL")
  await dying
  await comesBack()
  await visit(app, "again", "2027-02-06", told)
  expect(told.holds.length).toBeGreaterThan(0)
  const { rows } = await app
    .ctx()
    .db.execute("select 1 from booking_holds where contact->>'name' = 'Guest again' and status = 'held'")
  expect(rows).toHaveLength(1)
}, 60_000)

test("a key whose request died with the database is free again as soon as the database is back", async () => {
  // safe: runOnce reads these three members of a request only, and a first answer touches no reply
  const request = {
    method: "POST",
    url: "/v1/x",
    headers: { "idempotency-key": "died-with-it" },
  } as unknown as FastifyRequest
  const reply = {} as FastifyReply
  const dies = runOnce(app.ctx(), request, reply, async () => {
    process.kill(databasePid(), "SIGKILL")
    await vi.waitUntil(async () => !(await isReady()))
    throw new Error("died")
  })
  await expect(dies).rejects.toThrow("died")
  await comesBack()
  expect(await runOnce(app.ctx(), request, reply, async () => "done")).toBe("done")
}, 60_000)

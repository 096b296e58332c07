import type { Import, ImportRow } from "@myhibachi/contract/exchange"
import { afterAll, beforeAll, expect, test, vi } from "vitest"
import { findBookings, quoteParty } from "#modules/booking/index.ts"
import { aRequest, GRAND_AVENUE, SATURDAY } from "#modules/booking/testing/booked-party.ts"
import { findCustomers } from "#modules/customers/index.ts"
import { SAMPLE_PASSWORD } from "#modules/identity/seed-staff.ts"
import { readTrialBalance } from "#modules/payments/read-ledger.ts"
import { verifyAudit } from "#platform/audit.ts"
import { type TestApplication, testApplication } from "#platform/testing/application.ts"
import { knownPlaces } from "#providers/maps/testing/known-places.ts"
import { bookingsImport } from "./imports/bookings-import.ts"
import { guessSeparator } from "./imports/read-csv.ts"
import { runImportJob } from "./imports/run-import.ts"
import { sweepFiles } from "./sweep-files.ts"

let app: TestApplication
beforeAll(async () => {
  app = await testApplication({ providers: { maps: knownPlaces() } })
})
afterAll(() => app.close())

interface Reply {
  status: number
  text: string
  // biome-ignore lint/suspicious/noExplicitAny: tests look into replies whose shape they assert
  json: () => any
}
type Call = (method: "GET" | "POST", url: string, payload?: string | object) => Promise<Reply>

async function signIn(role: string): Promise<Call> {
  const payload = { email: `${role}@myhibachi.example`, password: SAMPLE_PASSWORD }
  const login = await app.http.inject({ method: "POST", url: "/v1/auth/login", payload })
  const cookie = [login.headers["set-cookie"] ?? []].flat().join("; ")
  return async (method, url, payload) => {
    const type = typeof payload === "string" ? { "content-type": "text/csv" } : {}
    const headers = { cookie, origin: app.services.config.ADMIN_URL, ...type }
    const reply = await app.http.inject({ method, url, headers, ...(payload ? { payload } : {}) })
    return { status: reply.statusCode, text: reply.body, json: () => reply.json() }
  }
}

async function upload(call: Call, kind: string, text: string): Promise<Import> {
  const reply = await call("POST", `/v1/imports?kind=${kind}&fileName=${kind}.csv`, text)
  if (reply.status !== 201) throw new Error(reply.text)
  await app.drain()
  return (await call("GET", `/v1/imports/${(reply.json() as Import).id}`)).json()
}

async function run(call: Call, id: string, verb: "commit" | "undo"): Promise<Import> {
  const reply = await call("POST", `/v1/imports/${id}/${verb}`)
  if (reply.status !== 202) throw new Error(reply.text)
  await app.drain()
  return (await call("GET", `/v1/imports/${id}`)).json()
}

async function rowsOf(call: Call, id: string): Promise<ImportRow[]> {
  return (await call("GET", `/v1/imports/${id}/rows?limit=100`)).json().items
}

const countCustomers = async () => (await findCustomers(app.ctx(), { limit: 10_000 })).items.length

/** A file as Excel in Europe writes it: byte order mark, semicolons, quotes, line ends inside of cells. */
function customersFile(rows: number, isBad: (row: number) => boolean): string {
  const lines = Array.from({ length: rows }, (_, row) => {
    const email = isBad(row) ? `guest${row}@` : `guest${row}@example.com`
    return `"Guest; ""${row}""";${email};;"likes\nSaturdays"`
  })
  return `\ufeffFull name;E-Mail;Telephone;Notes\r\n${lines.join("\r\n")}\r\n`
}

test("a file with 37 bad rows says what is wrong with each, makes the good ones once, and can be taken back", async () => {
  const owner = await signIn("owner")
  const before = await countCustomers()
  const isBad = (row: number) => row % 8 === 7 && row < 37 * 8
  const file = customersFile(300, isBad)
  const checked = await upload(owner, "customers", file)
  expect(checked).toMatchObject({ state: "checked", separator: ";", rows: 300 })
  expect(checked.counts).toMatchObject({ ready: 263, bad: 37, created: 0 })
  expect(await countCustomers()).toBe(before)

  const problems = await owner("GET", `/v1/imports/${checked.id}/problems`)
  // Each row fills two lines of the file, and the headings one.
  expect(problems.text).toContain("16,email,Write the e-mail address like name@example.com.,")
  expect(problems.text.match(/,email,Write the e-mail/g)).toHaveLength(37)

  const done = await run(owner, checked.id, "commit")
  expect(done).toMatchObject({ state: "done", counts: { created: 263, bad: 37 } })
  expect(await countCustomers()).toBe(before + 263)
  expect((await upload(owner, "customers", file)).id).toBe(checked.id)
  const mended = await upload(
    owner,
    "customers",
    customersFile(300, () => false),
  )
  expect((await run(owner, mended.id, "commit")).counts).toMatchObject({
    created: 37,
    existing: 263,
    bad: 0,
  })
  expect(await countCustomers()).toBe(before + 300)

  const contact = { name: "Guest", email: "guest1@example.com" }
  await quoteParty(app.ctx(), { ...aRequest(), contact })
  const undone = await run(owner, checked.id, "undo")
  expect(undone).toMatchObject({ state: "undone", counts: { removed: 262, created: 1 } })
  const [kept] = (await owner("GET", `/v1/imports/${checked.id}/rows?state=created`)).json()
    .items as ImportRow[]
  expect(kept?.problems[0]?.detail).toContain("the customer stays")
  expect(await countCustomers()).toBe(before + 38)
  expect((await verifyAudit(app.ctx())).brokenAt).toBeNull()
})

const BOOKINGS = "name,email,phone,date,time,address,adults,deposit_paid,paid_by,reference"
const aRow = (name: string, part: Partial<Record<"time" | "adults" | "deposit" | "date", string>> = {}) =>
  `${name},${name}@example.com,,${part.date ?? SATURDAY.date},${part.time ?? "18:00"},"${GRAND_AVENUE}",${part.adults ?? "10"},${part.deposit ?? "100.00"},zelle,Z-${name}`

test("bookings are made by the same verbs: chefs claimed, money booked, overlaps refused row by row, a kill repeats nothing", async () => {
  const owner = await signIn("owner")
  const file = [
    BOOKINGS,
    aRow("ada"),
    aRow("ben", { adults: "90" }),
    aRow("cai", { adults: "150" }),
    aRow("dee", { deposit: "5.00", time: "12:00" }),
    aRow("eve", { date: "2026-12-40" }),
    aRow("fay", { time: "12:00" }),
  ].join("\n")
  const checked = await upload(owner, "bookings", file)
  expect(checked.counts).toMatchObject({ ready: 5, bad: 1 })
  const before = (await readTrialBalance(app.ctx())).accounts.find(({ account }) => account === "bank")
  expect((await owner("POST", `/v1/imports/${checked.id}/commit`)).status).toBe(202)
  // The hold of the first row is placed; then, while its signature is written, the process dies.
  const { jobs } = app.services
  const enqueue = jobs.enqueue.bind(jobs)
  vi.spyOn(jobs, "enqueue").mockImplementationOnce(enqueue).mockRejectedValueOnce(new Error("killed"))
  await expect(runImportJob.run(app.ctx(), { importId: checked.id })).rejects.toThrow("killed")
  expect((await rowsOf(owner, checked.id))[0]?.state).toBe("working")
  await runImportJob.run(app.ctx(), { importId: checked.id })
  await app.drain()

  const rows = await rowsOf(owner, checked.id)
  expect(rows.map(({ state }) => state)).toEqual([
    "created",
    "created",
    "refused",
    "refused",
    "bad",
    "created",
  ])
  expect(rows[2]?.problems[0]?.detail).toMatch(/taken|free|chefs/i)
  expect(rows[3]?.problems[0]?.detail).toContain("$100.00 are due")
  const found = (await findBookings(app.ctx(), { limit: 100 })).items
  expect(found.map(({ customerName }) => customerName).sort()).toEqual(["ada", "ben", "fay"])
  const after = (await readTrialBalance(app.ctx())).accounts.find(({ account }) => account === "bank")
  expect((after?.balance.amount ?? 0) - (before?.balance.amount ?? 0)).toBe(3 * 100_00)
  const again = await upload(
    owner,
    "bookings",
    `${file}\n${aRow("gus", { time: "15:00", date: "2026-12-13" })}`,
  )
  expect((await run(owner, again.id, "commit")).counts).toMatchObject({ existing: 3, created: 1, refused: 2 })
  const { rows: audited } = await app
    .ctx()
    .db.execute(`select distinct action from operations_audit where actor = 'system:import:${checked.id}'`)
  expect(audited).toContainEqual({ action: "booking.confirmed" })
  expect((await owner("POST", `/v1/imports/${checked.id}/undo`)).status).toBe(409)
})

test("a stopped import makes nothing more until it is told to go on", async () => {
  const dispatcher = await signIn("dispatcher")
  const file =
    "chef;from;to;reason\nDiego Whitlock;2026-12-24;2026-12-26;Holiday\nNobody;2026-12-24;2026-12-24;\n"
  const { id, counts } = await upload(dispatcher, "time_off", file)
  expect(counts).toMatchObject({ ready: 1, bad: 1 })
  await dispatcher("POST", `/v1/imports/${id}/commit`)
  expect((await dispatcher("POST", `/v1/imports/${id}/stop`)).json()).toMatchObject({ state: "stopped" })
  await app.drain()
  expect((await rowsOf(dispatcher, id)).map(({ state }) => state)).toEqual(["ready", "bad"])
  expect((await run(dispatcher, id, "commit")).state).toBe("done")
  expect((await rowsOf(dispatcher, id)).map(({ state }) => state)).toEqual(["created", "bad"])
})

/** Lets the runner of the next row wait where it has done a step and not yet kept it, as if its process stood still. */
function standStillInNextRow() {
  const reached = Promise.withResolvers<void>()
  const gate = Promise.withResolvers<void>()
  const commit = bookingsImport.commit.bind(bookingsImport)
  vi.spyOn(bookingsImport, "commit").mockImplementationOnce((ctx, input) =>
    commit(ctx, {
      ...input,
      remember: async (...progress) => {
        reached.resolve()
        await gate.promise
        return input.remember(...progress)
      },
    }),
  )
  return { reached: reached.promise, goOn: gate.resolve }
}

const partiesOf = async (names: string[]) =>
  (await findBookings(app.ctx(), { limit: 100 })).items
    .map(({ customerName }) => customerName)
    .filter((name) => names.includes(name))
    .sort()

test("an import that is told to stop has stopped when its runner is through with its row, and not before", async () => {
  const owner = await signIn("owner")
  const date = "2026-12-15"
  const file = [BOOKINGS, aRow("hal", { date, time: "12:00" }), aRow("ida", { date, time: "18:00" })].join(
    "\n",
  )
  const { id } = await upload(owner, "bookings", file)
  const stateOf = async () => ((await owner("GET", `/v1/imports/${id}`)).json() as Import).state
  await owner("POST", `/v1/imports/${id}/commit`)
  const row = standStillInNextRow()
  const first = runImportJob.run(app.ctx(), { importId: id })
  await row.reached
  expect((await owner("POST", `/v1/imports/${id}/stop`)).json()).toMatchObject({ state: "stopping" })
  const early = await owner("POST", `/v1/imports/${id}/commit`)
  expect({ status: early.status, code: early.json().code }).toEqual({ status: 409, code: "import-stopping" })
  // The queue delivers at least once: a second runner leaves the row alone.
  await runImportJob.run(app.ctx(), { importId: id })
  expect(await stateOf()).toBe("stopping")
  row.goOn()
  await first
  expect(await stateOf()).toBe("stopped")
  expect((await rowsOf(owner, id)).map(({ state }) => state)).toEqual(["created", "ready"])
  expect(await run(owner, id, "commit")).toMatchObject({ state: "done", counts: { created: 2 } })
  expect(await partiesOf(["hal", "ida"])).toEqual(["hal", "ida"])
})

test("a runner that was taken for dead writes nothing when it wakes up: the one in its place has made the row", async () => {
  const owner = await signIn("owner")
  const date = "2026-12-16"
  const { id } = await upload(owner, "bookings", `${BOOKINGS}\n${aRow("jan", { date })}\n`)
  await owner("POST", `/v1/imports/${id}/commit`)
  const row = standStillInNextRow()
  const paused = runImportJob.run(app.ctx(), { importId: id })
  await row.reached
  app.clock.advance({ minutes: 2 })
  expect((await owner("POST", `/v1/imports/${id}/stop`)).json()).toMatchObject({ state: "stopped" })
  expect(await run(owner, id, "commit")).toMatchObject({ state: "done", counts: { created: 1 } })
  row.goOn()
  await paused
  expect(await rowsOf(owner, id)).toMatchObject([{ state: "created" }])
  expect(await partiesOf(["jan"])).toEqual(["jan"])
})

test("a long file is made by short jobs one after the other, each of which leaves the rest to the next", async () => {
  const dispatcher = await signIn("dispatcher")
  const day = (row: number) => new Date(Date.UTC(2027, 0, 1 + row)).toISOString().slice(0, 10)
  const lines = Array.from({ length: 60 }, (_, row) => `Hana Okafor;${day(row)};${day(row)};Away`)
  const { id } = await upload(dispatcher, "time_off", `chef;from;to;reason\n${lines.join("\n")}\n`)
  await dispatcher("POST", `/v1/imports/${id}/commit`)
  await runImportJob.run(app.ctx(), { importId: id })
  const half: Import = (await dispatcher("GET", `/v1/imports/${id}`)).json()
  expect(half).toMatchObject({ state: "running", counts: { created: 50, ready: 10 } })
  await app.drain()
  const done: Import = (await dispatcher("GET", `/v1/imports/${id}`)).json()
  expect(done).toMatchObject({ state: "done", counts: { created: 60, ready: 0, existing: 0 } })
})

test("a file that cannot be read is refused as a whole, with what to do; foreign kinds are not to be seen", async () => {
  const owner = await signIn("owner")
  const refusal = async (text: string) =>
    (await owner("POST", "/v1/imports?kind=customers", text)).json().code as string
  expect(await refusal("mail\nx@example.com\n")).toBe("column-missing")
  expect(await refusal('name,email\n"Ada,ada@example.com\n')).toBe("file-broken")
  expect(await refusal("name,email\n")).toBe("file-empty")
  expect(await refusal("name,name,email\nAda,Ada,a@example.com\n")).toBe("column-twice")
  expect(guessSeparator('"a,b,c";d|e;f')).toBe(";")
  const auditor = await signIn("auditor")
  const denied = await auditor("POST", "/v1/imports?kind=customers", "name,email\nAda,a@example.com\n")
  expect(denied.status).toBe(403)
  expect((await auditor("GET", "/v1/imports")).json().items).toEqual([])
  const [mine] = (await owner("GET", "/v1/imports")).json().items as Import[]
  expect((await auditor("GET", `/v1/imports/${mine?.id}/rows`)).status).toBe(404)
})

test("exports hold every row once, run no formula, are for those who may read their content, and end", async () => {
  const owner = await signIn("owner")
  const evil = await upload(owner, "customers", 'name,email\n"=HYPERLINK(""http://x"")",evil@example.com\n')
  await run(owner, evil.id, "commit")
  const total = await countCustomers()
  const take = async (content: string, format: string) => {
    const made = await owner("POST", "/v1/exports", { content, format })
    await app.drain()
    return (made.json() as { id: string }).id
  }
  const csv = await owner("GET", `/v1/exports/${await take("customers", "csv")}/file`)
  expect(csv.text.trimEnd().split("\r\n")).toHaveLength(total + 1)
  expect(csv.text).toContain(`"'=HYPERLINK(""http://x"")"`)
  const id = await take("customers", "json")
  const json = (await owner("GET", `/v1/exports/${id}/file`)).json() as { id: string }[]
  expect(new Set(json.map((row) => row.id)).size).toBe(total)
  const ledger = (await owner("GET", `/v1/exports/${await take("ledger", "json")}/file`)).json() as {
    amount: string
  }[]
  expect(ledger.length).toBeGreaterThan(0)
  expect(ledger.reduce((sum, { amount }) => sum + Math.round(Number(amount) * 100), 0)).toBe(0)

  const marketing = await signIn("marketing")
  expect((await marketing("POST", "/v1/exports", { content: "payments", format: "csv" })).status).toBe(403)
  expect((await marketing("GET", `/v1/exports/${id}/file`)).status).toBe(404)
  app.clock.advance({ hours: 25 })
  expect((await owner("GET", `/v1/exports/${id}/file`)).status).toBe(410)
  await sweepFiles.job.run(app.ctx(), {})
  expect((await owner("GET", `/v1/exports/${id}`)).json()).toMatchObject({ state: "expired" })
})

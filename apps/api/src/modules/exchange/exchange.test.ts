import type { Import, ImportRow } from "@myhibachi/contract/exchange"
import { afterAll, beforeAll, expect, test, vi } from "vitest"
import { findBookings, quoteParty } from "#modules/booking/index.ts"
import { aRequest } from "#modules/booking/testing/booked-party.ts"
import { findCustomers } from "#modules/customers/index.ts"
import { readTrialBalance } from "#modules/payments/ledger/read-ledger.ts"
import { verifyAudit } from "#platform/audit.ts"
import type { TestApplication } from "#platform/testing/application.ts"
import { guessSeparator } from "./imports/read-csv.ts"
import { runImportJob } from "./imports/run-import.ts"
import { sweepFiles } from "./sweep-files.ts"
import { ImportBench, partiesFile, partyLine } from "./testing/import-bench.ts"

let bench: ImportBench
let app: TestApplication
beforeAll(async () => {
  bench = await ImportBench.start()
  app = bench.app
})
afterAll(() => app.close())

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
  const owner = await bench.signIn("owner")
  const before = await countCustomers()
  const isBad = (row: number) => row % 8 === 7 && row < 37 * 8
  const file = customersFile(300, isBad)
  const checked = await bench.upload(owner, "customers", file)
  expect(checked).toMatchObject({ state: "checked", separator: ";", rows: 300 })
  expect(checked.counts).toMatchObject({ ready: 263, bad: 37, created: 0 })
  expect(await countCustomers()).toBe(before)

  const problems = await owner("GET", `/v1/imports/${checked.id}/problems`)
  // Each row fills two lines of the file, and the headings one.
  expect(problems.text).toContain("16,email,Write the e-mail address like name@example.com.,")
  expect(problems.text.match(/,email,Write the e-mail/g)).toHaveLength(37)

  const done = await bench.run(owner, checked.id, "commit")
  expect(done).toMatchObject({ state: "done", counts: { created: 263, bad: 37 } })
  expect(await countCustomers()).toBe(before + 263)
  expect((await bench.upload(owner, "customers", file)).id).toBe(checked.id)
  const mended = await bench.upload(
    owner,
    "customers",
    customersFile(300, () => false),
  )
  expect((await bench.run(owner, mended.id, "commit")).counts).toMatchObject({
    created: 37,
    existing: 263,
    bad: 0,
  })
  expect(await countCustomers()).toBe(before + 300)

  const contact = { name: "Guest", email: "guest1@example.com" }
  await quoteParty(app.ctx(), { ...aRequest(), contact })
  const undone = await bench.run(owner, checked.id, "undo")
  expect(undone).toMatchObject({ state: "undone", counts: { removed: 262, created: 1 } })
  const [kept] = (await owner("GET", `/v1/imports/${checked.id}/rows?state=created`)).json()
    .items as ImportRow[]
  expect(kept?.problems[0]?.detail).toContain("the customer stays")
  expect(await countCustomers()).toBe(before + 38)
  expect((await verifyAudit(app.ctx())).brokenAt).toBeNull()
})

test("bookings are made by the same verbs: chefs claimed, money booked, overlaps refused row by row, a kill repeats nothing", async () => {
  const owner = await bench.signIn("owner")
  const file = partiesFile(
    partyLine("ada"),
    partyLine("ben", { adults: "90" }),
    partyLine("cai", { adults: "150" }),
    partyLine("dee", { deposit: "5.00", time: "12:00" }),
    partyLine("eve", { date: "2026-12-40" }),
    partyLine("fay", { time: "12:00" }),
  )
  const checked = await bench.upload(owner, "bookings", file)
  expect(checked.counts).toMatchObject({ ready: 5, bad: 1 })
  const before = (await readTrialBalance(app.ctx())).accounts.find(({ account }) => account === "bank")
  expect((await owner("POST", `/v1/imports/${checked.id}/commit`)).status).toBe(202)
  // The hold of the first row is placed; then, while its signature is written, the process dies.
  const { jobs } = app.services
  const enqueue = jobs.enqueue.bind(jobs)
  vi.spyOn(jobs, "enqueue").mockImplementationOnce(enqueue).mockRejectedValueOnce(new Error("killed"))
  await expect(runImportJob.run(app.ctx(), { importId: checked.id })).rejects.toThrow("killed")
  expect((await bench.rowsOf(owner, checked.id))[0]?.state).toBe("working")
  await runImportJob.run(app.ctx(), { importId: checked.id })
  await app.drain()

  const rows = await bench.rowsOf(owner, checked.id)
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
  const again = await bench.upload(
    owner,
    "bookings",
    `${file}${partyLine("gus", { time: "15:00", date: "2026-12-13" })}\n`,
  )
  expect((await bench.run(owner, again.id, "commit")).counts).toMatchObject({
    existing: 3,
    created: 1,
    refused: 2,
  })
  const { rows: audited } = await app
    .ctx()
    .db.execute(`select distinct action from operations_audit where actor = 'system:import:${checked.id}'`)
  expect(audited).toContainEqual({ action: "booking.confirmed" })
  expect((await owner("POST", `/v1/imports/${checked.id}/undo`)).status).toBe(409)
})

test("a file that cannot be read is refused as a whole, with what to do; foreign kinds are not to be seen", async () => {
  const owner = await bench.signIn("owner")
  const refusal = async (text: string) =>
    (await owner("POST", "/v1/imports?kind=customers", text)).json().code as string
  expect(await refusal("mail\nx@example.com\n")).toBe("column-missing")
  expect(await refusal('name,email\n"Ada,ada@example.com\n')).toBe("file-broken")
  expect(await refusal("name,email\n")).toBe("file-empty")
  expect(await refusal("name,name,email\nAda,Ada,a@example.com\n")).toBe("column-twice")
  expect(guessSeparator('"a,b,c";d|e;f')).toBe(";")
  const auditor = await bench.signIn("auditor")
  const denied = await auditor("POST", "/v1/imports?kind=customers", "name,email\nAda,a@example.com\n")
  expect(denied.status).toBe(403)
  expect((await auditor("GET", "/v1/imports")).json().items).toEqual([])
  const [mine] = (await owner("GET", "/v1/imports")).json().items as Import[]
  expect((await auditor("GET", `/v1/imports/${mine?.id}/rows`)).status).toBe(404)
})

test("exports hold every row once, run no formula, are for those who may read their content, and end", async () => {
  const owner = await bench.signIn("owner")
  const evil = await bench.upload(
    owner,
    "customers",
    'name,email\n"=HYPERLINK(""http://x"")",evil@example.com\n',
  )
  await bench.run(owner, evil.id, "commit")
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

  const marketing = await bench.signIn("marketing")
  expect((await marketing("POST", "/v1/exports", { content: "payments", format: "csv" })).status).toBe(403)
  expect((await marketing("GET", `/v1/exports/${id}/file`)).status).toBe(404)
  app.clock.advance({ hours: 25 })
  expect((await owner("GET", `/v1/exports/${id}/file`)).status).toBe(410)
  await sweepFiles.job.run(app.ctx(), {})
  expect((await owner("GET", `/v1/exports/${id}`)).json()).toMatchObject({ state: "expired" })
})

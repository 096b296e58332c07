import type { BookkeepingFormat } from "@myhibachi/contract/bookkeeping"
import { parse } from "csv-parse/sync"
import fc from "fast-check"
import { afterAll, beforeAll, expect, test } from "vitest"
import { type StaffClient, signInAs } from "#modules/identity/testing/staff-client.ts"
import { listAccounts } from "#modules/payments/index.ts"
import { postEntry } from "#modules/payments/ledger/post-entry.ts"
import { inTransaction } from "#platform/database/database.ts"
import { type TestApplication, testApplication } from "#platform/testing/application.ts"
import { Temporal } from "#platform/time.ts"
import { exportJournals, previewExport } from "./export-journals.ts"
import { numberFiles } from "./journal-files.ts"

const FIRST = Temporal.PlainDate.from("2026-10-26")
const DAYS = 21
const ZONE = "America/Los_Angeles"

let app: TestApplication
let owner: StaffClient
const posted = new Map<string, number>()

beforeAll(async () => {
  app = await testApplication()
  owner = await signInAs(app, "owner")
  for (const { code } of await listAccounts(app.ctx())) {
    const body = { quickbooksAccount: `Books:${code}`, xeroCode: code.slice(0, 8), xeroTaxRate: "Tax Exempt" }
    const path = `/v1/bookkeeping/accounts/${encodeURIComponent(code)}`
    if (code !== "fees") expect((await owner("PUT", path, body, { "if-match": '"v0"' })).status).toBe(200)
  }
  await postAroundMidnights()
  app.clock.set(Temporal.Instant.from("2026-12-01T12:00:00Z"))
})
afterAll(() => app.close())

/** Entries a moment before, at and after the midnights of the business, over the end of summer time as well. */
async function postAroundMidnights(): Promise<void> {
  for (let day = 0; day < DAYS; day += 1) {
    const midnight = FIRST.add({ days: day }).toZonedDateTime(ZONE).toInstant()
    for (const [place, milliseconds] of [-1, 0, 1, 43_200_000].entries()) {
      app.clock.set(midnight.add({ milliseconds }))
      const cents = 1 + day * 100 + place
      const postings = { bank: 3 * cents, "revenue:food": -cents, sales_tax_payable: -2 * cents }
      const entry = { key: `k-${day}-${place}`, kind: "payment", description: `Paid "by\thand", day ${day}` }
      const id = await inTransaction(app.ctx(), (ctx) => postEntry(ctx, { ...entry, postings }))
      posted.set(id ?? "", 3 * cents)
    }
  }
}

async function fileOf(format: BookkeepingFormat, from: string, to: string, part = 1): Promise<string> {
  const { bytes } = await exportJournals(app.ctx(), { format, from, to, part })
  const chunks: Buffer[] = []
  for await (const chunk of bytes) chunks.push(chunk)
  return Buffer.concat(chunks).toString(format === "quickbooks" ? "latin1" : "utf8")
}

/** Reads a file as its program would. @returns cents by journal, line by line. */
const READERS: Record<BookkeepingFormat, (text: string) => Map<string, number[]>> = {
  csv: (text) =>
    grouped(
      rowsOf(text).map((row) => [
        row.Entry ?? "",
        Math.round(100 * (Number(row.Debit) - Number(row.Credit))),
      ]),
    ),
  xero: (text) =>
    grouped(
      rowsOf(text).map((row) => [
        /\((le_\w+)\)$/.exec(row["*Narration"] ?? "")?.[1] ?? "",
        Math.round(100 * Number(row["*Amount"])),
      ]),
    ),
  quickbooks: (text) => {
    const journals = text.split("\r\nENDTRNS\r\n").slice(0, -1)
    const [, ...head] = (journals[0] ?? "").split("\r\n!ENDTRNS\r\n")
    const blocks = [head.join(""), ...journals.slice(1)].map((block) => block.split("\r\n"))
    for (const [first, ...others] of blocks) {
      expect(first).toMatch(/^TRNS\t\tGENERAL JOURNAL\t\d\d\/\d\d\/2026\tBooks:/)
      for (const other of others) expect(other).toMatch(/^SPL\t\tGENERAL JOURNAL\t/)
    }
    return grouped(
      blocks.flat().map((line) => {
        const cells = line.split("\t")
        expect(cells).toHaveLength(10)
        return [/\((le_\w+)\)$/.exec(cells[9] ?? "")?.[1] ?? "", Math.round(100 * Number(cells[7]))]
      }),
    )
  },
}

function rowsOf(text: string): Record<string, string>[] {
  return parse(text, { columns: true, bom: true }) as Record<string, string>[] // safe: so it reads with columns
}

function grouped(lines: [string, number][]): Map<string, number[]> {
  const journals = new Map<string, number[]>()
  for (const [id, cents] of lines) journals.set(id, [...(journals.get(id) ?? []), cents])
  return journals
}

test("periods that touch hold every line once in every format, and every journal is zero", async () => {
  const cuts = fc.uniqueArray(fc.integer({ min: 1, max: DAYS - 1 }), { maxLength: 4 })
  const format = fc.constantFrom<BookkeepingFormat>("csv", "quickbooks", "xero")
  await fc.assert(
    fc.asyncProperty(cuts, format, async (days, format) => {
      const bounds = [-1, ...days.toSorted((left, right) => left - right), DAYS]
      const seen = new Map<string, number>()
      for (let index = 1; index < bounds.length; index += 1) {
        const from = FIRST.add({ days: bounds[index - 1] ?? 0 }).toString()
        const to = FIRST.add({ days: (bounds[index] ?? 0) - 1 }).toString()
        for (const [id, cents] of READERS[format](await fileOf(format, from, to))) {
          expect(cents.reduce((sum, each) => sum + each, 0)).toBe(0)
          expect(seen.has(id)).toBe(false)
          expect(cents).toHaveLength(3)
          seen.set(id, Math.max(...cents))
        }
      }
      expect(seen).toEqual(posted)
    }),
    { numRuns: 15 },
  )
})

test("files hold as much as their program takes, no journal is cut, and none is left out", () => {
  const lineCounts = fc.array(fc.integer({ min: 2, max: 40 }), { maxLength: 200 })
  fc.assert(
    fc.property(lineCounts, (counts) => {
      const fileOfJournal = numberFiles(50)
      const files = counts.map((lines) => fileOfJournal(lines))
      const filled = Map.groupBy(
        counts.map((lines, index) => ({ lines, file: files[index] })),
        ({ file }) => file,
      )
      for (const journals of filled.values())
        expect(journals.reduce((sum, { lines }) => sum + lines, 0)).toBeLessThanOrEqual(50)
      expect([...filled.keys()]).toEqual(Array.from({ length: filled.size }, (_, index) => index + 1))
    }),
  )
})

test("says what stands against an export, by name and with the remedy", async () => {
  const outcome = async (path: string) => {
    const { status, json } = await owner("GET", path)
    return [status, json.code, json.detail]
  }
  const { to } = { to: app.clock.now().toString().slice(0, 10) }
  expect(await outcome(`/v1/bookkeeping/csv?from=2026-11-01&to=${to}`)).toEqual([
    400,
    "period-open",
    expect.stringContaining("is not over yet"),
  ])
  expect(await outcome("/v1/bookkeeping/csv?from=2026-11-02&to=2026-11-01")).toEqual([
    400,
    "range-invalid",
    expect.stringContaining("on or after the first"),
  ])
  expect((await owner("GET", "/v1/bookkeeping/csv?from=2026-11-31&to=2026-12-01")).status).toBe(400)
  expect(await outcome("/v1/bookkeeping/xero?from=2026-10-26&to=2026-10-27&part=2")).toEqual([
    404,
    "part-not-found",
    expect.stringContaining("has 1 file"),
  ])

  app.clock.set(Temporal.Instant.from("2026-12-02T12:00:00Z"))
  await inTransaction(app.ctx(), (ctx) =>
    postEntry(ctx, { key: "fee", kind: "fee", description: "Card fee", postings: { fees: 5, bank: -5 } }),
  )
  app.clock.set(Temporal.Instant.from("2026-12-05T12:00:00Z"))
  const december = "from=2026-12-01&to=2026-12-03"
  expect(await outcome(`/v1/bookkeeping/quickbooks?${december}`)).toEqual([
    409,
    "accounts-unnamed",
    "QuickBooks has no name yet for Card fees (fees). Write the names under Money, Bookkeeping, then export again.",
  ])
  const preview = await previewExport(app.ctx(), { from: "2026-12-01", to: "2026-12-03" })
  expect(preview).toMatchObject({ isClosed: true, entries: 1, lines: 2, debits: { amount: 5 } })
  expect(preview.formats.map(({ unnamed }) => unnamed.length)).toEqual([0, 1, 1])
  expect(await fileOf("csv", "2026-12-01", "2026-12-03")).toContain("fees,Card fees,,0.05,")
})

test("names are staff's to write, on the version that they read, and the log knows who", async () => {
  const body = { quickbooksAccount: "Bank Service Charges", xeroCode: "404", xeroTaxRate: "Tax Exempt" }
  const put = (client: StaffClient, version: number, given: object = body) =>
    client("PUT", "/v1/bookkeeping/accounts/fees", given, { "if-match": `"v${version}"` })
  const auditor = await signInAs(app, "auditor")
  expect((await put(auditor, 0)).status).toBe(403)
  expect((await put(owner, 0)).json).toMatchObject({ ...body, account: "fees", version: 1 })
  expect((await put(owner, 0)).status).toBe(412)
  expect((await put(owner, 1, { ...body, quickbooksAccount: "a\tb" })).status).toBe(400)
  const unknown = await owner("PUT", "/v1/bookkeeping/accounts/nothing", body, { "if-match": '"v0"' })
  expect(unknown.status).toBe(404)
  expect((await auditor("GET", "/v1/bookkeeping/accounts")).json.items).toContainEqual(
    expect.objectContaining({ account: "fees", xeroCode: "404" }),
  )
  const log = await owner("GET", "/v1/audit?action=bookkeeping.account-named&limit=1")
  expect(log.json.items[0]).toMatchObject({ entityId: "fees" })
})

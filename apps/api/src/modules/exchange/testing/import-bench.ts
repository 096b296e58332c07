import type { Import, ImportRow } from "@myhibachi/contract/exchange"
import { vi } from "vitest"
import { findBookings } from "#modules/booking/index.ts"
import { GRAND_AVENUE, SATURDAY } from "#modules/booking/testing/booked-party.ts"
import { SAMPLE_PASSWORD } from "#modules/identity/seed-staff.ts"
import { type TestApplication, testApplication } from "#platform/testing/application.ts"
import { knownPlaces } from "#providers/maps/testing/known-places.ts"
import { bookingsImport } from "../imports/bookings-import.ts"

interface Reply {
  status: number
  text: string
  // biome-ignore lint/suspicious/noExplicitAny: tests look into replies whose shape they assert
  json: () => any
}
export type Call = (method: "GET" | "POST", url: string, payload?: string | object) => Promise<Reply>

const HEADINGS = "name,email,phone,date,time,address,adults,deposit_paid,paid_by,reference"

type PartyCells = Partial<Record<"time" | "adults" | "deposit" | "date", string>>

/** @returns a line of a file of parties. */
export function partyLine(name: string, part: PartyCells = {}): string {
  const { date = SATURDAY.date, time = "18:00", adults = "10", deposit = "100.00" } = part
  return `${name},${name}@example.com,,${date},${time},"${GRAND_AVENUE}",${adults},${deposit},zelle,Z-${name}`
}

/** @returns a file of parties, as a spreadsheet saves it. */
export function partiesFile(...lines: string[]): string {
  return [HEADINGS, ...lines, ""].join("\n")
}

/** Lets the runner of the next row wait where it has done a step and not yet kept it, as if its process stood still. */
export function standStillInNextRow(): { reached: Promise<void>; goOn(): void } {
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

/** Staff who send files over HTTP to an application of their own. */
export class ImportBench {
  readonly app: TestApplication

  constructor(app: TestApplication) {
    this.app = app
  }

  static async start(): Promise<ImportBench> {
    return new ImportBench(await testApplication({ providers: { maps: knownPlaces() } }))
  }

  async signIn(role: string): Promise<Call> {
    const payload = { email: `${role}@myhibachi.example`, password: SAMPLE_PASSWORD }
    const login = await this.app.http.inject({ method: "POST", url: "/v1/auth/login", payload })
    const cookie = [login.headers["set-cookie"] ?? []].flat().join("; ")
    return async (method, url, payload) => {
      const type = typeof payload === "string" ? { "content-type": "text/csv" } : {}
      const headers = { cookie, origin: this.app.services.config.ADMIN_URL, ...type }
      const reply = await this.app.http.inject({ method, url, headers, ...(payload ? { payload } : {}) })
      return { status: reply.statusCode, text: reply.body, json: () => reply.json() }
    }
  }

  /** @returns the import when its rows are looked at. */
  async upload(call: Call, kind: string, text: string): Promise<Import> {
    const reply = await call("POST", `/v1/imports?kind=${kind}&fileName=${kind}.csv`, text)
    if (reply.status !== 201) throw new Error(reply.text)
    await this.app.drain()
    return this.read(call, (reply.json() as Import).id)
  }

  /** @returns the import when nothing is left to be done. */
  async run(call: Call, id: string, verb: "commit" | "undo"): Promise<Import> {
    const reply = await call("POST", `/v1/imports/${id}/${verb}`)
    if (reply.status !== 202) throw new Error(reply.text)
    await this.app.drain()
    return this.read(call, id)
  }

  async read(call: Call, id: string): Promise<Import> {
    return (await call("GET", `/v1/imports/${id}`)).json()
  }

  async rowsOf(call: Call, id: string): Promise<ImportRow[]> {
    return (await call("GET", `/v1/imports/${id}/rows?limit=100`)).json().items
  }

  /** @returns the hosts among the names, one a party. */
  async partiesOf(names: string[]): Promise<string[]> {
    const { items } = await findBookings(this.app.ctx(), { limit: 100 })
    return items
      .map(({ customerName }) => customerName)
      .filter((name) => names.includes(name))
      .sort()
  }
}

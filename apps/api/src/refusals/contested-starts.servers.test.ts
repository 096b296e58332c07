import type { Hold } from "@myhibachi/contract/hold"
import type { Quote } from "@myhibachi/contract/quote"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { holdStartTool } from "#modules/assistant/tools/booking-tools.ts"
import { Toolbox } from "#modules/assistant/tools/toolbox.ts"
import { aContact, aRequest } from "#modules/booking/testing/booked-party.ts"
import { startConversation } from "#modules/conversations/index.ts"
import { type StaffClient, signInAs } from "#modules/identity/testing/staff-client.ts"
import { readBusinessData } from "#modules/knowledge/index.ts"
import type { TestApplication } from "#platform/testing/application.ts"
import { createFreshDatabase, type FreshDatabase, POSTGRES_URL } from "#platform/testing/servers.ts"
import { Temporal } from "#platform/time.ts"
import { startOnDatabase } from "./testing/start-on-database.ts"

const CLIENTS = 16
const ATTEMPTS_EACH = 20
/** Starts of one evening that stand in each other's way, and one of the next. */
const STARTS = [
  "2027-01-10T02:00:00Z",
  "2027-01-10T02:30:00Z",
  "2027-01-10T03:00:00Z",
  "2027-01-11T02:00:00Z",
]

/** "won", or the code of the refusal. */
type Outcome = string

describe.skipIf(!POSTGRES_URL)("on a real PostgreSQL", () => {
  let fresh: FreshDatabase
  let app: TestApplication
  let owner: StaffClient
  const held: string[] = []

  beforeAll(async () => {
    fresh = await createFreshDatabase(POSTGRES_URL ?? "")
    app = await startOnDatabase({ DATABASE_URL: fresh.url })
    owner = await signInAs(app, "owner")
  })
  afterAll(async () => {
    await app.close()
    await fresh.drop()
  })

  const post = (url: string, payload: object, key: string) =>
    app.http.inject({ method: "POST", url, payload, headers: { "idempotency-key": key } })

  async function quoteFor(startsAt: string): Promise<Quote> {
    const at = Temporal.Instant.from(startsAt).toZonedDateTimeISO("America/Los_Angeles")
    const part = { date: at.toPlainDate().toString(), time: at.toPlainTime().toString().slice(0, 5) }
    const reply = await post("/v1/public/quotes", aRequest(part), "unused-by-quotes")
    return reply.json()
  }

  async function throughSite(name: string, startsAt: string): Promise<Outcome> {
    const quote = await quoteFor(startsAt)
    const body = { quoteToken: quote.token, contact: aContact(name) }
    const reply = await post("/v1/public/holds", body, `contest-${name}`)
    const { token, code } = reply.json<Hold & { code: string }>()
    if (reply.statusCode !== 201) return code
    held.push(token)
    return "won"
  }

  async function throughStaff(name: string, startsAt: string): Promise<Outcome> {
    const { date, time } = await quoteFor(startsAt)
    const body = { quote: aRequest({ date: date ?? "", time: time ?? "" }), contact: aContact(name) }
    const reply = await owner("POST", "/v1/bookings", body, { "idempotency-key": `contest-${name}` })
    return reply.status === 201 ? "won" : reply.json.code
  }

  async function throughAssistant(name: string, startsAt: string): Promise<Outcome> {
    const ctx = app.ctx()
    const conversation = await startConversation(ctx, { channel: "web_chat" })
    const scope = { conversation, business: await readBusinessData(ctx), customerId: null }
    const tools = new Toolbox(ctx, scope, "lead_nurturing")
    const quote = await quoteFor(startsAt)
    const result = await tools.call(holdStartTool, { quoteToken: quote.token, contact: aContact(name) })
    return result.ok ? "won" : result.error.code
  }

  const DOORS = [throughSite, throughStaff, throughAssistant]

  async function client(number: number): Promise<Outcome[]> {
    const outcomes: Outcome[] = []
    for (let attempt = 0; attempt < ATTEMPTS_EACH; attempt += 1) {
      const door = DOORS[(number + attempt) % DOORS.length] ?? throughSite
      const startsAt = STARTS[(number * 7 + attempt) % STARTS.length] ?? ""
      outcomes.push(await door(`Rival ${number} ${attempt}`, startsAt))
      if (attempt % 5 === 4) await giveOneBack()
    }
    return outcomes
  }

  /** Keeps the contest open: somebody lets a start go. */
  async function giveOneBack(): Promise<void> {
    const token = held.shift()
    if (token) await app.http.inject({ method: "DELETE", url: `/v1/public/holds/${token}` })
  }

  test("hundreds of attempts through site, staff and assistant: no chef is claimed twice, nobody gets an error", async () => {
    const outcomes = (
      await Promise.all(Array.from({ length: CLIENTS }, (_, number) => client(number)))
    ).flat()
    expect(outcomes).toHaveLength(CLIENTS * ATTEMPTS_EACH)
    const strange = outcomes.filter((outcome) => outcome !== "won" && outcome !== "start-taken")
    expect(strange).toEqual([])
    expect(outcomes.filter((outcome) => outcome === "won").length).toBeGreaterThan(0)
    expect(outcomes.filter((outcome) => outcome === "start-taken").length).toBeGreaterThan(0)

    const overlaps = await app.ctx().db.execute(
      `select a.id, b.id from crew_claims a join crew_claims b
       on a.chef_id = b.chef_id and a.id < b.id and a.during && b.during and not a.released and not b.released`,
    )
    expect(overlaps.rows).toEqual([])
    const orphans = await app.ctx().db.execute(
      `select h.id from booking_holds h where h.status in ('held', 'awaiting_deposit')
       and not exists (select 1 from crew_claims c where c.hold_id = h.id and not c.released)`,
    )
    expect(orphans.rows).toEqual([])
  }, 60_000)
})

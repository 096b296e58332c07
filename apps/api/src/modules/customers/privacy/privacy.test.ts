import { sql } from "drizzle-orm"
import { afterAll, beforeAll, expect, test } from "vitest"
import { cancelBooking, explainQuote, quoteParty, readBooking } from "#modules/booking/index.ts"
import { aBooking, aContact, aRequest } from "#modules/booking/testing/booked-party.ts"
import { openChat } from "#modules/conversations/testing/chat-client.ts"
import { type StaffClient, signInAs } from "#modules/identity/testing/staff-client.ts"
import { createTask } from "#modules/tasks/index.ts"
import { verifyAudit } from "#platform/audit.ts"
import type { Context } from "#platform/context.ts"
import { inTransaction } from "#platform/database/database.ts"
import { allowErasing } from "#platform/personal-data.ts"
import { type TestApplication, testApplication } from "#platform/testing/application.ts"
import { knownPlaces } from "#providers/maps/testing/known-places.ts"
import { addNote } from "../change-customer.ts"
import { findOrCreateCustomer } from "../find-or-create-customer.ts"

const NAME = "Wilhelmina Oakhart"
const MARKS = [
  NAME,
  "Oakhart",
  "wilhelmina",
  "5105550177",
  "510-555-0177",
  "Grand Ave",
  "Zebulon",
  "sesame seeds",
]

let app: TestApplication
let ctx: Context
let owner: StaffClient
beforeAll(async () => {
  app = await testApplication({
    providers: { maps: knownPlaces(), email: { send: async () => {}, close: () => {} } },
  })
  ctx = app.ctx()
  owner = await signInAs(app, "owner")
})
afterAll(() => app.close())

/** Every row of every table of the product and of its queue, as text. */
async function dump(): Promise<Map<string, string>> {
  const { rows } = await ctx.db.execute<{ name: string }>(
    sql`select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname in ('public', 'jobs')`,
  )
  const tables = new Map<string, string>()
  for (const { name } of rows) {
    const { rows: lines } = await ctx.db.execute<{ line: string }>(
      sql.raw(`select to_jsonb(t)::text as line from ${name} t`),
    )
    tables.set(name, lines.map(({ line }) => line).join("\n"))
  }
  return tables
}

async function findMarks(): Promise<string[]> {
  const tables = await dump()
  return [...tables].flatMap(([name, text]) =>
    MARKS.filter((mark) => text.toLowerCase().includes(mark.toLowerCase())).map(
      (mark) => `${mark} in ${name}`,
    ),
  )
}

/** A life with us: a merged twin, a paid party, guests, a chat, notes, a task, a mail, a copy of the data. */
async function aLife() {
  const contact = { ...aContact(NAME), phone: "(510) 555-0177" }
  const bookingId = await aBooking(ctx, {}, NAME)
  const { id: customerId } = await findOrCreateCustomer(ctx, contact)
  const booking = await readBooking(ctx, { bookingId })
  const guest = {
    name: "Zebulon",
    band: "adult",
    choices: [
      { sku: "chicken", leaveOut: ["butter"] },
      { sku: "tofu", leaveOut: ["butter"] },
    ],
    allergens: ["dairy"],
    isSevere: true,
    sides: [],
    note: "no sesame seeds",
  }
  const guests = `/v1/bookings/${bookingId}/selections`
  const saved = await owner("PUT", guests, { guests: [guest] }, { "if-match": `"v${booking.version}"` })
  const chat = await openChat(app, booking.token)
  await chat.send(`I am ${NAME}, is Zebulon safe?`)
  await addNote(ctx.as({ kind: "system", name: "test" }), { customerId, text: `${NAME} likes it spicy` })
  const { id: taskId } = await createTask(ctx, {
    kind: "call-back",
    title: `Call ${NAME}`,
    dueAt: ctx.now(),
    customerId,
  })
  await owner("POST", `/v1/tasks/${taskId}/complete`, { outcome: `Spoke with ${NAME}` })
  const twin = await findOrCreateCustomer(ctx, { name: "W. Oakhart", email: "wilhelmina@example.org" })
  await owner("POST", `/v1/customers/${customerId}/merge`, { otherId: twin.id, reason: `Both are ${NAME}` })
  const once = { "idempotency-key": `invoice-of-${bookingId}` }
  await owner("POST", `/v1/bookings/${bookingId}/invoices`, {}, once)
  await app.drain()
  return { bookingId, customerId, booking, saved }
}

test("erases a person everywhere, keeps figures and a sound audit chain, and refuses while a party is ahead", async () => {
  const { bookingId, customerId, booking, saved } = await aLife()
  expect(saved.json).toMatchObject({ guests: [{ name: "Zebulon" }] })
  const erase = (name = NAME) =>
    owner("POST", `/v1/customers/${customerId}/erase`, { name, ground: "request" })
  const refused = await erase()
  expect(refused).toMatchObject({ status: 409, json: { code: "erasure-refused" } })
  expect(refused.json.detail).toContain(booking.reference)
  await cancelBooking(ctx, { bookingId, by: "customer", reason: `${NAME} is ill` })
  await app.drain()
  expect((await findMarks()).length).toBeGreaterThan(20)
  expect((await erase("Somebody Else")).json).toMatchObject({ code: "name-differs" })
  const support = await signInAs(app, "support")
  expect(
    (await support("POST", `/v1/customers/${customerId}/erase`, { name: NAME, ground: "request" })).status,
  ).toBe(403)

  expect(await erase()).toMatchObject({ status: 200, json: { customerId } })
  await app.drain()
  expect(await findMarks()).toEqual([])
  expect(await verifyAudit(ctx)).toMatchObject({ brokenAt: null })
  const after = await readBooking(ctx, { bookingId })
  expect(after).toMatchObject({ reference: booking.reference, total: booking.total, lines: booking.lines })
  expect(after.place.line1).toBeNull()
  expect(await explainQuote(ctx, { quoteId: after.quoteId })).toMatchObject({ isReplayIdentical: true })
  expect((await erase()).status).toBe(410)
  expect((await owner("POST", `/v1/customers/${customerId}/notes`, { text: "x" })).status).toBe(410)
  expect((await findOrCreateCustomer(ctx, aContact(NAME))).id).not.toBe(customerId)
})

test("finds audit details that were taken out without an erasure", async () => {
  await ctx.db.execute(
    sql`update operations_audit set details = '{}', salt = null where details <> '{}' and salt is not null and sequence = (select max(sequence) from operations_audit where details <> '{}' and salt is not null)`,
  )
  expect((await verifyAudit(ctx)).brokenAt).not.toBeNull()
})

test("guards the figures of immutable rows also while an erasure is allowed", async () => {
  const { id } = await quoteParty(ctx, aRequest())
  const change = (column: "result" | "hash") =>
    inTransaction(ctx, async (ctx) => {
      await allowErasing(ctx)
      await ctx.db.execute(
        sql`update booking_quote_revisions set ${sql.identifier(column)} = '{}' where quote_id = ${id}`,
      )
    })
  await expect(change("result")).rejects.toThrow()
  await expect(change("hash")).resolves.toBeUndefined()
})

test("collects a copy with progress, opens it by a link, and lets it expire", async () => {
  const { id } = await findOrCreateCustomer(ctx, { name: "Copy <b>Person</b>", email: "copy@example.com" })
  const asked = await owner("POST", `/v1/customers/${id}/privacy-export`)
  expect(asked).toMatchObject({ status: 202, json: { status: "waiting", token: null } })
  await app.drain()
  const [made] = (await owner("GET", `/v1/customers/${id}/privacy-exports`)).json.items
  expect(made).toMatchObject({ status: "ready", stepsDone: made.steps })
  const page = await app.http.inject({ url: `/v1/public/privacy-exports/${made.token}/page.html` })
  expect(page.body).toContain("Copy &lt;b&gt;Person&lt;/b&gt;")
  const data = await app.http.inject({ url: `/v1/public/privacy-exports/${made.token}/data.json` })
  expect(data.json().document["Contact details"]).toMatchObject([{ value: "copy@example.com" }])
  app.clock.set(
    ctx
      .now()
      .add({ hours: 24 * 8 })
      .toString(),
  )
  expect(
    (await app.http.inject({ url: `/v1/public/privacy-exports/${made.token}/page.html` })).statusCode,
  ).toBe(410)
})

import fc from "fast-check"
import { afterAll, beforeAll, expect, test } from "vitest"
import { editChef } from "#modules/crew/chefs/edit-chef.ts"
import { setDayException } from "#modules/crew/chefs/set-hours.ts"
import { applyBusy } from "#modules/crew/external/apply-busy.ts"
import { listChefs } from "#modules/crew/index.ts"
import { approveTimeOff } from "#modules/crew/time-off/decide-time-off.ts"
import { requestTimeOff } from "#modules/crew/time-off/request-time-off.ts"
import type { Context } from "#platform/context.ts"
import type { AppError } from "#platform/errors.ts"
import { type TestApplication, testApplication } from "#platform/testing/application.ts"
import { knownPlaces } from "#providers/maps/testing/known-places.ts"
import { cancelBooking } from "./cancel-booking.ts"
import { confirmBookingFromHold } from "./confirm-booking.ts"
import { releaseHold } from "./end-hold.ts"
import { findAvailability } from "./find-availability.ts"
import { placeHold } from "./place-hold.ts"
import { quoteParty } from "./quote-party.ts"
import { aBooking, aContact, aHold, aRequest, SATURDAY, sign } from "./testing/booked-party.ts"

let app: TestApplication
let ctx: Context

beforeAll(async () => {
  app = await testApplication({ providers: { maps: knownPlaces() } })
  ctx = app.ctx()
})
afterAll(() => app.close())

const ADDRESSES = ["12 Grand Ave, Oakland, CA", "9 Lake Dr, Oakland, CA"]

const anyParty = fc.record({
  adults: fc.integer({ min: 1, max: 70 }),
  address: fc.constantFrom(...ADDRESSES),
  day: fc.integer({ min: 11, max: 13 }),
  choice: fc.nat(),
  afterwards: fc.constantFrom("keep", "keep", "book", "release", "cancel"),
  chef: fc.nat(),
  before: fc.constantFrom(
    "nothing",
    "nothing",
    "day off",
    "short day",
    "cap",
    "time off",
    "busy elsewhere",
    "small",
  ),
})

interface LegRow extends Record<string, unknown> {
  overlaps: number
  squeezed: number
}

type AnyParty = typeof anyParty extends fc.Arbitrary<infer T> ? T : never

/** Changes what one chef of the station may do on that day. */
async function changeChef({ before, chef, day, choice }: AnyParty): Promise<void> {
  const chefs = await listChefs(ctx, { stationId: "st_fremont" })
  const chefId = chefs[chef % chefs.length]?.id ?? ""
  const date = `2026-12-${day}`
  const from = `${date}T${String(18 + (choice % 6)).padStart(2, "0")}:00:00Z`
  const to = `2026-12-${day + 1}T02:30:00Z`
  if (before === "day off") await setDayException(ctx, { chefId, date, hours: [], note: "" })
  if (before === "short day")
    await setDayException(ctx, { chefId, date, hours: [{ from: "11:00", to: "17:30" }], note: "" })
  if (before === "cap") await editChef(ctx, { chefId, maxPartiesPerDay: 1 + (choice % 2) })
  if (before === "small") await editChef(ctx, { chefId, maxGuests: 15 })
  if (before === "busy elsewhere")
    await applyBusy(ctx, { chefId, busy: [{ fromMs: Date.parse(from), toMs: Date.parse(to) }] })
  if (before !== "time off") return
  const { id } = await requestTimeOff(ctx, { chefId, from, to, reason: "away" })
  await approveTimeOff(ctx, { timeOffId: id, handovers: [] }).catch((error: AppError) =>
    expect(error.code).toBe("time-off-conflicts"),
  )
}

/** Parties beyond a chef's cap or guests, on the days of this test. */
async function readOverLimit(): Promise<number> {
  const { rows } = await ctx.db.execute<{ over: number }>(`
    with days as (select c.chef_id, (c.starts_at at time zone 'America/Los_Angeles')::date as day, count(*) as parties
      from crew_claims c where not c.released and c.kind in ('hold', 'booking') group by 1, 2)
    select count(*)::int as over from days join crew_chefs on crew_chefs.id = days.chef_id where parties > 3`)
  return rows[0]?.over ?? 0
}

/** Claims of one chef that overlap, and drives that do not fit between two parties. */
async function readBroken(): Promise<LegRow | undefined> {
  const { rows } = await ctx.db.execute<LegRow>(`
    with live as (select * from crew_claims where not released)
    select count(*) filter (where a.during && b.during)::int as overlaps,
           count(*) filter (where upper(a.work) + make_interval(secs => a.leg_after_seconds)
             > lower(b.work) - make_interval(secs => b.leg_before_seconds) and lower(a.work) < lower(b.work))::int as squeezed
    from live a join live b on a.chef_id = b.chef_id and a.id <> b.id`)
  return rows[0]
}

test("every start that is offered can be held, whatever was held, booked, released and cancelled before", async () => {
  const parties = fc.sample(anyParty, { numRuns: 60, seed: 20261122 })
  let held = 0
  for (const [index, party] of parties.entries()) {
    const date = `2026-12-${party.day}`
    await changeChef(party)
    const { days } = await findAvailability(ctx, { from: date, adults: party.adults, address: party.address })
    const starts = days[0]?.starts ?? []
    const start = starts[party.choice % Math.max(1, starts.length)]
    if (!start) continue
    const quote = await quoteParty(ctx, {
      guests: { adults: party.adults },
      address: { text: party.address },
    })
    const hold = await placeHold(ctx, {
      quoteToken: quote.token,
      startsAt: start.startsAt,
      contact: aContact(`Party ${index}`),
    })
    held += 1
    if (party.afterwards === "release") await releaseHold(ctx, { holdId: hold.id, reason: "test" })
    if (party.afterwards === "book" || party.afterwards === "cancel") {
      await sign(ctx, hold)
      const booked = await confirmBookingFromHold(ctx, { holdId: hold.id, paidCents: 10_000, source: "pay" })
      if (booked.outcome !== "confirmed") throw new Error(booked.outcome)
      if (party.afterwards === "cancel")
        await cancelBooking(ctx, { bookingId: booked.bookingId, by: "customer", reason: "" })
    }
    expect(await readBroken()).toEqual({ overlaps: 0, squeezed: 0 })
    expect(await readOverLimit()).toBe(0)
  }
  expect(held).toBeGreaterThan(20)
  const direct = await ctx.db.execute(
    "select 1 from crew_claims where not released and leg_after_seconds < home_leg_seconds",
  )
  expect(direct.rows.length).toBeGreaterThan(0)
})

test("the database itself refuses two live claims of one chef at one time", async () => {
  const bookingId = await aBooking(ctx, { date: "2027-01-09" }, "First There")
  const copy = ctx.db.execute(`insert into crew_claims
    (id, chef_id, kind, during, work, home_leg_seconds, leg_before_seconds, leg_after_seconds, title, created_at)
    select 'clm_copy', chef_id, kind, during, work, 0, 0, 0, 'second', created_at from crew_claims where booking_id = '${bookingId}'`)
  await expect(copy).rejects.toMatchObject({ cause: { code: "23P01" } })
})

test("a street address that leaves the price as it was is taken; one that changes it is shown first", async () => {
  const { time } = SATURDAY
  const near = await quoteParty(ctx, aRequest({ address: { text: "Oakland" }, date: "2027-01-16", time }))
  const contact = aContact("Street Later")
  const hold = await placeHold(ctx, {
    quoteToken: near.token,
    address: { text: "12 Grand Ave, Oakland, CA" },
    contact,
  })
  expect(hold.place.line1).toBe("12 Grand Ave")
  const open = await quoteParty(ctx, { guests: { adults: 12 } })
  const startsAt = "2027-01-17T02:00:00Z"
  const far = {
    quoteToken: open.token,
    address: { text: "1 Main St, Reno, NV" },
    startsAt,
    contact: aContact("Far Away"),
  }
  const shown = await placeHold(ctx, far).then(
    () => null,
    (error) => error,
  )
  expect(shown).toMatchObject({
    code: "quote-revised",
    extra: { quote: { revision: 2, travel: { stationName: "Sacramento" } } },
  })
  expect((await placeHold(ctx, far)).total).toEqual(shown.extra.quote.total)
})

test("one quote holds one start at a time, and a customer who takes another one moves it", async () => {
  const { quote, hold } = await aHold(ctx, { date: "2027-01-23" }, "Mover")
  const contact = aContact("Mover")
  const other = await placeHold(ctx, { quoteToken: quote.token, startsAt: "2027-01-24T05:00:00Z", contact })
  const states = await ctx.db.execute(
    `select id, status from booking_holds where quote_id = '${quote.id}' order by id`,
  )
  expect(states.rows).toEqual(
    expect.arrayContaining([
      { id: hold.id, status: "released" },
      { id: other.id, status: "held" },
    ]),
  )
})

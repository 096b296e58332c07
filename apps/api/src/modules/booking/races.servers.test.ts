import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { createApplication } from "#app/app.ts"
import { readConfig } from "#app/config.ts"
import { openDatabase } from "#platform/database/open.ts"
import type { AppError } from "#platform/errors.ts"
import { silentLogger } from "#platform/log.ts"
import { TEST_ENVIRONMENT, TEST_NOW } from "#platform/testing/application.ts"
import { createFreshDatabase, POSTGRES_URL } from "#platform/testing/servers.ts"
import { SettableClock } from "#platform/time.ts"
import { knownPlaces } from "#providers/maps/testing/known-places.ts"
import { confirmBookingFromHold } from "./confirm-booking.ts"
import { placeHold } from "./place-hold.ts"
import { createCheckedPromotion } from "./pricing/create-checked-promotion.ts"
import { quoteParty } from "./quote-party.ts"
import { rescheduleBooking } from "./reschedule-booking.ts"
import { aBooking, aContact, aRequest, sign } from "./testing/booked-party.ts"

const CHEFS = 6
const CLIENTS = 16

async function startOnServer() {
  const fresh = await createFreshDatabase(POSTGRES_URL ?? "")
  const config = readConfig({ ...TEST_ENVIRONMENT, DATABASE_URL: fresh.url })
  const database = await openDatabase(config, silentLogger)
  const application = await createApplication({
    config,
    database,
    clock: new SettableClock(TEST_NOW),
    log: silentLogger,
    hasDocumentation: false,
    providers: { maps: knownPlaces() },
  })
  return {
    ctx: application.context({ kind: "system", name: "test" }),
    close: async () => {
      await application.close()
      await database.close()
      await fresh.drop()
    },
  }
}

describe.skipIf(!POSTGRES_URL)("on a real PostgreSQL", () => {
  let bench: Awaited<ReturnType<typeof startOnServer>>
  beforeAll(async () => {
    bench = await startOnServer()
  })
  afterAll(() => bench.close())

  const attempt = async (work: Promise<unknown>): Promise<string> =>
    work.then(
      () => "won",
      (error: AppError) => error.code ?? String(error),
    )
  const tally = (outcomes: string[]) =>
    Object.fromEntries(
      [...Map.groupBy(outcomes, (outcome) => outcome)].map(([code, all]) => [code, all.length]),
    )

  test("holds race for the last uses of a promotion: as many win as it allows", async () => {
    const { ctx } = bench
    await createCheckedPromotion(ctx, {
      name: "First come",
      code: "FIRST-3",
      value: { kind: "fixed", amountCents: 5000 },
      target: "food",
      minimumSpendCents: 0,
      startsAt: TEST_NOW,
      endsAt: null,
      limitTotal: 3,
      limitPerCustomer: null,
      stationIds: [],
      weekdays: [],
    })
    const quotes = await Promise.all(
      Array.from({ length: CLIENTS }, (_, index) => {
        const date = `2027-02-${String(10 + index)}`
        return quoteParty(ctx, aRequest({ guests: { adults: 20 }, date, promotionCode: "FIRST-3" }))
      }),
    )
    const outcomes = await Promise.all(
      quotes.map(({ token }, index) =>
        attempt(placeHold(ctx, { quoteToken: token, contact: aContact(`Sprinter ${index}`) })),
      ),
    )
    expect(tally(outcomes)).toEqual({ won: 3, "promotion-used-up": CLIENTS - 3 })
  })

  test("holds and moves race for the same start: as many win as there are chefs", async () => {
    const { ctx } = bench
    for (const [round, date] of ["2027-01-09", "2027-01-16", "2027-01-23"].entries()) {
      const startsAt = `2027-01-${10 + round * 7}T02:00:00Z`
      const quotes = await Promise.all(
        Array.from({ length: CLIENTS }, () => quoteParty(ctx, aRequest({ date }))),
      )
      const movers = [
        await aBooking(ctx, { date: `2027-03-${10 + round}` }, `Mover A${round}`),
        await aBooking(ctx, { date: `2027-03-${15 + round}` }, `Mover B${round}`),
      ]
      const outcomes = await Promise.all([
        ...quotes.map((quote, index) =>
          attempt(placeHold(ctx, { quoteToken: quote.token, contact: aContact(`Racer ${round} ${index}`) })),
        ),
        ...movers.map((bookingId) =>
          attempt(rescheduleBooking(ctx, { bookingId, startsAt, because: "customer" })),
        ),
      ])
      expect(tally(outcomes)).toEqual({ won: CHEFS, "start-taken": CLIENTS + movers.length - CHEFS })
    }
  })

  test("one quote held by many at once, and one payment told many times, make one booking", async () => {
    const { ctx } = bench
    const quote = await quoteParty(ctx, aRequest({ date: "2027-02-06" }))
    const contact = aContact("Twice Told")
    const held = await Promise.allSettled(
      Array.from({ length: 8 }, () => placeHold(ctx, { quoteToken: quote.token, contact })),
    )
    expect(held.some((outcome) => outcome.status === "fulfilled")).toBe(true)
    const live = await ctx.db.execute<{ id: string }>(
      `select id from booking_holds where quote_id = '${quote.id}' and status = 'held'`,
    )
    expect(live.rows).toHaveLength(1)
    const claims = await ctx.db.execute(
      `select 1 from crew_claims c join booking_holds h on h.id = c.hold_id where h.quote_id = '${quote.id}' and not c.released`,
    )
    expect(claims.rows).toHaveLength(1)
    const hold = held
      .flatMap((outcome) => (outcome.status === "fulfilled" ? [outcome.value] : []))
      .find(({ id }) => id === live.rows[0]?.id)
    if (!hold) throw new Error("The live hold was told to nobody.")
    await sign(ctx, hold)
    const told = await Promise.all(
      Array.from({ length: 8 }, () =>
        confirmBookingFromHold(ctx, { holdId: hold.id, paidCents: 10_000, source: "pay" }),
      ),
    )
    expect(tally(told.map(({ outcome }) => outcome))).toEqual({ confirmed: 1, already: 7 })
  })
})

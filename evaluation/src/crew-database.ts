import { confirmBookingFromHold, placeHold, quoteParty } from "../../apps/api/src/modules/booking/index.ts"
import { crewWork } from "../../apps/api/src/modules/booking/rules/plan-crew.ts"
import { sign } from "../../apps/api/src/modules/booking/testing/booked-party.ts"
import { SAMPLE_POLICIES } from "../../apps/api/src/modules/catalog/sample-policies.ts"
import { findStations, readCrewWindow } from "../../apps/api/src/modules/crew/index.ts"
import type { Context } from "../../apps/api/src/platform/context.ts"
import { AppError } from "../../apps/api/src/platform/errors.ts"
import { Temporal } from "../../apps/api/src/platform/time.ts"
import { type MeasuredApplication, startMeasuredApplication } from "../../benchmarks/src/application.ts"
import { type Chance, seededChance } from "../../benchmarks/src/chance.ts"
import type { Hold } from "../../packages/contract/src/hold.ts"
import { StationYear, type YearParty } from "./crew-year.ts"
import { information, none } from "./figures.ts"
import type { Figure } from "./proof.ts"

const STATION = "st_fremont"
const ADDRESSES = [
  "1221 Broadway, Oakland, CA 94612",
  "200 E Santa Clara St, San Jose, CA 95113",
  "39550 Liberty St, Fremont, CA 94538",
]
const DAYS = { first: 4, last: 60 }
const TIMES = ["12:00", "15:00", "18:00", "21:00"]
const SCHEDULING = SAMPLE_POLICIES.scheduling.parameters

/** Books parties in the product, and asks the rules in memory at each step whom they would have taken. */
export async function compareDatabase(count: number, seed: number): Promise<Figure[]> {
  const application = await startMeasuredApplication()
  try {
    const ctx = application.context({ kind: "system", name: "proof" })
    const year = new StationYear(
      await readStation(ctx),
      () => 0,
      () => 1,
    )
    const chance = seededChance(seed)
    const tally = { booked: 0, refused: 0, other: 0 }
    for (let index = 0; index < count; index += 1) await bookBoth(ctx, year, chance, index, tally)
    return [
      information("parties booked in the database", tally.booked),
      information("starts that database and rules both refused", tally.refused),
      none("choices in which the database and the rules differ", tally.other),
      none("overlaps and impossible drives in the database", await countBroken(application)),
    ]
  } finally {
    await application.close()
  }
}

async function readStation(ctx: Context) {
  const station = (await findStations(ctx)).find(({ id }) => id === STATION)
  if (!station) throw new Error("The sample business has Fremont.")
  const within = { from: ctx.now(), to: ctx.now().add({ hours: 24 * (DAYS.last + 2) }) }
  return readCrewWindow(ctx, { stationId: station.id, timeZone: station.timeZone, within })
}

interface Tally {
  booked: number
  refused: number
  other: number
}

async function bookBoth(
  ctx: Context,
  year: StationYear,
  chance: Chance,
  index: number,
  tally: Tally,
): Promise<void> {
  const today = ctx.now().toZonedDateTimeISO("America/Los_Angeles").toPlainDate()
  const date = today.add({ days: chance.whole(DAYS.first, DAYS.last) }).toString()
  const guests = { adults: chance.whole(4, 55) }
  const quote = await quoteParty(ctx, {
    guests,
    address: { text: chance.one(ADDRESSES) },
    date,
    time: chance.one(TIMES),
  })
  const contact = { name: `Party ${index}`, email: `party-${index}@example.com` }
  const hold = await placeHold(ctx, { quoteToken: quote.token, contact }).catch((error) => {
    if (error instanceof AppError && error.code === "start-taken") return null
    throw error
  })
  const expected = year.assign(await partyOf(ctx, quote))
  if (!hold) {
    tally.refused += 1
    if (expected.length > 0) tally.other += 1
    return
  }
  const taken = await book(ctx, hold)
  tally.booked += 1
  if (taken.join() !== expected.join()) tally.other += 1
}

type Quote = Awaited<ReturnType<typeof quoteParty>>

/** The rules get what the database has: the stored price and its measured drive. */
async function partyOf(ctx: Context, quote: Quote): Promise<YearParty> {
  const { place, travel, startsAt, durations, chefs, guests } = quote
  if (!place || !travel || !startsAt) throw new Error("The quote is not complete.")
  const startsAtMs = Temporal.Instant.from(startsAt).epochMilliseconds
  const work = crewWork({ guests, travelCents: travel.fee.amount, chefs }, SCHEDULING)
  return {
    id: quote.id,
    bookedAtMs: ctx.now().epochMilliseconds,
    startsAtMs,
    stop: {
      workFromMs: startsAtMs - durations.setUpMinutes * 60_000,
      workToMs: startsAtMs + (durations.serviceMinutes + durations.packDownMinutes) * 60_000,
      stationLegSeconds: travel.drivingSeconds ?? 0,
      point: place,
      guestsPerChef: Math.max(...work.shares.map((share) => share.guests)),
    },
    ...work,
    tipCents: 0,
    isCancelled: false,
  }
}

/** Signs and pays. @returns the chefs who have the party, in order. */
async function book(ctx: Context, hold: Hold): Promise<string[]> {
  const { id: holdId, dueNow } = await sign(ctx, hold)
  const booked = await confirmBookingFromHold(ctx, { holdId, paidCents: dueNow.amount, source: holdId })
  if (booked.outcome !== "confirmed") throw new Error(`The party was ${booked.outcome}.`)
  const { rows } = await ctx.db.execute<{ chef_id: string }>(
    `select chef_id from crew_claims where booking_id = '${booked.bookingId}' and not released order by chef_id`,
  )
  return rows.map((row) => row.chef_id)
}

async function countBroken(application: MeasuredApplication): Promise<number> {
  const { rows } = await application.pool.query<{ broken: number }>(`
    with live as (select * from crew_claims where not released)
    select count(*)::int as broken from live a join live b on a.chef_id = b.chef_id and a.id <> b.id
    where a.during && b.during
       or (lower(a.work) < lower(b.work) and upper(a.work) + make_interval(secs => a.leg_after_seconds)
           > lower(b.work) - make_interval(secs => b.leg_before_seconds))`)
  return rows[0]?.broken ?? -1
}

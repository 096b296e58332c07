import {
  cancelBooking,
  confirmBookingFromHold,
  findAvailability,
  placeHold,
  quoteParty,
  releaseHold,
} from "../../apps/api/src/modules/booking/index.ts"
import { sign } from "../../apps/api/src/modules/booking/testing/booked-party.ts"
import type { Context } from "../../apps/api/src/platform/context.ts"
import { createFreshDatabase, POSTGRES_URL } from "../../apps/api/src/platform/testing/servers.ts"
import { startMeasuredApplication } from "../../benchmarks/src/application.ts"
import { type Chance, seededChance } from "../../benchmarks/src/chance.ts"
import type { Hold } from "../../packages/contract/src/hold.ts"
import { information, none } from "./figures.ts"
import type { Figure, Proof } from "./proof.ts"

const PAIRS = 100_000
const QUICK_PAIRS = 1_500
/** One in so many is paid, becomes a booking and is cancelled again. */
const BOOKED_ONE_IN = 20
const MONTHS = 5
const DAY_MS = 86_400_000

/** One in reach of each station, so that the lanes do not want the same chefs. */
const ADDRESSES = [
  "1221 Broadway, Oakland, CA 94612",
  "1000 I St, Sacramento, CA 95814",
  "200 N Spring St, Los Angeles, CA 90012",
  "1500 Marilla St, Dallas, TX 75201",
  "3500 Pan American Dr, Miami, FL 33133",
]

interface Tally {
  offered: number
  taken: number
  booked: number
  refused: Map<string, number>
}

/** Whatever is offered can be taken: every start of what availability offers is held, some are booked. */
export const offers: Proof = {
  name: "offers",
  shows: "Starts that availability offered and that were then taken, without anybody else wanting them.",
  target: "100,000 pairs of offer and booking: 0 refusals",
  async run({ quick, seed, progress }) {
    const fresh = POSTGRES_URL ? await createFreshDatabase(POSTGRES_URL) : null
    const application = await startMeasuredApplication(fresh ? { DATABASE_URL: fresh.url } : {})
    try {
      const tally: Tally = { offered: 0, taken: 0, booked: 0, refused: new Map() }
      const pairs = quick ? QUICK_PAIRS : PAIRS
      const report = setInterval(() => progress(`${tally.taken} of ${pairs} starts taken`), 5000)
      const ctx = application.context({ kind: "system", name: "proof" })
      // The embedded database has one session; lanes beside each other would only wait for it.
      const lanes = fresh ? ADDRESSES.map((address) => [address]) : [ADDRESSES]
      await Promise.all(
        lanes.map(async (lane, index) => {
          const chance = seededChance(seed + index)
          while (tally.taken < pairs) await takeMonth(ctx, chance.one(lane), chance, pairs, tally)
        }),
      ).finally(() => clearInterval(report))
      return describe(tally, fresh ? "PostgreSQL" : "embedded")
    } finally {
      await application.close()
      await fresh?.drop()
    }
  },
}

/** Asks for a month of starts for one party and takes each of them, moving the same hold from start to start. */
async function takeMonth(
  ctx: Context,
  address: string,
  chance: Chance,
  pairs: number,
  tally: Tally,
): Promise<void> {
  const adults = chance.whole(1, 60)
  const first = ctx.now().epochMilliseconds + (3 + 30 * chance.whole(0, MONTHS - 1)) * DAY_MS
  const [from, to] = [dateOf(first), dateOf(first + 30 * DAY_MS)]
  const { days } = await findAvailability(ctx, { from, to, adults, address })
  const starts = days.flatMap((day) => day.starts)
  tally.offered += starts.length
  const contact = { name: "Offer Taker", email: `taker-${chance.whole(0, 400)}@example.com` }
  let quote = await quoteParty(ctx, { guests: { adults }, address: { text: address } })
  for (const { startsAt } of starts) {
    if (tally.taken >= pairs) break
    try {
      const hold = await placeHold(ctx, { quoteToken: quote.token, startsAt, contact })
      tally.taken += 1
      if (tally.taken % BOOKED_ONE_IN > 0) continue
      await bookAndCancel(ctx, hold)
      tally.booked += 1
      quote = await quoteParty(ctx, { guests: { adults }, address: { text: address } })
    } catch (error) {
      const code = (error as { code?: string }).code ?? String(error)
      tally.refused.set(code, (tally.refused.get(code) ?? 0) + 1)
      // When not even the first can be taken, something else is broken than an offer.
      if (tally.taken === 0) throw error
    }
  }
  await releaseLast(ctx, quote.id)
}

async function bookAndCancel(ctx: Context, hold: Hold): Promise<void> {
  const { id: holdId, dueNow } = await sign(ctx, hold)
  const booked = await confirmBookingFromHold(ctx, {
    holdId,
    paidCents: dueNow.amount,
    source: `proof-${holdId}`,
  })
  if (booked.outcome !== "confirmed") throw new Error(`The booking was ${booked.outcome}.`)
  await cancelBooking(ctx, { bookingId: booked.bookingId, by: "customer", reason: "" })
}

async function releaseLast(ctx: Context, quoteId: string): Promise<void> {
  const { rows } = await ctx.db.execute<{ id: string }>(
    `select id from booking_holds where quote_id = '${quoteId}' and status in ('held', 'awaiting_deposit')`,
  )
  for (const { id } of rows) await releaseHold(ctx, { holdId: id, reason: "proof" })
}

function dateOf(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10)
}

function describe(tally: Tally, database: string): Figure[] {
  const refusals = [...tally.refused.values()].reduce((sum, count) => sum + count, 0)
  const reasons = [...tally.refused].map(([code, count]) => `${code} ${count}`).join(", ")
  return [
    information("database", database),
    information("starts taken", tally.taken),
    information("of these paid, booked and cancelled again", tally.booked),
    none(`refusals${reasons ? ` (${reasons})` : ""}`, refusals),
  ]
}

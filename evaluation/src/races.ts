import { createFreshDatabase, POSTGRES_URL } from "../../apps/api/src/platform/testing/servers.ts"
import { SettableClock, Temporal } from "../../apps/api/src/platform/time.ts"
import { startCardBench } from "../../apps/api/src/providers/payments/testing/start-card-bench.ts"
import { startMeasuredApplication } from "../../benchmarks/src/application.ts"
import { seededChance } from "../../benchmarks/src/chance.ts"
import type { Proof } from "./proof.ts"
import { Race, type Start } from "./race.ts"

const STARTS = 200
const QUICK_STARTS = 8
const NOW = "2026-11-10T20:00:00Z"

const PLACES = [
  { address: "1221 Broadway, Oakland, CA 94612", timeZone: "America/Los_Angeles" },
  { address: "1000 I St, Sacramento, CA 95814", timeZone: "America/Los_Angeles" },
  { address: "200 N Spring St, Los Angeles, CA 90012", timeZone: "America/Los_Angeles" },
  { address: "1500 Marilla St, Dallas, TX 75201", timeZone: "America/Chicago" },
  { address: "3500 Pan American Dr, Miami, FL 33133", timeZone: "America/New_York" },
]

/** Everybody wants the same starts, on every way that leads to a chef. */
export const races: Proof = {
  name: "races",
  shows:
    "Site, staff, assistant's tool, import, moves and late messages of the card provider race for the same starts on a real PostgreSQL.",
  target: "10,000 attempts on 200 starts by 16 clients: 0 overlaps, every chef won exactly once",
  async run({ quick, seed, progress }) {
    if (!POSTGRES_URL)
      throw new Error("Set TEST_POSTGRES_URL to a PostgreSQL on which databases may be created.")
    const fresh = await createFreshDatabase(POSTGRES_URL)
    const clock = new SettableClock(NOW)
    const cards = await startCardBench(clock)
    const environment = { ...cards.environment, DATABASE_URL: fresh.url }
    const application = await startMeasuredApplication(environment, clock)
    try {
      const race = new Race(application, cards, clock, seededChance(seed))
      const starts = contestedStarts(quick ? QUICK_STARTS : STARTS)
      await race.prepare(starts, progress)
      for (const [index, start] of starts.entries()) {
        if (index % 5 === 0) progress(`${index} of ${starts.length} starts`)
        await race.contest(start)
      }
      return await race.figures()
    } finally {
      await application.close()
      await cards.close()
      await fresh.drop()
    }
  },
}

/** Evenings from a month on, each in another town in turn. */
function contestedStarts(count: number): Start[] {
  const first = Temporal.PlainDate.from(NOW.slice(0, 10)).add({ days: 30 })
  return Array.from({ length: count }, (_, index) => {
    const place = PLACES[index % PLACES.length]
    if (!place) throw new Error("There is no place.")
    const date = first.add({ days: Math.floor(index / PLACES.length) })
    const zoned = date.toZonedDateTime({ timeZone: place.timeZone, plainTime: "18:00" })
    return { date: date.toString(), startsAt: zoned.toInstant().toString(), address: place.address }
  })
}

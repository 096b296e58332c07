import { holdStartTool } from "../../apps/api/src/modules/assistant/tools/booking-tools.ts"
import {
  bookForCustomer,
  confirmBookingFromHold,
  explainAvailability,
  placeHold,
  quoteParty,
  rescheduleBooking,
} from "../../apps/api/src/modules/booking/index.ts"
import { sign } from "../../apps/api/src/modules/booking/testing/booked-party.ts"
import type { Context } from "../../apps/api/src/platform/context.ts"
import { createFreshDatabase, POSTGRES_URL } from "../../apps/api/src/platform/testing/servers.ts"
import { SettableClock, Temporal } from "../../apps/api/src/platform/time.ts"
import { type MeasuredApplication, startMeasuredApplication } from "../../benchmarks/src/application.ts"
import { type Chance, seededChance } from "../../benchmarks/src/chance.ts"
import { information, none } from "./figures.ts"
import type { Figure, Proof } from "./proof.ts"

const STARTS = 200
const QUICK_STARTS = 8
const CLIENTS = 16
const NOW = "2026-11-10T20:00:00Z"
const HOURS_UNTIL_EXPIRED = 7
const MOVERS_AFTER_DAYS = 49

/** How many of the fifty who want one start come which way. */
const WAYS = { site: 20, staff: 12, tool: 8, import: 4, move: 4, webhook: 2 }
type Way = keyof typeof WAYS

const PLACES = [
  { address: "1221 Broadway, Oakland, CA 94612", timeZone: "America/Los_Angeles" },
  { address: "1000 I St, Sacramento, CA 95814", timeZone: "America/Los_Angeles" },
  { address: "200 N Spring St, Los Angeles, CA 90012", timeZone: "America/Los_Angeles" },
  { address: "1500 Marilla St, Dallas, TX 75201", timeZone: "America/Chicago" },
  { address: "3500 Pan American Dr, Miami, FL 33133", timeZone: "America/New_York" },
]

interface Start {
  date: string
  startsAt: string
  address: string
}

interface Attempt {
  way: Way
  run(): Promise<unknown>
}

interface Tally {
  attempts: number
  won: Record<Way, number>
  refused: Map<string, number>
  unwon: number
}

/** Everybody wants the same starts, on every way that leads to a chef. */
export const races: Proof = {
  name: "races",
  shows:
    "Site, staff, assistant's tool, import, moves and late payments race for the same starts on a real PostgreSQL.",
  target: "10,000 attempts on 200 starts by 16 clients: 0 overlaps, every chef won exactly once",
  async run({ quick, seed, progress }) {
    if (!POSTGRES_URL)
      throw new Error("Set TEST_POSTGRES_URL to a PostgreSQL on which databases may be created.")
    const fresh = await createFreshDatabase(POSTGRES_URL)
    const clock = new SettableClock(NOW)
    const application = await startMeasuredApplication({ DATABASE_URL: fresh.url }, clock)
    try {
      const race = new Race(application, clock, seededChance(seed))
      const starts = contestedStarts(quick ? QUICK_STARTS : STARTS)
      await race.prepare(starts, progress)
      for (const [index, start] of starts.entries()) {
        if (index % 5 === 0) progress(`${index} of ${starts.length} starts`)
        await race.contest(start)
      }
      return await race.figures()
    } finally {
      await application.close()
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

class Race {
  readonly #application: MeasuredApplication
  readonly #clock: SettableClock
  readonly #chance: Chance
  readonly #ctx: Context
  readonly #late = new Map<Start, { holdId: string; paidCents: number }[]>()
  readonly #movers = new Map<Start, string[]>()
  readonly #tally: Tally = {
    attempts: 0,
    won: { site: 0, staff: 0, tool: 0, import: 0, move: 0, webhook: 0 },
    refused: new Map(),
    unwon: 0,
  }
  #cookie = ""
  #names = 0

  constructor(application: MeasuredApplication, clock: SettableClock, chance: Chance) {
    this.#application = application
    this.#clock = clock
    this.#chance = chance
    this.#ctx = application.context({ kind: "system", name: "proof" })
  }

  /** Holds that were signed and then ran out, whose payments come late; and booked parties that want to move. */
  async prepare(starts: Start[], progress: (message: string) => void): Promise<void> {
    this.#cookie = await this.#signIn()
    for (const [index, start] of starts.entries()) {
      if (index % 20 === 0) progress(`preparing ${index} of ${starts.length} starts`)
      const late = []
      for (let count = 0; count < WAYS.webhook; count += 1) late.push(await this.#signedHold(start))
      this.#late.set(start, late)
    }
    this.#clock.advance({ hours: HOURS_UNTIL_EXPIRED })
    for (const start of starts) {
      const movers = []
      for (let count = 0; count < WAYS.move; count += 1) {
        // Each of the four on a day of its own, so that they do not take each other's chefs before the race.
        const startsAt = shift(start.startsAt, MOVERS_AFTER_DAYS * (count + 1))
        const hold = await this.#signedHold({ ...start, startsAt })
        const booked = await confirmBookingFromHold(this.#ctx, { ...hold, source: hold.holdId })
        if (booked.outcome !== "confirmed") throw new Error(`A mover was ${booked.outcome}.`)
        movers.push(booked.bookingId)
      }
      this.#movers.set(start, movers)
    }
  }

  /** Sixteen clients work through fifty attempts in random order; then the database is asked what came of it. */
  async contest(start: Start): Promise<void> {
    const before = await this.#freeChefs(start)
    const attempts = this.#shuffled(await this.#attempts(start))
    let next = 0
    const client = async () => {
      for (let attempt = attempts[next++]; attempt; attempt = attempts[next++]) await this.#run(attempt)
    }
    await Promise.all(Array.from({ length: CLIENTS }, client))
    const after = await this.#freeChefs(start)
    this.#tally.unwon += after
    if (before === 0) throw new Error(`Nobody could win ${start.startsAt}.`)
  }

  async figures(): Promise<Figure[]> {
    const { attempts, won, refused, unwon } = this.#tally
    const { rows } = await this.#application.pool.query<{ overlaps: number; doubled: number }>(`
      with live as (select * from crew_claims where not released)
      select (select count(*)::int from live a join live b
                on a.chef_id = b.chef_id and a.id < b.id and a.during && b.during) as overlaps,
             (select count(*)::int from (select hold_id, chef_id from live where hold_id is not null
                group by hold_id, chef_id having count(*) > 1) twice) as doubled`)
    const { overlaps = -1, doubled = -1 } = rows[0] ?? {}
    const unexpected = [...refused].filter(([code]) => code !== "start-taken" && code !== "too-late")
    return [
      information("attempts", attempts),
      information(
        "won by way",
        Object.entries(won)
          .map(([way, count]) => `${way} ${count}`)
          .join(", "),
      ),
      information("refused", [...refused].map(([code, count]) => `${code} ${count}`).join(", ")),
      none("chefs claimed twice at one time", overlaps),
      none("claims of one hold made twice", doubled),
      none("chefs left free although wanted", unwon),
      none("attempts that ended in anything but won or taken", sum(unexpected.map(([, count]) => count))),
    ]
  }

  async #run(attempt: Attempt): Promise<void> {
    this.#tally.attempts += 1
    try {
      await attempt.run()
      this.#tally.won[attempt.way] += 1
    } catch (error) {
      const code = (error as { code?: string }).code ?? String(error)
      this.#tally.refused.set(code, (this.#tally.refused.get(code) ?? 0) + 1)
    }
  }

  async #attempts(start: Start): Promise<Attempt[]> {
    const { startsAt } = start
    const ctx = this.#ctx
    const quotes = await Promise.all(
      Array.from({ length: WAYS.site + WAYS.tool }, () => quoteParty(ctx, this.#request(start))),
    )
    const tools = quotes.splice(0, WAYS.tool)
    // The tool asks for nothing of its scope; the customer's rights are those of a visitor.
    const scope = {} as Parameters<typeof holdStartTool.run>[2]
    return [
      ...quotes.map(({ token }) => ({
        way: "site" as const,
        run: () => this.#post("/v1/public/holds", { quoteToken: token, startsAt, contact: this.#contact() }),
      })),
      ...tools.map(({ token }) => ({
        way: "tool" as const,
        run: () => holdStartTool.run(ctx, { quoteToken: token, startsAt, contact: this.#contact() }, scope),
      })),
      ...times(WAYS.staff, () => ({
        way: "staff" as const,
        run: () =>
          this.#post("/v1/bookings", { quote: this.#request(start), contact: this.#contact() }, true),
      })),
      ...times(WAYS.import, () => ({
        way: "import" as const,
        run: () => bookForCustomer(ctx, { quote: this.#request(start), contact: this.#contact() }),
      })),
      ...(this.#movers.get(start) ?? []).map((bookingId) => ({
        way: "move" as const,
        run: () => rescheduleBooking(ctx, { bookingId, startsAt, because: "company" }),
      })),
      ...(this.#late.get(start) ?? []).map((hold) => ({
        way: "webhook" as const,
        run: () => payLate(ctx, hold),
      })),
    ]
  }

  #request(start: Start) {
    return { guests: { adults: 10 }, address: { text: start.address }, date: start.date, time: "18:00" }
  }

  #contact() {
    this.#names += 1
    return { name: `Racer ${this.#names}`, email: `racer-${this.#names}@example.com` }
  }

  async #signedHold(start: Start): Promise<{ holdId: string; paidCents: number }> {
    const quote = await quoteParty(this.#ctx, {
      guests: { adults: 10 },
      address: { text: start.address },
    })
    const contact = this.#contact()
    const held = await placeHold(this.#ctx, { quoteToken: quote.token, startsAt: start.startsAt, contact })
    const { id: holdId, dueNow } = await sign(this.#ctx, held)
    return { holdId, paidCents: dueNow.amount }
  }

  async #freeChefs(start: Start): Promise<number> {
    const { starts } = await explainAvailability(this.#ctx, {
      from: start.date,
      adults: 10,
      address: start.address,
    })
    const wanted = Date.parse(start.startsAt)
    return starts.find(({ startsAt }) => startsAt && Date.parse(startsAt) === wanted)?.chefsFree ?? 0
  }

  async #post(url: string, payload: object, isStaff = false): Promise<void> {
    const reply = await this.#application.http.inject({
      method: "POST",
      url,
      payload,
      headers: {
        "idempotency-key": this.#application.services.newId("key"),
        ...(isStaff ? { cookie: this.#cookie, origin: this.#application.services.config.ADMIN_URL } : {}),
      },
    })
    if (reply.statusCode < 300) return
    const { code } = reply.json() as { code?: string }
    throw Object.assign(new Error(reply.body), { code: code ?? `status ${reply.statusCode}` })
  }

  async #signIn(): Promise<string> {
    const reply = await this.#application.http.inject({
      method: "POST",
      url: "/v1/auth/login",
      payload: { email: "owner@myhibachi.example", password: "hibachi-sample-2026" },
    })
    const cookies = [reply.headers["set-cookie"] ?? []].flat()
    return cookies.map((line) => line.split(";")[0]).join("; ")
  }

  #shuffled<T>(list: T[]): T[] {
    return list
      .map((item) => ({ item, order: this.#chance.next() }))
      .sort((left, right) => left.order - right.order)
      .map(({ item }) => item)
  }
}

async function payLate(ctx: Context, hold: { holdId: string; paidCents: number }): Promise<void> {
  const told = await confirmBookingFromHold(ctx, { ...hold, source: hold.holdId })
  if (told.outcome !== "confirmed") throw Object.assign(new Error(told.outcome), { code: told.outcome })
}

function shift(startsAt: string, days: number): string {
  return Temporal.Instant.from(startsAt)
    .add({ hours: 24 * days })
    .toString()
}

function times<T>(count: number, make: () => T): T[] {
  return Array.from({ length: count }, make)
}

function sum(values: number[]): number {
  return values.reduce((total, value) => total + value, 0)
}

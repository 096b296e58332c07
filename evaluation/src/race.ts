import { holdStartTool } from "../../apps/api/src/modules/assistant/tools/booking-tools.ts"
import {
  bookForCustomer,
  confirmBookingFromHold,
  explainAvailability,
  quoteParty,
  rescheduleBooking,
} from "../../apps/api/src/modules/booking/index.ts"
import type { Context } from "../../apps/api/src/platform/context.ts"
import { type SettableClock, Temporal } from "../../apps/api/src/platform/time.ts"
import type { CardBench } from "../../apps/api/src/providers/payments/testing/start-card-bench.ts"
import type { MeasuredApplication } from "../../benchmarks/src/application.ts"
import type { Chance } from "../../benchmarks/src/chance.ts"
import { information, none } from "./figures.ts"
import { type LatePayment, LatePayments } from "./late-payments.ts"
import { holdSigned } from "./paid-parties.ts"
import type { Figure } from "./proof.ts"

const CLIENTS = 16
const HOURS_UNTIL_EXPIRED = 7
const MOVERS_AFTER_DAYS = 49

/** How many of the fifty who want one start come which way. */
const WAYS = { site: 20, staff: 12, tool: 8, import: 4, move: 4, webhook: 2 }
type Way = keyof typeof WAYS

/** Who must price first, or ask the provider, loses against a price in the hand; at every other start they go first. */
const SLOW_WAYS: ReadonlySet<Way> = new Set(["staff", "import", "webhook"])

/** One evening that everybody wants. */
export interface Start {
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

/** Everybody who wants the same starts, on each way that leads to a chef. */
export class Race {
  readonly #application: MeasuredApplication
  readonly #clock: SettableClock
  readonly #chance: Chance
  readonly #ctx: Context
  readonly #payments: LatePayments
  readonly #late = new Map<Start, LatePayment[]>()
  readonly #movers = new Map<Start, string[]>()
  readonly #tally: Tally = {
    attempts: 0,
    won: { site: 0, staff: 0, tool: 0, import: 0, move: 0, webhook: 0 },
    refused: new Map(),
    unwon: 0,
  }
  #cookie = ""
  #names = 0
  #contests = 0

  constructor(application: MeasuredApplication, cards: CardBench, clock: SettableClock, chance: Chance) {
    this.#application = application
    this.#payments = new LatePayments(application, cards, clock)
    this.#clock = clock
    this.#chance = chance
    this.#ctx = application.context({ kind: "system", name: "proof" })
  }

  /** Holds that were paid and then ran out before we heard of it; and booked parties that want to move. */
  async prepare(starts: Start[], progress: (message: string) => void): Promise<void> {
    this.#cookie = await this.#signIn()
    for (const [index, start] of starts.entries()) {
      if (index % 20 === 0) progress(`preparing ${index} of ${starts.length} starts`)
      const late = []
      for (let count = 0; count < WAYS.webhook; count += 1)
        late.push(await this.#payments.pay({ ...start, contact: this.#contact() }))
      this.#late.set(start, late)
    }
    this.#clock.advance({ hours: HOURS_UNTIL_EXPIRED })
    for (const start of starts) {
      const movers = []
      for (let count = 0; count < WAYS.move; count += 1) {
        // Each of the four on a day of its own, so that they do not take each other's chefs before the race.
        const startsAt = shift(start.startsAt, MOVERS_AFTER_DAYS * (count + 1))
        const hold = await holdSigned(this.#ctx, { ...start, startsAt, contact: this.#contact() })
        const paid = { holdId: hold.id, paidCents: hold.dueNow.amount, source: hold.id }
        const booked = await confirmBookingFromHold(this.#ctx, paid)
        if (booked.outcome !== "confirmed") throw new Error(`A mover was ${booked.outcome}.`)
        movers.push(booked.bookingId)
      }
      this.#movers.set(start, movers)
    }
  }

  /** Sixteen clients work through fifty attempts in random order; then the database is asked what came of it. */
  async contest(start: Start): Promise<void> {
    const before = await this.#freeChefs(start)
    const attempts = this.#inOrder(await this.#attempts(start))
    let next = 0
    const client = async () => {
      for (let attempt = attempts[next++]; attempt; attempt = attempts[next++]) await this.#run(attempt)
    }
    await Promise.all(Array.from({ length: CLIENTS }, client))
    const after = await this.#freeChefs(start)
    this.#tally.unwon += after
    if (before === 0) throw new Error(`Nobody could win ${start.startsAt}.`)
  }

  #inOrder(attempts: Attempt[]): Attempt[] {
    const shuffled = this.#chance.shuffled(attempts)
    this.#contests += 1
    if (this.#contests % 2 === 1) return shuffled
    const isSlow = ({ way }: Attempt) => SLOW_WAYS.has(way)
    return [...shuffled.filter(isSlow), ...shuffled.filter((attempt) => !isSlow(attempt))]
  }

  async figures(): Promise<Figure[]> {
    const { attempts, won, refused, unwon } = this.#tally
    const { rows } = await this.#application.pool.query<Record<"overlaps" | "doubled" | "lost", number>>(`
      with live as (select * from crew_claims where not released)
      select (select count(*)::int from live a join live b
                on a.chef_id = b.chef_id and a.id < b.id and a.during && b.during) as overlaps,
             (select count(*)::int from (select hold_id, chef_id from live where hold_id is not null
                group by hold_id, chef_id having count(*) > 1) twice) as doubled,
             (select count(*)::int from payments_payments paid where status = 'succeeded' and booking_id is null
                and not exists (select from payments_refunds back where back.payment_id = paid.id)) as lost`)
    const { overlaps = -1, doubled = -1, lost = -1 } = rows[0] ?? {}
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
      none("late payments that neither booked nor go back", lost),
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
      ...(this.#late.get(start) ?? []).map((payment) => ({
        way: "webhook" as const,
        run: () => this.#payments.tell(payment),
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

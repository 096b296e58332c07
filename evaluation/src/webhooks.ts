import { createHash } from "node:crypto"
import { sql } from "drizzle-orm"
import { Client } from "pg"
import { createFreshDatabase, POSTGRES_URL } from "../../apps/api/src/platform/testing/servers.ts"
import { systemClock } from "../../apps/api/src/platform/time.ts"
import {
  type CardBench,
  type Delivery,
  startCardBench,
} from "../../apps/api/src/providers/payments/testing/start-card-bench.ts"
import { type MeasuredApplication, startMeasuredApplication } from "../../benchmarks/src/application.ts"
import { type Chance, seededChance } from "../../benchmarks/src/chance.ts"
import { information, none } from "./figures.ts"
import { Killable } from "./killable-worker.ts"
import { payForParties } from "./paid-parties.ts"
import type { Figure, Proof } from "./proof.ts"
import { tellOverHttp } from "./tell-over-http.ts"

const FULL = { parties: 2_000, kills: 200 }
const QUICK = { parties: 16, kills: 4 }
const TIMES_TOLD = 5
/** Money needs no assistant, and a worker without one is back sooner after each of its deaths. */
const WITHOUT_ASSISTANT = { FEATURE_AI_CORE: "off", FEATURE_MULTI_LLM: "off" }
const WORKERS = 2
/** Between two kills a worker lives so long after it said that it is ready. */
const LIFE_MS = { least: 50, most: 1_200 }
const REST_MS = 100
const PATIENCE_MS = 600_000

/** What the provider tells arrives five times and in any order, while whoever sees to it is killed again and again. */
export const webhooks: Proof = {
  name: "webhooks",
  shows:
    "The messages of paid parties five times each, shuffled, with the workers killed, against an orderly run on a copy of the same database.",
  target: "2,000 bookings, 200 kills: the ledger's hash equals that of the orderly run; 0 lost, 0 doubled",
  async run({ quick, seed, progress }) {
    if (!POSTGRES_URL)
      throw new Error("Set TEST_POSTGRES_URL to a PostgreSQL on which databases may be created.")
    const size = quick ? QUICK : FULL
    const cards = await startCardBench(systemClock)
    const base = await createFreshDatabase(POSTGRES_URL)
    const orderly = await createFreshDatabase(POSTGRES_URL)
    const tortured = await createFreshDatabase(POSTGRES_URL)
    try {
      await withApplication(base.url, cards, (application) =>
        payForParties(application, cards, size.parties, (paid) => {
          if (paid % 100 === 0) progress(`${paid} of ${size.parties} parties paid`)
        }),
      )
      await copyDatabase(base.url, orderly.url)
      await copyDatabase(base.url, tortured.url)
      const messages = await cards.deliveries()
      progress(`${messages.length} messages, in order`)
      const expected = await withApplication(orderly.url, cards, (application) =>
        runInOrder(application, messages),
      )
      const torture = new Torture(tortured.url, cards, seededChance(seed), progress)
      const actual = await torture.run(messages, size.kills)
      return describe(size.parties, messages.length, torture.kills, expected, actual)
    } finally {
      await cards.close()
      for (const database of [base, orderly, tortured]) await database.drop()
    }
  },
}

async function withApplication<T>(
  url: string,
  cards: CardBench,
  work: (application: MeasuredApplication) => Promise<T>,
): Promise<T> {
  const application = await startMeasuredApplication(environmentOf(cards, url))
  try {
    return await work(application)
  } finally {
    await application.close()
  }
}

function environmentOf(cards: CardBench, databaseUrl: string): Record<string, string> {
  return { ...WITHOUT_ASSISTANT, ...cards.environment, DATABASE_URL: databaseUrl }
}

async function copyDatabase(fromUrl: string, toUrl: string): Promise<void> {
  const client = new Client({ connectionString: POSTGRES_URL })
  await client.connect()
  try {
    await client.query(`drop database ${nameOf(toUrl)} with (force)`)
    await client.query(`create database ${nameOf(toUrl)} template ${nameOf(fromUrl)}`)
  } finally {
    await client.end()
  }
}

const nameOf = (url: string) => new URL(url).pathname.slice(1)

/** What the books say, without ids and instants that differ from run to run. */
interface Books {
  hash: string
  entries: number
  bookings: number
  /** Parties with more or less than one payment that was received. */
  doubled: number
  lost: number
}

async function runInOrder(application: MeasuredApplication, messages: Delivery[]): Promise<Books> {
  for (const message of messages) await tellOverHttp(application, message, systemClock)
  const context = application.context({ kind: "system", name: "proof" })
  await application.jobs.drain((requestId) => application.context(context.actor, requestId), false)
  return readBooks(application)
}

/** One run under torture: other processes see to the messages and are killed. */
class Torture {
  kills = 0
  readonly #url: string
  readonly #cards: CardBench
  readonly #chance: Chance
  readonly #progress: (message: string) => void

  constructor(url: string, cards: CardBench, chance: Chance, progress: (message: string) => void) {
    this.#url = url
    this.#cards = cards
    this.#chance = chance
    this.#progress = progress
  }

  async run(messages: Delivery[], kills: number): Promise<Books> {
    const told = this.#chance.shuffled(Array.from({ length: TIMES_TOLD }, () => messages).flat())
    const portion = Math.ceil(told.length / kills)
    const workers = Array.from({ length: WORKERS }, () => new Killable(environmentOf(this.#cards, this.#url)))
    try {
      return await withApplication(this.#url, this.#cards, async (application) => {
        for (let kill = 0; kill < kills; kill += 1) {
          const portionTold = told.slice(kill * portion, (kill + 1) * portion)
          const worker = workers[kill % WORKERS]
          await Promise.all([this.#tellAll(application, portionTold), worker?.live(this.#life())])
          await worker?.kill()
          this.kills += 1
          if (this.kills % 10 === 0) this.#progress(`${this.kills} of ${kills} kills`)
        }
        await Promise.all(workers.map((worker) => worker.start()))
        await this.#waitUntilSeenTo(application)
        return readBooks(application)
      })
    } finally {
      await Promise.all(workers.map((worker) => worker.kill()))
    }
  }

  #life(): number {
    return this.#chance.whole(LIFE_MS.least, LIFE_MS.most)
  }

  async #tellAll(application: MeasuredApplication, messages: Delivery[]): Promise<void> {
    await Promise.all(messages.map((message) => tellOverHttp(application, message, systemClock)))
  }

  async #waitUntilSeenTo(application: MeasuredApplication): Promise<void> {
    const { db } = application.context({ kind: "system", name: "proof" })
    const until = performance.now() + PATIENCE_MS
    while (performance.now() < until) {
      const { rows } = await db.execute<{ open: string }>(sql`select
        (select count(*) from payments_webhook_events where state in ('received', 'failed'))
        + (select count(*) from jobs.job where state in ('created', 'retry', 'active')
           and data->>'job' in ('process-webhook', 'event')) as open`)
      if (Number(rows[0]?.open) === 0) return
      this.#progress(`${rows[0]?.open} messages and consequences wait`)
      await new Promise((rested) => setTimeout(rested, 10 * REST_MS))
    }
  }
}

async function readBooks(application: MeasuredApplication): Promise<Books> {
  const { db } = application.context({ kind: "system", name: "proof" })
  const { rows: lines } = await db.execute<{ line: string }>(sql`
    select concat_ws('|', p.provider_payment_id, e.kind, e.description, l.account, l.amount_cents) as line
    from payments_ledger_lines l
    join payments_ledger_entries e on e.id = l.entry_id
    left join payments_payments p on p.id = e.payment_id
    order by 1`)
  const { rows } = await db.execute<Record<"entries" | "bookings" | "doubled" | "lost", string>>(sql`select
    (select count(*) from payments_ledger_entries) as entries,
    (select count(*) from booking_bookings) as bookings,
    (select count(*) from (select hold_id from payments_payments where received_at is not null
      group by hold_id having count(*) > 1) twice) as doubled,
    (select count(*) from booking_holds h where not exists (select 1 from payments_payments p
      where p.hold_id = h.id and p.received_at is not null)) as lost`)
  const [figures] = rows
  return {
    hash: createHash("sha256")
      .update(lines.map(({ line }) => line).join("\n"))
      .digest("hex"),
    entries: Number(figures?.entries),
    bookings: Number(figures?.bookings),
    doubled: Number(figures?.doubled),
    lost: Number(figures?.lost),
  }
}

function describe(
  parties: number,
  messages: number,
  kills: number,
  expected: Books,
  actual: Books,
): Figure[] {
  return [
    information("parties paid", parties),
    information("messages of the provider, each told five times", messages),
    information("workers killed", kills),
    information("entries in the ledger of the orderly run", expected.entries),
    information("hash of the orderly run's ledger", expected.hash.slice(0, 16)),
    none("parties missing in the orderly run", parties - expected.bookings),
    none("payments lost", actual.lost + Math.max(0, expected.bookings - actual.bookings)),
    none("payments doubled", actual.doubled + Math.max(0, actual.entries - expected.entries)),
    {
      what: "hash of the tortured run's ledger",
      value: actual.hash.slice(0, 16),
      mustBe: "the orderly run's",
      holds: actual.hash === expected.hash,
    },
  ]
}

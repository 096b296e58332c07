import { sql } from "drizzle-orm"
import { readTrialBalance } from "../../apps/api/src/modules/payments/ledger/read-ledger.ts"
import type { Context } from "../../apps/api/src/platform/context.ts"
import { createFreshDatabase, POSTGRES_URL } from "../../apps/api/src/platform/testing/servers.ts"
import { startMeasuredApplication } from "../../benchmarks/src/application.ts"
import { seededChance } from "../../benchmarks/src/chance.ts"
import { bookParties } from "./book-parties.ts"
import { information, none } from "./figures.ts"
import { issueTogether, type NumbersIssued } from "./ledger-invoices.ts"
import { LedgerLane } from "./ledger-lane.ts"
import type { Figure, Proof } from "./proof.ts"

const FULL = { operations: 1_000_000, parties: 640, samples: 50 }
const QUICK = { operations: 4_000, parties: 48, samples: 4 }
const LANES = 12

/** Random payments, refunds, tips, earnings and reversals by many writers at once; then the books are read. */
export const ledger: Proof = {
  name: "ledger",
  shows:
    "A million random operations by the product's own posting rules in twelve lanes on PostgreSQL, and invoices by 64 issuers at once.",
  target:
    "trial balance 0 at every sample, every account as counted beside it; 0 gaps in 640 numbers, 0 twice",
  async run({ quick, seed, progress }) {
    if (!POSTGRES_URL)
      throw new Error("Set TEST_POSTGRES_URL to a PostgreSQL on which databases may be created.")
    const size = quick ? QUICK : FULL
    const fresh = await createFreshDatabase(POSTGRES_URL)
    const application = await startMeasuredApplication({ DATABASE_URL: fresh.url })
    try {
      const ctx = application.context({ kind: "system", name: "proof" })
      const parties = await bookParties(ctx, size.parties, (booked) => {
        if (booked % 50 === 0) progress(`${booked} of ${size.parties} parties booked`)
      })
      const bookingIds = parties.map(({ bookingId }) => bookingId)
      const numbers = await issueTogether(ctx, bookingIds)
      const lanes = Array.from({ length: LANES }, (_, index) => {
        const own = parties.filter((_, place) => place % LANES === index)
        return new LedgerLane(`lane-${index}`, seededChance(seed * 1_000 + index), own)
      })
      const run = new LedgerRun(ctx, lanes, size, progress)
      await run.work()
      return [...(await run.figures()), ...describeNumbers(numbers)]
    } finally {
      await application.close()
      await fresh.drop()
    }
  },
}

class LedgerRun {
  readonly #ctx: Context
  readonly #lanes: LedgerLane[]
  readonly #size: typeof FULL
  readonly #progress: (message: string) => void
  #samples = 0
  #unbalanced = 0
  #seconds = 0

  constructor(ctx: Context, lanes: LedgerLane[], size: typeof FULL, progress: (message: string) => void) {
    this.#ctx = ctx
    this.#lanes = lanes
    this.#size = size
    this.#progress = progress
  }

  /** Writers write until enough is done; meanwhile the trial balance is read again and again. */
  async work(): Promise<void> {
    const startedAt = performance.now()
    const share = Math.ceil(this.#size.operations / this.#lanes.length)
    await Promise.all([
      ...this.#lanes.map(async (lane) => {
        while (lane.operations < share) await lane.work(this.#ctx)
      }),
      this.#watch(),
    ])
    this.#seconds = (performance.now() - startedAt) / 1_000
    await this.#sample()
  }

  async #watch(): Promise<void> {
    for (let sample = 1; sample <= this.#size.samples; sample += 1) {
      const from = (this.#size.operations * sample) / (this.#size.samples + 1)
      while (this.#done() < from) await new Promise((rested) => setTimeout(rested, 20))
      await this.#sample()
      this.#progress(`${this.#done()} of ${this.#size.operations} operations`)
    }
  }

  async #sample(): Promise<void> {
    const { total } = await readTrialBalance(this.#ctx)
    this.#samples += 1
    if (total.amount !== 0) this.#unbalanced += 1
  }

  #done(): number {
    return sum(this.#lanes.map(({ operations }) => operations))
  }

  async figures(): Promise<Figure[]> {
    const { rows } = await this.#ctx.db.execute<
      Record<"entries" | "uneven" | "chefs" | "half", string>
    >(sql`select
      (select count(*) from payments_ledger_entries where key like 'proof:%') as entries,
      (select count(*) from (select entry_id from payments_ledger_lines
        group by entry_id having sum(amount_cents) <> 0) uneven) as uneven,
      (select count(*) from (select booking_id, chef_id, sum(cents) from (
          select e.booking_id, l.chef_id, -l.amount_cents as cents from payments_ledger_lines l
            join payments_ledger_entries e on e.id = l.entry_id where l.chef_id is not null
          union all select booking_id, chef_id, -amount_cents from crew_pay_lines where kind = 'tip') both_sides
        group by booking_id, chef_id having sum(cents) <> 0) apart) as chefs,
      (select -coalesce(sum(amount_cents), 0) from payments_ledger_lines
        where account = 'tips_payable' and chef_id is null) as half`)
    const [found] = rows
    const kinds = Object.entries(this.#lanes[0]?.counts ?? {}).map(
      ([kind]) => `${kind} ${sum(this.#lanes.map(({ counts }) => counts[kind as keyof typeof counts]))}`,
    )
    return [
      information("operations", this.#done()),
      information("operations a second", Math.round(this.#done() / this.#seconds)),
      information("of each kind", kinds.join(", ")),
      information("trial balances read meanwhile", this.#samples),
      none("trial balances that were not zero", this.#unbalanced),
      none("entries that do not sum to zero", Number(found?.uneven)),
      none(
        "entries lost or made",
        Math.abs(Number(found?.entries) - sum(this.#lanes.map(({ entries }) => entries))),
      ),
      none("entries booked or reversed twice", sum(this.#lanes.map(({ doubled }) => doubled))),
      none("accounts that differ from the count kept beside them", await this.#differing()),
      none("chefs whose pay lines differ from the ledger", Number(found?.chefs)),
      none("cents of tips that are nobody's", Number(found?.half)),
    ]
  }

  async #differing(): Promise<number> {
    const { accounts } = await readTrialBalance(this.#ctx)
    return accounts.filter(
      ({ account, balance }) =>
        balance.amount !== sum(this.#lanes.map(({ expected }) => expected.get(account) ?? 0)),
    ).length
  }
}

function describeNumbers({ invoices, gaps, twice, missing, givenUp }: NumbersIssued): Figure[] {
  return [
    information("invoices by 64 issuers at once", invoices),
    information("given up after they had a number", givenUp),
    none("gaps in the numbers", gaps),
    none("numbers given twice", twice),
    none("invoices missing", missing),
  ]
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}

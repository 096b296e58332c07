import { earningsOf } from "../../apps/api/src/modules/payments/earn-booking.ts"
import {
  type Postings,
  postEntry,
  reverseEntry,
} from "../../apps/api/src/modules/payments/ledger/post-entry.ts"
import { splitTip } from "../../apps/api/src/modules/payments/split-tips.ts"
import { payments } from "../../apps/api/src/modules/payments/tables.ts"
import type { Context } from "../../apps/api/src/platform/context.ts"
import { inTransaction } from "../../apps/api/src/platform/database/database.ts"
import type { Chance } from "../../benchmarks/src/chance.ts"
import type { QuoteLine } from "../../packages/contract/src/quote.ts"

/** Of a hundred operations so many are of the kind. */
const MIX = { payment: 42, refund: 18, earning: 12, reversal: 14, repetition: 8, tip: 4, tipBack: 2 }
type Kind = keyof typeof MIX
const KINDS = Object.entries(MIX).flatMap(([kind, share]) => Array<Kind>(share).fill(kind as Kind)) // safe: the keys of MIX

const ASSETS = ["cash", "bank", "stripe_clearing"] as const
/** Operations that commit together, as those of one message do. */
const TOGETHER = 20
/** Kept in mind to be reversed or repeated. */
const REMEMBERED = 200

export interface LedgerParty {
  bookingId: string
  lines: QuoteLine[]
}

interface Tip {
  id: string
  bookingId: string
  customerName: string
  leftCents: number
}

/** One writer: books random operations on parties of its own by the product's rules, and keeps count beside them. */
export class LedgerLane {
  /** What every account must hold, in cents. */
  readonly expected = new Map<string, number>()
  readonly counts: Record<Kind, number> = {
    payment: 0,
    refund: 0,
    earning: 0,
    reversal: 0,
    repetition: 0,
    tip: 0,
    tipBack: 0,
  }
  /** Entries that must be in the ledger, apart from how tips were shared. */
  entries = 0
  operations = 0
  /** Keys that were booked a second time. */
  doubled = 0
  readonly #name: string
  readonly #chance: Chance
  readonly #parties: readonly LedgerParty[]
  readonly #booked: { key: string; postings: Postings; isReversed: boolean }[] = []
  readonly #tips: Tip[] = []

  constructor(name: string, chance: Chance, parties: readonly LedgerParty[]) {
    this.#name = name
    this.#chance = chance
    this.#parties = parties
  }

  /** Books some operations in one transaction. */
  async work(ctx: Context): Promise<void> {
    await inTransaction(ctx, async (ctx) => {
      for (let count = 0; count < TOGETHER; count += 1) await this.#operate(ctx)
    })
  }

  async #operate(ctx: Context): Promise<void> {
    const kind = this.#possible(this.#chance.one(KINDS))
    this.operations += 1
    this.counts[kind] += 1
    switch (kind) {
      case "payment":
        return this.#post(ctx, kind, this.#move("customer_deposits", 1))
      case "refund":
        return this.#post(ctx, kind, this.#move("customer_deposits", -1))
      case "earning":
        return this.#post(ctx, kind, earningsOf(this.#chance.one(this.#parties).lines))
      case "reversal":
        return this.#reverse(ctx)
      case "repetition":
        return this.#repeat(ctx)
      case "tip":
        return this.#tip(ctx)
      case "tipBack":
        return this.#tipBack(ctx)
      default:
        return kind satisfies never
    }
  }

  /** What nothing came before of is a payment instead. */
  #possible(kind: Kind): Kind {
    if ((kind === "reversal" || kind === "repetition") && this.#booked.length === 0) return "payment"
    return kind === "tipBack" && this.#tips.length === 0 ? "payment" : kind
  }

  #move(account: string, sign: 1 | -1): Record<string, number> {
    const cents = sign * this.#chance.whole(1, 500_000)
    return { [this.#chance.one(ASSETS)]: cents, [account]: -cents }
  }

  async #post(ctx: Context, kind: string, postings: Postings, paymentId?: string): Promise<void> {
    const key = `proof:${this.#name}:${this.operations}`
    const bookingId = this.#chance.one(this.#parties).bookingId
    const about = { kind, description: `${kind} of the proof`, bookingId, paymentId: paymentId ?? null }
    await postEntry(ctx, { key, postings, ...about })
    this.#expect(postings, 1)
    this.entries += 1
    if (paymentId) return
    this.#booked.push({ key, postings, isReversed: false })
    if (this.#booked.length > REMEMBERED) this.#booked.shift()
  }

  #expect(postings: Postings, sign: 1 | -1): void {
    for (const [account, cents] of Object.entries(postings))
      this.expected.set(account, (this.expected.get(account) ?? 0) + sign * cents)
  }

  async #reverse(ctx: Context): Promise<void> {
    const entry = this.#chance.one(this.#booked)
    const reversal = await reverseEntry(ctx, entry.key, "proof")
    if ((reversal === null) !== entry.isReversed) this.doubled += 1
    if (reversal === null) return
    entry.isReversed = true
    this.entries += 1
    this.#expect(entry.postings, -1)
  }

  async #repeat(ctx: Context): Promise<void> {
    const { key, postings } = this.#chance.one(this.#booked)
    const again = await postEntry(ctx, { key, postings, kind: "again", description: "again" })
    if (again !== null) this.doubled += 1
  }

  async #tip(ctx: Context): Promise<void> {
    const { bookingId } = this.#chance.one(this.#parties)
    const postings = this.#move("tips_payable", 1)
    const cents = -(postings.tips_payable ?? 0)
    const tip = { id: ctx.newId("pay"), bookingId, customerName: "Proof", leftCents: cents }
    await ctx.db.insert(payments).values({
      ...tip,
      purpose: "tip",
      method: "cash",
      provider: "offline",
      status: "succeeded",
      amountCents: cents,
      currency: "USD",
      receivedAt: ctx.now(),
      createdAt: ctx.now(),
    })
    await this.#post(ctx, "tip", postings, tip.id)
    await splitTip(ctx, tip)
    this.#tips.push(tip)
    if (this.#tips.length > REMEMBERED) this.#tips.shift()
  }

  async #tipBack(ctx: Context): Promise<void> {
    const tip = this.#chance.one(this.#tips)
    const cents = this.#chance.whole(1, tip.leftCents)
    await this.#post(ctx, "tip back", { cash: -cents, tips_payable: cents }, tip.id)
    await splitTip(ctx, tip)
    tip.leftCents -= cents
    if (tip.leftCents === 0) this.#tips.splice(this.#tips.indexOf(tip), 1)
  }
}

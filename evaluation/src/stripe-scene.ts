import { isDeepStrictEqual } from "node:util"
import { eq } from "drizzle-orm"
import { collectBalances } from "../../apps/api/src/modules/payments/charge-balance.ts"
import { payments } from "../../apps/api/src/modules/payments/tables.ts"
import type { PaymentBench } from "../../apps/api/src/modules/payments/testing/payment-bench.ts"
import { Temporal } from "../../apps/api/src/platform/time.ts"
import type { Delivery } from "../../apps/api/src/providers/payments/testing/start-card-bench.ts"
import type { BookingPage } from "../../packages/contract/src/booking.ts"

export const GOOD_CARD = "4242424242424242"
const FIRST_DAY = "2026-12-05"

export interface BookedParty {
  bookingId: string
  token: string
  totalCents: number
  depositCents: number
  balanceDueAt: string
}

type Reply = { status: number; body: Record<string, never> & Record<string, unknown> }

/** The product beside the provider's stand-in, with what customers and staff do. */
export class Scene {
  readonly bench: PaymentBench
  #heard = 0
  #parties = 0
  #keys = 0
  #cookie: string | undefined

  constructor(bench: PaymentBench) {
    this.bench = bench
  }

  /** Hands over what the provider has told since the last time, and sees to all that follows. */
  async hear(): Promise<void> {
    const all = await this.bench.cards.deliveries()
    await this.bench.deliver(all.slice(this.#heard))
    this.#heard = all.length
    await this.bench.app.drain(false)
  }

  /** What the provider has told since the last time is lost on the way. @returns it. */
  async miss(): Promise<Delivery[]> {
    const missed = (await this.bench.cards.deliveries()).slice(this.#heard)
    this.#heard += missed.length
    return missed
  }

  /** A signed hold on the next free week, with its payment page. */
  async pageOfHold() {
    const date = Temporal.PlainDate.from(FIRST_DAY).add({ days: 7 * this.#parties })
    this.#parties += 1
    const hold = await this.bench.payableHold(date.toString())
    return { hold, url: await this.bench.openPage(hold) }
  }

  /** A party whose deposit was paid with the card. */
  async bookedParty(card = GOOD_CARD): Promise<BookedParty> {
    const { hold, url } = await this.pageOfHold()
    same(await this.bench.cards.pay(url, card), 303, "the page's answer")
    await this.hear()
    return this.readParty((await this.bench.readState(hold)).bookingToken)
  }

  async readParty(token: string | null): Promise<BookedParty> {
    if (!token) throw new Error("the party was not booked")
    const page = await this.#page(token)
    return {
      bookingId: token.split(".")[0] ?? "",
      token,
      totalCents: page.total.amount,
      depositCents: page.paid.amount,
      balanceDueAt: page.balanceDueAt,
    }
  }

  async owed({ token }: BookedParty): Promise<number> {
    return (await this.#page(token)).owed.amount
  }

  async #page(token: string): Promise<BookingPage> {
    return (await this.bench.app.http.inject({ url: `/v1/public/bookings/${token}` })).json()
  }

  /** Lets the balance become due and collects it, as the schedule does. */
  async collect({ balanceDueAt }: BookedParty): Promise<void> {
    const wait = Temporal.Instant.from(balanceDueAt).since(this.bench.app.clock.now()).total("seconds")
    if (wait > 0) this.bench.app.clock.advance({ seconds: Math.ceil(wait) + 1 })
    await collectBalances.run(this.bench.app.ctx(), {})
    await this.bench.app.drain(false)
  }

  /** The payment rows of a booking, apart from its deposit. */
  async balancesOf({ bookingId }: BookedParty) {
    const rows = await this.bench.app
      .ctx()
      .db.select()
      .from(payments)
      .where(eq(payments.bookingId, bookingId))
    return rows.filter(({ purpose }) => purpose === "balance")
  }

  /** Pays by the newest mailed link. @returns the page's HTTP status. */
  async payByLink(card = GOOD_CARD): Promise<number> {
    const [mail] = this.bench.cards.sandbox.mailbox.list({ to: "ana@example.com", subject: "Please pay" })
    const link = /\/pay\/([\w.-]+)/.exec(mail?.text ?? "")?.[1]
    if (!link) throw new Error("no link was mailed")
    const { body } = await this.post(`/v1/public/pay/${link}/checkout`, {
      consentId: await this.#consentId(),
    })
    return this.bench.cards.pay(String(body.url), card)
  }

  /** Has staff ask for a refund. @returns the refund. */
  async refund(paymentId: string, cents: number): Promise<Reply["body"]> {
    const amount = { amount: cents, currency: "USD" }
    const reply = await this.post("/v1/refunds", { paymentId, amount, reason: "goodwill" }, true)
    await this.bench.app.drain(false)
    return reply.body
  }

  async readAsStaff(url: string): Promise<Reply["body"]> {
    const reply = await this.bench.app.http.inject({ url, headers: { cookie: await this.#signIn() } })
    return reply.json()
  }

  async post(url: string, payload: object, isStaff = false): Promise<Reply> {
    this.#keys += 1
    const { config } = this.bench.app.services
    const reply = await this.bench.app.http.inject({
      method: "POST",
      url,
      payload,
      headers: {
        "idempotency-key": `stripe-case-${this.#keys}`,
        ...(isStaff ? { cookie: await this.#signIn(), origin: config.ADMIN_URL } : {}),
      },
    })
    return { status: reply.statusCode, body: reply.json() }
  }

  /** Steers the provider's stand-in, as nobody of ours could. */
  async control(path: string, body: object): Promise<Reply["body"]> {
    const reply = await fetch(`${this.bench.cards.sandbox.url}/_control/${path}`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    })
    return reply.json() as Promise<Reply["body"]>
  }

  async #consentId(): Promise<string> {
    return (await this.bench.app.http.inject({ url: "/v1/payments/config" })).json().saveCardConsent.id
  }

  async #signIn(): Promise<string> {
    if (this.#cookie) return this.#cookie
    const payload = { email: "owner@myhibachi.example", password: "hibachi-sample-2026" }
    const reply = await this.bench.app.http.inject({ method: "POST", url: "/v1/auth/login", payload })
    const lines = [reply.headers["set-cookie"] ?? []].flat()
    this.#cookie = lines.map((line) => line.split(";")[0]).join("; ")
    return this.#cookie
  }
}

/** @throws Error that names what differs. */
export function same(actual: unknown, expected: unknown, what: string): void {
  if (isDeepStrictEqual(actual, expected)) return
  throw new Error(`${what}: ${JSON.stringify(actual)} instead of ${JSON.stringify(expected)}`)
}

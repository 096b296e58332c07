import { placeHold, quoteParty, readHold } from "../../apps/api/src/modules/booking/index.ts"
import { sign } from "../../apps/api/src/modules/booking/testing/booked-party.ts"
import { processWebhook } from "../../apps/api/src/modules/payments/webhooks/process-webhook.ts"
import type { Context } from "../../apps/api/src/platform/context.ts"
import type { Clock } from "../../apps/api/src/platform/time.ts"
import {
  type CardBench,
  type Delivery,
  signDelivery,
} from "../../apps/api/src/providers/payments/testing/start-card-bench.ts"
import type { MeasuredApplication } from "../../benchmarks/src/application.ts"
import type { Contact } from "../../packages/contract/src/customers.ts"
import type { Hold } from "../../packages/contract/src/hold.ts"
import type { Checkout } from "../../packages/contract/src/payments.ts"

/** Money that was paid in time, and the message about it, which has not arrived. */
export interface LatePayment {
  holdId: string
  message: Delivery
}

interface WantedParty {
  address: string
  startsAt: string
  contact: Contact
}

/** Customers who pay on the hosted page while they hold a start, and whose money we hear of when the hold has ended. */
export class LatePayments {
  readonly #application: MeasuredApplication
  readonly #cards: CardBench
  readonly #clock: Clock
  readonly #ctx: Context
  #consentId = ""

  constructor(application: MeasuredApplication, cards: CardBench, clock: Clock) {
    this.#application = application
    this.#cards = cards
    this.#clock = clock
    this.#ctx = application.context({ kind: "system", name: "proof" })
  }

  /** Holds, signs and pays; the message stays with the provider. */
  async pay(wanted: WantedParty): Promise<LatePayment> {
    const hold = await holdSigned(this.#ctx, wanted)
    const heardBefore = (await this.#cards.deliveries()).length
    const status = await this.#cards.pay(await this.#openPage(hold))
    if (status !== 303) throw new Error(`The page answered ${status} instead of taking the money.`)
    const heard = (await this.#cards.deliveries()).slice(heardBefore)
    const message = heard.find(({ type }) => type === "payment_intent.succeeded")
    if (!message) throw new Error("The provider told of no payment.")
    return { holdId: hold.id, message }
  }

  /** The message arrives and is seen to. @throws with the code "too-late" when the start was taken, so that the money goes back. */
  async tell({ holdId, message }: LatePayment): Promise<void> {
    const reply = await this.#application.http.inject({
      method: "POST",
      url: "/v1/webhooks/stripe",
      headers: {
        "content-type": "application/json",
        "stripe-signature": signDelivery(message, this.#clock),
      },
      payload: message.body,
    })
    if (reply.statusCode !== 200) throw new Error(`A true message was answered ${reply.statusCode}.`)
    await processWebhook.run(this.#ctx, { eventId: message.id })
    const { status } = await readHold(this.#ctx, { holdId })
    if (status !== "confirmed") throw Object.assign(new Error(status), { code: "too-late" })
  }

  async #openPage(hold: Hold): Promise<string> {
    const reply = await this.#application.http.inject({
      method: "POST",
      url: `/v1/public/holds/${hold.token}/checkout`,
      payload: { consentId: await this.#consent() },
    })
    if (reply.statusCode !== 200) throw new Error(`No payment page: ${reply.body}`)
    return (reply.json() as Checkout).url
  }

  async #consent(): Promise<string> {
    if (this.#consentId === "") {
      const reply = await this.#application.http.inject({ url: "/v1/payments/config" })
      this.#consentId = reply.json().saveCardConsent.id
    }
    return this.#consentId
  }
}

/** @returns a hold whose agreement is signed, for ten adults. */
export async function holdSigned(ctx: Context, { address, startsAt, contact }: WantedParty): Promise<Hold> {
  const quote = await quoteParty(ctx, { guests: { adults: 10 }, address: { text: address } })
  return sign(ctx, await placeHold(ctx, { quoteToken: quote.token, startsAt, contact }))
}

import { readHold } from "../../apps/api/src/modules/booking/index.ts"
import { processWebhook } from "../../apps/api/src/modules/payments/webhooks/process-webhook.ts"
import type { Context } from "../../apps/api/src/platform/context.ts"
import type { Clock } from "../../apps/api/src/platform/time.ts"
import type { CardBench, Delivery } from "../../apps/api/src/providers/payments/testing/start-card-bench.ts"
import type { MeasuredApplication } from "../../benchmarks/src/application.ts"
import { holdSigned, openPage, payOnPage, readConsentId } from "./paid-parties.ts"
import { tellOverHttp } from "./tell-over-http.ts"

/** Money that was paid in time, and the message about it, which has not arrived. */
export interface LatePayment {
  holdId: string
  message: Delivery
}

/** Customers who pay on the hosted page while they hold a start, and whose money we hear of when the hold has ended. */
export class LatePayments {
  readonly #application: MeasuredApplication
  readonly #cards: CardBench
  readonly #clock: Clock
  readonly #ctx: Context
  #consentId: Promise<string> | undefined

  constructor(application: MeasuredApplication, cards: CardBench, clock: Clock) {
    this.#application = application
    this.#cards = cards
    this.#clock = clock
    this.#ctx = application.context({ kind: "system", name: "proof" })
  }

  /** Holds, signs and pays; the message stays with the provider. */
  async pay(wanted: Parameters<typeof holdSigned>[1]): Promise<LatePayment> {
    this.#consentId ??= readConsentId(this.#application)
    const hold = await holdSigned(this.#ctx, wanted)
    const heardBefore = (await this.#cards.deliveries()).length
    await payOnPage(this.#cards, await openPage(this.#application, hold, await this.#consentId))
    const heard = (await this.#cards.deliveries()).slice(heardBefore)
    const message = heard.find(({ type }) => type === "payment_intent.succeeded")
    if (!message) throw new Error("The provider told of no payment.")
    return { holdId: hold.id, message }
  }

  /** The message arrives and is seen to. @throws with the code "too-late" when the start was taken, so that the money goes back. */
  async tell({ holdId, message }: LatePayment): Promise<void> {
    await tellOverHttp(this.#application, message, this.#clock)
    await processWebhook.run(this.#ctx, { eventId: message.id })
    const { status } = await readHold(this.#ctx, { holdId })
    if (status !== "confirmed") throw Object.assign(new Error(status), { code: "too-late" })
  }
}

import { findAvailability, placeHold, quoteParty } from "../../apps/api/src/modules/booking/index.ts"
import { sign } from "../../apps/api/src/modules/booking/testing/booked-party.ts"
import type { Context } from "../../apps/api/src/platform/context.ts"
import type { CardBench } from "../../apps/api/src/providers/payments/testing/start-card-bench.ts"
import type { MeasuredApplication } from "../../benchmarks/src/application.ts"
import type { Checkout } from "../../packages/contract/src/payments.ts"

export const ADDRESSES = [
  "1221 Broadway, Oakland, CA 94612",
  "1000 I St, Sacramento, CA 95814",
  "200 N Spring St, Los Angeles, CA 90012",
  "1500 Marilla St, Dallas, TX 75201",
  "3500 Pan American Dr, Miami, FL 33133",
]
const DAY_MS = 86_400_000
const DECLINED = "4000000000000002"
/** One in so many tries a card that is declined first. */
const DECLINED_ONE_IN = 8

/**
 * Holds, signs and pays parties as customers do, until there are `count`; the provider has told of them, nobody
 * has listened yet.
 */
export async function payForParties(
  application: MeasuredApplication,
  cards: CardBench,
  count: number,
  progress: (paid: number) => void,
): Promise<void> {
  const ctx = application.context({ kind: "system", name: "proof" })
  const consentId = (await application.http.inject({ url: "/v1/payments/config" })).json().saveCardConsent.id
  let paid = 0
  await Promise.all(
    ADDRESSES.map(async (address) => {
      for await (const startsAt of freeStarts(ctx, address)) {
        if (paid >= count) return
        paid += 1
        await payFor(application, cards, { address, startsAt, consentId, index: paid })
        progress(paid)
      }
    }),
  )
  if (paid < count) throw new Error(`Only ${paid} of ${count} starts were free.`)
}

/** Month after month of what is offered at a place. */
export async function* freeStarts(ctx: Context, address: string): AsyncGenerator<string> {
  for (let month = 0; month < 8; month += 1) {
    const first = ctx.now().epochMilliseconds + (5 + 30 * month) * DAY_MS
    const [from, to] = [dateOf(first), dateOf(first + 29 * DAY_MS)]
    const { days } = await findAvailability(ctx, { from, to, adults: 10, address })
    for (const { startsAt, isRegular } of days.flatMap((day) => day.starts)) if (isRegular) yield startsAt
  }
}

interface Wish {
  address: string
  startsAt: string
  consentId: string
  index: number
}

async function payFor(
  application: MeasuredApplication,
  cards: CardBench,
  { address, startsAt, consentId, index }: Wish,
): Promise<void> {
  const ctx = application.context({ kind: "system", name: "proof" })
  const quote = await quoteParty(ctx, { guests: { adults: 10 }, address: { text: address } })
  const contact = { name: `Payer ${index}`, email: `payer-${index}@example.com` }
  const hold = await sign(ctx, await placeHold(ctx, { quoteToken: quote.token, startsAt, contact }))
  const reply = await application.http.inject({
    method: "POST",
    url: `/v1/public/holds/${hold.token}/checkout`,
    payload: { consentId },
  })
  if (reply.statusCode !== 200) throw new Error(`No payment page: ${reply.body}`)
  const { url } = reply.json() as Checkout
  if (index % DECLINED_ONE_IN === 0) await cards.pay(url, DECLINED)
  const status = await cards.pay(url)
  if (status !== 303) throw new Error(`The page answered ${status} instead of taking the money.`)
}

function dateOf(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10)
}

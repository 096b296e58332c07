import { findAvailability, placeHold, quoteParty } from "../../apps/api/src/modules/booking/index.ts"
import { sign } from "../../apps/api/src/modules/booking/testing/booked-party.ts"
import type { Context } from "../../apps/api/src/platform/context.ts"
import type { CardBench } from "../../apps/api/src/providers/payments/testing/start-card-bench.ts"
import type { MeasuredApplication } from "../../benchmarks/src/application.ts"
import type { Contact } from "../../packages/contract/src/customers.ts"
import type { Hold } from "../../packages/contract/src/hold.ts"
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
  const consentId = await readConsentId(application)
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
  const contact = { name: `Payer ${index}`, email: `payer-${index}@example.com` }
  const url = await openPage(application, await holdSigned(ctx, { address, startsAt, contact }), consentId)
  if (index % DECLINED_ONE_IN === 0) await cards.pay(url, DECLINED)
  await payOnPage(cards, url)
}

/** @returns a hold of ten adults whose agreement is signed. */
export async function holdSigned(
  ctx: Context,
  { address, startsAt, contact }: { address: string; startsAt: string; contact: Contact },
): Promise<Hold> {
  const quote = await quoteParty(ctx, { guests: { adults: 10 }, address: { text: address } })
  return sign(ctx, await placeHold(ctx, { quoteToken: quote.token, startsAt, contact }))
}

/** @returns the id of the sentence under which cards are kept, as the payment page shows it. */
export async function readConsentId(application: MeasuredApplication): Promise<string> {
  return (await application.http.inject({ url: "/v1/payments/config" })).json().saveCardConsent.id
}

/** @returns the address of the hosted page for a signed hold. */
export async function openPage(
  application: MeasuredApplication,
  hold: Hold,
  consentId: string,
): Promise<string> {
  const reply = await application.http.inject({
    method: "POST",
    url: `/v1/public/holds/${hold.token}/checkout`,
    payload: { consentId },
  })
  if (reply.statusCode !== 200) throw new Error(`No payment page: ${reply.body}`)
  return (reply.json() as Checkout).url
}

/** Pays on the hosted page with a card that works. @throws Error when the page does not take the money. */
export async function payOnPage(cards: CardBench, url: string): Promise<void> {
  const status = await cards.pay(url)
  if (status !== 303) throw new Error(`The page answered ${status} instead of taking the money.`)
}

function dateOf(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10)
}

import {
  confirmBookingFromHold,
  placeHold,
  quoteParty,
  readBooking,
} from "../../apps/api/src/modules/booking/index.ts"
import { sign } from "../../apps/api/src/modules/booking/testing/booked-party.ts"
import type { Context } from "../../apps/api/src/platform/context.ts"
import type { LedgerParty } from "./ledger-lane.ts"
import { ADDRESSES, freeStarts } from "./paid-parties.ts"

/** Books so many parties by the product's own verbs, at every station, without a provider. */
export async function bookParties(
  ctx: Context,
  count: number,
  progress: (booked: number) => void,
): Promise<LedgerParty[]> {
  const parties: LedgerParty[] = []
  let begun = 0
  await Promise.all(
    ADDRESSES.map(async (address) => {
      for await (const startsAt of freeStarts(ctx, address)) {
        if (begun >= count) return
        begun += 1
        parties.push(await bookOne(ctx, { address, startsAt, index: begun }))
        progress(parties.length)
      }
    }),
  )
  if (parties.length < count) throw new Error(`Only ${parties.length} of ${count} starts were free.`)
  return parties
}

async function bookOne(
  ctx: Context,
  { address, startsAt, index }: { address: string; startsAt: string; index: number },
): Promise<LedgerParty> {
  // Larger ones need two chefs, so that tips are shared.
  const adults = index % 3 === 0 ? 36 : 10
  const quote = await quoteParty(ctx, { guests: { adults }, address: { text: address } })
  const contact = { name: `Party ${index}`, email: `party-${index}@example.com` }
  const hold = await sign(ctx, await placeHold(ctx, { quoteToken: quote.token, startsAt, contact }))
  const booked = await confirmBookingFromHold(ctx, {
    holdId: hold.id,
    paidCents: hold.dueNow.amount,
    source: hold.id,
  })
  if (booked.outcome !== "confirmed") throw new Error(`A party was ${booked.outcome}.`)
  const { lines } = await readBooking(ctx, { bookingId: booked.bookingId })
  return { bookingId: booked.bookingId, lines }
}

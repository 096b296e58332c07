import type { Place } from "@myhibachi/contract/customers"
import { eq, inArray } from "drizzle-orm"
import type { Context } from "#platform/context.ts"
import { ERASED, type PersonTrail } from "#platform/personal-data.ts"
import { changeOrders } from "./change-orders/tables.ts"
import { attachments, noShows } from "./no-show/tables.ts"
import { sealQuote } from "./seal-quote.ts"
import type { ContactSnapshot } from "./tables.ts"
import { waitlist } from "./waitlist/tables.ts"

/** Stands where a person was. */
export const NOBODY: ContactSnapshot = { name: ERASED, email: null, phone: null }

/** The town stays for the figures; what leads to the door goes. The precision stays, so that prices replay. */
export function withoutStreet(place: Place): Place {
  const { city, state, postalCode } = place
  const formatted = [city, [state, postalCode].filter(Boolean).join(" ")].filter(Boolean).join(", ")
  const coarse = (degrees: number) => Math.round(degrees * 10) / 10
  return {
    ...place,
    formatted: formatted || ERASED,
    line1: null,
    latitude: coarse(place.latitude),
    longitude: coarse(place.longitude),
  }
}

/** @returns whoever waits for a start under these ids. */
export function readWaiting(ctx: Context, trail: PersonTrail) {
  return ctx.db.select().from(waitlist).where(inArray(waitlist.customerId, trail.customerIds))
}

/** Erases what follows a booking: amendments, what a chef found at a closed door, photos; and the waitlist. */
export async function eraseBookingLife(ctx: Context, trail: PersonTrail): Promise<void> {
  const ids = [...trail.ids]
  const amended = await ctx.db.select().from(changeOrders).where(inArray(changeOrders.bookingId, ids))
  for (const { id, inputs: given, result } of amended) {
    const inputs = { ...given, place: given.place ? withoutStreet(given.place) : null }
    const { hash } = sealQuote(inputs, JSON.parse(result))
    const changes = { inputs, hash, newAddress: null, note: ERASED }
    await ctx.db.update(changeOrders).set(changes).where(eq(changeOrders.id, id))
  }
  await ctx.db
    .update(noShows)
    .set({ latitude: 0, longitude: 0, note: ERASED, decisionNote: null })
    .where(inArray(noShows.bookingId, ids))
  await ctx.db
    .update(attachments)
    .set({ content: Buffer.alloc(0), sizeBytes: 0, filename: ERASED })
    .where(inArray(attachments.bookingId, ids))
  for (const { id, place } of await readWaiting(ctx, trail)) {
    await ctx.db
      .update(waitlist)
      .set({ contact: NOBODY, place: withoutStreet(place), consentFrom: ERASED })
      .where(eq(waitlist.id, id))
  }
}

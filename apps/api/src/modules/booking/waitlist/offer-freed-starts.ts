import { and, asc, eq, lt } from "drizzle-orm"
import type { Context } from "#platform/context.ts"
import { inTransaction } from "#platform/database/database.ts"
import { AppError } from "#platform/errors.ts"
import { publish } from "#platform/jobs/events.ts"
import { waitlistOffered } from "../events.ts"
import { findDays } from "../find-availability.ts"
import { placeHold } from "../place-hold.ts"
import { quoteParty } from "../quote-party.ts"
import { holds } from "../tables.ts"
import type { WaitlistRow } from "./read-waitlist.ts"
import { searchForWaiting } from "./search-for-waiting.ts"
import { waitlist } from "./tables.ts"

const BATCH = 200
const ABANDONED_AFTER_MINUTES = 15

/**
 * Offers what has become free to who waits longest and fits. An offer is a hold, so that the database itself
 * refuses to offer a start twice, and its time runs out like that of every hold; then the next person is asked.
 */
export async function offerFreedStarts(ctx: Context): Promise<void> {
  await closeOffers(ctx)
  await closePast(ctx)
  const waiting = await ctx.db
    .select()
    .from(waitlist)
    .where(eq(waitlist.status, "waiting"))
    .orderBy(asc(waitlist.date), asc(waitlist.createdAt))
    .limit(BATCH)
  for (const row of waiting) await offerTo(ctx, row)
}

/** Offers that were taken, or whose hold has ended; one without a hold was interrupted and waits again. */
async function closeOffers(ctx: Context): Promise<void> {
  const offered = await ctx.db
    .select({ row: waitlist, hold: holds.status })
    .from(waitlist)
    .leftJoin(holds, eq(holds.id, waitlist.holdId))
    .where(eq(waitlist.status, "offered"))
  for (const { row, hold } of offered) {
    const isAbandoned =
      hold === null &&
      row.offeredAt !== null &&
      row.offeredAt.epochMilliseconds <
        ctx.now().subtract({ minutes: ABANDONED_AFTER_MINUTES }).epochMilliseconds
    if (hold === "confirmed") await setStatus(ctx, row, "booked")
    if (hold === "expired" || hold === "released") await setStatus(ctx, row, "passed")
    if (isAbandoned) await setStatus(ctx, row, "waiting")
  }
}

async function closePast(ctx: Context): Promise<void> {
  // The day has passed everywhere where we cook once it has passed in Honolulu.
  const today = ctx.now().toZonedDateTimeISO("Pacific/Honolulu").toPlainDate().toString()
  await ctx.db
    .update(waitlist)
    .set({ status: "over" })
    .where(and(eq(waitlist.status, "waiting"), lt(waitlist.date, today)))
}

async function setStatus(ctx: Context, row: WaitlistRow, status: WaitlistRow["status"]): Promise<void> {
  await ctx.db
    .update(waitlist)
    .set({ status })
    .where(and(eq(waitlist.id, row.id), eq(waitlist.status, "offered")))
}

async function offerTo(ctx: Context, row: WaitlistRow): Promise<void> {
  const search = await searchForWaiting(ctx, { ...row, stationLegSeconds: 0 })
  const [day] = await findDays(ctx, search)
  const start = day?.starts.find(({ isRegular }) => isRegular) ?? day?.starts[0]
  if (!start || !(await claimPlace(ctx, row))) return
  try {
    const contact = {
      name: row.contact.name,
      ...(row.contact.email ? { email: row.contact.email } : {}),
      ...(row.contact.phone ? { phone: row.contact.phone } : {}),
    }
    const address = { text: row.place.formatted }
    const quote = await quoteParty(ctx, {
      guests: row.guests,
      items: row.items,
      date: row.date,
      address,
      contact,
    })
    const hold = await placeHold(ctx, { quoteToken: quote.token, startsAt: start.startsAt, contact })
    await inTransaction(ctx, async (ctx) => {
      await ctx.db.update(waitlist).set({ holdId: hold.id }).where(eq(waitlist.id, row.id))
      await publish(ctx, waitlistOffered, { waitlistId: row.id, holdId: hold.id })
    })
  } catch (error) {
    await setStatus(ctx, row, "waiting")
    // Somebody was faster, or the party cannot be served any more: the others are asked all the same.
    if (!(error instanceof AppError)) throw error
    ctx.log.info({ waitlistId: row.id, code: error.code }, "a freed start could not be offered")
  }
}

/** @returns whether the place is ours to offer to; another sweep may have it. */
async function claimPlace(ctx: Context, row: WaitlistRow): Promise<boolean> {
  const claimed = await ctx.db
    .update(waitlist)
    .set({ status: "offered", offeredAt: ctx.now() })
    .where(and(eq(waitlist.id, row.id), eq(waitlist.status, "waiting")))
    .returning({ id: waitlist.id })
  return claimed.length > 0
}

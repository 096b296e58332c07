import { and, asc, eq, gt, isNotNull, sql } from "drizzle-orm"
import type { Context } from "#platform/context.ts"
import type { Temporal } from "#platform/time.ts"
import { claims } from "./tables.ts"

/** One party as an entry of a chef's calendar: the same UID however often it moves, a sequence that counts its moves. */
export interface PartyEvent {
  uid: string
  sequence: number
  changedAt: Temporal.Instant
  from: Temporal.Instant
  to: Temporal.Instant
  startsAt: Temporal.Instant
  title: string
  address: string
}

/** What follows the `@` of our UIDs, by which our own events are known everywhere. */
export const UID_DOMAIN = "crew.myhibachi"

/** @returns the chef's booked parties that end after the instant, by when they begin. */
export async function readPartyEvents(
  ctx: Context,
  input: { chefId: string; endsAfter: Temporal.Instant },
): Promise<PartyEvent[]> {
  // Every move writes a claim anew, so the claims of one chef and party count its moves.
  const moves = ctx.db
    .select({ bookingId: claims.bookingId, count: sql<number>`count(*)::int`.as("moves") })
    .from(claims)
    .where(and(eq(claims.chefId, input.chefId), isNotNull(claims.bookingId)))
    .groupBy(claims.bookingId)
    .as("moves")
  const rows = await ctx.db
    .select({ claim: claims, moves: moves.count })
    .from(claims)
    .innerJoin(moves, eq(moves.bookingId, claims.bookingId))
    .where(
      and(
        eq(claims.chefId, input.chefId),
        eq(claims.kind, "booking"),
        eq(claims.released, false),
        gt(sql`upper(${claims.work})`, input.endsAfter.toString()),
      ),
    )
    .orderBy(asc(sql`lower(${claims.work})`))
  return rows.map(({ claim, moves: count }) => ({
    uid: `${claim.bookingId}-${claim.chefId}@${UID_DOMAIN}`,
    sequence: count - 1,
    changedAt: claim.createdAt,
    from: claim.work.from,
    to: claim.work.to,
    startsAt: claim.startsAt ?? claim.work.from,
    title: claim.title,
    address: claim.address ?? "",
  }))
}

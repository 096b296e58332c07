import { and, eq, inArray } from "drizzle-orm"
import type { Context } from "#platform/context.ts"
import type { ClaimRow } from "../read-crew.ts"
import { assignments } from "./tables.ts"

/**
 * Asks the chefs of a booked party's new claims. Who had accepted the same start before, because only the guests
 * changed, has still accepted.
 */
export async function openAssignments(ctx: Context, rows: readonly ClaimRow[]): Promise<void> {
  const booked = rows.flatMap(({ id, chefId, bookingId, startsAt }) =>
    bookingId && startsAt ? [{ claimId: id, chefId, bookingId, startsAt }] : [],
  )
  if (booked.length === 0) return
  const earlier = await ctx.db
    .select()
    .from(assignments)
    .where(
      and(
        inArray(
          assignments.bookingId,
          booked.map((row) => row.bookingId),
        ),
        eq(assignments.response, "accepted"),
      ),
    )
  await ctx.db.insert(assignments).values(
    booked.map((row) => {
      const accepted = earlier.find(
        (other) =>
          other.bookingId === row.bookingId &&
          other.chefId === row.chefId &&
          other.startsAt.equals(row.startsAt),
      )
      return {
        ...row,
        askedAt: accepted?.askedAt ?? ctx.now(),
        response: accepted ? ("accepted" as const) : ("pending" as const),
        respondedAt: accepted?.respondedAt ?? null,
      }
    }),
  )
}

import { inArray, or, sql } from "drizzle-orm"
import type { Context } from "#platform/context.ts"
import { ERASED, type PersonalData, type PersonTrail, searchableWords } from "#platform/personal-data.ts"
import { assignments, incidents } from "./assignments/tables.ts"
import { forgetRecentPlaces } from "./locate-place.ts"
import { claims, legs, places } from "./tables.ts"
import { legOverrides } from "./travel/tables.ts"

/** The calendar names who is cooked for and where; addresses that were looked up are kept for a while. */
export const crewPersonalData: PersonalData = { find: async () => {}, copy: async () => ({}), erase }

async function erase(ctx: Context, trail: PersonTrail): Promise<void> {
  const ids = [...trail.ids]
  await ctx.db
    .update(claims)
    .set({ title: ERASED, address: null, latitude: null, longitude: null })
    .where(or(inArray(claims.holdId, ids), inArray(claims.bookingId, ids)))
  await ctx.db.update(incidents).set({ text: ERASED }).where(inArray(incidents.bookingId, ids))
  await ctx.db
    .update(assignments)
    .set({ checkInLatitude: null, checkInLongitude: null })
    .where(inArray(assignments.bookingId, ids))
  const words = searchableWords(trail)
  if (words.length === 0) return
  await ctx.db
    .delete(legOverrides)
    .where(
      or(
        ...words.map(
          (word) =>
            sql`strpos(lower(${legOverrides.placeName} || ' ' || ${legOverrides.reason}), ${word.toLowerCase()}) > 0`,
        ),
      ),
    )
  await ctx.db.delete(legs).where(or(inArray(legs.fromPoint, words), inArray(legs.toPoint, words)))
  await ctx.db
    .delete(places)
    .where(
      or(
        ...words.map(
          (word) => sql`strpos(lower(${places.query} || ${places.result}::text), ${word.toLowerCase()}) > 0`,
        ),
      ),
    )
  ctx.afterCommit(() => forgetRecentPlaces(ctx))
}

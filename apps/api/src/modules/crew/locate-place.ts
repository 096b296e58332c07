import { and, eq } from "drizzle-orm"
import type { Context, Services } from "#platform/context.ts"
import { isInTransaction } from "#platform/database/database.ts"
import { AppError } from "#platform/errors.ts"
import { RecentlyAsked } from "#platform/remembered.ts"
import { hoursBetween, type Temporal } from "#platform/time.ts"
import { estimateDistance } from "#providers/maps/great-circle.ts"
import type { Distance, Geocoded, Point } from "#providers/maps/port.ts"
import { legs, places } from "./tables.ts"

// The provider's terms allow to keep coordinates for thirty days.
const FRESH_HOURS = 30 * 24
/** Places and drives that one process keeps in memory. */
const KEPT = 5000

/**
 * Looks up a place that a person wrote, from the cache when it was looked up lately.
 * @throws AppError "maps-unavailable" when it is unknown here and the provider is down.
 */
export async function locatePlace(ctx: Context, text: string): Promise<Geocoded> {
  refuseInTransaction()
  const asked = text.trim().replaceAll(/\s+/g, " ").slice(0, 300)
  const query = asked.toLowerCase()
  const recent = recentOf(ctx).places
  const known = recent.get(query) ?? (await findPlace(ctx, query))
  if (known && isFresh(ctx, known.lookedUpAt)) {
    recent.set(query, known)
    return known.result
  }
  try {
    const result = await requireMaps(ctx).geocode(asked)
    const found = { result, lookedUpAt: ctx.now() }
    await ctx.db
      .insert(places)
      .values({ query, ...found })
      .onConflictDoUpdate({ target: places.query, set: found })
    recent.set(query, found)
    return result
  } catch (error) {
    if (known && isUnavailable(error)) return known.result
    throw error
  }
}

export interface MeasuredLeg extends Distance {
  measuredAt: Temporal.Instant
}

/** Measures a drive, from the cache when it was measured lately; estimates it while the provider is down. */
export async function measureLeg(ctx: Context, from: Point, to: Point): Promise<MeasuredLeg> {
  refuseInTransaction()
  const key = { fromPoint: keyOf(from), toPoint: keyOf(to) }
  const recent = recentOf(ctx).legs
  const question = `${key.fromPoint} ${key.toPoint}`
  const known = recent.get(question) ?? (await findLeg(ctx, key))
  if (known && isFresh(ctx, known.measuredAt)) {
    recent.set(question, known)
    return known
  }
  try {
    const found = { ...(await requireMaps(ctx).distance(from, to)), measuredAt: ctx.now() }
    await ctx.db
      .insert(legs)
      .values({ ...key, ...found })
      .onConflictDoUpdate({ target: [legs.fromPoint, legs.toPoint], set: found })
    recent.set(question, found)
    return found
  } catch (error) {
    if (!isUnavailable(error)) throw error
    return known ?? { ...estimateDistance(from, to), measuredAt: ctx.now() }
  }
}

interface LookedUp {
  result: Geocoded
  lookedUpAt: Temporal.Instant
}

interface Recent {
  places: RecentlyAsked<LookedUp>
  legs: RecentlyAsked<MeasuredLeg>
}

const recentByServices = new WeakMap<Services, Recent>()

function recentOf({ services }: Context): Recent {
  const known = recentByServices.get(services)
  if (known) return known
  const recent = { places: new RecentlyAsked<LookedUp>(KEPT), legs: new RecentlyAsked<MeasuredLeg>(KEPT) }
  recentByServices.set(services, recent)
  return recent
}

/** Empties this process's memory of addresses, after some were erased from the database. */
export function forgetRecentPlaces(ctx: Context): void {
  recentOf(ctx).places.clear()
}

async function findPlace(ctx: Context, query: string): Promise<LookedUp | undefined> {
  const [known] = await ctx.db.select().from(places).where(eq(places.query, query))
  return known
}

async function findLeg(
  ctx: Context,
  key: { fromPoint: string; toPoint: string },
): Promise<MeasuredLeg | undefined> {
  const [known] = await ctx.db
    .select()
    .from(legs)
    .where(and(eq(legs.fromPoint, key.fromPoint), eq(legs.toPoint, key.toPoint)))
  return known
}

function requireMaps(ctx: Context) {
  const { maps } = ctx.providers
  if (!maps)
    throw new AppError(
      "unavailable",
      "maps-unavailable",
      "We cannot look up addresses right now; please try again shortly.",
    )
  return maps
}

function isUnavailable(error: unknown): boolean {
  return error instanceof AppError && error.code === "maps-unavailable"
}

function isFresh(ctx: Context, since: Temporal.Instant): boolean {
  return hoursBetween(since, ctx.now()) < FRESH_HOURS
}

/** @returns how a point is written where drives are kept: to about a metre. */
export function keyOf(point: Point): string {
  return `${point.latitude.toFixed(5)},${point.longitude.toFixed(5)}`
}

function refuseInTransaction(): void {
  if (isInTransaction()) throw new Error("A provider must not be awaited inside a transaction.")
}

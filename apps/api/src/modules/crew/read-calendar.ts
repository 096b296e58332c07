import type { Blackout } from "@myhibachi/contract/chef-time"
import type { CalendarQuery, ChefCalendar, ChefClaim } from "@myhibachi/contract/crew"
import { and, asc, eq, gt, inArray, isNull, lt, or, sql } from "drizzle-orm"
import type { Context } from "#platform/context.ts"
import { invalidField } from "#platform/errors.ts"
import { Temporal } from "#platform/time.ts"
import { listChefs } from "./chefs/find-chefs.ts"
import type { ClaimRow } from "./read-crew.ts"
import { blackouts, claims } from "./tables.ts"

const MOST_DAYS = 62

/** @returns who is where between two dates, travel included. @throws AppError "range-invalid". */
export async function readCalendar(ctx: Context, query: CalendarQuery): Promise<ChefCalendar> {
  const first = Temporal.PlainDate.from(query.from)
  const last = Temporal.PlainDate.from(query.to)
  const days = first.until(last).days
  if (days < 0 || days > MOST_DAYS)
    throw invalidField("/to", `Take a last day up to ${MOST_DAYS} days after the first.`, "range-invalid")
  const members = await listChefs(ctx, query)
  // A day on either side, because the zones of the stations differ.
  const within = {
    from: first.subtract({ days: 1 }).toZonedDateTime("UTC").toInstant(),
    to: last.add({ days: 2 }).toZonedDateTime("UTC").toInstant(),
  }
  const rows =
    members.length > 0
      ? await readClaims(
          ctx,
          members.map((chef) => chef.id),
          within,
        )
      : []
  const closed = await ctx.replica
    .select()
    .from(blackouts)
    .where(and(isNull(blackouts.removedAt), lt(blackouts.fromAt, within.to), gt(blackouts.toAt, within.from)))
  return {
    from: query.from,
    to: query.to,
    chefs: members.map((chef) => ({
      ...chef,
      claims: rows
        .filter((row) => row.chefId === chef.id)
        .filter((row) => touches(row, first, last, chef.timeZone))
        .map(presentClaim),
    })),
    blackouts: closed.map(presentBlackout),
  }
}

function readClaims(
  ctx: Context,
  chefIds: string[],
  within: { from: Temporal.Instant; to: Temporal.Instant },
): Promise<ClaimRow[]> {
  return ctx.replica
    .select()
    .from(claims)
    .where(
      and(
        inArray(claims.chefId, chefIds),
        eq(claims.released, false),
        or(isNull(claims.expiresAt), gt(claims.expiresAt, ctx.now())),
        sql`${claims.during} && ${sql.param(within, claims.during)}`,
      ),
    )
    .orderBy(asc(sql`lower(${claims.during})`))
}

function touches(
  row: ClaimRow,
  first: Temporal.PlainDate,
  last: Temporal.PlainDate,
  timeZone: string,
): boolean {
  const from = row.during.from.toZonedDateTimeISO(timeZone).toPlainDate()
  const to = row.during.to.toZonedDateTimeISO(timeZone).toPlainDate()
  return Temporal.PlainDate.compare(from, last) <= 0 && Temporal.PlainDate.compare(to, first) >= 0
}

/** @returns the claim as staff see it. */
export function presentClaim(row: ClaimRow): ChefClaim {
  return {
    id: row.id,
    kind: row.kind,
    from: row.during.from.toString(),
    to: row.during.to.toString(),
    workFrom: row.work.from.toString(),
    workTo: row.work.to.toString(),
    startsAt: row.startsAt?.toString() ?? null,
    title: row.title,
    address: row.address,
    holdId: row.holdId,
    bookingId: row.bookingId,
    latitude: row.latitude,
    longitude: row.longitude,
    expiresAt: row.expiresAt?.toString() ?? null,
  }
}

export function presentBlackout(row: typeof blackouts.$inferSelect): Blackout {
  return {
    id: row.id,
    stationId: row.stationId,
    from: row.fromAt.toString(),
    to: row.toAt.toString(),
    reason: row.reason,
  }
}

/** @returns the chefs who have a party's time, with their drives. */
export async function findClaimsOfBookings(
  ctx: Context,
  bookingIds: readonly string[],
): Promise<(ChefClaim & { chefId: string })[]> {
  if (bookingIds.length === 0) return []
  const rows = await ctx.db
    .select()
    .from(claims)
    .where(and(inArray(claims.bookingId, [...bookingIds]), eq(claims.released, false)))
    .orderBy(asc(claims.chefId))
  return rows.map((row) => ({ ...presentClaim(row), chefId: row.chefId }))
}

import { and, eq, inArray, sql } from "drizzle-orm"
import type { Context } from "#platform/context.ts"
import type { Temporal } from "#platform/time.ts"
import type { CrewMember } from "../read-crew.ts"
import { claims } from "../tables.ts"
import type { ChefIncome } from "./rank-chefs.ts"

/**
 * Incomes are compared over ninety days, mostly of what was earned. With more of what is planned the ranking would make
 * up for months that are not full yet; `npm run proof -- crew` measures it.
 */
export const INCOME_DAYS = { before: 75, after: 15 }
const DAY_MS = 86_400_000
const HOUR_MS = 3_600_000

type Earner = Pick<CrewMember, "id" | "weeklyHours" | "sinceMs">

/** @returns what each chef earns around the instant and how long they are available, by one indexed query. */
export async function readIncomes(
  ctx: Context,
  chefs: readonly Earner[],
  around: Temporal.Instant,
): Promise<Map<string, ChefIncome>> {
  if (chefs.length === 0) return new Map()
  const from = around.subtract({ hours: 24 * INCOME_DAYS.before })
  const to = around.add({ hours: 24 * INCOME_DAYS.after })
  const rows = await ctx.db
    .select({
      chefId: claims.chefId,
      earnedCents: sql<string>`coalesce(sum(${claims.payCents}), 0)`,
      hoursOff: sql<string>`coalesce(sum(extract(epoch from least(upper(${claims.work}), ${to.toString()}::timestamptz) - lower(${claims.work})) / 3600) filter (where ${claims.kind} in ('time_off', 'external')), 0)`,
    })
    .from(claims)
    .where(
      and(
        inArray(
          claims.chefId,
          chefs.map((chef) => chef.id),
        ),
        eq(claims.released, false),
        sql`lower(${claims.work}) >= ${from.toString()}::timestamptz and lower(${claims.work}) < ${to.toString()}::timestamptz`,
      ),
    )
    .groupBy(claims.chefId)
  const found = new Map(rows.map((row) => [row.chefId, row]))
  const span = { fromMs: from.epochMilliseconds, toMs: to.epochMilliseconds }
  return new Map(
    chefs.map((chef) => {
      const row = found.get(chef.id)
      const availableHours = offeredHours(chef, span, Number(row?.hoursOff ?? 0))
      return [chef.id, { earnedCents: Number(row?.earnedCents ?? 0), availableHours }]
    }),
  )
}

/**
 * @returns the hours of work that a chef offers in the span. A newcomer's count from their first day, so that they
 * neither starve nor get everything. Time off takes away the same share of the hours as of the days.
 */
export function offeredHours(
  chef: Pick<Earner, "weeklyHours" | "sinceMs">,
  span: { fromMs: number; toMs: number },
  hoursOff: number,
): number {
  const days = Math.max(0, span.toMs - Math.max(span.fromMs, chef.sinceMs)) / DAY_MS
  const offShare = Math.min(1, (hoursOff * HOUR_MS) / Math.max(1, days * DAY_MS))
  return (chef.weeklyHours / 7) * days * (1 - offShare)
}

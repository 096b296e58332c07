import type { NoShowReport } from "@myhibachi/contract/booking-life"
import { desc, eq } from "drizzle-orm"
import type { Context } from "#platform/context.ts"
import { noShows } from "./tables.ts"

/** @returns the newest report on a booking, or null. */
export async function readNoShow(ctx: Context, bookingId: string): Promise<NoShowReport | null> {
  const [row] = await ctx.db
    .select()
    .from(noShows)
    .where(eq(noShows.bookingId, bookingId))
    .orderBy(desc(noShows.reportedAt))
    .limit(1)
  return row ? presentNoShow(row) : null
}

/** @returns the report as staff see it. */
export function presentNoShow({ bookingId: _, ...row }: typeof noShows.$inferSelect): NoShowReport {
  return {
    ...row,
    observedAt: row.observedAt.toString(),
    reportedAt: row.reportedAt.toString(),
    decidedAt: row.decidedAt?.toString() ?? null,
  }
}

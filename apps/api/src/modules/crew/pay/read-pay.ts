import type { ChefPay, PayLine, PayQuery } from "@myhibachi/contract/assignments"
import { usd } from "@myhibachi/contract/money"
import { and, desc, eq, gte, isNull, sql } from "drizzle-orm"
import type { Context } from "#platform/context.ts"
import { decodeCursor, toPage } from "#platform/http/paging.ts"
import { assignments, payLines } from "../assignments/tables.ts"
import { readChef } from "../chefs/find-chefs.ts"
import { claims } from "../tables.ts"

const RECENT_HOURS = 30 * 24

/** @returns what a chef earned, the newest line first, and what is planned. @throws AppError "chef-not-found". */
export async function readChefPay(ctx: Context, query: PayQuery & { chefId: string }): Promise<ChefPay> {
  const chef = await readChef(ctx, query.chefId)
  const page = toPage(
    await selectLines(ctx, query),
    query.limit,
    ({ line }) => [line.createdAt.toString(), line.id],
    ({ line, startsAt }): PayLine => ({
      id: line.id,
      at: line.createdAt.toString(),
      kind: line.kind,
      amount: usd(line.amountCents),
      explanation: line.explanation,
      assignmentId: line.claimId,
      bookingId: line.bookingId,
      partyStartsAt: startsAt.toString(),
      timeZone: chef.timeZone,
      reversesId: line.reversesId,
    }),
  )
  const sums = await readSums(ctx, chef.id)
  return { chefId: chef.id, name: chef.name, ...sums, ...page }
}

function selectLines(ctx: Context, { chefId, cursor, limit }: PayQuery & { chefId: string }) {
  const after = cursor ? decodeCursor(cursor, 2) : null
  return ctx.db
    .select({ line: payLines, startsAt: assignments.startsAt })
    .from(payLines)
    .innerJoin(assignments, eq(assignments.claimId, payLines.claimId))
    .where(
      and(
        eq(payLines.chefId, chefId),
        after
          ? sql`(${payLines.createdAt}, ${payLines.id}) < (${String(after[0])}::timestamptz, ${String(after[1])})`
          : undefined,
      ),
    )
    .orderBy(desc(payLines.createdAt), desc(payLines.id))
    .limit(limit + 1)
}

async function readSums(ctx: Context, chefId: string): Promise<Pick<ChefPay, "lastThirtyDays" | "planned">> {
  const since = ctx.now().subtract({ hours: RECENT_HOURS })
  const [earned] = await ctx.db
    .select({ cents: sql<string>`coalesce(sum(${payLines.amountCents}), 0)` })
    .from(payLines)
    .where(and(eq(payLines.chefId, chefId), gte(payLines.createdAt, since)))
  const [planned] = await ctx.db
    .select({ cents: sql<string>`coalesce(sum(${claims.payCents}), 0)` })
    .from(assignments)
    .innerJoin(claims, eq(claims.id, assignments.claimId))
    .where(
      and(
        eq(assignments.chefId, chefId),
        eq(claims.released, false),
        isNull(assignments.completedAt),
        gte(assignments.startsAt, ctx.now()),
      ),
    )
  return { lastThirtyDays: usd(Number(earned?.cents ?? 0)), planned: usd(Number(planned?.cents ?? 0)) }
}

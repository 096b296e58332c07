import { and, count, eq, ne, sql } from "drizzle-orm"
import type { Context } from "#platform/context.ts"
import { inTransaction } from "#platform/database/database.ts"
import { AppError } from "#platform/errors.ts"
import { nameOf, type PartyFacts, type PromotionRow, refuseParty } from "./conditions.ts"
import { promotions, promotionUses } from "./tables.ts"

export interface ReservePromotion {
  promotionId: string
  holdId: string
  customerId: string
  party: PartyFacts
}

/**
 * Takes one use for as long as the hold stands. What was offered stands even when the promotion has ended since.
 * @throws AppError "promotion-used-up", "promotion-not-meant" (409) with the reason.
 */
export async function reservePromotion(ctx: Context, input: ReservePromotion): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    const row = await lockPromotion(ctx, input.promotionId)
    const reason = refuseParty(row, input.party)
    if (reason) throw new AppError("conflict", "promotion-not-meant", `${reason} ${REMEDY}`)
    const full = await refuseLimits(ctx, row, input)
    if (full) throw new AppError("conflict", "promotion-used-up", `${full} ${REMEDY}`)
    const { holdId, promotionId, customerId } = input
    await ctx.db
      .insert(promotionUses)
      .values({ holdId, promotionId, customerId, status: "reserved", changedAt: ctx.now() })
  })
}

const REMEDY = "Update the price to go on without it."

/**
 * Makes sure that a hold can keep its promotion, also when its use was given back meanwhile; the lock stands until
 * the caller's transaction ends.
 * @returns why it cannot, or null; a hold without a promotion is always right.
 */
export async function refuseLatePromotion(ctx: Context, input: { holdId: string }): Promise<string | null> {
  const [use] = await ctx.db.select().from(promotionUses).where(eq(promotionUses.holdId, input.holdId))
  if (!use) return null
  const row = await lockPromotion(ctx, use.promotionId)
  return use.status === "released" ? refuseLimits(ctx, row, use) : null
}

/** Counts the hold's use, if it has one, for its booking; after `refuseLatePromotion` in the same transaction. */
export async function countPromotion(
  ctx: Context,
  input: { holdId: string; bookingId: string },
): Promise<void> {
  await ctx.db
    .update(promotionUses)
    .set({ status: "counted", bookingId: input.bookingId, changedAt: ctx.now() })
    .where(eq(promotionUses.holdId, input.holdId))
}

/** Gives back what a hold had reserved. */
export async function releasePromotion(ctx: Context, input: { holdId: string }): Promise<void> {
  await ctx.db
    .update(promotionUses)
    .set({ status: "released", changedAt: ctx.now() })
    .where(and(eq(promotionUses.holdId, input.holdId), eq(promotionUses.status, "reserved")))
}

/** @returns why no further use is left, or null; for a price, before anything is claimed. */
export async function refuseUsedUp(ctx: Context, row: PromotionRow): Promise<string | null> {
  return row.limitTotal === null ? null : refuseLimits(ctx, row, { customerId: null })
}

async function lockPromotion(ctx: Context, id: string): Promise<PromotionRow> {
  const [row] = await ctx.db.select().from(promotions).where(eq(promotions.id, id)).for("update")
  if (!row) throw new Error(`The promotion ${id} of a quote is missing.`)
  return row
}

async function refuseLimits(
  ctx: Context,
  row: PromotionRow,
  { customerId }: { customerId: string | null },
): Promise<string | null> {
  const { limitTotal, limitPerCustomer } = row
  if (limitTotal === null && limitPerCustomer === null) return null
  const [uses] = await ctx.db
    .select({
      all: count(),
      own: sql<number>`count(*) filter (where ${promotionUses.customerId} = ${customerId ?? ""})`.mapWith(
        Number,
      ),
    })
    .from(promotionUses)
    .where(and(eq(promotionUses.promotionId, row.id), ne(promotionUses.status, "released")))
  const { all, own } = uses ?? { all: 0, own: 0 }
  if (limitTotal !== null && all >= limitTotal) return `${nameOf(row)} is used up.`
  if (limitPerCustomer === null || own < limitPerCustomer) return null
  const times = limitPerCustomer === 1 ? "once" : `${limitPerCustomer} times`
  return `${nameOf(row)} can be used ${times} by each customer, and you have done so.`
}

import { ChangePromotion, CreatePromotion, type Promotion } from "@myhibachi/contract/promotions"
import { eq } from "drizzle-orm"
import { audit } from "#platform/audit.ts"
import { actorName, type Context } from "#platform/context.ts"
import { inTransaction } from "#platform/database/database.ts"
import { AppError, databaseErrorCode, invalidField, notFound } from "#platform/errors.ts"
import { Temporal } from "#platform/time.ts"
import { promiseOf } from "./conditions.ts"
import { announcePromotion, readPromotion } from "./find-promotions.ts"
import { promotions } from "./tables.ts"

/**
 * Offers a promotion; what it takes off never changes.
 * @throws AppError "promotion-over" when it ends in the past, "promotion-code-taken" (409).
 */
export async function createPromotion(ctx: Context, input: CreatePromotion): Promise<Promotion> {
  const { startsAt, endsAt, ...offer } = CreatePromotion.parse(input)
  requireEndAhead(ctx, endsAt)
  try {
    return await inTransaction(ctx, async (ctx) => {
      const id = ctx.newId("prm")
      await ctx.db.insert(promotions).values({
        ...offer,
        id,
        startsAt: Temporal.Instant.from(startsAt),
        endsAt: endsAt ? Temporal.Instant.from(endsAt) : null,
        createdAt: ctx.now(),
        createdBy: actorName(ctx.actor),
      })
      announcePromotion(ctx, id)
      const created = await readPromotion(ctx, id)
      const details = { code: offer.code, name: offer.name, promise: promiseOf(offer) }
      await audit(ctx, { action: "promotion.created", entity: "promotion", entityId: id, details })
      return created
    })
  } catch (error) {
    if (databaseErrorCode(error) !== "23505") throw error
    const detail = `There is a promotion with the code ${offer.code} already; choose another code.`
    const errors = [{ pointer: "/code", detail }]
    throw new AppError("conflict", "promotion-code-taken", detail, { errors }, { cause: error })
  }
}

export interface ChangePromotionInput extends ChangePromotion {
  id: string
}

/**
 * Ends or caps a promotion. What was offered with it stands until its quote expires; a limit counts at once.
 * @throws AppError "promotion-not-found", "promotion-over" when the new end lies in the past.
 */
export async function changePromotion(ctx: Context, input: ChangePromotionInput): Promise<Promotion> {
  const { endsAt, ...limits } = ChangePromotion.parse(input)
  requireEndAhead(ctx, endsAt)
  return inTransaction(ctx, async (ctx) => {
    const [row] = await ctx.db.select().from(promotions).where(eq(promotions.id, input.id)).for("update")
    if (!row) throw notFound("promotion", input.id)
    const end = endsAt ? { endsAt: Temporal.Instant.from(endsAt) } : endsAt === null ? { endsAt: null } : {}
    await ctx.db
      .update(promotions)
      .set({ ...limits, ...end, version: row.version + 1 })
      .where(eq(promotions.id, row.id))
    announcePromotion(ctx, row.id)
    const changed = await readPromotion(ctx, row.id)
    const details = { ...limits, ...(endsAt === undefined ? {} : { endsAt }) }
    await audit(ctx, { action: "promotion.changed", entity: "promotion", entityId: row.id, details })
    return changed
  })
}

function requireEndAhead(ctx: Context, endsAt: string | null | undefined): void {
  if (!endsAt || Temporal.Instant.compare(Temporal.Instant.from(endsAt), ctx.now()) >= 0) return
  throw invalidField("/endsAt", "A promotion cannot end in the past; take now or later.", "promotion-over")
}

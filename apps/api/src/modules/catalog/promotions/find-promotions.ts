import type {
  Promotion,
  PromotionPage,
  PromotionQuery,
  PromotionStatus,
} from "@myhibachi/contract/promotions"
import { and, count, desc, eq, inArray, ne, sql } from "drizzle-orm"
import type { Context } from "#platform/context.ts"
import { notFound } from "#platform/errors.ts"
import { decodeCursor, toPage } from "#platform/http/paging.ts"
import { remembered } from "#platform/remembered.ts"
import { Temporal } from "#platform/time.ts"
import { type PromotionRow, refuseMoment } from "./conditions.ts"
import { promotions, promotionUses } from "./tables.ts"

// Few, and asked for with every price: kept in memory until one is made or changed.
const known = remembered("promotions", (ctx) => ctx.db.select().from(promotions))

/** Forgets what was read once the change has committed. */
export const announcePromotion = known.forget

/** @returns the promotion with the code, whatever its state, or undefined. */
export async function findPromotionByCode(ctx: Context, code: string): Promise<PromotionRow | undefined> {
  return (await known.read(ctx)).find((row) => row.code === code)
}

/** @returns the promotions that apply by themselves and run now. */
export async function findAutomaticPromotions(ctx: Context): Promise<PromotionRow[]> {
  const rows = await known.read(ctx)
  return rows.filter((row) => row.code === null && refuseMoment(row, ctx.now()) === null)
}

/** @returns a page of promotions with their uses, the newest first. @throws AppError "invalid-cursor". */
export async function findPromotions(ctx: Context, query: PromotionQuery): Promise<PromotionPage> {
  const after = query.cursor ? decodeCursor(query.cursor, 2) : null
  const rows = await ctx.db
    .select()
    .from(promotions)
    .where(
      after
        ? sql`(${promotions.createdAt}, ${promotions.id}) < (${String(after[0])}::timestamptz, ${String(after[1])})`
        : undefined,
    )
    .orderBy(desc(promotions.createdAt), desc(promotions.id))
    .limit(query.limit + 1)
  const uses = await countUses(
    ctx,
    rows.map((row) => row.id),
  )
  return toPage(
    rows,
    query.limit,
    (row) => [row.createdAt.toString(), row.id],
    (row) => presentPromotion(row, uses.get(row.id) ?? NO_USES, ctx.now()),
  )
}

/** @returns one promotion with its uses. @throws AppError "promotion-not-found". */
export async function readPromotion(ctx: Context, id: string): Promise<Promotion> {
  const [row] = await ctx.db.select().from(promotions).where(eq(promotions.id, id))
  if (!row) throw notFound("promotion", id)
  return presentPromotion(row, (await countUses(ctx, [id])).get(id) ?? NO_USES, ctx.now())
}

interface Uses {
  counted: number
  reserved: number
}
const NO_USES: Uses = { counted: 0, reserved: 0 }

async function countUses(ctx: Context, ids: string[]): Promise<Map<string, Uses>> {
  if (ids.length === 0) return new Map()
  const rows = await ctx.db
    .select({ id: promotionUses.promotionId, status: promotionUses.status, number: count() })
    .from(promotionUses)
    .where(and(inArray(promotionUses.promotionId, ids), ne(promotionUses.status, "released")))
    .groupBy(promotionUses.promotionId, promotionUses.status)
  const uses = new Map<string, Uses>()
  for (const { id, status, number } of rows) uses.set(id, { ...(uses.get(id) ?? NO_USES), [status]: number })
  return uses
}

function presentPromotion(row: PromotionRow, uses: Uses, now: Temporal.Instant): Promotion {
  const { createdBy: _, ...shown } = row
  return {
    ...shown,
    ...uses,
    startsAt: row.startsAt.toString(),
    endsAt: row.endsAt?.toString() ?? null,
    createdAt: row.createdAt.toString(),
    status: statusOf(row, uses, now),
  }
}

function statusOf(row: PromotionRow, { counted, reserved }: Uses, now: Temporal.Instant): PromotionStatus {
  if (row.endsAt && Temporal.Instant.compare(row.endsAt, now) <= 0) return "ended"
  if (Temporal.Instant.compare(now, row.startsAt) < 0) return "planned"
  return row.limitTotal !== null && counted + reserved >= row.limitTotal ? "used_up" : "running"
}

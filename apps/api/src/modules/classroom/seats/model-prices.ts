import type { AddModelPrice, ModelPrice } from "@myhibachi/contract/classroom"
import { asc, desc } from "drizzle-orm"
import { audit } from "#platform/audit.ts"
import type { Context } from "#platform/context.ts"
import { inTransaction } from "#platform/database/database.ts"
import { AppError, databaseErrorCode } from "#platform/errors.ts"
import { Temporal } from "#platform/time.ts"
import { modelPrices } from "../tables.ts"
import { type PriceRow, pricesInEffect } from "./find-seats.ts"

/** @returns all prices, the latest of each model first. */
export async function listModelPrices(ctx: Context): Promise<ModelPrice[]> {
  const rows = await ctx.db
    .select()
    .from(modelPrices)
    .orderBy(asc(modelPrices.provider), asc(modelPrices.model), desc(modelPrices.effectiveFrom))
  const current = new Set([...(await pricesInEffect(ctx)).values()].map((row) => row.id))
  return rows.map((row) => toModelPrice(row, current.has(row.id)))
}

/** Adds a price from its date on. @throws AppError "price-exists" for the same model and date. */
export async function addModelPrice(ctx: Context, input: AddModelPrice): Promise<ModelPrice> {
  const row = { ...input, id: ctx.newId("mprice"), effectiveFrom: Temporal.Instant.from(input.effectiveFrom) }
  await inTransaction(ctx, async (ctx) => {
    await ctx.db.insert(modelPrices).values(row)
    await audit(ctx, {
      action: "model-price.added",
      entity: "model-price",
      entityId: row.id,
      details: { ...input },
    })
  }).catch((cause: unknown) => {
    if (databaseErrorCode(cause) !== "23505") throw cause
    throw new AppError(
      "conflict",
      "price-exists",
      "There is a price of this model from that date already.",
      {},
      { cause },
    )
  })
  const current = [...(await pricesInEffect(ctx)).values()].some((price) => price.id === row.id)
  return toModelPrice(row, current)
}

/** @returns the cost in millionths of a dollar, rounded up. */
export function costMicros(price: PriceRow, inputTokens: number, outputTokens: number): number {
  const exact = inputTokens * price.inputMicrosPerMillion + outputTokens * price.outputMicrosPerMillion
  return Math.ceil(exact / 1_000_000)
}

function toModelPrice(row: PriceRow, isInEffect: boolean): ModelPrice {
  return { ...row, effectiveFrom: row.effectiveFrom.toString(), isInEffect }
}

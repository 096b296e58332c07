import type { Seat, Seats } from "@myhibachi/contract/classroom"
import { asc, desc, eq, lte } from "drizzle-orm"
import type { Context } from "#platform/context.ts"
import { modelPrices, seats, seatTable } from "../tables.ts"

export const SEAT_TABLE = "table"

type SeatRow = typeof seats.$inferSelect
export type PriceRow = typeof modelPrices.$inferSelect

/** A seat that can be asked, with what it costs now. */
export interface ReadySeat extends SeatRow {
  price: PriceRow
}

/** @returns the table as staff see it, in order, with what keeps a seat from being asked. */
export async function readSeats(ctx: Context): Promise<Seats> {
  const rows = await ctx.db.select().from(seats).orderBy(asc(seats.position))
  const [table] = await ctx.db.select().from(seatTable).where(eq(seatTable.id, SEAT_TABLE))
  const prices = await pricesInEffect(ctx)
  return { seats: rows.map((row) => toSeat(ctx, row, prices)), version: table?.version ?? 1 }
}

/**
 * @returns the seats of the discussion, in order. A resting seat is among them: asking it costs nothing
 * while it rests and is the probe when its rest is over. The student never speaks to customers.
 */
export async function findReadySeats(ctx: Context): Promise<ReadySeat[]> {
  const rows = await ctx.db.select().from(seats).where(eq(seats.isEnabled, true)).orderBy(asc(seats.position))
  const prices = await pricesInEffect(ctx)
  return rows.flatMap((row) => {
    const price = prices.get(modelKey(row))
    const isUsable = row.role !== "student" && ctx.providers.languageModels.isConfigured(row.provider)
    return isUsable && price ? [{ ...row, price }] : []
  })
}

/** @returns the price of each model that counts at this moment. */
export async function pricesInEffect(ctx: Context): Promise<Map<string, PriceRow>> {
  const rows = await ctx.db
    .select()
    .from(modelPrices)
    .where(lte(modelPrices.effectiveFrom, ctx.now()))
    .orderBy(desc(modelPrices.effectiveFrom))
  const prices = new Map<string, PriceRow>()
  for (const row of rows) if (!prices.has(modelKey(row))) prices.set(modelKey(row), row)
  return prices
}

/** @returns the key under which prices of a model are found. */
export function modelKey(model: { provider: string; model: string }): string {
  return `${model.provider}:${model.model}`
}

function toSeat(ctx: Context, row: SeatRow, prices: Map<string, PriceRow>): Seat {
  return { ...row, state: stateOf(ctx, row, prices) }
}

function stateOf(ctx: Context, row: SeatRow, prices: Map<string, PriceRow>): Seat["state"] {
  const { languageModels } = ctx.providers
  if (!row.isEnabled) return "off"
  if (!languageModels.isConfigured(row.provider)) return "no-key"
  if (!prices.has(modelKey(row))) return "no-price"
  return languageModels.breakerState(row) === "open" ? "resting" : "ready"
}

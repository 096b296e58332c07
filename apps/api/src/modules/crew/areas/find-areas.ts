import type { Area } from "@myhibachi/contract/areas"
import { and, asc, eq, isNull } from "drizzle-orm"
import type { Context } from "#platform/context.ts"
import { notFound } from "#platform/errors.ts"
import { remembered } from "#platform/remembered.ts"
import { requireStation } from "../find-stations.ts"
import { serviceAreas } from "./tables.ts"

export type AreaRow = typeof serviceAreas.$inferSelect

const liveAreas = remembered("crew.areas", (ctx) =>
  ctx.db
    .select()
    .from(serviceAreas)
    .where(isNull(serviceAreas.removedAt))
    .orderBy(asc(serviceAreas.createdAt), asc(serviceAreas.id)),
)

/** Everybody who writes an area calls this in the same transaction: quotes read areas from memory. */
export const announceAreaChange = liveAreas.forget

/** @returns the areas that decide, the oldest first; the same array until one is changed. */
export function findAreas(ctx: Context): Promise<AreaRow[]> {
  return liveAreas.read(ctx)
}

/** @returns all areas, for staff. */
export async function listAreas(ctx: Context): Promise<Area[]> {
  return Promise.all((await findAreas(ctx)).map((row) => presentArea(ctx, row)))
}

/** @throws AppError "area-not-found". */
export async function requireArea(ctx: Context, id: string): Promise<AreaRow> {
  const [row] = await ctx.db
    .select()
    .from(serviceAreas)
    .where(and(eq(serviceAreas.id, id), isNull(serviceAreas.removedAt)))
  if (!row) throw notFound("area", id)
  return row
}

export async function presentArea(ctx: Context, row: AreaRow): Promise<Area> {
  const { createdAt: _created, removedAt: _removed, updatedAt, ...area } = row
  const stationName = row.stationId ? (await requireStation(ctx, row.stationId)).name : null
  return { ...area, stationName, updatedAt: updatedAt.toString() }
}

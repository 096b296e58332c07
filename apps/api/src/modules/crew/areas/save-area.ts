import type { Area, AreaGeometry, ChangeArea, CreateArea } from "@myhibachi/contract/areas"
import { and, count, eq, isNull } from "drizzle-orm"
import type { z } from "zod"
import { audit } from "#platform/audit.ts"
import type { Context } from "#platform/context.ts"
import { inTransaction } from "#platform/database/database.ts"
import { AppError, invalidField } from "#platform/errors.ts"
import { requireStation } from "../find-stations.ts"
import { checkShape } from "./check-shape.ts"
import { type AreaRow, announceAreaChange, presentArea, requireArea } from "./find-areas.ts"
import { serviceAreas } from "./tables.ts"

const MOST_AREAS = 200

/** @throws AppError "area-empty", "area-name-taken", "too-many-areas", "station-not-found" and as checkShape. */
export async function createArea(ctx: Context, input: z.output<typeof CreateArea>): Promise<Area> {
  refuseEmpty(input)
  if (input.geometry) checkShape(input.geometry)
  return inTransaction(ctx, async (ctx) => {
    await refuseTaken(ctx, input)
    await refuseTooMany(ctx)
    const row = {
      ...fieldsOf(input),
      id: ctx.newId("area"),
      geometry: input.geometry,
      version: 1,
      createdAt: ctx.now(),
      updatedAt: ctx.now(),
      removedAt: null,
    }
    await ctx.db.insert(serviceAreas).values(row)
    return recordChange(ctx, row, "area.created")
  })
}

/** Changes all but the shape. @throws AppError as createArea, "area-not-found". */
export async function changeArea(
  ctx: Context,
  input: z.output<typeof ChangeArea> & { id: string },
): Promise<Area> {
  return inTransaction(ctx, async (ctx) => {
    const row = await requireArea(ctx, input.id)
    refuseEmpty({ ...row, zipCodes: input.zipCodes })
    await refuseTaken(ctx, input)
    return writeChange(ctx, row, fieldsOf(input), "area.changed")
  })
}

/** Sets the shape, or takes it away where ZIP codes remain. @throws AppError as createArea, "area-not-found". */
export async function setAreaGeometry(
  ctx: Context,
  input: { id: string; geometry: AreaGeometry | null },
): Promise<Area> {
  if (input.geometry) checkShape(input.geometry)
  return inTransaction(ctx, async (ctx) => {
    const row = await requireArea(ctx, input.id)
    refuseEmpty({ ...row, geometry: input.geometry })
    return writeChange(ctx, row, { geometry: input.geometry }, "area.shape-set")
  })
}

/** Takes an area away; quotes that name it keep their words. @throws AppError "area-not-found". */
export async function removeArea(ctx: Context, input: { id: string }): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    const row = await requireArea(ctx, input.id)
    await writeChange(ctx, row, { removedAt: ctx.now() }, "area.removed")
  })
}

async function writeChange(
  ctx: Context,
  row: AreaRow,
  change: Partial<AreaRow>,
  action: string,
): Promise<Area> {
  const changed = { ...row, ...change, version: row.version + 1, updatedAt: ctx.now() }
  const written = await ctx.db
    .update(serviceAreas)
    .set({ ...change, version: changed.version, updatedAt: changed.updatedAt })
    .where(and(eq(serviceAreas.id, row.id), eq(serviceAreas.version, row.version)))
    .returning({ id: serviceAreas.id })
  if (written.length === 0)
    throw new AppError(
      "precondition-failed",
      "stale-version",
      "Somebody changed this area meanwhile; read it again.",
    )
  return recordChange(ctx, changed, action)
}

async function recordChange(ctx: Context, row: AreaRow, action: string): Promise<Area> {
  announceAreaChange(ctx, row.id)
  const { name, effect, stationId, zipCodes, geometry } = row
  const details = { name, effect, stationId, zipCodes, geometry }
  await audit(ctx, { action, entity: "area", entityId: row.id, details })
  return presentArea(ctx, row)
}

function fieldsOf({ name, effect, stationId, zipCodes }: z.output<typeof ChangeArea>) {
  return {
    name,
    effect,
    stationId: effect === "serve" ? stationId : null,
    zipCodes: [...new Set(zipCodes)].sort(),
  }
}

function refuseEmpty(area: { zipCodes: readonly string[]; geometry: AreaGeometry | null }): void {
  if (area.zipCodes.length > 0 || area.geometry) return
  throw invalidField("/zipCodes", "Give at least one ZIP code, or draw the area.", "area-empty")
}

async function refuseTaken(ctx: Context, input: { id?: string; name: string; stationId: string | null }) {
  if (input.stationId) await requireStation(ctx, input.stationId)
  const [other] = await ctx.db
    .select({ id: serviceAreas.id })
    .from(serviceAreas)
    .where(and(eq(serviceAreas.name, input.name), isNull(serviceAreas.removedAt)))
  if (!other || other.id === input.id) return
  throw invalidField("/name", `There is an area ${input.name} already; take another name.`, "area-name-taken")
}

async function refuseTooMany(ctx: Context): Promise<void> {
  const [live] = await ctx.db
    .select({ areas: count() })
    .from(serviceAreas)
    .where(isNull(serviceAreas.removedAt))
  if ((live?.areas ?? 0) < MOST_AREAS) return
  throw new AppError(
    "conflict",
    "too-many-areas",
    `There are ${MOST_AREAS} areas already; put some together.`,
  )
}

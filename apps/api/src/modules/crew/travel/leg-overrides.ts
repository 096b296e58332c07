import type { SetTravelOverride, TravelLeg } from "@myhibachi/contract/travel"
import { and, eq, isNull } from "drizzle-orm"
import { audit } from "#platform/audit.ts"
import { actorName, type Context } from "#platform/context.ts"
import { inTransaction } from "#platform/database/database.ts"
import { invalidField, notFound } from "#platform/errors.ts"
import { remembered } from "#platform/remembered.ts"
import type { Point } from "#providers/maps/port.ts"
import { requireStation } from "../find-stations.ts"
import { keyOf, locatePlace, type MeasuredLeg } from "../locate-place.ts"
import { presentOverride } from "./find-legs.ts"
import { legOverrides } from "./tables.ts"

const liveOverrides = remembered("crew.leg-overrides", async (ctx) => {
  const rows = await ctx.db.select().from(legOverrides).where(isNull(legOverrides.removedAt))
  return new Map(rows.map((row) => [`${row.fromPoint} ${row.toPoint}`, row]))
})

/** @returns the drive as a person set it by hand, if one did. */
export async function findLegOverride(ctx: Context, from: Point, to: Point): Promise<MeasuredLeg | null> {
  const row = (await liveOverrides.read(ctx)).get(`${keyOf(from)} ${keyOf(to)}`)
  if (!row) return null
  const { milesHundredths, seconds, setAt } = row
  return { milesHundredths, seconds, source: "manual", measuredAt: setAt }
}

/**
 * Sets the drive from a station to a place by hand; fee and availability follow it from then on.
 * @throws AppError "station-not-found", "address-unknown", "address-ambiguous", "maps-unavailable".
 */
export async function setLegOverride(ctx: Context, input: SetTravelOverride): Promise<TravelLeg> {
  const station = await requireStation(ctx, input.stationId)
  const place = await requireOnePlace(ctx, input.address)
  const row = {
    id: ctx.newId("leg"),
    stationId: station.id,
    fromPoint: keyOf(station),
    toPoint: keyOf(place),
    placeName: place.formatted,
    milesHundredths: input.milesHundredths,
    seconds: input.minutes * 60,
    reason: input.reason,
    setAt: ctx.now(),
    setBy: actorName(ctx.actor),
    removedAt: null,
  }
  return inTransaction(ctx, async (ctx) => {
    await ctx.db
      .update(legOverrides)
      .set({ removedAt: ctx.now() })
      .where(
        and(
          eq(legOverrides.fromPoint, row.fromPoint),
          eq(legOverrides.toPoint, row.toPoint),
          isNull(legOverrides.removedAt),
        ),
      )
    await ctx.db.insert(legOverrides).values(row)
    liveOverrides.forget(ctx, row.id)
    await audit(ctx, {
      action: "travel.override-set",
      entity: "travel-override",
      entityId: row.id,
      details: { ...input, place: place.formatted },
    })
    return presentOverride(ctx, row, station.name)
  })
}

/** Lets the measured drive count again. @throws AppError "travel-override-not-found". */
export async function removeLegOverride(ctx: Context, input: { id: string }): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    const removed = await ctx.db
      .update(legOverrides)
      .set({ removedAt: ctx.now() })
      .where(and(eq(legOverrides.id, input.id), isNull(legOverrides.removedAt)))
      .returning({ id: legOverrides.id })
    if (removed.length === 0) throw notFound("travel-override", input.id)
    liveOverrides.forget(ctx, input.id)
    await audit(ctx, { action: "travel.override-removed", entity: "travel-override", entityId: input.id })
  })
}

async function requireOnePlace(ctx: Context, address: string) {
  const found = await locatePlace(ctx, address)
  if (found.kind === "one") return found.place
  if (found.kind === "none")
    throw invalidField(
      "/address",
      "This address is not known; write street, city and state.",
      "address-unknown",
    )
  const names = found.places.map((place) => place.formatted).join("; ")
  throw invalidField(
    "/address",
    `Several places have this name: ${names}. Write more of it.`,
    "address-ambiguous",
  )
}

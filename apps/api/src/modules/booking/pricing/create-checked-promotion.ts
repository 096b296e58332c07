import type { CreatePromotion, Promotion } from "@myhibachi/contract/promotions"
import { createPromotion } from "#modules/catalog/index.ts"
import { findStations } from "#modules/crew/index.ts"
import type { Context } from "#platform/context.ts"
import { invalidField } from "#platform/errors.ts"

/** Offers a promotion whose stations exist. @throws AppError "station-unknown", and as createPromotion. */
export async function createCheckedPromotion(ctx: Context, input: CreatePromotion): Promise<Promotion> {
  const stations = await findStations(ctx)
  for (const [index, id] of input.stationIds.entries()) {
    if (stations.some((station) => station.id === id)) continue
    const known = stations.map((station) => station.id).join(", ")
    throw invalidField(
      `/stationIds/${index}`,
      `There is no station ${id}; choose from ${known}.`,
      "station-unknown",
    )
  }
  return createPromotion(ctx, input)
}

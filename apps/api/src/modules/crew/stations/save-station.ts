import type { SaveStation, Station } from "@myhibachi/contract/crew"
import type { Place } from "@myhibachi/contract/customers"
import { and, eq, max, ne } from "drizzle-orm"
import type { z } from "zod"
import { audit } from "#platform/audit.ts"
import type { Context } from "#platform/context.ts"
import { inTransaction } from "#platform/database/database.ts"
import { AppError, invalidField } from "#platform/errors.ts"
import { announceStationChange, readStation, requireStation, type StationRow } from "../find-stations.ts"
import { locatePlace } from "../locate-place.ts"
import { stations } from "../tables.ts"
import { zonesOfState } from "./state-zones.ts"

type Input = z.output<typeof SaveStation>

/**
 * Opens a station; its address is looked up and its zone follows from the state where that has only one.
 * @throws AppError "address-unknown", "address-ambiguous", "outside-country", "time-zone-missing",
 * "time-zone-wrong", "station-name-taken", "maps-unavailable".
 */
export async function createStation(ctx: Context, input: Input): Promise<Station> {
  const fields = await stationFields(ctx, input)
  return inTransaction(ctx, async (ctx) => {
    await refuseTakenName(ctx, input.name)
    const [last] = await ctx.db.select({ position: max(stations.position) }).from(stations)
    const id = ctx.newId("st")
    const position = (last?.position ?? -1) + 1
    await ctx.db.insert(stations).values({ ...fields, id, position, isActive: true, version: 1 })
    return recordChange(ctx, id, "station.created", input)
  })
}

/** Changes where a station is and what its drives cost; offers made before keep their price. @throws AppError as createStation. */
export async function changeStation(ctx: Context, input: Input & { id: string }): Promise<Station> {
  const before = await requireStation(ctx, input.id)
  const fields = await stationFields(ctx, input)
  return inTransaction(ctx, async (ctx) => {
    await refuseTakenName(ctx, input.name, input.id)
    const changed = await ctx.db
      .update(stations)
      .set({ ...fields, version: before.version + 1 })
      .where(and(eq(stations.id, input.id), eq(stations.version, before.version)))
      .returning({ id: stations.id })
    if (changed.length === 0)
      throw new AppError(
        "precondition-failed",
        "stale-version",
        "Somebody changed this station meanwhile; read it again.",
      )
    return recordChange(ctx, input.id, "station.changed", input)
  })
}

async function recordChange(ctx: Context, id: string, action: string, input: Input): Promise<Station> {
  announceStationChange(ctx, id)
  await audit(ctx, { action, entity: "station", entityId: id, details: { ...input } })
  return readStation(ctx, id)
}

async function stationFields(
  ctx: Context,
  input: Input,
): Promise<Omit<StationRow, "id" | "position" | "isActive" | "version">> {
  const place = await requireStationPlace(ctx, input.address)
  const { name, freeMilesHundredths, ratePerMileCents, furtherRates, maximumMilesHundredths } = input
  return {
    name,
    address: place.formatted,
    city: place.city ?? name,
    state: place.state ?? "",
    latitude: place.latitude,
    longitude: place.longitude,
    timeZone: checkZone(input.timeZone, place.state ?? ""),
    freeMilesHundredths,
    ratePerMileCents,
    furtherRates,
    maximumMilesHundredths,
  }
}

async function requireStationPlace(ctx: Context, address: string): Promise<Place> {
  const found = await locatePlace(ctx, address)
  if (found.kind === "none")
    throw invalidField(
      "/address",
      "This address is not known; write street, city and state.",
      "address-unknown",
    )
  if (found.kind === "several") {
    const names = found.places.map((place) => place.formatted).join("; ")
    throw invalidField(
      "/address",
      `Several places have this name: ${names}. Write more of it.`,
      "address-ambiguous",
    )
  }
  if (found.place.country !== "US")
    throw invalidField("/address", `${found.place.formatted} is not in the United States.`, "outside-country")
  if (found.place.precision === "region")
    throw invalidField("/address", `${found.place.formatted} is large; add the city.`, "address-vague")
  return found.place
}

function checkZone(given: string | null, state: string): string {
  const possible = zonesOfState(state)
  const [only] = possible
  if (!given && only && possible.length === 1) return only
  if (!given)
    throw invalidField(
      "/timeZone",
      `${state || "This place"} has several time zones; choose ${possible.join(" or ")}.`,
      "time-zone-missing",
    )
  if (possible.length === 0 || possible.includes(given)) return requireKnownZone(given)
  throw invalidField(
    "/timeZone",
    `${given} is no time zone of ${state}; choose ${possible.join(" or ")}.`,
    "time-zone-wrong",
  )
}

/** Of a place that the list of states does not know the zone must at least exist. */
function requireKnownZone(zone: string): string {
  if (Intl.supportedValuesOf("timeZone").includes(zone)) return zone
  throw invalidField(
    "/timeZone",
    `${zone} is no time zone; write it like America/Chicago.`,
    "time-zone-wrong",
  )
}

async function refuseTakenName(ctx: Context, name: string, ownId = ""): Promise<void> {
  const others = await ctx.db
    .select({ id: stations.id })
    .from(stations)
    .where(and(eq(stations.name, name), ne(stations.id, ownId)))
  if (others.length > 0)
    throw invalidField(
      "/name",
      `There is a station ${name} already; take another name.`,
      "station-name-taken",
    )
}

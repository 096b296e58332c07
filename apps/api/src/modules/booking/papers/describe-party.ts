import type { Guests } from "@myhibachi/contract/quote"
import { findStations } from "#modules/crew/index.ts"
import type { Context } from "#platform/context.ts"
import { Temporal } from "#platform/time.ts"
import { formatStart } from "../format-start.ts"

/** @returns `14 adults, 2 children, 1 little one`; bands without a guest are left out. */
export function describeGuests({ adults, children, littleOnes }: Guests): string {
  const bands = [
    counted(adults, "adult", "adults"),
    counted(children, "child", "children"),
    counted(littleOnes, "little one", "little ones"),
  ]
  return bands.filter(Boolean).join(", ") || "No guests"
}

function counted(count: number, one: string, many: string): string {
  return count === 0 ? "" : `${count} ${count === 1 ? one : many}`
}

/** @returns the moment with its zone, as people at the place say it. */
export function describeMoment(instant: Temporal.Instant | string, timeZone: string): string {
  return formatStart(Temporal.Instant.from(instant), timeZone)
}

const clock = (timeZone: string) =>
  new Intl.DateTimeFormat("en-US", { hour: "numeric", minute: "2-digit", timeZoneName: "short", timeZone })

/** @returns `6:00 PM PST`. */
export function describeClock(instant: Temporal.Instant | string, timeZone: string): string {
  return clock(timeZone).format(Temporal.Instant.from(instant).epochMilliseconds).replaceAll("\u202f", " ")
}

/** @returns the zone in which a quote's moments are told: the party's, or the first station's while there is no address. */
export async function zoneOf(ctx: Context, quote: { timeZone: string | null }): Promise<string> {
  if (quote.timeZone) return quote.timeZone
  const [station] = await findStations(ctx)
  return station?.timeZone ?? "UTC"
}

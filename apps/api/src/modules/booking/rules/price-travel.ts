import { formatMoney, usd } from "@myhibachi/contract/money"
import type { DistanceSource, QuoteLine, Travel, TravelRate } from "@myhibachi/contract/quote"
import { divideHalfUp } from "./round-half-up.ts"

/** A drive and the terms of the station at the time of pricing. */
export interface TravelInputs {
  stationId: string | null
  stationName: string | null
  milesHundredths: number
  freeMilesHundredths: number
  ratePerMileCents: number
  /** Rates from farther miles on, in order; absent where there is only one rate, and in older quotes. */
  furtherRates?: TravelRate[]
  /** The service area that decided; absent where the distance did, and in older quotes. */
  areaName?: string
  source: DistanceSource
  measuredAt: string
  drivingSeconds: number | null
}

/** Miles in a row that cost the same each. */
interface Stretch {
  milesHundredths: number
  ratePerMileCents: number
}

/** @returns the fee of one drive: miles to hundredths beyond the free ones, half-up to the cent once. */
export function priceTravel(inputs: TravelInputs): Travel {
  const stretches = stretchesOf(inputs)
  const hundredths = stretches.reduce((sum, each) => sum + each.milesHundredths * each.ratePerMileCents, 0)
  // Each member by name: the order of stored inputs is the database's, and a replay must give the same bytes.
  return {
    stationId: inputs.stationId,
    stationName: inputs.stationName,
    milesHundredths: inputs.milesHundredths,
    freeMilesHundredths: inputs.freeMilesHundredths,
    chargedMilesHundredths: stretches.reduce((sum, each) => sum + each.milesHundredths, 0),
    ratePerMile: usd(inputs.ratePerMileCents),
    ...(inputs.furtherRates ? { furtherRates: inputs.furtherRates.map(rateByName) } : {}),
    ...(inputs.areaName ? { areaName: inputs.areaName } : {}),
    fee: usd(divideHalfUp(hundredths, 100)),
    source: inputs.source,
    measuredAt: inputs.measuredAt,
    drivingSeconds: inputs.drivingSeconds,
    explanation: explain(inputs, stretches),
  }
}

function rateByName({ fromMilesHundredths, ratePerMileCents }: TravelRate): TravelRate {
  return { fromMilesHundredths, ratePerMileCents }
}

/** Cuts the charged miles where another rate begins. */
function stretchesOf(inputs: TravelInputs): Stretch[] {
  const first = { fromMilesHundredths: inputs.freeMilesHundredths, ratePerMileCents: inputs.ratePerMileCents }
  const rates = [first, ...(inputs.furtherRates ?? [])]
  return rates.flatMap(({ fromMilesHundredths, ratePerMileCents }, index) => {
    const end = Math.min(
      rates[index + 1]?.fromMilesHundredths ?? Number.POSITIVE_INFINITY,
      inputs.milesHundredths,
    )
    const milesHundredths = end - fromMilesHundredths
    return milesHundredths > 0 ? [{ milesHundredths, ratePerMileCents }] : []
  })
}

function explain(inputs: TravelInputs, stretches: readonly Stretch[]): string {
  const origin = inputs.stationName ? ` from our ${inputs.stationName} station` : ""
  const area = inputs.areaName ? `, in our service area ${inputs.areaName}` : ""
  const way = `${miles(inputs.milesHundredths)} one way${origin}${area}${SOURCES[inputs.source]}`
  const free = miles(inputs.freeMilesHundredths)
  if (stretches.length === 0) return `${way}; the first ${free} are free.`
  const charged = stretches.map((stretch, index) => describeStretch(stretch, index === stretches.length - 1))
  return `${way}; the first ${free} are free, ${charged.join(", ")}.`
}

function describeStretch({ milesHundredths, ratePerMileCents }: Stretch, isLast: boolean): string {
  return `the ${isLast ? "other" : "next"} ${miles(milesHundredths)} cost ${formatMoney(usd(ratePerMileCents))} each`
}

const SOURCES: Record<DistanceSource, string> = {
  "google-routes": "",
  "great-circle": " (estimated from the straight line, because the road distance is not available right now)",
  stated: " (as you told us; the address decides)",
  manual: " (as our team drives it)",
}

function miles(hundredths: number): string {
  const text = (hundredths / 100).toFixed(2).replace(/\.?0+$/, "")
  return `${text} ${text === "1" ? "mile" : "miles"}`
}

/** @returns the travel line of a quote; there even when it is free, so that nobody wonders. */
export function travelLine(travel: Travel): QuoteLine {
  const reachesFurtherRate = travel.furtherRates?.some(
    (rate) => rate.fromMilesHundredths < travel.milesHundredths,
  )
  return {
    kind: "travel",
    lineClass: "travel",
    sku: null,
    title: "Travel",
    quantity: travel.chargedMilesHundredths / 100,
    // Miles at different rates are not one price times a quantity.
    unitPrice: reachesFurtherRate ? null : travel.ratePerMile,
    amount: travel.fee,
    explanation: travel.explanation,
  }
}

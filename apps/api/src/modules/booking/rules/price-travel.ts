import { formatMoney, usd } from "@myhibachi/contract/money"
import type { DistanceSource, QuoteLine, Travel } from "@myhibachi/contract/quote"
import { divideHalfUp } from "./round-half-up.ts"

/** A drive and the terms of the station at the time of pricing. */
export interface TravelInputs {
  stationId: string | null
  stationName: string | null
  milesHundredths: number
  freeMilesHundredths: number
  ratePerMileCents: number
  source: DistanceSource
  measuredAt: string
  drivingSeconds: number | null
}

/** @returns the fee of one drive: miles to hundredths beyond the free ones, half-up to the cent. */
export function priceTravel(inputs: TravelInputs): Travel {
  const charged = Math.max(0, inputs.milesHundredths - inputs.freeMilesHundredths)
  // Each member by name: the order of stored inputs is the database's, and a replay must give the same bytes.
  return {
    stationId: inputs.stationId,
    stationName: inputs.stationName,
    milesHundredths: inputs.milesHundredths,
    freeMilesHundredths: inputs.freeMilesHundredths,
    chargedMilesHundredths: charged,
    ratePerMile: usd(inputs.ratePerMileCents),
    fee: usd(divideHalfUp(charged * inputs.ratePerMileCents, 100)),
    source: inputs.source,
    measuredAt: inputs.measuredAt,
    drivingSeconds: inputs.drivingSeconds,
    explanation: explain(inputs, charged),
  }
}

function explain(inputs: TravelInputs, charged: number): string {
  const origin = inputs.stationName ? ` from our ${inputs.stationName} station` : ""
  const way = `${miles(inputs.milesHundredths)} one way${origin}${SOURCES[inputs.source]}`
  const free = miles(inputs.freeMilesHundredths)
  if (charged === 0) return `${way}; the first ${free} are free.`
  return `${way}; the first ${free} are free, the other ${miles(charged)} cost ${formatMoney(usd(inputs.ratePerMileCents))} each.`
}

const SOURCES: Record<DistanceSource, string> = {
  "google-routes": "",
  "great-circle": " (estimated from the straight line, because the road distance is not available right now)",
  stated: " (as you told us; the address decides)",
}

function miles(hundredths: number): string {
  const text = (hundredths / 100).toFixed(2).replace(/\.?0+$/, "")
  return `${text} ${text === "1" ? "mile" : "miles"}`
}

/** @returns the travel line of a quote; there even when it is free, so that nobody wonders. */
export function travelLine(travel: Travel): QuoteLine {
  return {
    kind: "travel",
    lineClass: "travel",
    sku: null,
    title: "Travel",
    quantity: travel.chargedMilesHundredths / 100,
    unitPrice: travel.ratePerMile,
    amount: travel.fee,
    explanation: travel.explanation,
  }
}

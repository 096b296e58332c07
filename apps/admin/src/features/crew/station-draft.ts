import type { SaveStation, Station } from "@myhibachi/contract/crew"

/** A station as it is typed: miles and dollars with two decimals. */
export interface StationDraft {
  name: string
  address: string
  timeZone: string
  freeMiles: string
  ratePerMile: string
  maximumMiles: string
  furtherRates: { fromMiles: string; ratePerMile: string }[]
}

/** @returns what the form begins with; a new station has the terms that most have. */
export function draftOf(station: Station | null): StationDraft {
  return {
    name: station?.name ?? "",
    address: station?.address ?? "",
    timeZone: station?.timeZone ?? "",
    freeMiles: String(station?.freeMiles ?? 30),
    ratePerMile: ((station?.ratePerMile.amount ?? 200) / 100).toFixed(2),
    maximumMiles: String(station?.maximumMiles ?? 200),
    furtherRates: (station?.furtherRates ?? []).map((rate) => ({
      fromMiles: String(rate.fromMiles),
      ratePerMile: (rate.ratePerMile.amount / 100).toFixed(2),
    })),
  }
}

/** @returns the request; what is no number stays one that the API refuses with its field. */
export function requestOf(draft: StationDraft): SaveStation {
  return {
    name: draft.name,
    address: draft.address,
    timeZone: draft.timeZone || null,
    freeMilesHundredths: hundredths(draft.freeMiles),
    ratePerMileCents: hundredths(draft.ratePerMile),
    maximumMilesHundredths: hundredths(draft.maximumMiles),
    furtherRates: draft.furtherRates.map((rate) => ({
      fromMilesHundredths: hundredths(rate.fromMiles),
      ratePerMileCents: hundredths(rate.ratePerMile),
    })),
  }
}

function hundredths(text: string): number {
  return text.trim() === "" ? Number.NaN : Math.round(Number(text.replace(",", ".")) * 100)
}

/// <reference path="./zipcodes.d.ts" />
import zipcodes, { type ZipRecord } from "zipcodes"

export type Point = { latitude: number; longitude: number }

/** A city with how many postal codes it has, which stands in for its size. */
export type City = Point & { name: string; state: string; country: "US" | "CA"; codes: number }

const provinces: Record<string, string> = {
  AB: "Alberta",
  BC: "British Columbia",
  MB: "Manitoba",
  NB: "New Brunswick",
  NL: "Newfoundland and Labrador",
  NS: "Nova Scotia",
  NT: "Northwest Territory",
  NU: "Nunavut Territory",
  ON: "Ontario",
  PE: "Prince Edward Island",
  QC: "Quebec",
  SK: "Saskatchewan",
  YT: "Yukon",
}

const records = Object.values(zipcodes.codes).filter((record) => record.latitude && record.longitude)
const american = Map.groupBy(
  records.filter((record) => record.country === "US"),
  (record) => plainCity(record.city),
)
const canadian = records.filter((record) => record.country !== "US")

/** The record of a US ZIP code or of the first three letters of a Canadian postal code. */
export function findCode(code: string): ZipRecord | undefined {
  const found = zipcodes.codes[/^[a-z]/i.test(code) ? code.slice(0, 3).toUpperCase() : code]
  return found?.latitude ? found : undefined
}

/** The US cities of that name, those with most postal codes first. */
export function findAmericanCities(name: string, state?: string): City[] {
  const named = american.get(plainCity(name)) ?? []
  const byState = Map.groupBy(
    named.filter((record) => state === undefined || record.state === state),
    (record) => record.state,
  )
  return [...byState.values()]
    .map((zips) => ({
      ...centre(zips),
      name: zips[0]!.city,
      state: zips[0]!.state,
      country: "US" as const,
      codes: zips.length,
    }))
    .sort((one, other) => other.codes - one.codes)
}

/** The Canadian cities of that name; the data names districts, so a whole word is enough. */
export function findCanadianCities(name: string, province?: string): City[] {
  const wanted = plainCity(name)
  const named = canadian.filter((record) => ` ${plainCity(record.city)} `.includes(` ${wanted} `))
  const byProvince = Map.groupBy(named, (record) => record.state)
  return [...byProvince]
    .filter(([state]) => province === undefined || state === provinces[province])
    .map(([state, codes]) => ({
      ...centre(codes),
      name: titleCase(name),
      state: provinceCode(state) ?? state,
      country: "CA" as const,
      codes: codes.length,
    }))
    .sort((one, other) => other.codes - one.codes)
}

/** The middle of a US state. */
export function findState(state: string): Point | undefined {
  const own = records.filter((record) => record.country === "US" && record.state === state)
  return own.length > 0 ? centre(own) : undefined
}

/** The two letters of a US state or Canadian province, from its name or its letters. */
export function readState(text: string): { code: string; country: "US" | "CA" } | undefined {
  const upper = text.trim().toUpperCase().replaceAll(".", "")
  const american = zipcodes.states.abbr[upper] ? upper : zipcodes.states.full[upper]
  const canadian = provinces[upper] ? upper : provinceCode(text.trim())
  // The package lists the provinces among the states.
  if (canadian) return { code: canadian, country: "CA" }
  return american ? { code: american, country: "US" } : undefined
}

/** "California" for "CA". */
export function stateName(code: string): string {
  return provinces[code] ?? titleCase(zipcodes.states.abbr[code] ?? code)
}

/** The place of a point: the nearest record. */
export function nearestRecord(point: Point): ZipRecord {
  const narrowing = Math.cos((point.latitude * Math.PI) / 180) ** 2
  let best = records[0]!
  let bestAway = Number.POSITIVE_INFINITY
  for (const record of records) {
    const away =
      (record.latitude - point.latitude) ** 2 + (record.longitude - point.longitude) ** 2 * narrowing
    if (away >= bestAway) continue
    best = record
    bestAway = away
  }
  return best
}

/** The two letters of a province by its full name. */
export function provinceCode(name: string): string | undefined {
  return Object.keys(provinces).find((code) => provinces[code]?.toLowerCase() === name.toLowerCase())
}

function centre(points: Point[]): Point {
  const mean = (pick: (point: Point) => number) =>
    Math.round((points.reduce((sum, point) => sum + pick(point), 0) / points.length) * 1e6) / 1e6
  return { latitude: mean((point) => point.latitude), longitude: mean((point) => point.longitude) }
}

function plainCity(name: string): string {
  return name
    .toLowerCase()
    .replaceAll(/[.'’]/g, "")
    .replaceAll(/[^\p{L}\p{N}]+/gu, " ")
    .replaceAll(/\bst\b/g, "saint")
    .replaceAll(/\bft\b/g, "fort")
    .replaceAll(/\bmt\b/g, "mount")
    .trim()
}

/** Writes a name as on a map, however it was typed; mixed case is taken as meant. */
export function titleCase(text: string): string {
  if (text !== text.toLowerCase() && text !== text.toUpperCase()) return text
  return text.toLowerCase().replaceAll(/(?<![\p{L}'’])\p{L}/gu, (letter) => letter.toUpperCase())
}

import {
  findAmericanCities,
  findCanadianCities,
  findCode,
  findState,
  type Point,
  provinceCode,
  titleCase,
} from "./gazetteer.ts"
import { type Address, readAddress } from "./read-address.ts"

export type Place = Point & {
  kind: "street_address" | "route" | "postal_code" | "locality" | "administrative_area_level_1"
  street?: string
  city?: string
  state: string
  postalCode?: string
  country: "US" | "CA"
  /** Something that was asked for did not fit. */
  isPartial: boolean
}

const mostResults = 5
/** A city with so many times the postal codes of its next namesake is the one that is meant. */
const clearlyLarger = 4

/** The places that a text may mean, the likeliest first; none when it is unknown. */
export function findPlaces(text: string): Place[] {
  return findByAddress(readAddress(text))
}

/** The places that fit an address taken apart. */
export function findByAddress(address: Address): Place[] {
  if (address.country !== undefined && address.country !== "US" && address.country !== "CA") return []
  if (address.postalCode !== undefined) return byCode(address, address.postalCode)
  if (address.city !== undefined) return byCity(address, address.city)
  return address.state !== undefined && address.street === undefined ? byState(address.state) : []
}

function byCode(address: Address, code: string): Place[] {
  const record = findCode(code)
  if (!record)
    return address.city === undefined
      ? []
      : byCity(address, address.city).map((place) => ({ ...place, isPartial: true }))
  const isCanadian = record.country !== "US"
  const state = isCanadian ? (provinceCode(record.state) ?? record.state) : record.state
  const contradicts = address.state !== undefined && address.state !== state
  return [
    {
      ...streetOf(address, "postal_code"),
      latitude: record.latitude,
      longitude: record.longitude,
      city: address.city !== undefined && !contradicts ? titleCase(address.city) : record.city,
      state,
      postalCode: code,
      country: isCanadian ? "CA" : "US",
      isPartial: contradicts,
    },
  ]
}

function byCity(address: Address, name: string): Place[] {
  const isCanadian = address.country === "CA"
  const found = isCanadian ? findCanadianCities(name, address.state) : findAmericanCities(name, address.state)
  const [first, second] = found
  if (!first) return []
  const isClear = !second || first.codes >= second.codes * clearlyLarger
  return found.slice(0, isClear ? 1 : mostResults).map((city) => ({
    ...streetOf(address, "locality"),
    latitude: city.latitude,
    longitude: city.longitude,
    city: city.name,
    state: city.state,
    country: city.country,
    isPartial: false,
  }))
}

function byState(state: string): Place[] {
  const middle = findState(state)
  return middle
    ? [{ ...middle, kind: "administrative_area_level_1", state, country: "US", isPartial: false }]
    : []
}

function streetOf(address: Address, otherwise: Place["kind"]): Pick<Place, "kind" | "street"> {
  if (address.street === undefined) return { kind: otherwise }
  return { kind: address.hasNumber ? "street_address" : "route", street: titleCase(address.street) }
}

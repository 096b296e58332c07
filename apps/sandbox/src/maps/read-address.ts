import { findAmericanCities, readState } from "./gazetteer.ts"

/** An address taken apart; what was not said is missing. */
export type Address = {
  street?: string
  hasNumber: boolean
  city?: string
  /** Two letters of a state or province. */
  state?: string
  postalCode?: string
  /** ISO code, when a country was named or follows from the state or code. */
  country?: string
}

const countryNames = new Map<string, string>()
const names = new Intl.DisplayNames(["en"], { type: "region", fallback: "none" })
for (const first of "ABCDEFGHIJKLMNOPQRSTUVWXYZ") {
  for (const second of "ABCDEFGHIJKLMNOPQRSTUVWXYZ") {
    const name = names.of(first + second)
    if (name) countryNames.set(name.toLowerCase(), first + second)
  }
}
const otherNames = {
  usa: "US",
  us: "US",
  "u.s.": "US",
  "u.s.a.": "US",
  uk: "GB",
  england: "GB",
  scotland: "GB",
  wales: "GB",
}
for (const [name, code] of Object.entries(otherNames)) countryNames.set(name, code)

/** A city with so many postal codes is meant before the state of its name. */
const largeCity = 20

/** Takes an address apart, from its end to its beginning. */
export function readAddress(text: string): Address {
  const parts = text
    .replaceAll(/\s+/g, " ")
    .split(/\s*[,;\n]\s*/)
    .filter((part) => part !== "")
  const country = takeCountry(parts)
  const postalCode = takePostalCode(parts)
  const state = takeState(parts, postalCode !== undefined)
  const place = takeCity(parts, state?.code)
  const implied = country ?? state?.country ?? (postalCode && /^[a-z]/i.test(postalCode) ? "CA" : undefined)
  return {
    hasNumber: place.street !== undefined && /^\d+[a-z]?\b/i.test(place.street),
    ...place,
    ...(state ? { state: state.code } : {}),
    ...(postalCode ? { postalCode } : {}),
    ...(implied ? { country: implied } : {}),
  }
}

/** The ISO code of a country's English name. */
export function countryCode(name: string): string | undefined {
  return countryNames.get(name.trim().toLowerCase())
}

/** The English name of a country. */
export function countryName(code: string): string {
  return names.of(code) ?? code
}

function takeCountry(parts: string[]): string | undefined {
  const last = parts.at(-1) ?? ""
  // Georgia is a state here before it is a country.
  const code = readState(last)?.country === "US" ? undefined : countryCode(last)
  if (code) {
    parts.pop()
    return code
  }
  const trailing = /^(.*\S)\s+(usa|u\.s\.a\.|united states)$/i.exec(last)
  if (!trailing) return undefined
  parts[parts.length - 1] = trailing[1]!
  return "US"
}

function takePostalCode(parts: string[]): string | undefined {
  for (let index = parts.length - 1; index >= 0; index -= 1) {
    const match = /(?:^|\s)(\d{5}(?:-\d{4})?|[a-z]\d[a-z](?:\s?\d[a-z]\d)?)$/i.exec(parts[index]!)
    if (!match) continue
    const rest = parts[index]!.slice(0, match.index).trim()
    if (rest === "") parts.splice(index, 1)
    else parts[index] = rest
    return match[1]!.slice(0, /^\d/.test(match[1]!) ? 5 : 7).toUpperCase()
  }
  return undefined
}

function takeState(parts: string[], hasCode: boolean): ReturnType<typeof readState> {
  const last = parts.at(-1) ?? ""
  const whole = readState(last)
  if (whole && (parts.length > 1 || last.length > 2)) {
    // New York and Washington alone are the city, as people mean them.
    if (parts.length === 1 && (findAmericanCities(last)[0]?.codes ?? 0) >= largeCity) return undefined
    parts.pop()
    return whole
  }
  const words = last.split(" ")
  for (const count of [3, 2, 1]) {
    if (words.length <= count) continue
    const tail = words.slice(-count).join(" ")
    const state = readState(tail)
    // "in", "or" and "me" are words before they are states.
    if (
      !state ||
      (tail.length === 2 && tail !== tail.toUpperCase() && !hasCode && !isCityIn(words, state.code))
    )
      continue
    parts[parts.length - 1] = words.slice(0, -count).join(" ")
    return state
  }
  return undefined
}

function isCityIn(words: string[], state: string): boolean {
  return findAmericanCities(words.slice(0, -1).join(" "), state).length > 0
}

function takeCity(parts: string[], state: string | undefined): { city?: string; street?: string } {
  const last = parts.at(-1)
  if (last === undefined) return {}
  const before = parts.slice(0, -1).join(", ")
  if (before !== "") return { city: last, street: before }
  if (!/^\d/.test(last)) return { city: last }
  // "1450 Broadway Oakland": the longest ending that is a city.
  const words = last.split(" ")
  for (let start = 2; start < words.length; start += 1) {
    const city = words.slice(start).join(" ")
    if (findAmericanCities(city, state).length > 0) return { city, street: words.slice(0, start).join(" ") }
  }
  return { street: last }
}

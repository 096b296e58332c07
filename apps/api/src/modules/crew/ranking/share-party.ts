/** One chef's part of a party. */
export interface PartyShare {
  adults: number
  /** All whom the chef cooks for; little ones eat along. */
  guests: number
  travelCents: number
}

/** @returns the parts of so many chefs: as equal as whole numbers allow, in sum the whole party and the whole fee. */
export function shareParty(party: PartyShare, chefs: number): PartyShare[] {
  const adults = splitWhole(party.adults, chefs)
  const guests = splitWhole(party.guests, chefs)
  const travel = splitWhole(party.travelCents, chefs)
  return adults.map((count, index) => ({
    adults: count,
    guests: guests[index] ?? 0,
    travelCents: travel[index] ?? 0,
  }))
}

/** @returns the whole number in so many parts that differ by one at most, larger ones first. */
export function splitWhole(whole: number, parts: number): number[] {
  const least = Math.floor(whole / parts)
  const over = whole - least * parts
  return Array.from({ length: parts }, (_, index) => least + (index < over ? 1 : 0))
}

/** @returns in cents what a chef earns with a part of a party, before tips: the grade's rate for each adult, and the travel fee. */
export function payFor(share: Pick<PartyShare, "adults" | "travelCents">, payPerAdultCents: number): number {
  return share.adults * payPerAdultCents + share.travelCents
}

import type { PolicyParameters } from "@myhibachi/contract/catalog"
import type { Guests } from "@myhibachi/contract/quote"
import { invalidField } from "#platform/errors.ts"

/** @returns the guests who count for chefs, service time and proteins: all but the little ones. */
export function countedGuests(guests: Guests): number {
  return guests.adults + guests.children
}

/** @returns everybody who comes. */
export function allGuests(guests: Guests): number {
  return countedGuests(guests) + guests.littleOnes
}

/**
 * Refuses a party that cannot be cooked for.
 * @throws AppError "guests-none", "adults-missing", "guests-too-many".
 */
export function checkGuests(guests: Guests, parameters: PolicyParameters["guests"]): void {
  const total = allGuests(guests)
  if (total === 0) throw invalidField("/guests/adults", "Tell us how many guests will come.", "guests-none")
  if (guests.adults < parameters.minimumAdults) {
    const detail = `A party needs at least ${parameters.minimumAdults} adult (${parameters.adultFromAge} or older); add the adults who will be there.`
    throw invalidField("/guests/adults", detail, "adults-missing")
  }
  if (total > parameters.maximumGuests) {
    const detail = `Here we plan parties of up to ${parameters.maximumGuests} guests; for more, write or call us and a person plans it with you.`
    throw invalidField("/guests/adults", detail, "guests-too-many")
  }
}

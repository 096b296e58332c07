import type { Guests, QuoteItem } from "@myhibachi/contract/quote"
import { findTaxRates } from "#modules/catalog/index.ts"
import type { Context } from "#platform/context.ts"
import { invalidField } from "#platform/errors.ts"
import { requireListFits } from "../guests/check-guests.ts"
import { readBookedFood, readGuests } from "../guests/list-guests.ts"
import type { LocatedParty } from "../locate-party.ts"
import type { BookingRow } from "../read-booking.ts"
import { catalogOf, requireQuote } from "../read-quote.ts"
import { checkItems } from "../rules/check-items.ts"
import { checkGuests } from "../rules/count-guests.ts"
import { isDrivable, type PricedParty, type PricingInputs, priceParty } from "../rules/price-party.ts"
import { sealQuote } from "../seal-quote.ts"

export interface Amendment {
  inputs: PricingInputs
  priced: PricedParty
  /** The priced party as canonical JSON, and the SHA-256 over it and its inputs. */
  sealed: { result: string; hash: string }
  /** Which station's chefs come. */
  stationId: string
}

export interface Wanted {
  guests?: Guests | undefined
  items?: QuoteItem[] | undefined
  located?: LocatedParty | null | undefined
}

/**
 * Prices a booked party anew, by the price book and the policies that it was booked with.
 * @throws AppError "address-incomplete", "guest-list-too-long" (409), and for guests and items that cannot be served.
 */
export async function planAmendment(ctx: Context, row: BookingRow, wanted: Wanted): Promise<Amendment> {
  const { revision } = await requireQuote(ctx, { quoteId: row.quoteId, revision: row.quoteRevision })
  const catalog = await catalogOf(ctx, revision.inputs)
  const { guests = row.guests, items = row.items, located } = wanted
  checkGuests(guests, catalog.parameters.guests)
  checkItems(items, guests, catalog.book, catalog.parameters.guests)
  await requireGuestListFits(ctx, row, guests, items)
  const base = { ...revision.inputs, guests, items, startsAt: row.startsAt.toString() }
  const inputs = located ? { ...base, ...(await movedTo(ctx, row, located)) } : base
  const taxRates = located ? (await catalogOf(ctx, inputs)).taxRates : catalog.taxRates
  const priced = priceParty(inputs, { ...catalog, taxRates })
  const stationId = located?.station.id ?? row.stationId
  return { inputs, priced, sealed: sealQuote(inputs, priced), stationId }
}

async function requireGuestListFits(
  ctx: Context,
  row: BookingRow,
  guests: Guests,
  items: QuoteItem[],
): Promise<void> {
  const listed = await readGuests(ctx, row.id)
  if (listed.length === 0) return
  requireListFits(listed, await readBookedFood(ctx, { guests, items, policyIds: row.policyIds }, listed))
}

async function movedTo(ctx: Context, row: BookingRow, { place, travel, station }: LocatedParty) {
  if (!isDrivable(place))
    throw invalidField(
      "/address/text",
      "To come we need the street address, with its number.",
      "address-incomplete",
    )
  if (station.timeZone !== row.timeZone)
    throw invalidField(
      "/address/text",
      "This address is in another time zone; a person books that party anew with you.",
      "address-other-zone",
    )
  const taxRates = await findTaxRates(ctx, { state: place.state, city: place.city, at: row.startsAt })
  return { place, travel, taxRateIds: taxRates.map((rate) => rate.id) }
}

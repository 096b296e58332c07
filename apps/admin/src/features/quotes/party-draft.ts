import type { Quote, QuoteItem, QuoteRequest } from "@myhibachi/contract/quote"

/** What is typed about a party, as it stands in the form. */
export interface PartyDraft {
  adults: number
  children: number
  littleOnes: number
  items: QuoteItem[]
  date: string
  time: string
  address: string
}

export const emptyParty: PartyDraft = {
  adults: 10,
  children: 0,
  littleOnes: 0,
  items: [],
  date: "",
  time: "",
  address: "",
}

/** @returns the party of a quote, to be changed. */
export function draftOf(quote: Quote): PartyDraft {
  return {
    ...quote.guests,
    items: quote.items,
    date: quote.date ?? "",
    time: quote.time ?? "",
    address: quote.place?.formatted ?? "",
  }
}

/** @returns what is asked of the API; empty fields are left out, so that a price comes before all is known. */
export function requestOf(draft: PartyDraft): QuoteRequest {
  const { adults, children, littleOnes, items, date, time } = draft
  const text = draft.address.trim()
  return {
    guests: { adults, children, littleOnes },
    items,
    ...(date ? { date } : {}),
    ...(date && time ? { time } : {}),
    ...(text.length >= 2 ? { address: { text } } : {}),
  }
}

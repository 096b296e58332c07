/** Names under which what was read is kept, so that a change can renew it. */
export const catalogKeys = {
  books: ["price-books"],
  book: (id: string) => ["price-books", id],
  difference: (id: string, other: string) => ["price-books", id, "difference", other],
  policies: ["policies"],
  taxRates: ["tax-rates"],
  menu: ["menu"],
  ingredients: ["ingredients"],
}

/** @returns the header that lets a change through only when nobody else has changed the thing since. */
export function ifMatch(version: number): { "if-match": string } {
  return { "if-match": `"v${version}"` }
}

/** @returns the token with another last letter, whatever that is: one that a guesser might try. */
export function alteredLink(token: string): string {
  return `${token.slice(0, -1)}${token.endsWith("A") ? "B" : "A"}`
}

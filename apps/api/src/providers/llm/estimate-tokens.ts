/** @returns a rough upper count of tokens: models of English use about four characters a token. */
export function estimateTokens(text: string): number {
  return Math.ceil(text.length / 3.5)
}

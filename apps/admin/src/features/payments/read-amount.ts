/** @returns cents of an amount as people type it (`1,045.50`, `$80`), null when it is no amount. */
export function readAmount(text: string): number | null {
  const match = /^\$?\s*(\d{1,3}(?:,\d{3})+|\d{1,7})(?:\.(\d{1,2}))?$/.exec(text.trim())
  if (!match) return null
  const dollars = Number(match[1]?.replaceAll(",", ""))
  return dollars * 100 + Number((match[2] ?? "").padEnd(2, "0"))
}

import type { Guests } from "@myhibachi/contract/quote"

/** @returns `14 adults, 2 children, 1 little one`; bands without a guest are left out. */
export function guestsText({ adults, children, littleOnes }: Guests): string {
  const bands = [
    counted(adults, "adult", "adults"),
    counted(children, "child", "children"),
    counted(littleOnes, "little one", "little ones"),
  ].filter(Boolean)
  return bands.length > 0 ? bands.join(", ") : "No guests"
}

function counted(count: number, one: string, many: string): string {
  if (count === 0) return ""
  return `${count} ${count === 1 ? one : many}`
}

import type { Quote } from "@myhibachi/contract/quote"
import { countText, listText } from "#modules/knowledge/index.ts"

/** @returns `14 adults, 2 children and 1 little one`. */
export function guestWords({ guests }: Pick<Quote, "guests">): string {
  const parts = [
    guests.adults > 0 ? countText(guests.adults, "adult") : "",
    (guests.children ?? 0) > 0 ? countText(guests.children ?? 0, "child", "children") : "",
    (guests.littleOnes ?? 0) > 0 ? countText(guests.littleOnes ?? 0, "little one") : "",
  ]
  return listText(parts.filter(Boolean))
}

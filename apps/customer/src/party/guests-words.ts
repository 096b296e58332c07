import type { Guests } from "@myhibachi/contract/quote"
import { count } from "../site/duration-text.ts"

/** @returns `14 adults, 2 children`; bands without a guest are left out. */
export function guestsWords({ adults, children, littleOnes }: Guests): string {
  return [
    count(adults, "adult"),
    ...(children > 0 ? [count(children, "child", "children")] : []),
    ...(littleOnes > 0 ? [count(littleOnes, "little one")] : []),
  ].join(", ")
}

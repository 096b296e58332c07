import { lower } from "#modules/knowledge/index.ts"
import { priceListTool } from "../tools/business-tools.ts"
import { skuOf } from "../turn/party-request.ts"
import type { Turn } from "../turn/turn.ts"

const ASKS_PIECES = /\bhow (?:many|much)\b|\bpieces?\b/i

/** "How many dumplings are two orders?": an order whose name says its pieces, as often as it was ordered. */
export function tellPieces(turn: Turn, ask: string): void {
  if (!ASKS_PIECES.test(turn.text)) return
  for (const { item, count } of turn.newSlots.items) {
    const price = turn.business.priceBook.prices.find(({ sku }) => sku === skuOf(item))
    const pieces = Number(/\((\d+)\)/.exec(price?.name ?? "")?.[1] ?? 0)
    if (!price || pieces === 0 || typeof count !== "number" || count < 2) continue
    const name = lower(price.name.replace(/ ?\(\d+\)/, ""))
    turn.book.addFromTool(
      ask,
      priceListTool.name,
      `${count} orders of ${name} are ${count * pieces} pieces, ${pieces} in each.`,
    )
  }
}

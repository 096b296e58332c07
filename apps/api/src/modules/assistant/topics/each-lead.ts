import type { Ask } from "#modules/understanding/index.ts"
import { digitsForWords } from "../guard/number-words.ts"
import type { Gather, Turn } from "../turn/turn.ts"

/** Rules whose answer hangs on how long before the start the customer acts. */
const BY_LEAD: ReadonlySet<Ask> = new Set<Ask>([
  "cancel.policy",
  "deposit.refund",
  "reschedule.policy",
  "headcount.change",
])
const LEAD =
  /(?<![\w.])(\d{1,4}|an?)[ -]?(hours?|hrs?|days?|weeks?|months?)\b(?: and \d+ (?:hours?|hrs?|days?|minutes?))?/gi
const NEXT_CASE =
  /[,.;?!\n]|\b(?:and|but|vs\.?|versus) (?=if\b|when\b|what\b|only\b|just\b)|\bor (?=\d|an? |if\b|when\b|what\b|only\b|just\b)/i
/** How money travels back takes business days, which are no lead. */
const NO_LEAD =
  /\b(?:business|working) days?|\bwithin \d+ days? (?:of|after)|\b(?:takes?|lasts?)\b|\bfor \d+ (?:days|hours|weeks)\b/i

/** "10 days before, or only 3 days before?": each lead with the words around it. */
function leadsIn(text: string): string[] {
  const parts = digitsForWords(text).split(NEXT_CASE)
  const leads = parts.filter(
    (part) => part !== undefined && !NO_LEAD.test(part) && (part.match(LEAD)?.length ?? 0) === 1,
  )
  const unique = new Map(leads.map((part) => [part.match(LEAD)?.[0]?.toLowerCase() ?? part, part.trim()]))
  return [...unique.values()]
}

/** The turn as if only this case had been asked. */
function withLead(turn: Turn, part: string): Turn {
  const [, count = "1", unit = "day"] = new RegExp(LEAD.source, "i").exec(part) ?? []
  const name = (["hour", "day", "week", "month"] as const).find((each) =>
    unit.toLowerCase().startsWith(each.slice(0, 2)),
  )
  const duration = { count: /^a/i.test(count) ? 1 : Number(count), unit: name ?? ("hour" as const) }
  return { ...turn, text: `${part} before`, newSlots: { ...turn.newSlots, durations: [duration] } }
}

/** Answers a rule once for each lead that the message names, so that the second case is not lost to the first. */
export async function gatherEachLead(turn: Turn, ask: Ask, gather: Gather): Promise<void> {
  const leads = BY_LEAD.has(ask) ? leadsIn(turn.text) : []
  if (leads.length < 2) return gather(turn, ask)
  for (const part of leads) await gather(withLead(turn, part), ask)
}

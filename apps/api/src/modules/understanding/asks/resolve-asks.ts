import type { Ask } from "./ask-list.ts"
import type { DetectedAsk } from "./detect-asks.ts"
import { isQuestionLike } from "./unread-parts.ts"

const HEAD_COUNT =
  /\b\d{1,4} ?-?(?:adults?|people|persons?|guests?|ppl|kids?|of us|grown|children|personas|adultos|friends)\b|\b(?:party|group|wedding) of \d+|\bfor \d+\b(?! (?:miles|hours|days))/i
const DAY =
  /\b(?:mon|tues|wednes|thurs|fri|satur|sun)day|\b(?:today|tonight|tomorrow|weekend|week|month|christmas|thanksgiving|eve|halloween|day|date)\b|\d/i
const PRICE_WORD = /\b(?:how much|price|cost|quote|total|charge|estimate)\b/i
/** What a bill is made of. */
export const PARTS_OF_BILLS: readonly Ask[] = [
  "price.per_adult",
  "price.per_child",
  "price.little_ones",
  "price.minimum",
  "price.upgrades",
  "price.addons",
  "price.third_protein",
  "price.tax",
  "price.service_charge",
  "price.discount",
  "travel.fee",
]
const PRECISE_PRICES: readonly Ask[] = [...PARTS_OF_BILLS, "tip.policy", "deposit.amount", "mine.balance"]
const ITEM_PRICES: readonly Ask[] = [
  "price.upgrades",
  "price.addons",
  "price.third_protein",
  "price.per_child",
  "price.little_ones",
]

/** [stronger, weaker]: when one clause proves both, only the stronger is meant. */
const STRONGER: [Ask, Ask][] = [
  ["weather.policy", "reschedule.policy"],
  ["weather.policy", "cancel.policy"],
  ["weather.policy", "mine.reschedule"],
  ["weather.policy", "space.requirements"],
  ["mine.cancel", "cancel.policy"],
  ["mine.reschedule", "reschedule.policy"],
  ["mine.guests", "headcount.change"],
  ["mine.choices", "price.upgrades"],
  ["mine.choices", "price.addons"],
  ["mine.choices", "menu.proteins"],
  ["deposit.refund", "refund.timing"],
  ["deposit.refund", "deposit.amount"],
  ["refund.status", "refund.timing"],
  ["cancel.by_company", "cancel.policy"],
  ["price.little_ones", "price.per_child"],
  ["price.little_ones", "menu.little_ones"],
  ["price.little_ones", "availability.date"],
  ["price.little_ones", "menu.proteins"],
  ["price.minimum", "booking.group_size"],
  ["menu.proteins", "availability.date"],
  ["menu.vegetarian", "availability.date"],
  ["chef.brings", "allergen.contains"],
  ["booking.chefs_needed", "chef.brings"],
  ["reschedule.policy", "price.total"],
  ["cancel.policy", "price.total"],
  ["allergen.cross_contact", "allergen.contains"],
  ["allergen.cross_contact", "allergen.safe_options"],
  ["menu.recommendation", "price.upgrades"],
  ["deposit.amount", "booking.create"],
  ["deposit.refund", "cancel.policy"],
  ["mine.choices", "booking.create"],
  ["mine.cancel", "emotional.support"],
  ["menu.drinks", "menu.included"],
  ["price.third_protein", "price.addons"],
  ["price.third_protein", "price.upgrades"],
  ["price.third_protein", "menu.proteins"],
  ["price.upgrades", "menu.proteins"],
  ["price.addons", "menu.included"],
  ["menu.double_protein", "menu.proteins"],
  ["menu.recommendation", "menu.proteins"],
  ["menu.vegetarian", "menu.proteins"],
  ["allergen.contains", "menu.proteins"],
  ["allergen.contains", "menu.included"],
  ["allergen.contains", "allergen.safe_options"],
  ["allergen.safe_options", "menu.proteins"],
  ["unknown.halal_kosher", "menu.proteins"],
  ["unknown.halal_kosher", "menu.vegetarian"],
  ["unknown.insurance", "private.data"],
  ["unknown.insurance", "agreement.terms"],
  ["booking.hold_terms", "deposit.amount"],
  ["booking.hold_terms", "booking.create"],
  ["booking.hold_terms", "balance.due"],
  ["booking.hold_terms", "agreement.terms"],
  ["booking.lead_time", "booking.create"],
  ["booking.how", "booking.create"],
  ["booking.chefs_needed", "booking.group_size"],
  ["booking.arrival", "booking.duration"],
  ["travel.fee", "travel.area"],
  ["travel.stations", "travel.area"],
  ["host.provides", "chef.brings"],
  ["human.request", "mine.details"],
  ["private.data", "mine.details"],
  ["private.data", "mine.balance"],
  ["private.data", "price.total"],
  ["complaint", "mine.details"],
  ["complaint", "price.addons"],
  ["complaint", "price.upgrades"],
  ["mine.details", "booking.duration"],
  ["price.per_adult", "booking.group_size"],
  ["quote.validity", "price.total"],
  ["headcount.change", "booking.group_size"],
  ["bot.disclosure", "human.request"],
  ["mine.address", "mine.details"],
]

function isWeaker(entry: DetectedAsk, others: readonly DetectedAsk[]): boolean {
  return others.some(
    (other) =>
      other.clause === entry.clause &&
      STRONGER.some(([strong, weak]) => other.ask === strong && entry.ask === weak),
  )
}

/** "Which start times are available?" asks for the rule; with a day it asks for that day. */
function isDaylessAvailability(entry: DetectedAsk, others: readonly DetectedAsk[]): boolean {
  if (entry.ask !== "availability.date" || DAY.test(entry.clause)) return false
  return others.some(({ ask, clause }) => clause === entry.clause && ask === "booking.start_times")
}

const BEFORE_TAX = /\b(?:before|pre|without|excluding|not counting)[ -]?(?:any |the )?tax(?:es)?\b/i

function isDoublePrice(entry: DetectedAsk, others: readonly DetectedAsk[]): boolean {
  const near = others.filter(({ clause }) => clause === entry.clause).map(({ ask }) => ask)
  // "What would it be before tax?" asks for the total; the tax only says which.
  if (BEFORE_TAX.test(entry.clause) && near.includes("price.total")) {
    if (entry.ask === "price.tax") return true
    if (entry.ask === "price.total" && near.every((ask) => ask === "price.tax" || ask === "price.total"))
      return false
  }
  const hasHeads = HEAD_COUNT.test(entry.clause)
  if (entry.ask === "price.total") return !hasHeads && near.some((ask) => PRECISE_PRICES.includes(ask))
  return hasHeads && ITEM_PRICES.includes(entry.ask) && near.includes("price.total")
}

function isSmallTalk(ask: Ask): boolean {
  return ask === "greeting" || ask === "thanks"
}

/** "Price for 25 adults, 5 filet mignon?" names items of one total. */
function asTotal(entry: DetectedAsk, others: readonly DetectedAsk[]): DetectedAsk {
  const isItem = entry.ask === "price.upgrades" || entry.ask === "price.addons"
  if (!isItem || !HEAD_COUNT.test(entry.clause) || !PRICE_WORD.test(entry.clause)) return entry
  const hasTotal = others.some(({ ask, clause }) => ask === "price.total" && clause === entry.clause)
  return hasTotal ? entry : { ...entry, ask: "price.total" }
}

const SALES: readonly Ask[] = ["booking.create", "price.total", "availability.date", "menu.recommendation"]
const SURE_COMPLAINT = 0.7

/** Beside a sure complaint a mere guess that something is to be bought is wrong, and hurts. */
function withoutSales(entries: readonly DetectedAsk[]): readonly DetectedAsk[] {
  if (!entries.some(({ ask, confidence }) => ask === "complaint" && confidence >= SURE_COMPLAINT))
    return entries
  return entries.filter(({ ask, source }) => source === "pattern" || !SALES.includes(ask))
}

const REQUEST =
  /\b(?:please|suppose|imagine|assuming|if|want|need|like to|love to|tell me|let me know|can|could|would|will|cancel|move|change|add|book|hold|wonder\w*|curious|question|sure|about)\b/i

/** What is only told asks less often than what is asked. */
function leastOf({ clause }: DetectedAsk): number {
  return isQuestionLike(clause) || REQUEST.test(clause) || clause.split(/\s+/).length < 6 ? 0.45 : 0.65
}

/** One entry per ask: the meant one of two neighbours, small talk and unknown parts only when nothing else is there. */
export function resolveAsks(read: readonly DetectedAsk[], text: string): DetectedAsk[] {
  const found = read.map((entry) => asTotal(entry, read))
  const kept = found.filter(
    (entry) =>
      !isWeaker(entry, found) && !isDaylessAvailability(entry, found) && !isDoublePrice(entry, found),
  )
  const unique = new Map<Ask, DetectedAsk>()
  for (const entry of kept) {
    const known = unique.get(entry.ask)
    // What words have proven stays proven, however sure a guess is besides.
    const isProven = known?.source === "pattern" && entry.source !== "pattern"
    if (!known || (known.confidence < entry.confidence && !isProven))
      unique.set(entry.ask, known ? { ...entry } : entry)
  }
  if (unique.has("price.total") && HEAD_COUNT.test(text)) {
    for (const ask of ITEM_PRICES) {
      // "22 adults, a couple of lobster tails. How much?" asks for one total, not for the price of a tail.
      const item = unique.get(ask)
      if (item && !/\?/.test(item.clause)) unique.delete(ask)
    }
  }
  const entries = [...unique.values()]
  const proven = withoutSales(entries).filter(
    ({ ask, source }) => !isSmallTalk(ask) && (source === "pattern" || ask !== "unknown.topic"),
  )
  if (proven.length > 0) {
    const isAnySure = proven.some(({ source }) => source === "pattern")
    // Beside a proven ask the classifier's guess about another part must be a good one.
    return proven.filter(
      (entry) => !isAnySure || entry.source === "pattern" || entry.confidence >= leastOf(entry),
    )
  }
  return entries.filter(({ ask }) => isSmallTalk(ask)).length > 0
    ? entries.filter(({ ask }) => isSmallTalk(ask))
    : entries
}

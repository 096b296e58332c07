import type { Ask } from "#modules/understanding/index.ts"

/** Nouns that name a topic when several are listed: "total, chefs, and deposit?". */
const TOPICS: { noun: RegExp; ask: Ask; unless: Ask[] }[] = [
  {
    noun: /\bdeposits?\b/i,
    ask: "deposit.amount",
    unless: [
      "deposit.refund",
      "cancel.policy",
      "mine.cancel",
      "cancel.by_company",
      "balance.due",
      "mine.balance",
      "booking.hold_terms",
      "weather.policy",
    ],
  },
  {
    noun: /\b(?:quote|total|price|estimate|what (?:it|that) (?:costs|comes to))\b/i,
    ask: "price.total",
    unless: [
      "quote.validity",
      "price.per_adult",
      "price.per_child",
      "mine.details",
      "mine.balance",
      "mine.guests",
    ],
  },
  { noun: /\b(?:tips?|tipping|gratuity)\b/i, ask: "tip.policy", unless: ["price.service_charge"] },
  { noun: /\btax(?:es)?\b/i, ask: "price.tax", unless: [] },
  { noun: /\b(?:travel|mileage) (?:fee|charge|cost)s?\b/i, ask: "travel.fee", unless: ["price.total"] },
  {
    noun: /\b(?:how many|number of) (?:chefs?|cooks?)\b|(?:^|[,:;] |\band )(?:chefs?|cooks?)(?=[,?]| and\b)/i,
    ask: "booking.chefs_needed",
    unless: [],
  },
  {
    noun: /\b(?:how long|duration|how many hours)\b/i,
    ask: "booking.duration",
    unless: ["booking.hold_terms", "quote.validity", "refund.timing", "refund.status"],
  },
  { noun: /\b(?:rains?|storms?|weather)\b/i, ask: "weather.policy", unless: [] },
  {
    noun: /\brefunds?\b/i,
    ask: "refund.timing",
    unless: [
      "refund.status",
      "deposit.refund",
      "cancel.policy",
      "mine.cancel",
      "complaint",
      "cancel.by_company",
    ],
  },
  {
    noun: /\b(?:balance|the rest|remainder)\b/i,
    ask: "balance.due",
    unless: ["mine.balance", "cancel.policy", "mine.cancel", "deposit.refund"],
  },
  {
    noun: /\b(?:head ?count|number of guests)\b/i,
    ask: "headcount.change",
    unless: ["mine.guests", "price.total", "booking.chefs_needed"],
  },
  {
    noun: /\b(?:vegans?|vegetarians?)\b/i,
    ask: "menu.vegetarian",
    unless: ["allergen.contains", "allergen.safe_options", "menu.recommendation"],
  },
]

/** @returns asks that a list of topics names and that were not found on their own. */
export function listedTopics(text: string, asks: ReadonlySet<Ask>): Ask[] {
  const named = TOPICS.filter(({ noun }) => noun.test(text))
  const isList = /[,;?].*[,;?]|,.* and |\d[).].*\d[).]| and .* and |\+.*\+|[,;?] .*\+|\+.*[,;?]/i.test(text)
  if (named.length < 2 || !isList) return []
  return named
    .filter(({ ask, unless }) => !asks.has(ask) && !unless.some((each) => asks.has(each)))
    .map(({ ask }) => ask)
}

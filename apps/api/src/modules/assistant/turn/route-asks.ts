import type { Ask } from "../understanding/asks/ask-list.ts"
import type { Understanding } from "../understanding/index.ts"
import type { Memory } from "./memory.ts"

/** What the router sees: the words, and what is known about who wrote them. */
export interface RoutedTalk {
  text: string
  understanding: Understanding
  memory: Memory
  hasBooking: boolean
}

interface Rule {
  applies(talk: RoutedTalk, asks: ReadonlySet<Ask>): boolean
  add?: Ask[]
  remove?: Ask[]
}

const PRICE_WORDS =
  /\b(total|how much|price|pricing|cost|quote|what would (?:that|it) (?:be|run|cost)|come to|run us|damage)\b/i
const AGE =
  /\b(?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen)[- ]?(?:year|yr)s?[- ]?olds?\b|\bturn(?:s|ing)? \w+|\b(?:he|she)'?s (?:\d{1,2}|only \d)\b|\b(?:is|aged?|just turned) (?:\d{1,2})\b(?! (?:guests|people|adults|miles))/i
const PAY = /\b(pay|pays|paid|charge[ds]?|cost|free|price|owe)\b/i
const MINE = /\b(my|our|we|i|us)\b/i
const GRIEVANCE =
  /\b(forgot|never (?:came|arrived|showed|called)|didn'?t (?:show|come|bring|arrive)|no[- ]show|was (?:cold|raw|burn(?:t|ed)|late|rude|awful|terrible|horrible|dirty)|were (?:cold|raw|late|rude)|ruined|worst|unacceptable)\b/i
/** Somebody asks how to reach us. */
export const CONTACT =
  /\b(?:what(?:'s| is| are)|give me|tell me|do you have) (?:your|an?|the) (?:phone|number|e-?mail|contact|office address|business address|address)\b|\bhow (?:can|do|could) (?:i|we) (?:contact|reach|call|get in touch with) (?:you|myhibachi)\b|\byour (?:phone(?: number)?|e-?mail(?: address)?|contact (?:info|details|information))\b/i
const GRAVE = new Set([
  "injury",
  "food_poisoning",
  "property_damage",
  "harassment",
  "legal_threat",
  "chargeback",
  "refund_demand",
  "vulnerable_person",
  "minors_and_alcohol",
])

/** What the words alone do not decide: the talk so far, the booking that is known, and the sense of a number. */
const RULES: Rule[] = [
  // A head count with a question about money asks for one total.
  {
    applies: ({ text, understanding }, asks) =>
      understanding.slots.guests !== undefined &&
      PRICE_WORDS.test(text) &&
      !AGE.test(text) &&
      !hasAny(asks, ["travel.fee", "tip.policy", "price.total"]) &&
      hasAny(asks, ["price.upgrades", "price.addons", "unknown.topic", "price.minimum", "menu.proteins"]),
    add: ["price.total"],
    remove: ["price.upgrades", "price.addons", "unknown.topic", "menu.proteins"],
  },
  // "… and with 3 filets?" within a talk about a price.
  {
    applies: ({ text, understanding, memory }, asks) =>
      memory.understanding !== null &&
      understanding.known.guests !== undefined &&
      PRICE_WORDS.test(text) &&
      understanding.slots.items.length > 0 &&
      hasAny(asks, ["price.upgrades", "price.addons"]) &&
      /\b(that|it|us|we|total|with)\b/i.test(text),
    add: ["price.total"],
    remove: ["price.upgrades", "price.addons"],
  },
  {
    applies: ({ understanding }, asks) =>
      understanding.slots.guests !== undefined && asks.has("price.minimum") && !asks.has("price.total"),
    add: ["price.total"],
  },
  {
    applies: ({ text }, asks) =>
      /\b(cheapest|lowest price|least (?:i|we) can|smallest (?:price|bill)|bare minimum)\b/i.test(text) &&
      !asks.has("price.minimum"),
    add: ["price.minimum"],
    remove: ["unknown.topic"],
  },
  // The price of one person of a stated age.
  {
    applies: ({ text, understanding }, asks) =>
      AGE.test(text) &&
      PAY.test(text) &&
      !asks.has("price.total") &&
      (understanding.slots.guests?.adults ?? 0) === 0,
    add: ["price.per_child"],
    remove: ["balance.due", "unknown.topic", "price.per_adult", "availability.date", "booking.create"],
  },
  // Paying: what is due rather than how far ahead to book.
  {
    applies: ({ text }, asks) =>
      /\b(pay|deposit|full amount|everything now|all now)\b/i.test(text) && asks.has("booking.lead_time"),
    add: ["deposit.amount"],
    remove: ["booking.lead_time"],
  },
  {
    applies: ({ text }, asks) => /\bdeposit\b/i.test(text) && asks.has("unknown.topic"),
    add: ["deposit.amount"],
    remove: ["unknown.topic"],
  },
  {
    applies: ({ text }) =>
      /\b(?:pay|paying|give|hand) (?:the |your |our )?chefs? (?:directly|cash|in cash|on the day)/i.test(
        text,
      ),
    add: ["payment.methods"],
    remove: ["private.data", "unknown.topic"],
  },
  {
    applies: ({ text }, asks) =>
      /\b(?:you|you guys|your company|they)(?:'ve| have| had)? (?:just )?cancel(?:l)?ed\b|\bif you (?:have to |need to )?cancel\b|\bcancel on (?:us|me)\b/i.test(
        text,
      ) && !asks.has("cancel.by_company"),
    add: ["cancel.by_company"],
    remove: ["unknown.topic", "cancel.policy", "mine.cancel"],
  },
  // A customer who is known and asks about what is theirs.
  {
    applies: ({ text, hasBooking }, asks) =>
      hasBooking &&
      /\b(paid|owe|outstanding|balance|unpaid|still due)\b/i.test(text) &&
      !hasAny(asks, [
        "mine.balance",
        "balance.due",
        "cancel.policy",
        "mine.cancel",
        "deposit.refund",
        "refund.status",
      ]),
    add: ["mine.balance"],
    remove: ["unknown.topic"],
  },
  {
    applies: ({ text, hasBooking }, asks) =>
      hasBooking &&
      hasAny(asks, ["booking.group_size", "unknown.topic"]) &&
      MINE.test(text) &&
      /\b(how many|when|what|where|which|down for|booked|have us)\b/i.test(text),
    add: ["mine.details"],
    remove: ["booking.group_size", "unknown.topic"],
  },
  {
    applies: ({ text, understanding }, asks) =>
      /\b(push|move|shift|delay|bump|start|begin)\b/i.test(text) &&
      /\b(later|earlier|push|back|forward|delay|bump|shift)\b/i.test(text) &&
      understanding.slots.durations.length > 0 &&
      hasAny(asks, ["booking.start_times", "unknown.topic", "booking.lead_time"]),
    add: ["reschedule.policy"],
    remove: ["booking.start_times", "unknown.topic", "booking.lead_time"],
  },
  {
    applies: (_talk, asks) =>
      hasAny(asks, [
        "reschedule.policy",
        "mine.reschedule",
        "headcount.change",
        "mine.guests",
        "cancel.policy",
      ]) && asks.has("booking.lead_time"),
    remove: ["booking.lead_time"],
  },
  {
    applies: ({ text }, asks) =>
      /\b(?:change|swap|switch|pick different|choose different)\b.{0,20}\b(proteins?|choices?|menu|upgrades?|selections?|meat)\b/i.test(
        text,
      ) && asks.has("unknown.topic"),
    add: ["mine.choices"],
    remove: ["unknown.topic"],
  },
  // The place of the grill, and cover from rain.
  {
    applies: ({ text }, asks) =>
      /\b(pergola|gazebo|awning|wooden|wood|trees?|branches|balcony|garage|indoors?|inside|living room|deck|porch|ceiling)\b/i.test(
        text,
      ) && hasAny(asks, ["unknown.topic", "emotional.support"]),
    add: ["space.requirements"],
    remove: ["unknown.topic"],
  },
  {
    applies: ({ text }, asks) =>
      /\b(tent|canopy|cover|umbrellas?)\b/i.test(text) &&
      hasAny(asks, ["host.provides", "chef.brings", "unknown.topic"]),
    add: ["weather.policy"],
    remove: ["unknown.topic"],
  },
  {
    applies: ({ text }, asks) =>
      /\balcohol\b/i.test(text) && asks.has("menu.drinks") && /\b(in|contain|food|sauce|dish)\b/i.test(text),
    add: ["allergen.contains"],
  },
  // What is never told, and what nobody can be talked into.
  {
    applies: ({ text }) =>
      /\b[A-Z]\w+(?: [A-Z]\w+)?'s (?:phone|number|address|e-?mail|booking|party|reservation)\b/.test(text) &&
      !/\b(my|our) /i.test(text),
    add: ["private.data"],
    remove: ["human.request", "mine.details", "unknown.topic"],
  },
  {
    applies: ({ text, understanding }) =>
      understanding.marks.injection.some(
        (mark) => mark === "price_command" || mark === "role_play" || mark === "instruction_override",
      ) && /\b(free|\$|%|price|discount|off|cost|charge)/i.test(text),
    add: ["price.discount"],
    remove: ["mine.details", "unknown.topic"],
  },
  // Something went wrong: the words about food or tables in it ask nothing.
  {
    applies: ({ text }, asks) => GRIEVANCE.test(text) && !text.includes("?") && !asks.has("complaint"),
    add: ["complaint"],
    remove: ["price.addons", "price.upgrades", "menu.included", "menu.proteins", "unknown.topic"],
  },
  {
    applies: ({ text, understanding }) =>
      !text.includes("?") && understanding.mustEscalate.some((reason) => GRAVE.has(reason)),
    remove: [
      "host.provides",
      "space.requirements",
      "menu.drinks",
      "menu.proteins",
      "menu.included",
      "price.total",
      "emotional.support",
      "unknown.topic",
      "chef.brings",
      "allergen.safe_options",
    ],
  },
  {
    applies: ({ text, understanding }, asks) =>
      understanding.slots.guests !== undefined &&
      !asks.has("price.total") &&
      /\b(?:the|grand|your|our)? ?total\b(?! (?:time|hours|minutes|of \d))/i.test(text) &&
      !/\bin total\b/i.test(text),
    add: ["price.total"],
  },
  {
    applies: ({ text }, asks) =>
      /\bin total\b/i.test(text) && asks.has("booking.duration") && !/\b(cost|price|how much|\$)/i.test(text),
    remove: ["price.total"],
  },
  {
    applies: ({ understanding }, asks) =>
      understanding.slots.bookingReference !== undefined && asks.has("price.total"),
    add: ["mine.details"],
    remove: ["price.total"],
  },
  {
    applies: ({ text, understanding }, asks) =>
      understanding.slots.date !== undefined &&
      hasAny(asks, ["unknown.topic"]) &&
      /\b(get|open|free|available|book|have|do|come|slot|possible)\b/i.test(text),
    add: ["availability.date"],
    remove: ["unknown.topic"],
  },
  {
    applies: ({ text }, asks) =>
      /\btoo (?:many|big|large|few|small)\b|\b(?:max(?:imum)?|most) (?:number of )?(?:guests|people|group|size)/i.test(
        text,
      ) && hasAny(asks, ["mine.guests", "unknown.topic", "headcount.change"]),
    add: ["booking.group_size"],
    remove: ["mine.guests", "unknown.topic", "headcount.change"],
  },
  {
    applies: ({ text }, asks) =>
      /\b(?:mov(?:e|ing)|switch(?:ing)?|chang(?:e|ing)|reschedul\w+)\b.{0,30}\bfrom\b.{0,30}\bto\b/i.test(
        text,
      ) && asks.has("availability.date"),
    add: ["reschedule.policy"],
    remove: ["availability.date"],
  },
  {
    applies: (_talk, asks) =>
      hasAny(asks, [
        "weather.policy",
        "reschedule.policy",
        "cancel.policy",
        "mine.reschedule",
        "mine.cancel",
        "travel.fee",
      ]) && asks.has("price.service_charge"),
    remove: ["price.service_charge"],
  },
  {
    applies: ({ text }, asks) =>
      asks.has("weather.policy") &&
      asks.has("complaint") &&
      !/\b(chef|food|service|you|your|staff|refund)\b/i.test(text),
    remove: ["complaint"],
  },
  {
    applies: ({ text }, asks) =>
      /\bcharge[ds]?\b.{0,20}\b(?:rest|remaining|balance|remainder)\b/i.test(text) &&
      asks.has("price.service_charge"),
    add: ["balance.due"],
    remove: ["price.service_charge"],
  },
  {
    applies: ({ text, understanding }, asks) =>
      understanding.slots.items.length > 0 &&
      asks.has("unknown.topic") &&
      /\b(top of|instead|extra|upgrade|upcharge|more)\b/i.test(text),
    add: ["price.upgrades"],
    remove: ["unknown.topic"],
  },
  {
    applies: ({ understanding }, asks) => understanding.slots.items.length > 0 && asks.has("unknown.topic"),
    add: ["allergen.contains"],
    remove: ["unknown.topic"],
  },
  {
    applies: ({ text, understanding }, asks) =>
      understanding.slots.amountsCents.length > 0 &&
      /\b(budget|afford|how many (?:people|guests|adults|of us))\b/i.test(text) &&
      hasAny(asks, ["unknown.topic", "price.total"]) &&
      understanding.slots.guests === undefined,
    add: ["price.per_adult"],
    remove: ["unknown.topic", "price.total"],
  },
  // How to reach us: the business's own contact, not a person at once.
  {
    applies: ({ text }) => CONTACT.test(text),
    add: ["unknown.topic"],
    remove: ["human.request", "mine.address", "private.data"],
  },
  // Without the head count or the day a second, answerable ask comes first.
  {
    applies: ({ understanding, hasBooking }, asks) =>
      asks.has("price.total") &&
      asks.size > 1 &&
      !understanding.known.guests &&
      !hasBooking &&
      [...asks].some((ask) => ask !== "price.total" && !isSmallTalk(ask) && !ask.startsWith("allergen")),
    remove: ["price.total"],
  },
  {
    applies: ({ understanding }, asks) =>
      asks.has("availability.date") && asks.size > 1 && !understanding.known.date,
    remove: ["availability.date"],
  },
]

function hasAny(asks: ReadonlySet<Ask>, wanted: readonly Ask[]): boolean {
  return wanted.some((ask) => asks.has(ask))
}

function isSmallTalk(ask: Ask): boolean {
  return ask === "greeting" || ask === "thanks" || ask === "emotional.support" || ask === "unknown.topic"
}

/** @returns what is asked, in order, after what the talk and the customer's bookings say about it. */
export function routeAsks(talk: RoutedTalk): Ask[] {
  const asks = new Set(talk.understanding.asks.map(({ ask }) => ask))
  for (const rule of RULES) {
    if (!rule.applies(talk, asks)) continue
    for (const ask of rule.remove ?? []) asks.delete(ask)
    for (const ask of rule.add ?? []) asks.add(ask)
  }
  return [...asks]
}

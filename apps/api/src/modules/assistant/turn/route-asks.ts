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
const MOVES =
  /\b(?:move|moving|shift|push|postpone|reschedul\w+|switch (?:it|the date|days?|to)|delay|bump|another (?:date|day)|different (?:date|day|time)|new (?:date|day)|change (?:the |our |my )?(?:date|day|time|start))\b/i

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
  {
    applies: ({ text }, asks) =>
      asks.has("deposit.refund") &&
      /\b(?:count(?:s|ed)? toward|credited|part of the total|comes? off|off the (?:total|bill|balance))/i.test(
        text,
      ),
    add: ["deposit.amount"],
  },
  {
    applies: ({ text }, asks) =>
      /\b(?:refund|money back)\b/i.test(text) &&
      /\b(?:timeline|how long|how soon|how fast|when will|how many days)\b/i.test(text) &&
      !hasAny(asks, ["refund.timing", "refund.status"]),
    add: ["refund.timing"],
  },
  {
    applies: ({ text }, asks) =>
      /\b(?:be moved|move it|moved|reschedul\w+|another date|different date|new date)\b/i.test(text) &&
      !/\bcancel (?:it|my|our|the)\b/i.test(text) &&
      hasAny(asks, ["cancel.policy"]) &&
      !hasAny(asks, ["reschedule.policy", "mine.reschedule", "weather.policy"]),
    add: ["reschedule.policy"],
    remove: ["cancel.policy"],
  },
  {
    applies: ({ text }, asks) =>
      /\bclean(?:s|ed|ing)?(?:[- ]?up)?\b/i.test(text) &&
      !hasAny(asks, ["chef.brings", "complaint", "price.service_charge"]),
    add: ["chef.brings"],
    remove: ["booking.arrival", "unknown.topic"],
  },
  // A day with a wish to hold it is a booking, not a question about holds.
  {
    applies: ({ understanding }, asks) =>
      asks.has("booking.hold_terms") &&
      understanding.slots.date !== undefined &&
      (understanding.slots.time !== undefined || understanding.known.time !== undefined),
    add: ["booking.create"],
    remove: ["booking.hold_terms"],
  },
  // The address or the name that was asked for goes on with the booking.
  {
    applies: ({ text, understanding, memory }, asks) =>
      memory.recentAsks.slice(0, 3).some((ask) => ask === "booking.create" || ask === "availability.date") &&
      !text.includes("?") &&
      hasContact(understanding) &&
      hasAny(asks, [
        "emotional.support",
        "unknown.topic",
        "greeting",
        "price.total",
        "travel.area",
        "mine.address",
      ]),
    add: ["booking.create"],
    remove: ["emotional.support", "unknown.topic", "greeting", "travel.area", "mine.address"],
  },
  // A customer whose party we know speaks of that party.
  {
    applies: ({ text, hasBooking }, asks) =>
      hasBooking &&
      MOVES.test(text) &&
      !hasAny(asks, [
        "reschedule.policy",
        "mine.reschedule",
        "weather.policy",
        "mine.guests",
        "mine.choices",
      ]) &&
      hasAny(asks, [
        "unknown.topic",
        "booking.start_times",
        "availability.date",
        "booking.create",
        "booking.lead_time",
        "mine.details",
      ]),
    add: ["mine.reschedule"],
    remove: [
      "unknown.topic",
      "booking.start_times",
      "availability.date",
      "booking.create",
      "booking.lead_time",
      "mine.details",
    ],
  },
  {
    applies: ({ text, hasBooking }, asks) =>
      hasBooking &&
      /\b(?:change|swap|switch|replace|upgrade|downgrade|instead of)\b/i.test(text) &&
      /\b(?:upgrades?|proteins?|choices?|menu|chicken|steak|shrimp|tofu|filet|lobster|salmon|scallops?|sides?|add-?ons?)\b/i.test(
        text,
      ) &&
      !hasAny(asks, ["mine.choices"]),
    add: ["mine.choices"],
    remove: ["price.upgrades", "menu.proteins", "unknown.topic", "price.addons"],
  },
  {
    applies: ({ text, hasBooking }, asks) =>
      hasBooking &&
      /\b(?:which of (?:my|our)|(?:my|our) (?:part(?:y|ies)|bookings?|events?|reservations?)|have us (?:down|booked)|did (?:i|we) book|(?:i|we) (?:have )?booked|(?:i|we) have booked)\b/i.test(
        text,
      ) &&
      /\b(?:when|where|which|what|how many|details?|confirm\w*|address|time)\b/i.test(text) &&
      hasAny(asks, [
        "availability.date",
        "travel.stations",
        "booking.group_size",
        "unknown.topic",
        "travel.area",
      ]) &&
      !hasAny(asks, [
        "cancel.policy",
        "mine.cancel",
        "mine.reschedule",
        "reschedule.policy",
        "deposit.refund",
      ]),
    add: ["mine.details"],
    remove: ["availability.date", "travel.stations", "booking.group_size", "unknown.topic", "travel.area"],
  },
  {
    applies: ({ text }, asks) =>
      asks.has("mine.address") &&
      !/\b(?:chang|new|different|wrong|updat|mov|another|instead|correct)/i.test(text),
    add: ["mine.details"],
    remove: ["mine.address", "travel.stations"],
  },
  {
    applies: ({ text, hasBooking, understanding }, asks) =>
      hasBooking &&
      asks.has("booking.start_times") &&
      !understanding.slots.time &&
      /\b(?:what|which|when)\b/i.test(text) &&
      /\b(?:it|my|our|party|we|again)\b/i.test(text),
    add: ["mine.details"],
    remove: ["booking.start_times"],
  },
  {
    applies: ({ text }, asks) =>
      asks.has("deposit.refund") &&
      asks.size > 1 &&
      !/\b(?:refund\w*|back|cancel\w*|lose|keep|kept|return\w*|forfeit\w*)\b/i.test(text),
    remove: ["deposit.refund"],
  },
  {
    applies: ({ hasBooking, memory }, asks) =>
      hasBooking && asks.has("booking.hold_terms") && memory.holdId === null,
    add: ["mine.balance"],
    remove: ["booking.hold_terms"],
  },
  {
    applies: ({ text }, asks) => /\bremind(?:er|ers|ed)?\b/i.test(text) && asks.has("unknown.topic"),
    add: ["balance.due"],
    remove: ["unknown.topic"],
  },
  {
    applies: ({ text, hasBooking, understanding }, asks) =>
      hasBooking &&
      (/\b(?:earlier|later)\b/i.test(text) ||
        (/\binstead\b/i.test(text) && understanding.slots.time !== undefined)) &&
      hasAny(asks, ["booking.start_times", "unknown.topic", "booking.arrival"]),
    add: ["mine.reschedule"],
    remove: ["booking.start_times", "unknown.topic", "booking.arrival"],
  },
  {
    applies: ({ hasBooking, understanding }, asks) =>
      hasBooking && asks.has("unknown.topic") && understanding.slots.date !== undefined,
    add: ["mine.reschedule"],
    remove: ["unknown.topic"],
  },
  {
    applies: ({ text, hasBooking }, asks) =>
      hasBooking &&
      /\b(?:add|adding|remove|bring(?:ing)?|drop|replace|plus|minus|fewer|more|less|extra)\b.{0,25}\b(?:adults?|kids?|child(?:ren)?|toddlers?|bab(?:y|ies)|guests?|people|persons?|little ones?)\b/i.test(
        text,
      ) &&
      !hasAny(asks, ["mine.guests", "booking.chefs_needed"]),
    add: ["mine.guests"],
    remove: ["price.total", "unknown.topic", "headcount.change"],
  },
  {
    applies: ({ text }, asks) =>
      asks.has("tip.policy") &&
      asks.has("price.total") &&
      !/\b(?:total|price|cost|quote|per person|per adult)\b/i.test(text),
    remove: ["price.total"],
  },
  {
    applies: ({ text }, asks) =>
      asks.has("reschedule.policy") &&
      /\b(?:last day|deadline|cut-?off|until when)\b/i.test(text) &&
      /\bchang/i.test(text),
    add: ["headcount.change"],
  },
  {
    applies: ({ text }, asks) =>
      asks.has("host.provides") &&
      /\b(?:prepare|preparation|get ready|set ?up|need to (?:do|have))\b/i.test(text),
    add: ["space.requirements"],
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

function hasContact({ slots }: Understanding): boolean {
  return Boolean(slots.place ?? slots.email ?? slots.phone ?? slots.name)
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

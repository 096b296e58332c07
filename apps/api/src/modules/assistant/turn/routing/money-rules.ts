import { ADD_ONS, type Ask, type Understanding, UPGRADES } from "#modules/understanding/index.ts"
import { hasAny, type Rule } from "./rule.ts"

const PER_HEAD = /\b(?:per|each|apiece|a head|a person)\b/i
const PRICE_WORDS =
  /\b(total|bill|tab|figure|budget|altogether|sum|estimate|how much|price|pricing|cost|quote|what would (?:that|it) (?:be|run|cost)|come to|run us|damage)\b/i
const AGE =
  /\b(?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen)[- ]?(?:year|yr)s?[- ]?olds?\b|\b(?:teen(?:ager)?|kid|child|boy|girl|son|daughter|nephew|niece)s? (?:of|aged|who is|who's|is) \d{1,2}\b|\bturn(?:s|ing)? \w+|\b(?:he|she)'?s (?:\d{1,2}|only \d)\b|\b(?:is|aged?|just turned) (?:\d{1,2})\b(?! (?:guests|people|adults|miles))/i
export const BUDGET =
  /\b(?:budget|fits?|we have \$|stay (?:under|below|within)|afford|enough|cover(?:s|ed)?|less than|under|over|max(?:imum)?|more than|spend)\b/i
const PAY = /\b(pay|pays|paid|charge[ds]?|costs?|free|pric(?:e|es|ing)|owe)\b/i

/** Several people, not the age of one. */
function isParty({ slots, plain }: Understanding): boolean {
  const { adults = 0, total = 0 } = slots.guests ?? {}
  return adults > 1 && (total > 2 || /\bof us\b/i.test(plain))
}

function memoryOfPrice({ known }: Understanding): boolean {
  return (known.guests?.total ?? 0) > 2
}

/** What may be asked while a price is talked about, and still be about that price. */
const GOES_ON: Ask[] = [
  "travel.fee",
  "travel.area",
  "price.upgrades",
  "price.addons",
  "price.third_protein",
  "price.per_adult",
  "price.per_child",
  "mine.choices",
  "mine.guests",
  "headcount.change",
  "unknown.topic",
  "booking.group_size",
]

/** Some part of it speaks of money, and not of the money for each. */
function asksForTotal(text: string): boolean {
  return text.split(/[.?!;\n]+|, (?=and\b)/).some((part) => PRICE_WORDS.test(part) && !PER_HEAD.test(part))
}

/** Somebody does not see how a price came about. */
const PUZZLED =
  /\bwhy\b|\bhow come\b|\bdon'?t (?:get|understand)\b|\b(?:doesn'?t|does not) (?:add up|make sense)\b|\bhow (?:did|do) you (?:get|come)\b|\bmath\b|\bwhere does (?:that|the)\b/i
const NAMES_AMOUNT = /\$ ?\d|\b\d{3,5}\b/

/** The sense of a number: one price, a total, what is due. */
export const moneyRules: Rule[] = [
  // "1200 for 19 of us, do we stay under?" needs the total.
  {
    applies: ({ text, understanding }, asks) =>
      understanding.slots.guests !== undefined &&
      understanding.slots.amountsCents.length > 0 &&
      BUDGET.test(text) &&
      !asks.has("tip.policy"),
    add: ["price.total"],
    remove: ["price.per_child", "price.little_ones", "price.per_adult", "unknown.topic", "price.minimum"],
  },
  // A head count with a question about money asks for one total.
  {
    applies: ({ text, understanding, hasBooking }, asks) =>
      !hasBooking &&
      isParty(understanding) &&
      asksForTotal(text) &&
      !asks.has("price.total") &&
      !hasAny(asks, ["tip.policy", "cancel.policy", "mine.cancel", "reschedule.policy", "quote.validity"]),
    add: ["price.total"],
    remove: ["price.upgrades", "price.addons", "unknown.topic", "menu.proteins"],
  },
  // "The house is 33 miles away, so with travel?" goes on with the party that was priced.
  {
    applies: ({ understanding: { known, slots }, memory, hasBooking }, asks) =>
      !hasBooking &&
      memory.recentAsks.slice(0, 6).includes("price.total") &&
      known.guests !== undefined &&
      (slots.distanceMiles !== undefined ||
        slots.place !== undefined ||
        slots.guests !== undefined ||
        slots.items.some(({ count, share }) => count !== null || share !== undefined)) &&
      hasAny(asks, GOES_ON),
    add: ["price.total"],
    remove: ["unknown.topic", "mine.choices", "mine.guests"],
  },
  // "From 20 to 26 adults, how much more?" of a party that is only planned.
  {
    applies: ({ text, understanding, hasBooking }, asks) =>
      !hasBooking &&
      understanding.slots.guestsChange?.from !== undefined &&
      PRICE_WORDS.test(text) &&
      !asks.has("price.total"),
    add: ["price.total"],
    remove: ["mine.guests", "headcount.change", "quote.validity"],
  },
  // Two ways that are weighed are priced, each by itself; nobody asks for a lower price.
  {
    applies: ({ understanding: { alternatives = [], known } }) =>
      alternatives.length > 0 && known.guests !== undefined,
    add: ["price.total"],
    remove: ["price.discount", "mine.choices", "price.upgrades", "price.third_protein", "unknown.topic"],
  },
  // "7 x 55 isn't 550, why 550?" wants the total explained.
  {
    applies: ({ text, memory, hasBooking, understanding: { known } }) =>
      !hasBooking &&
      known.guests !== undefined &&
      memory.recentAsks.slice(0, 4).includes("price.total") &&
      PUZZLED.test(text) &&
      NAMES_AMOUNT.test(text),
    add: ["price.total", "price.minimum"],
    remove: ["unknown.topic", "space.requirements", "price.per_adult", "mine.balance"],
  },
  // "When exactly does which money leave my account?"
  {
    applies: ({ text }, asks) =>
      /\bwhen\b.{0,40}\b(?:money|card|account)\b.{0,25}\b(?:leaves?|charged|debited|taken|go(?:es)?|comes? out|account)\b/i.test(
        text,
      ) && !hasAny(asks, ["refund.timing", "refund.status", "complaint"]),
    add: ["deposit.amount", "balance.due"],
    remove: ["unknown.topic"],
  },
  // "Our bill will be $825 and $30 travel, what is 20 %?" states a bill; nobody asks for theirs.
  {
    applies: ({ understanding: { slots }, hasBooking }, asks) =>
      !hasBooking && asks.has("tip.policy") && slots.amountsCents.length > 0,
    remove: ["mine.balance", "balance.due", "travel.fee"],
  },
  // "What does each of us pay?" needs the total that is shared.
  {
    applies: ({ text, understanding, hasBooking }, asks) =>
      !hasBooking &&
      understanding.known.guests !== undefined &&
      (isParty(understanding) || memoryOfPrice(understanding)) &&
      /\b(?:split|divid\w+|each of us|(?:us|we) each|everyone pay|each (?:person )?pay)\b/i.test(text) &&
      !asks.has("price.total"),
    add: ["price.total"],
    remove: ["unknown.topic", "price.per_adult"],
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
  // "Is it cheaper if the kids don't eat steak?"
  {
    applies: ({ text, understanding }, asks) =>
      asks.has("price.discount") &&
      /\b(?:cheaper|less)\b/i.test(text) &&
      (/\b(?:kids?|child(?:ren)?|toddlers?|son|daughter|boys|girls|little ones?)\b/i.test(text) ||
        (understanding.slots.guests?.ages.length ?? 0) > 0),
    add: ["price.per_child"],
    remove: ["price.discount"],
  },
  // The price of one person of a stated age.
  {
    applies: ({ text, understanding }, asks) =>
      AGE.test(text) &&
      PAY.test(text) &&
      !asks.has("price.total") &&
      ((understanding.slots.guests?.total ?? 0) <= 2 ||
        !/\b(?:people|guests|adults|grown-?ups|of us|party of|persons)\b/i.test(text)),
    add: ["price.per_child"],
    remove: [
      "balance.due",
      "unknown.topic",
      "price.per_adult",
      "availability.date",
      "booking.create",
      "booking.how",
    ],
  },
  // "Teen pricing? Two 13-year-olds and a 12": what each age pays, not a party of three.
  {
    applies: ({ text, understanding: { slots } }, asks) =>
      asks.has("price.total") &&
      (slots.guests?.ages.length ?? 0) > 0 &&
      slots.guests?.total === slots.guests?.ages.length &&
      (slots.guests?.total ?? 0) <= 4 &&
      !/\b(?:total|altogether|bill|party)\b/i.test(text),
    add: ["price.per_child"],
    remove: ["price.total"],
  },
  // Whoever bargains for a party hears its price.
  {
    applies: ({ understanding, hasBooking }, asks) =>
      !hasBooking && asks.has("price.discount") && isParty(understanding) && !asks.has("price.total"),
    add: ["price.total"],
    remove: ["booking.group_size", "availability.date"],
  },
  {
    applies: ({ text, understanding }, asks) =>
      asks.has("travel.area") &&
      PRICE_WORDS.test(text) &&
      understanding.slots.guests === undefined &&
      !asks.has("travel.fee"),
    add: ["travel.fee"],
    remove: ["price.total"],
  },
  // Money that comes back so many days before asks for the rule of cancelling.
  {
    applies: ({ text, understanding }, asks) =>
      hasAny(asks, ["booking.lead_time", "unknown.topic"]) &&
      understanding.slots.durations.length > 0 &&
      /\b(?:back|refund\w*|lose|lost|keep|kept|return\w*)\b/i.test(text),
    add: ["deposit.refund"],
    remove: ["booking.lead_time", "unknown.topic"],
  },
  // A means of payment that is named is asked about, whatever else is.
  {
    applies: ({ text }, asks) =>
      /\b(?:in|with|by|use|take|accept) (?:cash|zelle|venmo|checks?|cheque|paypal|apple pay|(?:a |my )?(?:credit |debit )?cards?|amex)\b/i.test(
        text,
      ) &&
      /\b(?:pay|paying|payment|rest|deposit|balance|take|accept)\b/i.test(text) &&
      !hasAny(asks, ["payment.methods", "complaint", "tip.policy"]),
    add: ["payment.methods"],
    remove: ["unknown.topic", "private.data"],
  },
  {
    applies: ({ text }, asks) =>
      hasAny(asks, ["mine.balance"]) &&
      /\b(?:can|could|may|how (?:do|can)) (?:i|we) (?:\w+ )?pay\b/i.test(text),
    add: ["payment.methods"],
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
    applies: ({ text }, asks) =>
      !/\b(?:any|other|hidden|extra|additional) (?:\w+ )?(?:fees|charges|costs)\b/i.test(text) &&
      hasAny(asks, [
        "weather.policy",
        "reschedule.policy",
        "cancel.policy",
        "mine.reschedule",
        "mine.cancel",
        "travel.fee",
      ]) &&
      asks.has("price.service_charge"),
    remove: ["price.service_charge"],
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
    applies: ({ text, understanding }, asks) =>
      understanding.slots.amountsCents.length > 0 &&
      /\b(budget|afford|how many (?:people|guests|adults|of us|heads|folks))\b/i.test(text) &&
      (hasAny(asks, ["unknown.topic", "price.total"]) || /\bhow many\b/i.test(text)) &&
      understanding.slots.guests === undefined &&
      !asks.has("tip.policy"),
    add: ["price.per_adult"],
    remove: ["unknown.topic", "price.total", "menu.proteins", "price.tax", "booking.group_size"],
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
      asks.has("deposit.refund") &&
      asks.size > 1 &&
      !/\b(?:refund\w*|back|cancel\w*|lose|keep|kept|return\w*|forfeit\w*)\b/i.test(text),
    remove: ["deposit.refund"],
  },
  {
    applies: ({ text }, asks) => /\bremind(?:er|ers|ed)?\b/i.test(text) && asks.has("unknown.topic"),
    add: ["balance.due"],
    remove: ["unknown.topic"],
  },
  {
    applies: ({ text }, asks) =>
      asks.has("tip.policy") &&
      asks.has("price.total") &&
      !/\b(?:total|price|cost|quote|per person|per adult)\b/i.test(text),
    remove: ["price.total"],
  },
  // "We'll be fifteen. What's it come to?"
  {
    applies: ({ text, understanding, hasBooking }, asks) =>
      !hasBooking &&
      understanding.slots.guests !== undefined &&
      PRICE_WORDS.test(text) &&
      !AGE.test(text) &&
      ![...asks].some((ask) => /^(?:price|travel|tip|deposit|balance|refund|cancel|reschedule)/.test(ask)),
    add: ["price.total"],
    remove: ["mine.guests", "menu.included", "headcount.change", "unknown.topic", "booking.group_size"],
  },
  // "We're actually 24 now" while a price is talked about.
  {
    applies: ({ hasBooking, memory, understanding }, asks) =>
      !hasBooking &&
      (hasAny(asks, ["mine.guests", "headcount.change", "unknown.topic"]) ||
        understanding.slots.guestsChange !== undefined) &&
      memory.recentAsks
        .slice(0, 4)
        .some((ask) => ask === "price.total" || ask === "booking.create" || ask === "availability.date"),
    add: ["price.total"],
    remove: ["mine.guests", "headcount.change", "price.per_child", "price.little_ones"],
  },
  {
    applies: ({ understanding, hasBooking }, asks) =>
      !hasBooking &&
      asks.has("mine.guests") &&
      understanding.slots.items.length > 0 &&
      understanding.slots.guestsChange === undefined,
    add: ["price.upgrades"],
    remove: ["mine.guests"],
  },
  {
    applies: ({ text }) =>
      /\b(?:beat|match)\b.{0,30}\b(?:price|quote|offer|company|competitor)|\bcheaper (?:than|elsewhere)|\bcompetitors?\b|\banother company\b/i.test(
        text,
      ),
    add: ["price.discount"],
    remove: ["price.per_adult", "price.total"],
  },
  {
    applies: ({ text }) =>
      /\bprices?\b.{0,25}\b(?:go(?:ing)? up|the same|change|increase|lock(?:ed)?|rise)\b|\block in\b.{0,15}\bprice/i.test(
        text,
      ),
    add: ["quote.validity"],
    remove: ["booking.lead_time", "price.total", "unknown.topic"],
  },
  {
    applies: ({ text }, asks) =>
      /\b(?:missed|ran out|run out|too late|expired|lapsed)\b/i.test(text) &&
      /\b(?:hold|window|deposit|sign)\b/i.test(text) &&
      hasAny(asks, ["deposit.amount", "unknown.topic", "balance.due"]),
    add: ["booking.hold_terms"],
    remove: ["deposit.amount", "unknown.topic"],
  },
  {
    applies: ({ text, understanding }, asks) =>
      understanding.slots.items.some(({ item }) =>
        ["salmon", "scallops", "filet_mignon", "lobster_tail"].includes(item),
      ) &&
      hasAny(asks, ["menu.double_protein"]) &&
      !/\btwice|double|two of the same\b/i.test(text),
    add: ["price.upgrades"],
    remove: ["menu.double_protein"],
  },
  {
    applies: ({ text }, asks) =>
      /\b(?:charge|prices?|pricing|cost|rates?)\b/i.test(text) &&
      [...asks].every((ask) => ask === "greeting" || ask === "unknown.topic"),
    add: ["price.total"],
    remove: ["greeting", "unknown.topic"],
  },
  {
    applies: ({ text, understanding }, asks) =>
      hasAny(asks, ["price.per_child", "price.little_ones"]) &&
      (understanding.slots.guests?.adults ?? 0) > 1 &&
      /\b(?:cost|total|how much|price|quote)\b/i.test(text) &&
      !asks.has("price.total"),
    add: ["price.total"],
    remove: ["price.per_child", "price.little_ones"],
  },
  {
    applies: ({ understanding: { known, slots }, hasBooking }, asks) =>
      !hasBooking && asks.has("price.total") && known.guests === undefined && slots.thirdProteins.length > 0,
    add: ["price.third_protein"],
    remove: ["price.total"],
  },
  // "What is it per order?" of an add-on is no price per adult.
  {
    applies: ({ text, understanding }, asks) =>
      asks.has("price.per_adult") &&
      understanding.slots.items.some(({ item }) => ADD_ONS.includes(item)) &&
      !/\b(?:adult|person|head|guest|grown\S*)\b/i.test(text),
    add: ["price.addons"],
    remove: ["price.per_adult"],
  },
  // "If 7 people take filet, how much extra?" needs no party for its answer.
  {
    applies: ({ understanding: { known, slots }, hasBooking }, asks) =>
      !hasBooking &&
      asks.has("price.total") &&
      known.guests === undefined &&
      slots.items.some(
        ({ item, count }) => typeof count === "number" && [...UPGRADES, ...ADD_ONS].includes(item),
      ),
    add: ["price.upgrades"],
    remove: ["price.total"],
  },
]

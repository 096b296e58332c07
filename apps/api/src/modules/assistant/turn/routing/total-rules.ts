import type { Ask, Understanding } from "#modules/understanding/index.ts"
import { hasAny, type Rule } from "./rule.ts"

const PER_HEAD = /\b(?:per|each|apiece|a head|a person)\b/i
export const PRICE_WORDS =
  /\b(total|bill|tab|figure|budget|altogether|sum|estimate|how much|price|pricing|cost|quote|what would (?:that|it) (?:be|run|cost)|come to|run us|damage)\b/i
export const AGE =
  /\b(?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen)[- ]?(?:year|yr)s?[- ]?olds?\b|\b(?:teen(?:ager)?|kid|child|boy|girl|son|daughter|nephew|niece)s? (?:of|aged|who is|who's|is) \d{1,2}\b|\bturn(?:s|ing)? \w+|\b(?:he|she)'?s (?:\d{1,2}|only \d)\b|\b(?:is|aged?|just turned) (?:\d{1,2})\b(?! (?:guests|people|adults|miles))/i
export const BUDGET =
  /\b(?:budget|fits?|we have \$|stay (?:under|below|within)|afford|enough|cover(?:s|ed)?|less than|under|over|max(?:imum)?|more than|spend)\b/i
/** The tip is one part of what is asked for. */
export const ALL_IN =
  /\b(?:all[- ]in|out[- ]of[- ]pocket|everything included|(?:need|want|get|give me|send) (?:a |an |your )?(?:quote|price|estimate)|grand total|final (?:price|bill|cost)|real (?:price|cost|total))\b/i
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

const DIVIDES =
  /\b(?:split(?:ting)?|shar(?:e|es|ed|ing)|divid\w+) (?:it|that|this|everything|all|the (?:bill|cost|total|price)|evenly|equally|between|among)\b/i

/** Somebody does not see how a price came about. */
const PUZZLED =
  /\bwhy\b|\bhow come\b|\bdon'?t (?:get|understand)\b|\b(?:doesn'?t|does not) (?:add up|make sense)\b|\bhow (?:did|do) you (?:get|come)\b|\bmath\b|\bwhere does (?:that|the)\b/i
const NAMES_AMOUNT = /\$ ?\d|\b\d{3,5}\b/

/** The sense of a number: one price, or the total of a party. */
export const totalRules: Rule[] = [
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
      (!asks.has("tip.policy") || ALL_IN.test(text)) &&
      !hasAny(asks, ["cancel.policy", "mine.cancel", "reschedule.policy", "quote.validity"]),
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
  // "What is it per person if the 20 of us share everything?" divides a total.
  {
    applies: ({ text, understanding, hasBooking }, asks) =>
      !hasBooking && isParty(understanding) && DIVIDES.test(text) && !asks.has("price.total"),
    add: ["price.total"],
    remove: ["price.per_adult"],
  },
  // "What's the price per head if 8 of us come?": the minimum, travel and dishes count into it.
  {
    applies: ({ understanding, hasBooking }, asks) =>
      !hasBooking && isParty(understanding) && asks.has("price.per_adult") && !asks.has("price.total"),
    add: ["price.total"],
    remove: ["price.per_adult"],
  },
  // "And what's that per person?" divides the total that was told.
  {
    applies: ({ text, understanding, memory, hasBooking }, asks) =>
      !hasBooking &&
      asks.has("price.per_adult") &&
      memoryOfPrice(understanding) &&
      memory.recentAsks.slice(0, 4).includes("price.total") &&
      /\b(?:that|it|this|of us)\b/i.test(text),
    add: ["price.total"],
    remove: ["price.per_adult"],
  },
  // A party that is told with its place, or changed, and asked about by nobody else: it is its price that is wanted.
  {
    applies: ({ understanding: { slots, known, asks: read }, hasBooking, hold }, asks) =>
      !hasBooking &&
      hold === null &&
      (slots.guests?.adults ?? known.guests?.adults ?? 0) > 1 &&
      (slots.guests !== undefined || slots.guestsChange !== undefined) &&
      (slots.distanceMiles !== undefined || known.distanceMiles !== undefined) &&
      read.every(
        ({ ask, source }) => source !== "pattern" || ask === "mine.guests" || ask === "travel.fee",
      ) &&
      hasAny(asks, ["mine.guests", "headcount.change", "unknown.topic"]) &&
      !asks.has("price.total"),
    add: ["price.total"],
    remove: ["mine.guests", "headcount.change", "unknown.topic", "travel.fee"],
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
    applies: ({ text }, asks) =>
      /\b(cheapest|lowest price|least (?:i|we) can|smallest (?:price|bill)|bare minimum)\b/i.test(text) &&
      !asks.has("price.minimum"),
    add: ["price.minimum"],
    remove: ["unknown.topic"],
  },
  // The least that a party costs is a price like another, and so is that of the next party named.
  {
    applies: ({ understanding: { slots, asks: read }, memory, hasBooking }, asks) =>
      slots.guests !== undefined &&
      (asks.has("price.minimum") ||
        (!hasBooking &&
          (memory.lastAsks ?? []).includes("price.minimum") &&
          read.every(({ source }) => source !== "pattern"))) &&
      !asks.has("price.total"),
    add: ["price.total"],
    remove: ["booking.group_size"],
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
      !(memoryOfPrice(understanding) && asksForTotal(text)) &&
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
    applies: ({ text, memory, understanding: { slots } }, asks) =>
      asks.has("price.total") &&
      (memory.understanding?.known.guests?.total ?? 0) <= (slots.guests?.total ?? 0) &&
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
]

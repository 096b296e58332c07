import { ADD_ONS, UPGRADES } from "#modules/understanding/index.ts"
import { ASKS_HOW_MANY } from "../../topics/budget-guests.ts"
import { hasAny, type Rule } from "./rule.ts"
import { AGE, ALL_IN, PRICE_WORDS } from "./total-rules.ts"

const ON_TOP =
  /\b(?:hidden|surprise|sneaky) (?:fees?|costs?|charges?)\b|\b(?:any|other) (?:extra|additional|other) (?:fees?|costs?|charges?)\b|\banything else (?:on top|to pay|added)\b/i

/** The sense of an amount: what is due, by when, by which means, and what of it comes back. */
export const moneyRules: Rule[] = [
  // "Is that the final price, or are there hidden fees?" wants all that may come on top.
  {
    applies: ({ text, hasBooking }, asks) =>
      !hasBooking && ON_TOP.test(text) && !asks.has("complaint") && !asks.has("price.total"),
    add: ["price.tax", "travel.fee", "price.minimum", "price.service_charge"],
    remove: ["unknown.topic"],
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
      ASKS_HOW_MANY.test(text) &&
      (understanding.slots.guests?.adults ?? 0) === 0 &&
      !asks.has("tip.policy"),
    add: ["price.per_adult"],
    remove: [
      "unknown.topic",
      "price.total",
      "price.per_child",
      "price.upgrades",
      "menu.proteins",
      "price.tax",
      "booking.group_size",
      "travel.fee",
    ],
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
      !/\b(?:total|price|cost|quote|per person|per adult)\b/i.test(text) &&
      !ALL_IN.test(text),
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
  // "A toast for everybody? One is 19": who tells an age beside a question counts nobody anew.
  {
    applies: ({ hasBooking, understanding: { slots, asks: read } }, asks) =>
      !hasBooking &&
      asks.has("mine.guests") &&
      slots.guests === undefined &&
      slots.guestsChange === undefined &&
      read.some(({ source }) => source === "pattern") &&
      read.every(({ ask, source }) => ask !== "mine.guests" || source !== "pattern"),
    remove: ["mine.guests"],
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
    applies: ({ text, understanding: { slots } }) =>
      slots.guestsChange === undefined &&
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

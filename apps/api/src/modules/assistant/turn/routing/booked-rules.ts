import type { Slots } from "#modules/understanding/index.ts"
import { DIFFERENCE } from "../../topics/compare-prices.ts"
import { MOVES } from "./own-party-rules.ts"
import { hasAny, type Rule } from "./rule.ts"
import { PRICE_WORDS } from "./total-rules.ts"

const FEWER =
  /\b(?:just|only) (?:the )?\S+ of us\b|\b(?:shrink|scale (?:it )?(?:back|down)|smaller|fewer|cut (?:it )?down|down to|out of the question|instead of (?:the )?(?:\d+|\S+(?= (?:we|it|there|adults|people|guests)))|drop(?:ped|ping)? (?:out|to)|can'?t (?:come|make it)|not coming|stay(?:s|ing)? home|bailed|backed out|no longer coming)\b/i

const ANOTHER_PARTY =
  /\b(?:another|other|second|separate|different|new|next|future) (?:party|event|dinner|booking|time|one)\b|\bnext (?:time|year|month)\b|\bagain\b/i

/** "That makes 20, what does it add?": all that is said of the party is its new size. */
function isCountAlone({ guests, date, place, distanceMiles }: Slots, text: string): boolean {
  const isElsewhere = date !== undefined || place !== undefined || distanceMiles !== undefined
  return guests?.isTotalOnly === true && !isElsewhere && !ANOTHER_PARTY.test(text)
}

/** What words mean that stand for another question where nothing is booked. Read before the rules of the own party. */
export const bookedRules: Rule[] = [
  // The day in "we have MH-4012 on June 12" or "the party is tonight" is that of the party, and asked for by nobody.
  {
    applies: ({ hasBooking, isBookingNamed, text }, asks) =>
      hasBooking &&
      isBookingNamed &&
      asks.has("availability.date") &&
      !MOVES.test(text) &&
      !/\bavailab/i.test(text),
    add: ["mine.details"],
    remove: ["availability.date"],
  },
  // Whoever has booked and counts fewer guests now wants the party changed, not another one priced.
  {
    applies: ({ text, hasBooking, understanding: { slots } }, asks) =>
      hasBooking &&
      (FEWER.test(text) || slots.guestsChange !== undefined || isCountAlone(slots, text)) &&
      slots.guests !== undefined &&
      hasAny(asks, ["price.total", "booking.create", "booking.chefs_needed"]),
    add: ["mine.guests"],
    remove: ["price.total", "booking.create", "mine.cancel"],
  },
  // "So 33. How much more?" goes on with the change that waits for its yes.
  {
    applies: ({ text, hasBooking, memory, understanding: { slots } }, asks) =>
      hasBooking &&
      (memory.lastAsks ?? []).some((ask) => ask === "mine.guests" || ask === "headcount.change") &&
      (slots.guests?.isTotalOnly === true || PRICE_WORDS.test(text) || DIFFERENCE.test(text)) &&
      slots.items.length === 0 &&
      !hasAny(asks, [
        "mine.guests",
        "mine.balance",
        "balance.due",
        "cancel.policy",
        "mine.cancel",
        "tip.policy",
      ]),
    add: ["mine.guests"],
    remove: ["price.total", "price.per_adult", "price.per_child", "headcount.change", "unknown.topic"],
  },
  // "And a third time after that?" goes on about moving.
  {
    applies: ({ text, memory }, asks) =>
      /\b(?:second|third|fourth|fifth|another|one more|2nd|3rd|4th) (?:time|one|move)\b/i.test(text) &&
      (memory.lastAsks ?? []).some((ask) => ask === "reschedule.policy" || ask === "mine.reschedule") &&
      hasAny(asks, ["price.third_protein", "unknown.topic", "booking.start_times", "menu.double_protein"]),
    add: ["reschedule.policy"],
    remove: ["price.third_protein", "unknown.topic", "booking.start_times", "menu.double_protein"],
  },
  // "What if I cancel, and would moving to August be free?" asks for both.
  {
    applies: ({ text, hasBooking }, asks) =>
      hasBooking &&
      MOVES.test(text) &&
      /\b(?:free|costs?|fee|charge|possible|can (?:i|we|you)|could (?:i|we|you)|whether|instead|or)\b/i.test(
        text,
      ) &&
      hasAny(asks, ["cancel.policy", "deposit.refund", "mine.cancel"]) &&
      !hasAny(asks, ["reschedule.policy", "mine.reschedule", "weather.policy", "complaint"]),
    add: ["reschedule.policy"],
  },
  // "If my aunt joins, what do we owe then?" changes the party that is booked, and asks for its price.
  {
    applies: ({ text, hasBooking, understanding: { slots } }, asks) =>
      hasBooking &&
      slots.guestsChange?.delta !== undefined &&
      /\b(?:then|total|owe|costs?|pay|price|how many)\b/i.test(text) &&
      !asks.has("mine.guests"),
    add: ["mine.guests"],
    remove: ["headcount.change"],
  },
  {
    applies: ({ text, hasBooking, understanding: { slots } }, asks) =>
      hasBooking &&
      slots.guests?.isPart === true &&
      asks.has("mine.guests") &&
      !/\b(?:another|other|second|separate|different|new) (?:party|event|dinner|booking)\b/i.test(text),
    remove: ["price.total"],
  },
  // "Does the chef do it all, or do I have to do anything?" asks for the host's part too.
  {
    applies: ({ text }, asks) =>
      hasAny(asks, ["chef.brings", "about.service"]) && /\bdo (?:i|we) (?:have|need) to\b/i.test(text),
    add: ["chef.brings", "host.provides"],
    remove: ["about.service"],
  },
  // "… and is MH-4012 fully paid?"
  {
    applies: ({ text, hasBooking }, asks) =>
      hasBooking &&
      /\b(?:is|are|have|has) (?:\S+ ){1,4}(?:fully |all |already )?paid\b/i.test(text) &&
      !hasAny(asks, ["mine.balance", "balance.due", "complaint", "private.data"]),
    add: ["mine.balance"],
  },
  // "What does the man need from me when he comes?"
  {
    applies: ({ text, hasBooking }) =>
      hasBooking &&
      /\bneeds? (?:from|of) (?:me|us)\b|\bneeds? (?:me|us) to\b|\b(?:supposed|need|have) to have ready\b/i.test(
        text,
      ) &&
      !/\bsign|\bpay/i.test(text),
    add: ["host.provides", "space.requirements"],
    remove: ["booking.how", "unknown.topic"],
  },
  // "Your mail says 6, your text says 7, which is it?"
  {
    applies: ({ text, hasBooking }) =>
      hasBooking &&
      /\b\d{1,2}(?::\d\d)? ?(?:[ap]\.?m|o'?clock)\b|\bthe \d{1,2}(?:st|nd|rd|th)\b|\b(?:date|time|day)s?\b/i.test(
        text,
      ) &&
      /\bwhich (?:one |time |date |day )?(?:is (?:it|right|correct|true)|applies|counts|should)\b|\bwhich one\b/i.test(
        text,
      ),
    add: ["mine.details"],
    remove: ["unknown.topic"],
  },
]

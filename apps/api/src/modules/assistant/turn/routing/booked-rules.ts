import { MOVES } from "./own-party-rules.ts"
import { hasAny, type Rule } from "./rule.ts"

const FEWER =
  /\b(?:just|only) (?:the )?\S+ of us\b|\b(?:shrink|scale (?:it )?(?:back|down)|smaller|fewer|cut (?:it )?down|down to|out of the question|instead of (?:the )?\d+|drop(?:ped|ping)? (?:out|to)|can'?t (?:come|make it)|not coming|stay(?:s|ing)? home|bailed|backed out|no longer coming)\b/i

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
      FEWER.test(text) &&
      slots.guests !== undefined &&
      hasAny(asks, ["price.total", "booking.create"]),
    add: ["mine.guests"],
    remove: ["price.total", "booking.create", "mine.cancel"],
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

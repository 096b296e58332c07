import { hasAny, type Rule } from "./rule.ts"

const HOLD_WORDS =
  /\b(?:hold(?:ing)?|held|sign(?:ed|ing|ature)?|agreement|deposit|late|deadline|expir\w+|run(?:s|ning)? out|time left|time do (?:i|we)|how long|until when|till when|by when|in time|still (?:ours|mine|there|saved|reserved|have)|keep (?:my|our|the)|lose|lost|gone|pay(?:ment)?)\b|\$ ?100\b|\b100 (?:bucks|dollars)\b/i

const AGAIN_MOVED =
  /\b(?:second|third|fourth|fifth|2nd|3rd|4th|another|next|last) (?:time|move|one|change)\b/i

/** Day, place and size of a party. */
export const partyRules: Rule[] = [
  // "And a third time after that?" goes on with the move that was talked about.
  {
    applies: ({ text, memory }, asks) =>
      AGAIN_MOVED.test(text) &&
      (memory.lastAsks ?? []).some((ask) => ask === "reschedule.policy" || ask === "mine.reschedule") &&
      !hasAny(asks, ["reschedule.policy", "mine.reschedule", "cancel.policy", "mine.cancel"]),
    add: ["reschedule.policy"],
    remove: [
      "price.third_protein",
      "unknown.topic",
      "emotional.support",
      "booking.create",
      "availability.date",
    ],
  },
  // Whoever has a hold and speaks of time, signing or the deposit speaks of that hold.
  {
    applies: ({ text, hold }, asks) =>
      hold !== null &&
      hold.status !== "confirmed" &&
      (HOLD_WORDS.test(text) || asks.has("unknown.topic")) &&
      !hasAny(asks, ["cancel.policy", "deposit.refund", "mine.cancel", "price.total"]),
    add: ["booking.hold_terms"],
    remove: [
      "unknown.topic",
      "agreement.terms",
      "balance.due",
      "mine.balance",
      "booking.lead_time",
      "booking.how",
      "refund.status",
      "emotional.support",
      "availability.date",
      "mine.details",
    ],
  },
  {
    applies: ({ text }, asks) =>
      /\b(?:you|you guys|your company|they)(?:'ve| have| had)? (?:just )?cancel(?:l)?ed\b|\bif you (?:have to |need to )?cancel\b|\bcancel on (?:us|me)\b/i.test(
        text,
      ) && !asks.has("cancel.by_company"),
    add: ["cancel.by_company"],
    remove: ["unknown.topic", "cancel.policy", "mine.cancel"],
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
  // The day in "we booked for January 30, what if we cancel" is no day that is asked for.
  {
    applies: ({ understanding }, asks) =>
      asks.has("availability.date") &&
      hasAny(asks, [
        "cancel.policy",
        "deposit.refund",
        "mine.cancel",
        "cancel.by_company",
        "refund.status",
      ]) &&
      understanding.asks.every(({ ask, source }) => ask !== "availability.date" || source !== "pattern"),
    remove: ["availability.date"],
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
  // Distance to a fence is no distance to drive.
  {
    applies: ({ text }, asks) =>
      asks.has("travel.area") &&
      /\b(?:fence|wall|hedge|flames?|fire|grill|feet|ft|landlord|hoa)\b/i.test(text) &&
      !/\bmiles?\b/i.test(text),
    add: ["space.requirements"],
    remove: ["travel.area"],
  },
  // "Do you come at 9 am?" asks for a start, not for a place.
  {
    applies: ({ understanding }, asks) =>
      asks.has("travel.area") &&
      understanding.slots.time !== undefined &&
      !understanding.slots.place &&
      understanding.slots.distanceMiles === undefined,
    add: ["booking.start_times"],
    remove: ["travel.area"],
  },
  // "Could you start 12:45 on a Saturday?" names no day: it asks whether there is such a start.
  {
    applies: ({ understanding: { slots, known, asks: read } }, asks) =>
      asks.has("availability.date") &&
      slots.time !== undefined &&
      known.date === undefined &&
      read.every(({ ask, source }) => ask !== "availability.date" || source !== "pattern"),
    add: ["booking.start_times"],
    remove: ["availability.date", "price.total"],
  },
]

import { hasAny, type Rule } from "./rule.ts"

const MINE = /\b(my|our|we|i|us)\b/i
/** Words that move a party to another day or time. */
export const MOVES =
  /\b(?:move|moving|shift|push|postpone|reschedul\w+|(?:switch|swap)(?:ing)? (?:it|us|the date|dates?|days?|to|once|again)|one more (?:move|switch)|delay|bump|another (?:date|day)|different (?:date|day|time)|new (?:date|day)|change (?:the |our |my )?(?:date|day|time|start))\b/i

/** A payment that is late, or may be. */
export const UNPAID =
  /\b(?:don'?t|didn'?t|can'?t|couldn'?t|won'?t|haven'?t|forgot to|forget to|unable to|not) (?:\w+ )?(?:pay|paid)\b|\bunpaid\b|\b(?:pay(?:ing|ment)?|balance)\b.{0,30}\b(?:late|overdue|past due|too late|failing|failed|fails)\b|\bmiss(?:ed)? the (?:payment|balance|deadline)\b|\bcancel\w*\b.{0,25}\bautomatic\w*|\bautomatic\w*\b.{0,15}\bcancel\w*/i

const START_MEANT = /\b(?:start(?:s|ing)?|begin(?:s|ning)?|come|be) (?:it |be |at |from |it at )?(?:\d|noon)/i

/** A customer whose party we know speaks of that party. */
export const ownPartyRules: Rule[] = [
  // "What's our total again, and did I pay it?" asks for the booked total, not for a new price.
  {
    applies: ({ text, hasBooking, understanding }, asks) =>
      hasBooking &&
      asks.has("price.total") &&
      /\b(?:our|my) (?:total|bill|price)\b/i.test(text) &&
      !understanding.slots.guests &&
      understanding.slots.items.length === 0,
    add: ["mine.details"],
    remove: ["price.total"],
  },
  // "One is out, a 12-year-old is in. What's the new food total?": the change is priced, not the menu read out.
  {
    applies: ({ hasBooking, understanding: { slots, asks: read } }, asks) =>
      hasBooking &&
      slots.guestsChange?.delta !== undefined &&
      asks.has("mine.guests") &&
      read.every(
        ({ ask, source }) =>
          source !== "pattern" ||
          !(ask === "menu.proteins" || ask.startsWith("price.per_") || ask === "price.little_ones"),
      ),
    remove: ["menu.proteins", "price.per_child", "price.per_adult", "price.little_ones"],
  },
  // "Could we bring it down to 12, and what is the total then?" changes the party that is booked.
  {
    applies: ({ hasBooking, understanding: { slots } }, asks) =>
      hasBooking &&
      slots.guestsChange?.to !== undefined &&
      hasAny(asks, ["price.total", "headcount.change", "unknown.topic"]),
    add: ["mine.guests"],
    remove: ["price.total", "headcount.change", "unknown.topic", "availability.date"],
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
  // "What's the head count of the March one?" asks what is booked there.
  {
    applies: ({ text, hasBooking, isBookingNamed }, asks) =>
      hasBooking &&
      isBookingNamed &&
      !MOVES.test(text) &&
      hasAny(asks, ["unknown.topic", "booking.group_size"]),
    add: ["mine.details"],
    remove: ["unknown.topic", "booking.group_size"],
  },
  {
    applies: ({ text, hasBooking }, asks) =>
      hasBooking &&
      /\b(?:have|got|hold) (?:\w+ )?(?:bookings?|parties|reservations?)\b/i.test(text) &&
      hasAny(asks, ["unknown.topic", "booking.lead_time", "booking.how", "availability.date"]),
    add: ["mine.details"],
    remove: ["unknown.topic", "booking.lead_time", "booking.how", "availability.date"],
  },
  // While a cancellation is talked about, "what would I get back?" asks about it.
  {
    applies: ({ text, hasBooking, memory }, asks) =>
      hasBooking &&
      (memory.lastAsks ?? []).some((ask) => ask === "mine.cancel" || ask === "cancel.policy") &&
      /\b(?:get|gets|getting|receive|have|comes?|goes|money|deposit)\b.{0,15}\bback\b|\brefund|\blose\b|\bhow much\b/i.test(
        text,
      ) &&
      !hasAny(asks, ["mine.cancel", "cancel.policy", "deposit.refund", "refund.status", "cancel.by_company"]),
    add: ["cancel.policy"],
    remove: ["mine.details", "unknown.topic", "private.data", "price.total", "mine.balance", "refund.timing"],
  },
  // "And if we don't pay by then, do you cancel us?" fears what an open balance does.
  {
    applies: ({ text }, asks) =>
      UNPAID.test(text) &&
      hasAny(asks, [
        "cancel.by_company",
        "mine.cancel",
        "cancel.policy",
        "unknown.topic",
        "emotional.support",
      ]),
    add: ["balance.due"],
    remove: ["cancel.by_company", "mine.cancel", "cancel.policy", "unknown.topic", "availability.date"],
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
      /\b(?:add|order|include|change|swap|switch|replace|upgrade|downgrade|instead of)\b/i.test(text) &&
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
  // "What time?" of a customer whose party is booked: its start, and when the chef comes.
  {
    applies: ({ text, hasBooking, understanding }, asks) =>
      hasBooking &&
      asks.has("booking.start_times") &&
      !understanding.slots.time &&
      /\b(?:what time|when|which|what)\b/i.test(text) &&
      !/\b(?:slots?|offer|other|else|available|earliest|latest|do you (?:have|do))\b/i.test(text),
    add: ["booking.arrival", "mine.details"],
    remove: ["booking.start_times"],
  },
  // "Can the start be 5 without any cost?" moves the party that is booked; nobody asks what a party costs.
  {
    applies: ({ text, hasBooking, understanding: { slots } }, asks) =>
      hasBooking &&
      asks.has("price.total") &&
      slots.time !== undefined &&
      slots.guests === undefined &&
      slots.items.length === 0 &&
      START_MEANT.test(text),
    add: ["mine.reschedule"],
    remove: ["price.total", "booking.start_times"],
  },
  {
    applies: ({ hasBooking, memory }, asks) =>
      hasBooking && asks.has("booking.hold_terms") && memory.holdId === null,
    add: ["mine.balance"],
    remove: ["booking.hold_terms"],
  },
  {
    applies: ({ text, hasBooking, understanding }, asks) =>
      hasBooking &&
      (/\b(?:earlier|later|sooner)\b/i.test(text) ||
        (/\binstead\b/i.test(text) && understanding.slots.time !== undefined)) &&
      hasAny(asks, ["booking.start_times", "unknown.topic", "booking.arrival"]),
    add: ["mine.reschedule"],
    remove: ["booking.start_times", "unknown.topic", "booking.arrival"],
  },
  {
    applies: ({ text, hasBooking, isBookingNamed, understanding }, asks) =>
      hasBooking &&
      asks.has("unknown.topic") &&
      understanding.slots.date !== undefined &&
      (!isBookingNamed || MOVES.test(text)),
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
]

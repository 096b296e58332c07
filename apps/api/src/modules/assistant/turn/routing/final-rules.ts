import type { Ask } from "#modules/understanding/index.ts"
import { isSmallTalk, type Rule } from "./rule.ts"

/** What cannot be answered yet gives way to what can. */
export const finalRules: Rule[] = [
  // Whoever moves a party that is booked does not ask how far ahead to book.
  {
    applies: ({ hasBooking }, asks) =>
      hasBooking &&
      asks.has("booking.lead_time") &&
      ["mine.reschedule", "reschedule.policy", "mine.cancel", "cancel.policy"].some((ask) =>
        asks.has(ask as Ask),
      ),
    remove: ["booking.lead_time"],
  },
  // Without a booking there are no guests of one to change; who asks for prices hears prices.
  {
    applies: ({ hasBooking }, asks) =>
      !hasBooking && asks.has("mine.guests") && [...asks].some((ask) => ask.startsWith("price.")),
    remove: ["mine.guests"],
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

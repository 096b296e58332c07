import type { Rule } from "./rule.ts"

const SOMEBODY_ELSE =
  /\b(?:my|our|an?|the|some|another) (?:\w+ )?(?:friend|neighbou?r|colleague|co-?worker|cousin|boss|aunt|uncle|brother|sister|ex|customer|client|family|couple|guest)s?\b.{0,30}\b(?:had|have|has|having|booked|hosted|threw|used|hired|ordered|did|celebrat\w+|throws?|throwing|hosts?|hosting)\b.{0,40}\b(?:you|party|hibachi|chef|event|dinner)\b/i
const ABOUT_THEM =
  /\b(?:how (?:many|much)|what|which|when|where|who)\b[^.?!]{0,40}\b(?:she|he|they|her|his|their|them)\b|\b(?:is|are|was|has|have|did) (?:his|her|their) (?:\w+ )?(?:party|booking|dinner|event|deposit|balance|total|bill|reservation)\b/i

/** What is asked about somebody else's party, even when the question stands in a sentence of its own. */
export const privacyRules: Rule[] = [
  // What a chef is paid is no price of ours.
  {
    applies: ({ understanding: { asks: read } }, asks) =>
      asks.has("private.data") &&
      read.every(({ ask, source }) => ask !== "price.per_adult" || source !== "pattern"),
    remove: ["price.per_adult"],
  },
  {
    applies: ({ text }) => SOMEBODY_ELSE.test(text) && ABOUT_THEM.test(text),
    add: ["private.data"],
    remove: [
      "booking.group_size",
      "price.total",
      "mine.details",
      "unknown.topic",
      "booking.start_times",
      "travel.area",
      "availability.date",
    ],
  },
]

const AMOUNT = "(\\d{1,3}(?:,\\d{3})+|\\d{3,6})(\\.\\d{2})?"
/** What a number counts when it is no amount. */
const COUNTED =
  "(?! ?(?:%|percent|dollars|bucks|usd|miles?|mi\\b|km|people|guests?|adults?|kids?|children|persons?|of us|friends|feet|ft|orders?|days|hours|minutes|[ap]\\.?m\\b|st\\b|nd\\b|rd\\b|th\\b))(?![,.:]?\\d)"
/** "1,485.00" and "1,045": nothing else in this business is written with cents or in thousands. */
const WRITTEN = new RegExp(
  `(?<![\\d$.,:/-])\\b(\\d{1,3}(?:,\\d{3})+(?:\\.\\d{2})?|\\d{2,6}\\.\\d{2})\\b${COUNTED}`,
  "gi",
)
const IS =
  "(?: (?:bill|total|cost|costs|part|was|were|is|are|of|at|for|came to|comes to|will be|would be|says|around|about))*(?:'s)?[ :=]+"
const FOOD_FIRST = new RegExp(`\\b(foods?|meals?)(${IS})(?<!\\$)${AMOUNT}\\b${COUNTED}`, "gi")
const FOOD_LAST = new RegExp(
  `(?<![\\d$.,:/-])\\b${AMOUNT}(?= (?:for|in|of) (?:the |our )?(?:food|meals?)\\b)`,
  "gi",
)
const SMALL = "(\\d{1,3}(?:,\\d{3})+|\\d{1,4})(\\.\\d{2})?"
const TRAVEL_FIRST = new RegExp(
  `\\b(travel(?:ing)?|mileage)((?: fee| charge)?${IS})(?<!\\$)${SMALL}\\b${COUNTED}`,
  "gi",
)
const TRAVEL_LAST = new RegExp(
  `(?<![\\d$.,:/-])\\b${SMALL}(?= (?:(?:for|in|of) )?(?:the |our )?(?:travel|mileage)\\b)`,
  "gi",
)
const STATES_FOOD =
  /\b(?:foods?|meals?)\b[^.?!]{0,20}\$ ?\d|\$ ?\d[\d,.]* (?:dollars )?(?:for|in|of) (?:the |our )?(?:food|meals?)\b/i
const IN_WORDS = /(?<![\d$.,:/-])\b(\d[\d,]*(?:\.\d{1,2})?) ?(?:dollars|bucks|usd)\b/gi
const OF_TIPS = /\b(?:tips?|tipping|gratuity)\b/i
const TIPPED = new RegExp(`(?<=\\b(?:on|of) (?:a |our |the )?)${AMOUNT}\\b${COUNTED}`, "gi")
const TIP_SHARE =
  /\b(tips?(?:ping)?(?: (?:is|be|at|of|with|around|about))* )(1\d|2\d|30)\b(?! ?(?:%|percent|,|and|or|to|dollars|bucks|people|guests|adults|\d))/gi

/**
 * Amounts that are written without their sign, with it: "food 1,485.00 and travel 60" → "food $1,485.00 and travel $60".
 * Only where nothing else can be meant: with cents or thousands, beside food and the travel of the same bill, or as what
 * a tip is reckoned on.
 */
export function writeMoneySigns(text: string): string {
  let signed = text
    .replace(IN_WORDS, "$$$1")
    .replace(WRITTEN, "$$$1")
    .replace(FOOD_FIRST, "$1$2$$$3$4")
    .replace(FOOD_LAST, "$$$1$2")
  if (STATES_FOOD.test(signed))
    signed = signed.replace(TRAVEL_FIRST, "$1$2$$$3$4").replace(TRAVEL_LAST, "$$$1$2")
  return OF_TIPS.test(signed) ? signed.replace(TIPPED, "$$$1$2").replace(TIP_SHARE, "$1$2%") : signed
}

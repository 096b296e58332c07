import type { Ask } from "#modules/understanding/index.ts"
import { hasAny, type RoutedTalk, type Rule } from "./rule.ts"

/** What people are upset about, and the rule that they want to have explained. */
const MATTERS: { about: RegExp; ask: Ask; unless?: Ask[] }[] = [
  { about: /\b(?:tips?|tipped|tipping|gratuit\w+|\d\d ?(?:%|percent) (?:in )?cash)\b/i, ask: "tip.policy" },
  {
    about:
      /\b(?:had to|made (?:me|us|him|her|my \w+)|forced|demand\w+|insist\w+|wouldn'?t leave)\b.{0,50}\b(?:\d\d ?(?:%|percent)|cash|extra)\b/i,
    ask: "tip.policy",
  },
  {
    about:
      /\b(?:keep|keeping|kept|lose|lost|took|taking|take|gone|stays?|pocket\w*|forfeit\w*|non-?refundable)\b.{0,30}\b(?:deposits?|hundred|100)\b|\b(?:deposits?|hundred|100)\b.{0,40}\b(?:kept|keep|gone|lost|stays?|back|refund\w*|forfeit\w*|pocket\w*)\b/i,
    ask: "deposit.refund",
    unless: ["cancel.policy", "mine.cancel", "weather.policy", "cancel.by_company"],
  },
  {
    about: /\brefund\w*\b.{0,30}\b\d{2,5}\b.{0,12}\b(?:not|instead of|rather than|and not)\b.{0,12}\d{2,5}/i,
    ask: "deposit.refund",
    unless: ["cancel.policy", "mine.cancel"],
  },
  {
    about:
      /\b(?:travel|mileage|miles?|distance)\b.{0,30}\b(?:fees?|charges?|charged|thing|cost|bill|\$?\d+)\b|\b(?:fee|charged?|bill\w*|paid)\b.{0,25}\b(?:travel|mileage|per mile|gas)\b/i,
    ask: "travel.fee",
  },
  { about: /\btax(?:es|ed)?\b/i, ask: "price.tax" },
  {
    about:
      /\bminimum\b|\btop-?up\b|(?:\$ ?\d+|\b\d{3,4})(?: dollars| bucks)? for (?:just |only |like )?(?:the )?\S+ (?:people|persons?|adults?|guests?|of us|heads?)\b/i,
    ask: "price.minimum",
  },
  {
    about: /\b(?:mov(?:e|ed|ing)|reschedul\w+|chang(?:e|ed|ing) (?:the|my|our) (?:date|day))\b/i,
    ask: "reschedule.policy",
    unless: ["mine.reschedule", "weather.policy"],
  },
  {
    about:
      /\b(?:toddlers?|bab(?:y|ies)|infants?|little ones?|(?:twins|kids?|son|daughter|boys?|girls?)\b.{0,20}\b(?:are|is|were|was|of|aged|who'?s) (?:only |just )?[0-5]|[0-5][- ]?(?:yr|year)s?[- ]?olds?|(?:two|three|four|five)[- ]year[- ]olds?)\b/i,
    ask: "price.little_ones",
    unless: ["price.per_child"],
  },
  {
    about:
      /\b(?:where(?:'s| is)|still waiting|hasn'?t|haven'?t|not|nothing|never|days later|weeks later|how long)\b.{0,60}\b(?:refund\w*|money|(?:on|to) my (?:card|account)|balance|payment back)\b|\brefund\b.{0,40}\b(?:not|never|hasn'?t|still)\b/i,
    ask: "refund.timing",
    unless: ["refund.status", "deposit.refund", "cancel.by_company"],
  },
  {
    about:
      /\b(?:my|our|the|a) hold\b|\blet (?:my|our|the) (?:date|slot|spot|start|saturday|sunday|friday) go\b|\bgave (?:my|our|the) (?:date|slot|spot|start) away\b|\blate with the (?:payment|deposit)\b|\bhold (?:was|is|ran|expired|gone)\b|\b(?:date|slot|spot) (?:was|is|got) (?:gone|released|given away)\b/i,
    ask: "booking.hold_terms",
  },
  {
    about: /\b(?:rain\w*|storm\w*|weather|pour(?:ed|ing)|thunder\w*|hail|wind)\b/i,
    ask: "weather.policy",
  },
  {
    about:
      /\b(?:bill(?:ed)?|charged?|invoic\w+|pay(?:ing)? for|paid for|down for)\b.{0,25}\b\d{1,3}(?! ?(?:%|bucks|dollars|for the))(?: (?:people|guests|adults))?\b.{0,40}\b(?:we(?:'re| are| were| would be)?|only|not|instead|were)\b.{0,12}\b\d{1,3}\b|\b\d{1,3}\b.{0,15}\binstead of \d{1,3}\b/i,
    ask: "headcount.change",
    unless: ["mine.guests"],
  },
  {
    about:
      /\b(?:rsvp\S*|empty (?:chairs?|seats?|places?)|no[- ]shows?|guest count|head ?count|(?:didn'?t|did not) (?:come|show)|48 ?(?:h|hours?|hrs?))\b/i,
    ask: "headcount.change",
    unless: [
      "mine.guests",
      "balance.due",
      "booking.lead_time",
      "cancel.policy",
      "mine.reschedule",
      "reschedule.policy",
    ],
  },
  {
    about:
      /\b(?:you|they|you guys|your company) (?:just |simply |suddenly )?(?:cancell?ed|bailed|backed out|called it off)\b/i,
    ask: "cancel.by_company",
  },
  {
    about: /\b(?:plates?|chairs?|tables?|cutlery|forks|utensils|paper towels?|napkins|silverware)\b/i,
    ask: "host.provides",
  },
  {
    about:
      /\b(?:my|our|the|a|\d{1,2})\b.{0,20}\b(?:1[0-9]|\d)[- ]?(?:yr|year)s?[- ]?olds?\b.{0,40}\b(?:charged?|bill\w*|price|pay|paid|cost)\b/i,
    ask: "price.per_child",
    unless: ["price.little_ones"],
  },
  { about: /\b(?:sake|alcohol|under ?age|drunk)\b/i, ask: "menu.drinks" },
  { about: /\bquotes?\b.{0,30}\b(?:expired?|gone|no longer|changed)\b/i, ask: "quote.validity" },
  {
    about: /\b(?:twice|double|duplicate|2 ?x|two (?:charges|payments))\b/i,
    ask: "mine.balance",
    unless: ["balance.due", "refund.status"],
  },
  { about: /\bservice (?:charge|fee)\b/i, ask: "price.service_charge" },
  {
    about: /\b(?:upgrades?|third protein|extra protein|only (?:got )?(?:1|one) protein)\b/i,
    ask: "menu.proteins",
  },
  {
    about: /\b(?:cash|zelle|venmo|card (?:was )?declined)\b/i,
    ask: "payment.methods",
    unless: ["tip.policy"],
  },
]

const PUT_RIGHT =
  /\b(?:fix|correct|undo|reverse|sort (?:it|this|that) out|take care of (?:it|this)|put (?:it|this) right|make (?:it|this) right|who (?:do i|can i|fixes))\b/i

/** What was told over the last messages, as long as one grievance is talked about. */
function storyOf({ text, memory }: RoutedTalk): string {
  const isSame = (memory.lastAsks ?? []).includes("complaint")
  return isSame && memory.understanding ? `${memory.understanding.plain}\n${text}` : text
}

function isUpset({ understanding }: RoutedTalk, asks: ReadonlySet<Ask>): boolean {
  const { hardship } = understanding.emotion
  return asks.has("complaint") || hardship === "outrage" || hardship === "money"
}

/** The rules behind what somebody complains of: an apology alone leaves them as clueless as before. */
export const grievanceRules: Rule[] = [
  ...MATTERS.map(
    ({ about, ask, unless = [] }): Rule => ({
      applies: (talk, asks) =>
        isUpset(talk, asks) && about.test(storyOf(talk)) && !asks.has(ask) && !hasAny(asks, unless),
      add: [ask],
      remove: ["unknown.topic"],
    }),
  ),
  // Who wants it put right wants a person: the assistant changes no account and no date by itself.
  {
    applies: (talk, asks) =>
      isUpset(talk, asks) && PUT_RIGHT.test(talk.text) && talk.hasBooking && !asks.has("complaint"),
    add: ["complaint"],
  },
  // "Is that your policy?" within a grievance asks for no certificate.
  {
    applies: (talk, asks) =>
      isUpset(talk, asks) &&
      asks.has("unknown.insurance") &&
      !/\b(?:insur\w*|certificate|licen[sc]\w*|permit|liabilit\w+|bonded)\b/i.test(storyOf(talk)),
    remove: ["unknown.insurance"],
  },
]

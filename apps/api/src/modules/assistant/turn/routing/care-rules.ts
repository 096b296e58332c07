import {
  ASK_NAMES,
  type Ask,
  askKind,
  blamesOthers,
  isQuestionLike,
  PARTS_OF_BILLS,
} from "#modules/understanding/index.ts"
import { hasAny, type Rule } from "./rule.ts"

const GRIEVANCE =
  /\b(forgot|never (?:came|arrived|showed|called)|didn'?t (?:show|come|bring|arrive)|no[- ]show|was (?:cold|raw|burn(?:t|ed)|late|rude|awful|terrible|horrible|dirty)|were (?:cold|raw|late|rude)|ruined|worst|unacceptable)\b/i
const NO_CHEF =
  /\b(?:there(?:'s| is) )?(?:no|not a) (?:chef|cook)\b.{0,12}\b(?:here|yet|arrived|in sight|anywhere|to be seen)\b|\b(?:chef|cook)\b.{0,15}\b(?:hasn'?t|has not|didn'?t|did not|isn'?t|is not|still not|never)\b.{0,15}\b(?:here|arrived?|come|shown?|showed)\b|\bwhere ?(?:is|'?s|are|the hell is|the hell'?s) (?:the|our|my|your) (?:chef|cook)\b/i
const OTHERS = /\b(?:his|her|their|hers|theirs|he|she|they)(?:'?s|'re)?\b/i
const LET_DOWN =
  /\b(?:you|they|your (?:chef|company|guys?|people))(?: guys| all)?(?: just)? (?:cancel+ed|bailed|backed out|walked out|gave up) on (?:us|me|my|our)\b|\byou(?: guys| people)?(?: have|'ve)? (?:still )?(?:kept|pocketed|taken|took|keep|are keeping) (?:my|our|the) (?:deposit|money|\$? ?100|hundred)\b|\bis (?:it|that|this) (?:normal|usual|standard|ok(?:ay)?|acceptable|allowed)(?: that| for| to)?\b.{0,20}\byour (?:people|chefs?|guys?|staff|cook|man|driver)\b|\bon what grounds\b|\bhow is (?:that|this) (?:on (?:me|us)|fair|my fault|our fault)\b/i
const BILLED_WRONGLY =
  /\b(?:you|they|u|i|we|was|were|got|been|my \w+)(?:'ve| have| had| are| were)? (?:\w+ ){0,2}(?:billed|charged|charging|invoiced|put (?:us|me|them|him|her) down)\b.{0,40}\b(?:instead|twice|double|wrong(?:ly)?|never|too much|we(?:'re| are| were) (?:only |just )?\d|more than (?:we|i|you)|again)\b|\b\d{1,3} instead of \d{1,3}\b.{0,80}\b(?:bill|charg|invoic)\w*|\b(?:wrong|mistake (?:in|on)|incorrect)\b.{0,20}\b(?:invoice|bill|charge|total)\b|\btwo charges\b|\b(?:charges?|bill|invoice|fee|amount)\b.{0,100}\b(?:mistake|error|wrong|incorrect|not right|can'?t be right|cannot be right|doesn'?t look right)\b/i
const DISCOUNT_REFUSED =
  /\b(?:don'?t|do not|not|never|no)(?: even| really)? (?:want|need|wanted|ask(?:ing|ed)? for|after|expect(?:ing)?|looking for|interested in)\b.{0,15}\b(?:discounts?|coupons?|vouchers?|deals?|money off|percent off)\b/i
/** What a number or a day in a story seems to ask. */
const BARELY_ASKED: ReadonlySet<Ask> = new Set<Ask>([
  "space.requirements",
  "booking.start_times",
  "availability.date",
  "mine.details",
  "unknown.topic",
])
/** Somebody asks how to reach us. */
export const CONTACT =
  /\b(?:what(?:'s| is| are)|give me|tell me|do you have) (?:your|an?|the) (?:phone|number|e-?mail|contact|office address|business address|address)\b|\bhow (?:can|do|could) (?:i|we) (?:contact|reach|call|get in touch with) (?:you|myhibachi)\b|\byour (?:phone(?: number)?|e-?mail(?: address)?|contact (?:info|details|information))\b/i
const GRAVE = new Set([
  "injury",
  "food_poisoning",
  "property_damage",
  "harassment",
  "legal_threat",
  "chargeback",
  "refund_demand",
  "vulnerable_person",
  "minors_and_alcohol",
])

const AROUND_HARM: readonly Ask[] = [
  "host.provides",
  "space.requirements",
  "chef.brings",
  "about.service",
  "emotional.support",
  "unknown.topic",
]

/** What is asked of somebody who plans or buys; what concerns a party that was had is told by its rule. */
function isAboutSelling(ask: Ask): boolean {
  const { category } = askKind(ask)
  if (ask.startsWith("mine.") || ask === "allergen.contains" || ask === "allergen.cross_contact") return false
  return (
    category === "booking" || category === "menu" || (category === "pricing" && !PARTS_OF_BILLS.includes(ask))
  )
}

/** Some sentence of it is a question, with or without its mark. */
const asksInClauses = (text: string) => text.split(/[.!;\n]+/).some(isQuestionLike)

/** Complaints, secrets, tricks and how to reach us. */
export const careRules: Rule[] = [
  {
    applies: ({ text }) =>
      /\b(?:pay|paying|give|hand) (?:the |your |our )?chefs? (?:directly|cash|in cash|on the day)/i.test(
        text,
      ),
    add: ["payment.methods"],
    remove: ["private.data", "unknown.topic"],
  },
  // What is never told, and what nobody can be talked into.
  {
    applies: ({ text }) =>
      /\b[A-Z]\w+(?: [A-Z]\w+)?'s (?:phone|number|address|e-?mail|booking|party|reservation)\b/.test(text) &&
      !/\b(my|our) /i.test(text),
    add: ["private.data"],
    remove: ["human.request", "mine.details", "unknown.topic"],
  },
  // Who asks about somebody else's party is told nothing else in its place.
  {
    applies: ({ text, understanding }, asks) =>
      asks.has("private.data") &&
      OTHERS.test(text) &&
      understanding.asks.some(({ ask, source }) => ask === "private.data" && source === "pattern"),
    remove: [
      "mine.details",
      "mine.address",
      "mine.guests",
      "availability.date",
      "booking.group_size",
      "booking.start_times",
      "unknown.topic",
    ],
  },
  {
    applies: ({ text, understanding }) =>
      understanding.marks.injection.some(
        (mark) => mark === "price_command" || mark === "role_play" || mark === "instruction_override",
      ) && /\b(free|\$|%|price|discount|off|cost|charge)/i.test(text),
    add: ["price.discount"],
    remove: ["mine.details", "unknown.topic", "availability.date"],
    outdoesGuesses: true,
  },
  // What was done to somebody, or billed to them wrongly, is a complaint however calmly it is told.
  {
    applies: ({ text }, asks) => (LET_DOWN.test(text) || BILLED_WRONGLY.test(text)) && !asks.has("complaint"),
    add: ["complaint"],
    remove: ["unknown.topic", "bot.disclosure"],
  },
  // Who has just complained and wants a person, or money back, goes on complaining.
  {
    applies: ({ memory, understanding }, asks) =>
      (memory.lastAsks ?? []).includes("complaint") &&
      understanding.mustEscalate.length > 0 &&
      !asks.has("complaint"),
    add: ["complaint"],
    remove: ["unknown.topic", "human.request"],
  },
  // "I don't want a discount": what is refused is not asked for.
  {
    applies: ({ text }, asks) => asks.has("price.discount") && DISCOUNT_REFUSED.test(text),
    remove: ["price.discount"],
  },
  // What is added to a complaint, and asks nothing sure, goes on with it.
  {
    applies: ({ text, memory, understanding }, asks) =>
      (memory.lastAsks ?? []).includes("complaint") &&
      (!asksInClauses(text) || /\blook (?:at|into)\b/i.test(text)) &&
      understanding.asks.every(
        ({ ask, source, confidence }) => (source !== "pattern" && confidence < 0.6) || BARELY_ASKED.has(ask),
      ) &&
      !asks.has("complaint"),
    add: ["complaint"],
    remove: [
      "space.requirements",
      "booking.start_times",
      "unknown.topic",
      "availability.date",
      "mine.details",
      "booking.create",
      "price.total",
    ],
  },
  // Guests wait and nobody cooks: a person, at once.
  {
    applies: ({ text }, asks) => NO_CHEF.test(text) && !/\bif\b/i.test(text) && !asks.has("complaint"),
    add: ["complaint"],
    remove: [
      "booking.arrival",
      "booking.duration",
      "emotional.support",
      "unknown.topic",
      "cancel.by_company",
    ],
  },
  // Something went wrong: the words about food or tables in it ask nothing.
  {
    applies: ({ text }, asks) =>
      GRIEVANCE.test(text) && !text.includes("?") && !blamesOthers(text) && !asks.has("complaint"),
    add: ["complaint"],
    remove: ["price.addons", "price.upgrades", "menu.included", "menu.proteins", "unknown.topic"],
  },
  // Whoever tells of harm, or of despair, and asks nothing wants nothing sold or planned.
  {
    applies: ({ text, understanding }) =>
      !asksInClauses(text) && understanding.mustEscalate.some((reason) => GRAVE.has(reason)),
    remove: [...ASK_NAMES.filter(isAboutSelling), ...AROUND_HARM],
  },
  {
    applies: ({ text }, asks) =>
      asks.has("weather.policy") &&
      asks.has("complaint") &&
      !/\b(chef|food|service|you|your|staff|refund)\b/i.test(text),
    remove: ["complaint"],
  },
  // How to reach us: the business's own contact, not a person at once.
  {
    applies: ({ text }, asks) => CONTACT.test(text) && !asks.has("complaint"),
    add: ["unknown.topic"],
    remove: ["human.request", "mine.address", "mine.details", "private.data"],
  },
  {
    applies: ({ text }, asks) =>
      /\bclean(?:s|ed|ing)?(?:[- ]?up)?\b/i.test(text) &&
      !hasAny(asks, ["chef.brings", "complaint", "price.service_charge"]),
    add: ["chef.brings"],
    remove: ["booking.arrival", "unknown.topic"],
  },
  {
    applies: ({ text }, asks) =>
      /\b(?:stop (?:getting|receiving)|unsubscribe|opt(?:ing)?[ -]?out)\b/i.test(text) &&
      asks.has("unknown.topic"),
    add: ["opt_out"],
    remove: ["unknown.topic"],
  },
]

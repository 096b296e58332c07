import { ADD_ONS, BASE_PROTEINS, type Item, UPGRADES } from "#modules/understanding/index.ts"
import { CHEAPER } from "../../topics/price-by-age.ts"
import { hasAny, type Rule } from "./rule.ts"

const PICKS =
  /\b(?:plates?|portions?|meals?|proteins?|(?:pick|choose|select|get) (?:to|two|2|one|their|his|her|a|any)|eat|food)\b/i
const YOUNG =
  /\b(?:kids?|child(?:ren)?|toddlers?|bab(?:y|ies)|little ones?|(?:my|our|his|her) (?:\w+ )?(?:daughter|son|niece|nephew|grand(?:son|daughter|kids?)|boys?|girls?)|(?:[1-9]|1[0-2])[- ]?(?:yo|y\/o|yrs?[- ]olds?|years?[- ]olds?))\b/i
const THEY = /\b(?:both|they|them|he|she|her|his|their)\b/i
const GROWN = 13
const LONGEST_FRAGMENT = 10

const proteinsIn = (items: readonly Item[]) =>
  new Set(items.filter((item) => BASE_PROTEINS.includes(item) || UPGRADES.includes(item))).size

/** Names somebody young, or means one who was named before. */
function isOfYoung(part: string, ages: readonly number[] = [], knownAges: readonly number[] = []): boolean {
  const isYoung = (age: number) => age < GROWN
  return YOUNG.test(part) || ages.some(isYoung) || (THEY.test(part) && knownAges.some(isYoung))
}

const OWN_FOOD =
  /\b(?:can|could|may|are) (?:i|we|they|guests)(?: allowed to)?(?: also)? (?:bring|provide|supply|use|buy) (?:(?:my|our|their) own |some of (?:my|our) )(?:meat|steaks?|seafood|fish|food|proteins?|ingredients|lobsters?|shrimp|drinks?|dishes|sides?)\b/i

/** Food that is named inside another question. */
export const foodRules: Rule[] = [
  // Whether guests may bring food of their own stands in no rule.
  {
    applies: ({ text }) => OWN_FOOD.test(text),
    add: ["unknown.topic"],
    remove: ["chef.brings", "menu.included", "menu.proteins", "host.provides"],
  },
  // "Do both of them get to pick?" after the kids' ages, "does my 3-year-old get her own plate?".
  {
    applies: ({ text, hasBooking, understanding: { known, slots } }, asks) =>
      !hasBooking &&
      text
        .split(/[.?!;\n]+/)
        .some(
          (part) =>
            PICKS.test(part) &&
            (isOfYoung(part, slots.guests?.ages, known.guests?.ages) ||
              (THEY.test(part) && YOUNG.test(text))),
        ) &&
      !asks.has("menu.little_ones") &&
      !(asks.has("mine.guests") && (slots.guests?.adults ?? 0) > 1) &&
      !hasAny(asks, ["price.total", "allergen.safe_options", "allergen.contains"]),
    add: ["menu.little_ones"],
    remove: [
      "menu.double_protein",
      "menu.proteins",
      "menu.included",
      "travel.fee",
      "unknown.topic",
      "mine.guests",
    ],
  },
  // "If somebody doesn't want rice, do they pay less?" asks for what a guest costs, whatever is eaten.
  {
    applies: ({ text, understanding: { slots }, food }, asks) =>
      CHEAPER.test(text) &&
      !/\bwhich\b/i.test(text) &&
      (slots.items.length > 0 ||
        slots.diets.length > 0 ||
        food.avoided.length > 0 ||
        food.questions.length > 0) &&
      (slots.guests?.ages ?? []).length === 0 &&
      !YOUNG.test(text) &&
      !asks.has("price.total"),
    add: ["price.per_adult"],
    remove: ["price.per_child", "price.discount", "price.little_ones", "unknown.topic"],
  },
  // "Can I order more edamame on the day itself?" asks until when that may change.
  {
    applies: ({ text, understanding: { slots } }, asks) =>
      slots.items.length > 0 &&
      /\b(?:order|add|change|get|switch|swap|buy|decide|choose|pick)\b/i.test(text) &&
      /\b(?:on the (?:day|night|spot)|(?:the )?(?:day|night|morning) (?:of|itself)|at the party|during the party|last[- ]minute|same day|once (?:you're|the chef is|he's|they're) here|when the chef (?:is|gets) here|spontaneously)\b/i.test(
        text,
      ) &&
      !hasAny(asks, ["headcount.change", "mine.choices", "booking.lead_time"]),
    add: ["headcount.change"],
    remove: ["unknown.topic", "emotional.support"],
  },
  // "Per person or per table?", "and if 3 of us want it?" go on with the price of the dish of before.
  {
    applies: ({ text, memory, understanding: { known, slots } }, asks) =>
      (memory.lastAsks ?? []).some((ask) => ask === "price.upgrades" || ask === "price.addons") &&
      memory.understanding?.known.guests === undefined &&
      text.split(/\s+/).length <= LONGEST_FRAGMENT &&
      (/\bper (?:person|table|piece|order|guest|head|plate|party|portion)\b/i.test(text) ||
        (slots.items.length > 0 && /\b(?:it|that|those|one|them)\b/i.test(text))) &&
      !known.date &&
      hasAny(asks, ["price.total", "price.per_adult", "unknown.topic", "mine.guests", "host.provides"]),
    add: ["price.upgrades"],
    remove: [
      "price.total",
      "price.per_adult",
      "unknown.topic",
      "mine.guests",
      "booking.group_size",
      "host.provides",
    ],
  },
  // "How many people is one order for?"
  {
    applies: ({ text, understanding: { slots } }, asks) =>
      slots.items.some(({ item }) => ADD_ONS.includes(item)) &&
      slots.guests === undefined &&
      /\bhow many\b/i.test(text) &&
      hasAny(asks, ["booking.group_size", "unknown.topic", "price.total"]),
    add: ["price.addons"],
    remove: ["booking.group_size", "unknown.topic"],
  },
  // What nobody here can know about the meat is not answered by its other merits.
  {
    applies: (_talk, asks) => asks.has("unknown.halal_kosher"),
    remove: [
      "menu.double_protein",
      "menu.proteins",
      "menu.recommendation",
      "menu.included",
      "price.upgrades",
    ],
  },
  // Two different proteins are what every guest chooses; the same one twice is another question.
  {
    applies: ({ text, understanding }, asks) =>
      hasAny(asks, ["menu.double_protein", "price.third_protein"]) &&
      new Set(understanding.slots.items.map(({ item }) => item)).size === 2 &&
      !/\b(?:third|3rd|3|three|extra|additional|another|twice|double|same|two times|both (?:be )?(?:of )?(?:the )?same)\b/i.test(
        text,
      ),
    add: ["menu.proteins"],
    remove: ["menu.double_protein", "price.third_protein"],
  },
  // "My dad won't eat seafood, what's left for him?"
  {
    applies: ({ text }, asks) =>
      /\b(?:won't|doesn't|don't|can't|cannot|not|never|no)\b.{0,15}\b(?:eat|like|have|want|touch)s?\b.{0,12}\b(?:sea ?food|fish|meat|beef|steak|pork|chicken|shrimp)\b/i.test(
        text,
      ) &&
      [...asks].every((ask) =>
        ["emotional.support", "unknown.topic", "chef.brings", "host.provides"].includes(ask),
      ),
    add: ["menu.proteins"],
    remove: ["unknown.topic", "emotional.support", "chef.brings", "host.provides"],
  },
  // "Are the gyoza vegetarian?" asks what is in them.
  {
    applies: ({ text, understanding }, asks) =>
      asks.has("menu.vegetarian") &&
      understanding.slots.items.some(({ item }) => item !== "tofu" && item !== "vegetables") &&
      /\b(?:is|are)\b.{0,30}\b(?:vegan|vegetarian|veggie|meat[- ]?free|meatless|plant[- ]based)\b/i.test(
        text,
      ),
    add: ["allergen.contains"],
  },
  // "Is tofu extra?" asks for its price, whatever it is.
  {
    applies: ({ text, understanding }, asks) =>
      understanding.slots.items.some(({ item }) => BASE_PROTEINS.includes(item) || UPGRADES.includes(item)) &&
      /\b(?:is|are|does|do|would)\b.{0,40}\b(?:extra|includ\w+|upcharge|cost\w*|free|upgrade)\b/i.test(
        text,
      ) &&
      hasAny(asks, ["menu.vegetarian", "menu.included", "menu.proteins", "unknown.topic", "price.addons"]),
    add: ["price.upgrades"],
    remove: ["unknown.topic", "price.addons"],
  },
  // "Who can have it, from what age?" after the sake.
  {
    applies: ({ text, memory }, asks) =>
      memory.recentAsks.slice(0, 4).includes("menu.drinks") &&
      /\b(?:ages?|old|years?|who|id|minors?|teens?|\d\d)\b/i.test(text) &&
      !asks.has("menu.drinks"),
    add: ["menu.drinks"],
    remove: ["price.per_child", "price.little_ones", "price.per_adult", "travel.stations", "unknown.topic"],
  },
  {
    applies: ({ text, understanding }, asks) =>
      understanding.mustEscalate.includes("minors_and_alcohol") &&
      /\bsak[eé]|\bdrinks?\b|\balcohol/i.test(text) &&
      !asks.has("menu.drinks"),
    add: ["menu.drinks"],
    remove: ["unknown.topic"],
  },
  // "Can they cook hers without it then?" goes on with what was said to be in the food.
  {
    applies: ({ text, memory, understanding }, asks) =>
      memory.recentAsks.slice(0, 4).some((ask) => ask.startsWith("allergen.")) &&
      /\b(?:without|leave|skip|hold|omit|swap|avoid|instead|replace|sub(?:stitute)?)\b/i.test(text) &&
      /\b(?:it|that|them|those|this)\b/i.test(text) &&
      understanding.known.allergies.length + understanding.known.allergensNamed.length > 0 &&
      hasAny(asks, ["unknown.topic", "menu.proteins", "chef.brings"]),
    add: ["allergen.safe_options"],
    remove: ["unknown.topic"],
  },
  {
    applies: ({ text }, asks) =>
      /\balcohol\b/i.test(text) && asks.has("menu.drinks") && /\b(in|contain|food|sauce|dish)\b/i.test(text),
    add: ["allergen.contains"],
  },
  // "Half chicken, half shrimp?" asks whether they go together.
  {
    applies: ({ understanding: { slots } }, asks) =>
      asks.has("unknown.topic") && proteinsIn(slots.items.map(({ item }) => item)) > 1,
    add: ["menu.proteins"],
    remove: ["unknown.topic"],
  },
  // "What on the menu costs extra?" means upgrades and add-ons alike.
  {
    applies: ({ text, understanding: { slots } }, asks) =>
      slots.items.length === 0 &&
      /\b(?:what|which|anything)\b.{0,40}\b(?:extra|costs? (?:more|money|extra)|not included)\b/i.test(
        text,
      ) &&
      hasAny(asks, ["menu.proteins", "menu.included"]) &&
      !hasAny(asks, ["price.total", "price.service_charge", "travel.fee", "host.provides"]),
    add: ["price.upgrades", "price.addons"],
  },
  {
    applies: ({ understanding }, asks) => understanding.slots.items.length > 0 && asks.has("unknown.topic"),
    add: ["allergen.contains"],
    remove: ["unknown.topic"],
  },
  {
    applies: ({ text }, asks) =>
      /\b(?:plate|besides|sides?|comes? with|what else)\b/i.test(text) && asks.has("unknown.topic"),
    add: ["menu.included"],
    remove: ["unknown.topic"],
  },
  {
    applies: ({ text, understanding }, asks) =>
      /\b(?:made (?:of|with|from)|what'?s in|what is in|ingredients?|contain)\b/i.test(text) &&
      understanding.slots.items.length > 0 &&
      !asks.has("allergen.contains"),
    add: ["allergen.contains"],
    remove: ["price.addons", "price.upgrades", "menu.proteins", "unknown.topic"],
  },
]

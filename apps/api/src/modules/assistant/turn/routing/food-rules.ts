import { hasAny, type Rule } from "./rule.ts"

/** Food that is named inside another question. */
export const foodRules: Rule[] = [
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
  {
    applies: ({ text }, asks) =>
      /\balcohol\b/i.test(text) && asks.has("menu.drinks") && /\b(in|contain|food|sauce|dish)\b/i.test(text),
    add: ["allergen.contains"],
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

import type { Rule } from "./rule.ts"

/** Food that is named inside another question. */
export const foodRules: Rule[] = [
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
]

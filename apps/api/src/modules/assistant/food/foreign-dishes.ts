import type { Menu } from "@myhibachi/contract/catalog"
import { FOREIGN_ITEMS } from "../guard/check-draft.ts"

/** Food that customers ask for and that a hibachi menu may lack; only what is not on the menu of the day counts. */
const OTHERS =
  /\b(?:(?:brown|white|plain|steamed|jasmine|sticky|cauliflower|basmati|sushi) rice|(?:udon|ramen|glass|rice|egg|soba) noodles?|(?:miso |onion |clear )?soups?|(?:spring|egg|summer|sushi|california) rolls?|raw (?:fish|meat|seafood|oysters?)|tempura|sushi|sashimi|pizzas?|pasta|burgers?|hot ?dogs?|french fries|chicken (?:nuggets|fingers|tenders|wings)|mac (?:and|n|&) cheese|tacos?|bread|garlic bread|(?:pork|spare) ribs?|pork belly|duck|lamb|goat|turkey|crab(?: legs)?|tuna|octopus|squid|calamari|oysters?|mussels?|clams?|eel|mahi[- ]?mahi|halibut|cod|tilapia|sea ?bass|wagyu|kobe(?: beef)?|rib ?-?eyes?|sirloins?|t-?bones?|brisket|short ribs?|meat ?balls?|desserts?|ice ?-?cream|mochi|birthday cakes?|cheesecakes?|cakes?|fruit|fortune cookies?|kids'? meals?|corn|potatoes|mashed potatoes|impossible|beyond (?:meat|burgers?)|seitan|tempeh)\b/gi
const WISHES =
  /\b(?:do|does|can|could|is|are|any|have|has|got|offer|serve|serves|get|bring|make|cook|include[ds]?|there|order|add|swap|instead|want)\b/i
/** These only tell when or for what the food is. */
const OCCASIONS = /^(?:birthday )?cakes?$/i

/** "And dessert?" after another question about food. */
const BARE = /^\W*(?:and|or|what about|how about|no|any)(?: \w+){1,3}\W*$/i

const OWN = /\b(?:our|my|their) own\b|\b(?:we|i)(?:'ll| will| can| could| would)? bring\b/i

/** @returns what was asked for and is not on the menu, in the words of the question. */
export function findForeignDishes(clause: string, { items }: Menu): string[] {
  if (!(WISHES.test(clause) || BARE.test(clause)) || OWN.test(clause)) return []
  const known = new RegExp(`\\b(?:${FOREIGN_ITEMS.join("|")})s?\\b`, "gi")
  const named = [...(clause.match(OTHERS) ?? []), ...(clause.match(known) ?? [])]
  const lowered = [...new Set(named.map((word) => word.toLowerCase()))]
  const served = items
    .flatMap(({ name, ingredients }) => [name, ...ingredients.map((part) => part.name)])
    .join("\n")
    .toLowerCase()
  return lowered
    .filter((word) => !served.includes(word.replace(/s$/, "")) && !OCCASIONS.test(word))
    .filter((word) => !lowered.some((other) => other !== word && other.includes(word)))
}

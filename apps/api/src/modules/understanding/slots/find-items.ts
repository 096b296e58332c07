import { blankOut } from "./plain-text.ts"
import type { Item, ItemSlot, Slots } from "./slots.ts"

const LEXICON: [Item, string][] = [
  ["extra_fried_rice", "(?:extra|more|additional|another|double|side of) (?:fried )?rice|arroz extra"],
  ["extra_vegetables", "(?:extra|more|additional|side of) (?:vegetables|veggies|veg)|verduras extra"],
  [
    "third_protein",
    "(?:third|3rd|extra|additional|another|3) (?:protein|meat)s?|(?:third|3rd) (?:choice|one)",
  ],
  ["fried_rice", "(?:fried|hibachi) rice|rice|arroz(?: frito)?"],
  ["yum_yum_sauce", "yum[- ]?yum(?: sauce)?|white sauce|pink sauce|salsa yum yum"],
  ["ginger_sauce", "ginger(?: sauce| dressing)?"],
  ["sauces", "(?:house )?sauces?|salsas?"],
  ["gyoza", "g[yi]o[zs]as?|dumplings?|pot ?stickers?"],
  ["yakisoba_noodles", "(?:yakisoba )?noodles?|yakisoba|lo mein|fideos"],
  ["edamame", "edamames?|edemame"],
  ["salad", "salads?|ensalada"],
  ["sake", "sak[eé]"],
  ["lobster_tail", "lobsters?(?: tails?)?|lobstah|langosta"],
  ["filet_mignon", "(?:filets?|fillets?|filete?)(?: mignons?)?|mignon"],
  ["salmon", "salmon|salmón"],
  ["scallops", "scallops?|callos?"],
  ["chicken", "chickens?|chiken|chkn|pollo"],
  ["ny_strip_steak", "(?:ny|new york)(?: strip)?(?: steaks?)?|strip steaks?|steaks?|beef|carne|bistec"],
  ["shrimp", "shrimps?|prawns?|camar[oó]n(?:es)?"],
  ["tofu", "tofu|bean curd"],
  ["vegetables", "vegetables?|veggies|veggie option|verduras"],
]
const ALL = new RegExp(LEXICON.map(([item, words]) => `(?<${item}>\\b(?:${words})\\b)`).join("|"), "gi")

/** An upgrade is chosen per guest and protein, so "12 guests, 10 filet" counts filets. */
const BEFORE =
  /(?:(\d{1,3}|all|everyone|everybody|half)(?: ?x ?| ?× ?)?(?: (?:of (?:us|them|(?:the|our|my) (?:\d+ )?(?:guests|adults|people|friends|kids))|of (?:them|those|you)|people|guests|adults|ppl|kids|folks|who (?:pays?|eats?|(?:is|are) (?:paying|eating|coming))|on the list|takes?|taking|took|go(?:es)? for|going for|go with|switch(?:es)? to|orders?(?: of)?|portions?(?: of)?|servings?(?: of)?|plates?(?: of)?|sides?(?: of)?|will|would|wants?|'d|like|love|prefers?|gets?|getting|having|have|has|to|need|the|a|an?|eats?|adds?|adding|do|doing|with|more|upgraded?|upgrading|upgrades|chose|choose|and|for|quieren|want|tails?))* ?)$/i
const AFTER =
  /^(?: tails?)? ?(?:x ?(\d{1,3})|\((\d{1,3})\)|for (\d{1,3})(?! ?(?:pm|am|:|people|guests|adults|ppl|persons|kids|\d))|for (everyone|everybody|all)|\* ?(\d{1,3}))/i
const REMOVE =
  /\b(?:no|without|not?|skip|remove|drop|cancel|minus|hold the|take (?:off|out)|less|fewer|sin|swap(?: out)?|instead of|rather than|get rid of|don'?t want)(?: the| any| my| our| \d+)? ?$/i
const ADD =
  /\b(?:add(?:ing)?|include|throw in|upgrade(?:d)?(?: \w+)? to|switch(?:ed)? to|change(?:d)?(?: \w+)? to|plus|swap(?: \w+){0,3} (?:for|to))(?: \w+)?(?: the| an?| \d+)?(?: orders? of)? ?$/i
const WANT =
  /\b(?:wants?|would like|'d like|like|prefer|get|have|having|quiero|quieren|with|choose|chose|for us|love|order|pick)\b[^.?!]{0,40}$/i

function countOf(before: string, after: string): number | "all" | null {
  const behind = AFTER.exec(after)
  if (behind) {
    if (behind[4]) return "all"
    return Number(behind[1] ?? behind[2] ?? behind[3] ?? behind[5])
  }
  const ahead = BEFORE.exec(before)?.[1]
  if (!ahead || /^half$/i.test(ahead)) return /\b(?:an?|an order of) $/i.test(before) ? 1 : null
  return /^\d/.test(ahead) ? Number(ahead) : "all"
}

function actionOf(before: string): ItemSlot["action"] {
  if (REMOVE.test(before)) return "remove"
  if (ADD.test(before)) return "add"
  return WANT.test(before) || BEFORE.test(before) ? "want" : "mention"
}

/** Everything of the menu that is named, with counts ("two of us want lobster", "lobster x4") and what shall happen to it. */
export function findItems(text: string): Pick<Slots, "items" | "thirdProteins"> & { rest: string } {
  const items: ItemSlot[] = []
  const thirdProteins: Slots["thirdProteins"] = []
  let rest = text
  for (const match of text.matchAll(ALL)) {
    const item = LEXICON.find(([key]) => match.groups?.[key] !== undefined)?.[0]
    if (!item) continue
    const before = text.slice(0, match.index).replace(/ ?\([^()]*\)/g, "")
    const behind = text.slice(match.index + match[0].length)
    const behindNote = behind.replace(/^ ?\([^()]*\)/, "")
    const count = countOf(before, behindNote)
    // "Lobster for 4" is no party of 4.
    rest = blankOut(rest, match.index, match[0].length + (AFTER.exec(behind)?.[0].length ?? 0))
    const slot: ItemSlot = { item, count, action: actionOf(before) }
    const known = items.find((other) => other.item === item)
    if (!known) items.push(slot)
    else if (known.count === null && known.action !== "remove") Object.assign(known, slot)
    if (item === "third_protein") {
      const named = thirdProteinAfter(text.slice(match.index + match[0].length))
      thirdProteins.push({ count, ...(named ? { item: named } : {}) })
    }
  }
  return { items, thirdProteins, rest }
}

function thirdProteinAfter(text: string): Item | undefined {
  const near = text.slice(0, 30)
  if (!/^[ (:,-]*(?:of|like|being|is|as|with|=)? ?/i.test(near)) return undefined
  const match = [...near.matchAll(ALL)][0]
  return match && match.index <= 14
    ? LEXICON.find(([key]) => match.groups?.[key] !== undefined)?.[0]
    : undefined
}

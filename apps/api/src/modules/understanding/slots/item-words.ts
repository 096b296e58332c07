import type { Mention } from "./party-nodes.ts"
import type { Item } from "./slots.ts"

const LEXICON: [Item, string][] = [
  [
    "extra_fried_rice",
    "(?:extra|more|additional|another|double|side of) (?:fried )?rice|(?:fried )?rice extra|arroz extra",
  ],
  [
    "extra_vegetables",
    "(?:extra|more|additional|side of) (?:vegetables|veggies|veg|vegetable)|(?:vegetables|veggies) extra|verduras extra",
  ],
  [
    "third_protein",
    "(?:third|3rd|extra|additional|another|3) (?:proteins?|meats?|prote[ií]na)|(?:third|3rd) (?:choice|one|pick|main)|(?<=\\bas (?:the|a|their|my|his|her|our) )(?:third|3rd)|tercera prote[ií]na|prote[ií]na extra",
  ],
  ["fried_rice", "(?:fried|hibachi) rice|rice|arroz(?: frito)?"],
  ["yum_yum_sauce", "yum[- ]?yum(?: sauce)?|white sauce|pink sauce|salsa yum yum"],
  ["ginger_sauce", "ginger(?: sauce| dressing)?"],
  ["sauces", "(?:house )?sauces?|salsas?"],
  ["gyoza", "g[yi]o[zs]as?|dumplings?|pot ?stickers?"],
  ["yakisoba_noodles", "(?:yakisoba )?noodles?|yakisobas?|lo mein|fideos"],
  ["edamame", "edamames?|edemame|edamami"],
  ["salad", "salads?|ensalada"],
  ["sake", "sak[eé]s?"],
  ["lobster_tail", "lobsters?(?: tails?)?|lobstah|lob tails?|langostas?"],
  ["filet_mignon", "(?:filets?|fillets?|filete?)(?: mignons?)?|mignon"],
  ["salmon", "salmons?|salmón"],
  ["scallops", "scallops?|callos?|vieiras?"],
  ["chicken", "chickens?|chiken|chkn|pollo"],
  ["ny_strip_steak", "(?:ny|new york)(?: strip)?(?: steaks?)?|strip steaks?|steaks?|beef|carne|bistec"],
  ["shrimp", "shrimps?|prawns?|camar[oó]n(?:es)?"],
  ["tofu", "tofu|bean curd"],
  ["vegetables", "vegetables?|veggies|veggie option|verduras"],
]
const ALL = new RegExp(LEXICON.map(([item, words]) => `(?<${item}>\\b(?:${words})\\b)`).join("|"), "gi")

/** "2 of those 4 want it for both": the dish of before. */
const AGAIN = /\b(?:it|that|them)\b(?= (?:for|as) both\b| twice\b)/gi

/** Everything of the menu that is named, in the order of naming. */
export function findMentions(text: string): Mention[] {
  const named = [...text.matchAll(ALL)].flatMap((match) => {
    const item = LEXICON.find(([key]) => match.groups?.[key] !== undefined)?.[0]
    return item ? [{ item, start: match.index, end: match.index + match[0].length }] : []
  })
  const again = [...text.matchAll(AGAIN)].flatMap(({ index, 0: word }) => {
    const before = named.findLast(({ end }) => end <= index)
    return before ? [{ item: before.item, start: index, end: index + word.length }] : []
  })
  return [...named, ...again].sort((a, b) => a.start - b.start)
}

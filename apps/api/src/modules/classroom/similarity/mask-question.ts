import type { Understanding } from "#modules/understanding/index.ts"
import { toPlainText } from "#modules/understanding/index.ts"

const MASKS: [RegExp, string][] = [
  [
    /\b(?:the )?(?:same|that) (?:day|date|(?:mon|tues|wednes|thurs|fri|satur|sun)day|weekend|night|evening)\b/gi,
    "<date>",
  ],
  [/\b(?:the )?same (?:time|hour)\b/gi, "<time>"],
  [/\b[\w.+-]+@[\w-]+(?:\.[\w-]+)+\b/g, "<email>"],
  [/(?<![\d-])(?:\+?1[ .-]?)?\(?\d{3}\)?[ .-]?\d{3}[ .-]?\d{4}(?!\d)/g, "<phone>"],
  [/\bMH-[A-Z0-9-]{3,}\b/gi, "<booking>"],
  [/\$ ?\d[\d,.]*k?|\b\d[\d,.]* ?(?:dollars|bucks|usd)\b/gi, "<money>"],
  [/\b\d+(?:\.\d+)?[ -]?(?:miles?|mi)\b/gi, "<distance>"],
  [/\b\d+ ?(?:%|percent)/gi, "<percent>"],
  [/\b(?:\d+|an?)[ -](?:hours?|days?|weeks?|months?|minutes?)\b/gi, "<duration>"],
  [
    /\b\d{1,5}(?: ?(?:-|to) ?\d{1,5})? ?-?(?:adults?|grown[- ]?ups?|people|persons?|guests?|ppl|kids?|children|child|of us|friends|toddlers?|little ones|babies|folks)\b|\b(?:party|group|wedding|table) of \d+/gi,
    "<guests>",
  ],
]
/** Kinds of dishes are kept apart, because an upgrade is asked about in other words than a sauce. */
const ITEM_MASKS: [RegExp, string][] = [
  [/\b(?:salmon|scallops?|filets?(?: mignons?)?|lobsters?(?: tails?)?)\b/gi, "<upgrade>"],
  [
    /\b(?:gyozas?|dumplings|yakisoba(?: noodles?)?|noodles?|extra (?:fried )?rice|extra vegetables|edamame)\b/gi,
    "<extra>",
  ],
  [/\b(?:fried rice|yum[- ]?yum(?: sauce)?|white sauce|ginger sauce|salad|rice)\b/gi, "<dish>"],
  [/\b(?:chicken|ny strip(?: steaks?)?|strip steaks?|steaks?|shrimps?|tofu)\b/gi, "<protein>"],
  [/\bsake\b/gi, "<drink>"],
]
const ALLERGEN_NAMES =
  /\b(?:gluten|wheat|soy|eggs?|shell ?fish|fish|sesame|dairy|milk|butter|tree nuts?|peanuts?|nuts?|mustard|celiac)\b/gi

function hide(text: string, phrase: string | undefined, mask: string): string {
  return phrase ? text.replace(phrase, ` ${mask} `) : text
}

/** The question with its slots replaced by their kinds, so that only the way of asking is compared. */
export function maskQuestion(understanding: Understanding): string {
  const { slots } = understanding
  let text = toPlainText(understanding.text, understanding.language)
  for (const date of slots.dates) text = hide(text, date.phrase, "<date>")
  text = hide(text, slots.time?.phrase, "<time>")
  for (const part of [slots.place?.street, slots.place?.zip]) text = hide(text, part, "<place>")
  if (slots.place?.city)
    text = text.replace(new RegExp(`\\b${slots.place.city}\\b(?:,? [A-Z]{2}\\b)?`, "gi"), "<place>")
  if (slots.name) text = hide(text, slots.name, "<name>")
  for (const [words, mask] of [...MASKS, ...ITEM_MASKS]) text = text.replace(words, mask)
  return text
    .replace(ALLERGEN_NAMES, "<allergen>")
    .replace(/\b\d[\d,.]*(?:st|nd|rd|th)?\b/g, "<number>")
    .replace(/\s+/g, " ")
    .trim()
}

/** Numbers of the question that no date or time has taken, ascending: whatever they count, they must agree. */
export function readNumbers(understanding: Understanding): string[] {
  let text = toPlainText(understanding.text, understanding.language)
  for (const { phrase } of understanding.slots.dates) text = hide(text, phrase, " ")
  text = hide(text, understanding.slots.time?.phrase, " ")
  return (text.match(/\d+(?:[.,]\d+)*/g) ?? []).map((number) => number.replace(/,(?=\d{3})/g, "")).sort()
}

import type { Language } from "../language.ts"

const UNITS: Record<string, number> = Object.fromEntries(
  `zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
  eighteen nineteen`
    .split(/\s+/)
    .map((word, value) => [word, value]),
)
const TENS: Record<string, number> = {
  twenty: 20,
  thirty: 30,
  forty: 40,
  fourty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
}
const SPANISH_NUMBERS: Record<string, number> = {
  dos: 2,
  tres: 3,
  cuatro: 4,
  cinco: 5,
  seis: 6,
  siete: 7,
  ocho: 8,
  nueve: 9,
  diez: 10,
  once: 11,
  doce: 12,
  trece: 13,
  catorce: 14,
  quince: 15,
  dieciséis: 16,
  dieciseis: 16,
  diecisiete: 17,
  dieciocho: 18,
  diecinueve: 19,
  veinte: 20,
  veinticinco: 25,
  treinta: 30,
  cuarenta: 40,
  cincuenta: 50,
  cien: 100,
}

const unit = Object.keys(UNITS)
  .slice(1)
  .sort((a, b) => b.length - a.length)
  .join("|")
const ten = Object.keys(TENS).join("|")
const NUMBER_WORDS = new RegExp(
  `(?!(?<=\\b(?:no|any|every|some|which|this|that|the|each|last|next|good) )one\\b(?! hundred))\\b(?:(?:(a|one|${unit}) hundred(?: and)?[ -]?)?(?:(${ten})[ -]?(${unit})?|(${unit})(?! hundred\\b))|(a|one|${unit}) hundred)\\b`,
  "gi",
)

function numberOf(word: string | undefined): number {
  if (!word) return 0
  const known = word.toLowerCase()
  if (known === "a") return 1
  return UNITS[known] ?? TENS[known] ?? 0
}

function replaceNumberWords(text: string): string {
  return text.replace(NUMBER_WORDS, (_, hundreds, tens, ones, single, alone) => {
    if (alone) return String(numberOf(alone) * 100)
    return String(numberOf(hundreds) * 100 + numberOf(tens) + numberOf(ones) + numberOf(single))
  })
}

/** "Thirty eight point two five" is spoken 38.25; the words for the digits are digits already. */
function replaceSpokenDecimals(text: string): string {
  return text.replace(
    /\b(\d{1,4}) point ((?:\d|oh|zero)(?: (?:\d|oh|zero))*)\b/gi,
    (_, whole: string, digits: string) => `${whole}.${digits.replace(/oh|zero/gi, "0").replaceAll(" ", "")}`,
  )
}

/** Spans of time that are no whole number of hours. */
function replaceSpans(text: string): string {
  return text
    .replace(/\b(?:an|one|1) hour and a half\b|\b1\.5 hours\b/gi, "90 minutes")
    .replace(/\b(?:a )?half (?:an |a )?hour\b/gi, "30 minutes")
    .replace(/\bthree quarters? of an hour\b/gi, "45 minutes")
    .replace(/\b(?:a )?quarter (?:of an )?hour\b/gi, "15 minutes")
}

function replaceDozens(text: string): string {
  return text
    .replace(/\bhalf (?:a |of a )?dozen\b/gi, "6")
    .replace(/\b(\d+) dozen\b/gi, (_, count: string) => String(Number(count) * 12))
    .replace(/\ba dozen\b|\bdozen(?= (?:people|guests|adults|of us|friends))/gi, "12")
    .replace(/\ba couple(?: of)?(?= \p{L})/giu, "2")
    .replace(/\ba couple\b(?! \p{L})/giu, "2")
    .replace(/\ba pair of\b/gi, "2")
}

/** The text with number words in digits ("twenty five" → 25, "a dozen" → 12), straight quotes and single blanks. */
export function toPlainText(text: string, language: Language): string {
  let plain = text
    .replace(/[’‘`´]/g, "'")
    .replace(/[“”]/g, '"')
    .replace(/[‐‑‒–—]/g, "-")
    .replace(/\s+/g, " ")
    .trim()
  plain = replaceDozens(replaceSpokenDecimals(replaceNumberWords(replaceSpans(plain))))
  if (language !== "es") return plain
  return plain.replace(/\p{L}+/gu, (word) => {
    const value = SPANISH_NUMBERS[word.toLowerCase()]
    return value === undefined ? word : String(value)
  })
}

/** Blanks a part that one reader has understood, so that the next does not read it again; positions stay. */
export function blankOut(text: string, start: number, length: number): string {
  return text.slice(0, start) + " ".repeat(length) + text.slice(start + length)
}

const stopWords = new Set(
  `a about all also am an and any are as at be been but by can could did do does doing done for from get
  give go had has have hello hey hi how i if in into is it its just know let like many may me more my need no not of
  on one or our out over per please should so some tell than thank thanks that the their them then there
  these they this to too up us use very want was we were what when where which who why will with would you
  your yours here i'm it's we're`.split(/\s+/),
)

// General English only, so that a question and a record meet; nothing of any business.
const sameMeaning: Record<string, string> = {
  cost: "price",
  costs: "price",
  charge: "price",
  much: "price",
  kid: "child",
  kids: "child",
  children: "child",
  cancellation: "cancel",
  canceled: "cancel",
  cancelled: "cancel",
  rains: "rain",
  rainy: "rain",
  weather: "rain",
}

const negations = new Set(["not", "no", "never", "none", "cannot", "without", "n't", "isn", "don", "doesn"])

/** A number as written in a text. */
export type NumberMention = { value: number; isMoney: boolean; text: string; index: number }

/** The words of the text in lower case, without punctuation. */
export function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}][\p{L}\p{N}'’]*/gu) ?? []
}

/** The stems of the words that carry meaning, each once. */
export function contentWords(text: string): Set<string> {
  const words = text
    .replaceAll(/([a-z])([A-Z])/g, "$1 $2")
    .split(/[\s._\-/|]+/)
    .flatMap(wordsOf)
    .filter((word) => !stopWords.has(word))
  return new Set(words.map(stem))
}

/** The share, 0 to 1, of the first text's content words that the second also has. */
export function coverage(part: string, whole: string): number {
  const needed = contentWords(part)
  if (needed.size === 0) return 0
  const found = contentWords(whole)
  return [...needed].filter((word) => found.has(word)).length / needed.size
}

/** How many content words both texts have. */
export function sharedWords(one: string, other: string): number {
  const words = contentWords(other)
  return [...contentWords(one)].filter((word) => words.has(word)).length
}

/** All numbers of the text in order; references such as `fact:12` are not numbers. */
export function numbersIn(text: string): NumberMention[] {
  const pattern = /(?<![\w:.])(\$\s?)?(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?/g
  return [
    ...text.replaceAll(/fact:[\w.:-]+/g, (reference) => " ".repeat(reference.length)).matchAll(pattern),
  ].map((match) => ({
    value: Number(`${match[2]?.replaceAll(",", "")}${match[3] ?? ""}`),
    isMoney: match[1] !== undefined,
    text: match[0],
    index: match.index,
  }))
}

/** Whether the text denies something. */
export function isNegative(text: string): boolean {
  return wordsOf(text.replaceAll(/n['’]t\b/g, " not")).some((word) => negations.has(word))
}

/** The sentences of a text, trimmed, without empty ones. */
export function sentencesOf(text: string): string[] {
  return text
    .split(/(?<=[.!?])\s+|\n+/)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== "")
}

/** The text as a sentence: first letter large, a full stop at the end. */
export function asSentence(text: string): string {
  const trimmed = text.trim()
  if (trimmed === "") return ""
  const ended = /[.!?…:]["')\]]?$/.test(trimmed) ? trimmed : `${trimmed}.`
  return ended.charAt(0).toUpperCase() + ended.slice(1)
}

/** A name such as `travel.feePerMile` in plain words: "travel fee per mile". */
export function plainName(name: string): string {
  return name
    .replaceAll(/([a-z])([A-Z])/g, "$1 $2")
    .replaceAll(/[._\-/]+/g, " ")
    .toLowerCase()
    .trim()
}

function stem(word: string): string {
  const plain = word.replaceAll("’", "'").replace(/'s?$/, "")
  const known = sameMeaning[plain]
  if (known) return known
  if (plain.length > 4 && plain.endsWith("ies")) return `${plain.slice(0, -3)}y`
  if (plain.length > 5 && plain.endsWith("ing")) return plain.slice(0, -3)
  if (plain.length > 4 && plain.endsWith("ed")) return plain.slice(0, -2)
  if (plain.length > 3 && plain.endsWith("s") && !plain.endsWith("ss")) return plain.slice(0, -1)
  return plain
}

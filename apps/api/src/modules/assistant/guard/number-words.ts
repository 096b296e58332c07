const UNITS: Record<string, number> = {
  zero: 0,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  thirteen: 13,
  fourteen: 14,
  fifteen: 15,
  sixteen: 16,
  seventeen: 17,
  eighteen: 18,
  nineteen: 19,
}
const TENS: Record<string, number> = {
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
}
const WORD = `(?:${[...Object.keys(UNITS), ...Object.keys(TENS), "hundred", "thousand", "dozen"].join("|")})`

/** Finds `fifty-five`, `a hundred`, `two thousand one hundred and ten`. A lone `one` is no number here: it is a pronoun too often. */
const NUMBER_WORDS = new RegExp(
  `\\b(?:(?:an?|half a)\\s+(?=hundred|thousand|dozen))?${WORD}(?:(?:\\s+and\\s+|[\\s-]+)${WORD})*\\b`,
  "gi",
)

/** @returns the text with numbers in words as digits, so that one set of patterns reads both. */
export function digitsForWords(text: string): string {
  return text.replace(NUMBER_WORDS, (phrase) =>
    splitNumbers(phrase)
      .map((part) => (/^one$|^\W|^\s*and\s*$/i.test(part) ? part : String(numberOf(part))))
      .join(""),
  )
}

/** "Five and six" are two numbers, "a hundred and six" is one. @returns numbers and what stands between them. */
function splitNumbers(phrase: string): string[] {
  const parts: string[] = []
  let last = ""
  for (const piece of phrase.split(/(\s+and\s+|[\s-]+)/i)) {
    const isBetween = /^(?:\s+and\s+|[\s-]+)$/i.test(piece)
    if (isBetween) parts.push(piece)
    else if (parts.length < 2 || !goesOn(last, parts.at(-1) ?? "", piece)) parts.push(piece)
    else parts.splice(-2, 2, (parts.at(-2) ?? "") + parts.at(-1) + piece)
    if (!isBetween) last = piece.toLowerCase()
  }
  return parts
}

function goesOn(before: string, between: string, word: string): boolean {
  if (/^(?:an?|half)$/.test(before) || /^(?:hundred|thousand)$/.test(before)) return true
  if (/and/i.test(between)) return false
  if (/^(?:hundred|thousand|dozen|a)$/i.test(word)) return true
  return before in TENS && (UNITS[word.toLowerCase()] ?? 10) < 10
}

function numberOf(phrase: string): number {
  const words = phrase.toLowerCase().split(/[\s-]+/)
  if (words[0] === "half") return 6
  let total = 0
  let current = 0
  for (const word of words) {
    const small = UNITS[word] ?? TENS[word]
    if (small !== undefined) current += small
    else if (word === "hundred") current = Math.max(current, 1) * 100
    else if (word === "dozen") current = Math.max(current, 1) * 12
    else if (word === "thousand") {
      total += Math.max(current, 1) * 1000
      current = 0
    }
  }
  return total + current
}

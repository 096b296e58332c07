import { foldAccents } from "../fold-accents.ts"
import { SPANISH_WORDS } from "./spanish-words.ts"

const LONGEST_PHRASE = 5
const BRACES = /^([^{]*)\{([^}]*)\}(.*)$/

/** @returns the phrase in each of its endings: "alergic{o,a}" is two. */
function spellOut(phrase: string): string[] {
  const [, before = "", endings, after = ""] = phrase.match(BRACES) ?? []
  if (endings === undefined) return [phrase.replace(/\s+/g, " ").trim()]
  return endings.split(",").flatMap((ending) => spellOut(`${before}${ending}${after}`))
}

/** Alternatives stand apart by bars outside of braces, and there are none inside. */
function readLine(line: string): (readonly [string, string])[] {
  const [phrases = "", meant = ""] = line.split(" = ")
  return phrases
    .split("|")
    .flatMap(spellOut)
    .map((phrase) => [phrase, meant.trim()] as const)
}

/** @returns every phrase with what it means, in the order of the lines. */
export function readMeanings(): (readonly [string, string])[] {
  return SPANISH_WORDS.split("\n")
    .filter((line) => line.includes(" = "))
    .flatMap(readLine)
}

const MEANINGS = new Map(readMeanings())

const MONTHS = "enero|febrero|marzo|abril|mayo|junio|julio|agosto|sep?tiembre|octubre|noviembre|diciembre"
const END = "(?![\\p{L}\\p{N}])"

/** Turns around a number: "10 de julio" → "July 10", "las 6 de la tarde" → "6 pm", "tiene 8 años" → "is 8 years old". */
const TURNS: readonly (readonly [RegExp, string])[] = [
  [/\b[qk]\b/giu, "que"],
  [/\b(\d+) ?mi\b/giu, "$1 miles"],
  [new RegExp(`\\b(\\d{1,2})(?:ro|º)? de (${MONTHS})${END}`, "giu"), "$2 $1"],
  [/\b(?:a |para )?las? (\d{1,2}(?::\d\d)?) ?(?:pm|de la (?:tarde|noche))(?!\p{L})/giu, "at $1 pm"],
  [/\b(?:a |para )?las? (\d{1,2}(?::\d\d)?) ?(?:am|de la ma[nñ]ana)(?!\p{L})/giu, "at $1 am"],
  [/\ba las (\d{1,2}(?::\d\d)?)\b/giu, "at $1"],
  [/\btienen (\d+)(?: a[nñ]os)?(?!\p{L})/giu, "are $1 years old"],
  [/\btiene (\d+)(?: a[nñ]os)?(?!\p{L})/giu, "is $1 years old"],
  [/\bcumple (\d+)(?: a[nñ]os)?(?!\p{L})/giu, "turns $1"],
  [/\b(\d+) d[ií]as de anticipaci[oó]n/giu, "$1 days before"],
  [/\b(?:como )?a (?:unas |como )?(\d+) millas/giu, "$1 miles"],
  [/\b(\d+) (?:millas|miles) de(?: su| la)?(?: estaci[oó]n(?: de)?)?(?!\p{L})/giu, "$1 miles from"],
  [/\b(?:de )?(\d+) a (\d+)\b/giu, "$1 to $2"],
  [/\b(\d+) (\p{L}+) m[aá]s\b/giu, "$1 more $2"],
  [/\b(\d+) (?:ro|da|er)\b/giu, "$1"],
]

/** English words too: Spanish only beside a word that is nothing else. */
const IN_BOTH = new Set("come son once sale vale me no has he van hay dice real todo solo pie".split(" "))

interface Token {
  word: string
  /** What stands between this word and the next. */
  gap: string
}

function tokensOf(text: string): Token[] {
  return Array.from(text.matchAll(/([\p{L}\p{N}']+)([^\p{L}\p{N}']*)/gu), ([, word = "", gap = ""]) => ({
    word,
    gap,
  }))
}

/** The longest phrase that begins here and is known, with its accents or without. */
function meaningAt(tokens: readonly Token[], start: number): { meant: string; length: number } | undefined {
  for (let length = Math.min(LONGEST_PHRASE, tokens.length - start); length > 0; length--) {
    const phrase = tokens.slice(start, start + length)
    if (phrase.slice(0, -1).some(({ gap }) => gap.trim() !== "")) continue
    const words = phrase.map(({ word }) => word.toLowerCase()).join(" ")
    const meant = (beginsClause(tokens, start) ? meaningOf(`^${words}`) : undefined) ?? meaningOf(words)
    if (meant === undefined) continue
    return length > 1 || isSpanish(tokens, start) ? { meant, length } : undefined
  }
  return undefined
}

function meaningOf(words: string): string | undefined {
  return MEANINGS.get(words) ?? MEANINGS.get(foldAccents(words))
}

function beginsClause(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1]
  return (
    !before || /[.,:;!?\n]/.test(before.gap) || /^(?:y|o|pero|ustedes|tambien|también)$/i.test(before.word)
  )
}

/** A name in capitals ("LA") is none of our words, and "come" is Spanish only among Spanish. */
function isSpanish(tokens: readonly Token[], at: number): boolean {
  const word = tokens[at]?.word ?? ""
  if (word.length > 1 && word === word.toUpperCase() && !tokens.every(isCapital)) return /\d/.test(word)
  if (!IN_BOTH.has(word.toLowerCase())) return true
  return [tokens[at - 1], tokens[at + 1]].some((beside) => beside && isOnlySpanish(beside.word))
}

const isCapital = ({ word }: Token) => word === word.toUpperCase()

function isOnlySpanish(word: string): boolean {
  const plain = word.toLowerCase()
  return !IN_BOTH.has(plain) && ![undefined, plain].includes(meaningOf(plain))
}

/** Text in its known phrases and the words between them, each with what follows it. */
function* phrasesOf(tokens: readonly Token[]): Generator<{ start: number; length: number; meant?: string }> {
  for (let at = 0; at < tokens.length; ) {
    const found = meaningAt(tokens, at)
    yield { start: at, length: found?.length ?? 1, ...(found ? { meant: found.meant } : {}) }
    at += found?.length ?? 1
  }
}

function prepare(text: string): string {
  let prepared = text.normalize("NFC").replace(/[¿¡]/g, "")
  for (const [turn, meant] of TURNS) prepared = prepared.replace(turn, meant)
  return prepared
}

function written(
  tokens: readonly Token[],
  { start, length, meant }: { start: number; length: number; meant?: string },
): string {
  return (meant ?? tokens[start]?.word ?? "") + (tokens[start + length - 1]?.gap ?? "")
}

/** @returns Spanish of customers in English, phrase by phrase, for the readers of English; unknown words stay. */
export function glossSpanish(text: string): string {
  const prepared = prepare(text)
  const tokens = tokensOf(prepared)
  const lead = prepared.match(/^[^\p{L}\p{N}']*/u)?.[0] ?? ""
  const gloss = [...phrasesOf(tokens)].map((phrase) => written(tokens, phrase)).join("")
  return (lead + gloss).replace(/ {2,}/g, " ")
}

/** A single word may be a name; from here on a stretch of known words is Spanish. */
const LEAST_SPANISH_WORDS = 2

/** @returns an English text with its Spanish stretches in English too: "what if empieza a llover" of who speaks both. */
export function glossSpanishWithin(text: string): string {
  const tokens = tokensOf(text)
  const phrases = [...phrasesOf(tokens)]
  const lead = text.match(/^[^\p{L}\p{N}']*/u)?.[0] ?? ""
  const isMeant = phrases.map((_, at) => isWithinSpanish(tokens, phrases, at))
  const gloss = phrases.map((phrase, at) => {
    if (isMeant[at]) return written(tokens, phrase)
    const own = tokens.slice(phrase.start, phrase.start + phrase.length)
    return own.map(({ word, gap }) => word + gap).join("")
  })
  return lead + gloss.join("")
}

function isWithinSpanish(
  tokens: readonly Token[],
  phrases: readonly { start: number; length: number; meant?: string }[],
  at: number,
): boolean {
  if (phrases[at]?.meant === undefined) return false
  // "a", "al", "el" join what stands around them.
  const isJoined = (phrase: { start: number; meant?: string } | undefined) =>
    phrase !== undefined && (phrase.meant !== undefined || (tokens[phrase.start]?.word.length ?? 0) <= 2)
  let from = at
  let to = at
  while (isJoined(phrases[from - 1])) from -= 1
  while (isJoined(phrases[to + 1])) to += 1
  const words = phrases
    .slice(from, to + 1)
    .flatMap(({ start, length }) => tokens.slice(start, start + length))
    .filter(({ word }) => word.length > 2 && isOnlySpanish(word))
  return words.length >= LEAST_SPANISH_WORDS
}

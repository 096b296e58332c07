import { type Band, bandOfNoun, IS_ADJECTIVE, IS_RELATION } from "./party-words.ts"
import type { Item } from "./slots.ts"

export type Amount =
  | { kind: "count"; value: number; least?: number }
  /** All of the guests, or of a band of them, less those who are excepted. */
  | { kind: "share"; part: number; of: "everyone" | "adults" | "children"; less: number }
  | { kind: "rest" }
  | { kind: "unknown" }

/** A piece of a sentence: a number with its noun, a dish, a mark, or any other word. */
export interface Node {
  type: "amount" | "item" | "word" | "stop" | "comma" | "open" | "close"
  text: string
  start: number
  end: number
  amount?: Amount
  band?: Band
  /** "4 of us", "6 of the 16": a part of people who are counted elsewhere. */
  isPart?: boolean
  /** One person who is named, not counted: "my husband". */
  isPerson?: boolean
  item?: Item
}

export interface Mention {
  item: Item
  start: number
  end: number
}

interface Token {
  text: string
  start: number
  end: number
  value?: number
}

const TOKEN =
  /\d+(?:st|nd|rd|th)\b|\d{1,3}(?:,\d{3})+(?:\.\d+)?\b|\d+(?:\.\d+)?|\p{L}+(?:['’-]\p{L}+)*|[^\s\p{L}\d]/gu

function tokenize(text: string): Token[] {
  return [...text.matchAll(TOKEN)].map((match) => {
    const word = match[0].toLowerCase()
    const value =
      /^[\d.,]+$/.test(word) && /^\d/.test(word) ? Number(word.replace(/,(?=\d{3}\b)/g, "")) : undefined
    return {
      text: word,
      start: match.index,
      end: match.index + match[0].length,
      ...(value === undefined || Number.isNaN(value) ? {} : { value }),
    }
  })
}

/** Reads tokens from a place on; every reader gives back the node and the place behind it, or nothing. */
type Reader = (tokens: readonly Token[], at: number) => { node: Node; next: number } | undefined

const wordAt = (tokens: readonly Token[], at: number) => tokens[at]?.text ?? ""

function nodeOf(
  tokens: readonly Token[],
  from: number,
  next: number,
  more: Partial<Node> & Pick<Node, "type">,
): { node: Node; next: number } {
  const first = tokens[from]!
  const last = tokens[next - 1]!
  const text = tokens
    .slice(from, next)
    .map((token) => token.text)
    .join(" ")
  return { node: { text, start: first.start, end: last.end, ...more }, next }
}

const OWNERS = /^(?:the|our|my|these|those|your|all)$/
const THEM = /^(?:us|them|you|those|these|which|whom|em|nosotros|ellos)$/

/** "of us", "of the 16", "of my friends": where a part comes from. @returns the place behind it. */
function readPartOf(tokens: readonly Token[], at: number): { next: number; isPart: boolean } {
  if (!/^(?:of|out|de)$/.test(wordAt(tokens, at))) return { next: at, isPart: false }
  let next = at + (wordAt(tokens, at) === "out" ? 2 : 1)
  const isThem = THEM.test(wordAt(tokens, next))
  // "Of those 16" has its number still to come.
  const isCounted = /^(?:these|those)$/.test(wordAt(tokens, next)) && tokens[next + 1]?.value !== undefined
  if (isThem && !isCounted) return { next: next + 1, isPart: true }
  const isOwned = OWNERS.test(wordAt(tokens, next))
  if (isOwned) next++
  if (tokens[next]?.value !== undefined && (isOwned || bandOfNoun(wordAt(tokens, next + 1)))) next++
  const noun = readNoun(tokens, next)
  return isOwned || noun ? { next, isPart: isOwned } : { next: at, isPart: false }
}

/** The noun that is counted, behind its adjectives. */
function readNoun(tokens: readonly Token[], at: number): { next: number; band: Band } | undefined {
  let next = at
  let isGrown = false
  while (IS_ADJECTIVE.test(wordAt(tokens, next)) && next - at < 3) {
    isGrown ||= /^(?:adult|grown)$/.test(wordAt(tokens, next))
    if (wordAt(tokens, next) === "little" && /^ones?$/.test(wordAt(tokens, next + 1)))
      return { next: next + 2, band: "little" }
    if (wordAt(tokens, next) === "grown" && /^ups?$/.test(wordAt(tokens, next + 1)))
      return { next: next + 2, band: "adult" }
    next++
  }
  const band = bandOfNoun(wordAt(tokens, next))
  const isSmall =
    band === "people" && /^(?:little|young|small|tiny)$/.test(wordAt(tokens, next - 1)) && next > at
  if (isSmall) return { next: next + 1, band: "child" }
  if (band) return { next: next + 1, band: isGrown ? "adult" : band }
  return isGrown ? { next, band: "adult" } : undefined
}

/** "12 adults", "4 of us", "6 of the 16 kids", "15 to 20 people", a bare "3". */
const readCount: Reader = (tokens, at) => {
  const first = tokens[at]?.value
  if (first === undefined || !Number.isInteger(first)) return undefined
  let next = at + 1
  let value = first
  const upper = /^(?:-|to|or|a)$/.test(wordAt(tokens, next)) ? tokens[next + 1]?.value : undefined
  if (upper !== undefined && upper > first && upper <= first * 3) {
    value = upper
    next += 2
  }
  const part = readPartOf(tokens, next)
  const noun = readNoun(tokens, part.next)
  return nodeOf(tokens, at, noun?.next ?? part.next, {
    type: "amount",
    amount: { kind: "count", value, ...(value > first ? { least: first } : {}) },
    ...(noun ? { band: noun.band } : {}),
    ...(part.isPart ? { isPart: true } : {}),
  })
}

function ofBand(band: Band | undefined): "everyone" | "adults" | "children" {
  return band === "adult" ? "adults" : band === "child" ? "children" : "everyone"
}

const EXCEPT = /^(?:but|except|minus|besides|excluding|menos)$/

/** "but 2", "except for the kids", "minus my wife": who is left out of all. */
function readExcept(tokens: readonly Token[], at: number): { next: number; less: number; left?: Band } {
  if (!EXCEPT.test(wordAt(tokens, at))) return { next: at, less: 0 }
  let next = at + 1
  while (/^(?:for|the|my|our|of|about)$/.test(wordAt(tokens, next))) next++
  const value = tokens[next]?.value
  if (value !== undefined) {
    const part = readPartOf(tokens, next + 1)
    const noun = readNoun(tokens, part.next)
    return { next: noun?.next ?? part.next, less: value }
  }
  const noun = readNoun(tokens, next)
  if (noun && noun.band !== "people") return { next: noun.next, less: 0, left: noun.band }
  return /^(?:me|i)$/.test(wordAt(tokens, next)) || IS_RELATION.test(wordAt(tokens, next))
    ? { next: next + 1, less: 1 }
    : { next: at, less: 0 }
}

const EVERYONE: Amount = { kind: "share", part: 1, of: "everyone", less: 0 }

/** "incl. the kids", "and the kids" behind all or all adults: nobody is left out. @returns the place behind it. */
function readIncluded(tokens: readonly Token[], at: number, band: Band | undefined): number | undefined {
  const word = wordAt(tokens, at)
  const isJoined = band === "adult" && /^(?:and|&|plus)$/.test(word)
  if (!isJoined && !/^(?:incl|including|included|even|also)$/.test(word)) return undefined
  let next = at + 1
  while (/^(?:\.|the|our|my|all|of)$/.test(wordAt(tokens, next)) && next - at < 4) next++
  const noun = readNoun(tokens, next)
  return noun && noun.band !== band ? noun.next : undefined
}

const EVERY = /^(?:everyone|everybody|every1|todos|todas)$/
const NOT_ALL_GUESTS =
  /^(?:in|together|day|told|that|it|right|good|set|about|standard|regular|is|this|night)$/

/** "Everyone", "all of us", "every adult", "all but 2", "everyone except the kids". */
const readAll: Reader = (tokens, at) => {
  const word = wordAt(tokens, at)
  const isEvery = EVERY.test(word)
  if (!isEvery && !/^(?:all|every|each)$/.test(word)) return undefined
  let next = at + 1
  if (!isEvery && NOT_ALL_GUESTS.test(wordAt(tokens, next))) return undefined
  if (isEvery && wordAt(tokens, next) === "else") {
    return nodeOf(tokens, at, next + 1, { type: "amount", amount: { kind: "rest" } })
  }
  if (wordAt(tokens, next) === "the" && tokens[next + 1]?.value !== undefined) next++
  const counted = isEvery || wordAt(tokens, next) === "of" ? undefined : readCount(tokens, next)
  if (counted?.node.band) return nodeOf(tokens, at, counted.next, { ...counted.node, isPart: true })
  const part = readPartOf(tokens, next)
  if (!part.isPart && wordAt(tokens, next) === "the") part.next = next + 1
  const noun = readNoun(tokens, part.next)
  if (!isEvery && word !== "all" && !noun && !part.isPart) return undefined
  next = noun?.next ?? part.next
  const except = readExcept(tokens, next)
  const included = readIncluded(tokens, next, noun?.band)
  if (included) return nodeOf(tokens, at, included, { type: "amount", amount: EVERYONE, isPart: true })
  const of = except.left === "child" || except.left === "little" ? "adults" : ofBand(noun?.band)
  const amount: Amount = { kind: "share", part: 1, of, less: except.less }
  return nodeOf(tokens, at, except.next, { type: "amount", amount, isPart: true })
}

const FRACTIONS: Record<string, number> = {
  half: 1 / 2,
  mitad: 1 / 2,
  third: 1 / 3,
  thirds: 1 / 3,
  quarter: 1 / 4,
  quarters: 1 / 4,
  fourth: 1 / 4,
  fifth: 1 / 5,
  fifths: 1 / 5,
}

/** "Half of the adults", "a third of us", "2 thirds", "the other half", "the rest". */
const readShare: Reader = (tokens, at) => {
  let next = at
  let times = 1
  if (/^(?:a|the|la)$/.test(wordAt(tokens, next))) next++
  if (wordAt(tokens, next) === "other" && wordAt(tokens, next + 1) === "half") next++
  if (tokens[next]?.value !== undefined && FRACTIONS[wordAt(tokens, next + 1)]) {
    times = tokens[next]!.value!
    next++
  }
  const fraction = FRACTIONS[wordAt(tokens, next)]
  if (fraction === undefined) return undefined
  const part = readPartOf(tokens, next + 1)
  // "A third" without those of whom it is one is an ordinal.
  if (fraction !== 1 / 2 && times === 1 && part.next === next + 1) return undefined
  if (!part.isPart && wordAt(tokens, part.next) === "the") part.next++
  const noun = readNoun(tokens, part.next)
  const amount: Amount = { kind: "share", part: fraction * times, of: ofBand(noun?.band), less: 0 }
  const of = noun ? { band: noun.band } : {}
  return nodeOf(tokens, at, noun?.next ?? part.next, { type: "amount", amount, ...of, isPart: true })
}

const readRest: Reader = (tokens, at) => {
  if (!/^(?:the|los|el)$/.test(wordAt(tokens, at))) return undefined
  const isRest = /^(?:rest|remainder|remaining|others|resto|demás)$/.test(wordAt(tokens, at + 1))
  if (!isRest) return undefined
  const part = readPartOf(tokens, at + 2)
  const noun = readNoun(tokens, part.next)
  const next = noun && wordAt(tokens, at + 1) === "remaining" ? noun.next : part.next
  return nodeOf(tokens, at, next, { type: "amount", amount: { kind: "rest" }, isPart: true })
}

const readVague: Reader = (tokens, at) =>
  /^(?:some|most|several|many|few|algunos)$/.test(wordAt(tokens, at))
    ? nodeOf(tokens, at, at + 1, { type: "amount", amount: { kind: "unknown" }, isPart: true })
    : undefined

/** "My husband", "my dad and my uncle", "my wife and I". */
const readPersons: Reader = (tokens, at) => {
  let next = at
  let value = 0
  for (;;) {
    const isOwned = /^(?:my|our|the|his|her)$/.test(wordAt(tokens, next))
    if (isOwned && IS_RELATION.test(wordAt(tokens, next + 1))) next += 2
    else if (value > 0 && /^(?:i|me|myself)$/.test(wordAt(tokens, next))) next++
    else break
    value++
    if (/^(?:and|&|y)$/.test(wordAt(tokens, next)) && isPersonAt(tokens, next + 1)) next++
    else break
  }
  if (value === 0) return undefined
  return nodeOf(tokens, at, next, {
    type: "amount",
    amount: { kind: "count", value },
    isPart: true,
    isPerson: true,
  })
}

function isPersonAt(tokens: readonly Token[], at: number): boolean {
  return (
    /^(?:i|me|myself)$/.test(wordAt(tokens, at)) ||
    (/^(?:my|our|the|his|her)$/.test(wordAt(tokens, at)) && IS_RELATION.test(wordAt(tokens, at + 1)))
  )
}

/** "The adults get filet": all of them, as no number stands before. */
const readBand: Reader = (tokens, at) => {
  const next = /^(?:the|our|my)$/.test(wordAt(tokens, at)) ? at + 1 : at
  if (!/^(?:adults|grown-ups|grownups|kids|children)$/.test(wordAt(tokens, next))) return undefined
  const of = ofBand(bandOfNoun(wordAt(tokens, next)))
  return nodeOf(tokens, at, next + 1, {
    type: "amount",
    amount: { kind: "share", part: 1, of, less: 0 },
    isPart: true,
    isPerson: true,
  })
}

const READERS: Reader[] = [readShare, readCount, readAll, readRest, readVague, readPersons, readBand]
const MARKS: Record<string, Node["type"]> = {
  ".": "stop",
  "?": "stop",
  "!": "stop",
  ";": "stop",
  ",": "comma",
  "(": "open",
  "[": "open",
  ")": "close",
  "]": "close",
}

/** A smiley ends a thought as a full stop does. */
function typeOf(word: string): Node["type"] {
  return MARKS[word] ?? (/\p{Extended_Pictographic}/u.test(word) ? "stop" : "word")
}

/** A text in pieces: numbers with their nouns, the dishes that were found in it, marks and other words. */
export function readNodes(text: string, mentions: readonly Mention[] = []): Node[] {
  const dishes = [...mentions].sort((a, b) => a.start - b.start)
  const nodes: Node[] = []
  let from = 0
  for (const mention of dishes) {
    nodes.push(...readPlain(text, from, mention.start))
    const { item, start, end } = mention
    nodes.push({ type: "item", text: text.slice(start, end).toLowerCase(), start, end, item })
    from = end
  }
  nodes.push(...readPlain(text, from, text.length))
  return nodes
}

function readPlain(text: string, from: number, to: number): Node[] {
  const tokens = tokenize(" ".repeat(from) + text.slice(from, to))
  const nodes: Node[] = []
  for (let at = 0; at < tokens.length; ) {
    const read = READERS.map((reader) => reader(tokens, at)).find((found) => found !== undefined)
    const { node, next } = read ?? nodeOf(tokens, at, at + 1, { type: typeOf(wordAt(tokens, at)) })
    nodes.push(node)
    at = next
  }
  return nodes
}

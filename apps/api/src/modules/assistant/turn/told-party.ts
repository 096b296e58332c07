import type { Slots } from "#modules/understanding/index.ts"
import { digitsForWords } from "../guard/number-words.ts"

/**
 * A party that its writer says to have booked, without having proven who they are. The rules are told for it, never
 * what is stored of it.
 */
export interface ToldParty {
  /** The local day, ISO; null while only its past was told. */
  date: string | null
  /** The local start, HH:MM. */
  time: string | null
  /** IANA, of the station that the place belongs to; null until a place was named. */
  timeZone: string | null
  /** It was said to be booked already, not only to be on some day. */
  isBooked: boolean
  /** Moves that its host wished and had. */
  movesWished: number
  /** Moves that we or the weather made; they use up nothing. */
  movesMade: number
  /** What was paid so far, deposit included. */
  paidCents: number | null
}

const NOTHING_TOLD: ToldParty = {
  date: null,
  time: null,
  timeZone: null,
  isBooked: false,
  movesWished: 0,
  movesMade: 0,
  paidCents: null,
}

const PARTY =
  "(?:party|parties|hibachi|event|dinner|booking|reservation|celebration|birthday|bash|brunch|lunch|fiesta|chef|anniversary|shower|reunion)"
/** Somebody has a party with us already. */
const BOOKED = new RegExp(
  [
    String.raw`\b(?:we|i)(?:'re| are|'ve been| have been| am|'m) (?:all |already |currently )*(?:booked|scheduled|confirmed|down|on the (?:books|calendar))\b`,
    String.raw`\b(?:we|i|my \w+)(?:'ve| have|'d| had| has)? (?:already |just |actually )*(?:booked|reserved|scheduled)\b`,
    String.raw`\b(?:we|i|my \w+)(?:'ve| have| has)?(?: got| have)? (?:already )?(?:an? |the |our |you |your )?(?:\w+ )?${PARTY} (?:\w+ )?(?:booked|reserved|scheduled|coming|lined up|with you|on the books)\b`,
    String.raw`\b(?:got|have|had|hired)(?: got)? (?:you|y'all|your (?:chef|guy|team))(?: guys| all| people)? (?:booked|scheduled|coming|down|reserved|for|on)\b`,
    String.raw`\b(?:you|your (?:chef|guy|team)|y'all|(?:the|our|my|a) chef)(?:'re| are|'s| is)?(?: guys)? coming\b`,
    String.raw`\b${PARTY}(?:'s| is) (?:all )?(?:booked|scheduled|confirmed)\b`,
    String.raw`\b(?:our|my|the) (?:booked|confirmed|upcoming) ${PARTY}\b`,
  ].join("|"),
  "i",
)
/** A party is on some day: theirs, or one that they only plan. */
const ON_A_DAY = new RegExp(
  String.raw`\b(?:our|my|his|her|their|the) (?:[\w'-]+ ){0,4}?${PARTY}(?: \w+){0,3}?(?: is|'s| was| were| falls| starts?| on| for| this| next| set| at)\b|(?:^|[,.;!?] )(?:(?:hi|hey|so|ok|well),? )?${PARTY}(?: is|'s) (?:on|this|next|set|at|mon|tue|wed|thu|fri|sat|sun|tomorrow|today|tonight|the|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|\d)`,
  "i",
)
const MOVERS = String.raw`(?:you|we|i|they|it|y'all|party|date|booking|dinner|event|that|us|my \w+)`
/** A move that has happened. */
const MOVED = new RegExp(
  String.raw`\b(${MOVERS})(?: guys| all| people)?(?:'ve| have|'d| had|'s| has| was| were| got| are| been| to| already| kindly| just| even| once| then| both| only| now)* (?:moved?|rescheduled?|pushed|postponed?|shifted|bumped|switched|changed (?:it|our date|the date|the day|days))\b(?=.{0,50}\b(?:it|us|our|the|my|once|twice|before|already|to|from|because|due|party|date|day)\b|\W*$)(?! (?:it |us )?(?:if|when))`,
  "gi",
)
/** Not a move that was, but one that is wished, or supposed. */
const WISHED =
  /\b(?:can|could|may (?:i|we)|might|would|will|want(?:ed)?|need(?:ed)?|like|love|if|when|how|whether|please|possible|have to|has to|should|must|able to|try(?:ing)? to|going to|gonna|let'?s|what|is it|do (?:i|we|you)|did you)\b[^.!?;]*$/i
const BY_US =
  /\b(?:rain\w*|storms?|weather|snow\w*|wind\w*|hurricane|thunder\w*|flood\w*|heat ?wave|wildfire|smoke|your (?:chef|cook|side|end|team|fault|mistake|truck|van|staff|people)|(?:chef|cook) (?:was|is|got|fell|called|had)|you(?: guys)? (?:had|needed) to|short[- ]?staffed|double[- ]?booked|over ?booked|not our (?:fault|choice|doing|idea)|you(?:r company)? asked)\b/i
const FOR_US =
  /\b(?:for (?:us|me)|kindly|so (?:kind|nice)|nice enough|kind enough|let (?:us|me)|at our request|we asked|i asked|because (?:of )?(?:my|our|we|i)\b|since (?:we|my|our|i)\b)/i
const PAID =
  /(?<!\b(?:get|gets|getting|be|being|not|never|\w+n't|friends?|neighbou?rs?|cousins?|colleagues?|co-?workers?|somebody|someone|he|she|they|people|others|company)(?: \w+)? )\b(?:pre-?)?paid\b|\b(?:i|we)(?:'ve| have| had)?(?: already| just| both)* (?:sent|put down|put in|transferred)\b|\b(?:transferred|wired|sent over|put down)\b.{0,20}\d/i
const BOUND =
  /[.!?;\n]|\b(?:can|could|may (?:i|we)|if|is it|do (?:i|we|you)|how|what|when|would|please|but|though|and now)\b/i

/** @returns the party that was told so far, with what this message says of it; null while none was. */
export function readToldParty(text: string, slots: Slots, before: ToldParty | null): ToldParty | null {
  const told = { ...(before ?? NOTHING_TOLD) }
  const paidCents = paidIn(text, slots)
  readDay(text, slots, told, paidCents === null ? null : PAID.exec(text))
  const moves = movesIn(text)
  told.movesWished = Math.max(told.movesWished, moves.wished)
  told.movesMade = Math.max(told.movesMade, moves.made)
  if (moves.wished + moves.made > 0) told.isBooked = true
  told.paidCents = paidCents ?? told.paidCents
  const isTold = told.isBooked || told.date !== null
  return isTold ? told : null
}

/** @returns the text without what it tells of earlier moves, so that their reasons are none of the new wish. */
export function withoutEarlierMoves(text: string): string {
  return earlierMoves(text).reduce((rest, { sentence }) => rest.replace(sentence, " "), text)
}

function readDay(text: string, slots: Slots, told: ToldParty, paid: RegExpExecArray | null): void {
  const booked = BOOKED.exec(text)
  const stated = [paid, booked, ON_A_DAY.exec(text), earlierMoves(text)[0]?.match]
  if (paid || (booked && !WISHED.test(text.slice(0, booked.index)))) told.isBooked = true
  for (const match of stated) {
    if (!match || WISHED.test(sentenceBefore(text, match.index))) continue
    const part = partFrom(text, match.index, match[0].length)
    // "First on April 3, and moved to the 17th": the last of them holds.
    const date = slots.dates.findLast(({ phrase, precision }) => precision === "day" && holds(part, phrase))
    if (!date) continue
    told.date = date.date
    told.time = slots.time && holds(part, slots.time.phrase) ? slots.time.time : told.time
  }
}

function holds(part: string, phrase: string): boolean {
  const wanted = phrase.toLowerCase().replace(/[\s.]+$/, "")
  const last = wanted.split(/\s+/).at(-1) ?? wanted
  const words = digitsForWords(part.toLowerCase())
  return words.includes(wanted) || (last.length > 3 && words.includes(last))
}

function sentenceBefore(text: string, index: number): string {
  return (
    text
      .slice(0, index)
      .split(/[.!?;\n]/)
      .at(-1) ?? ""
  )
}

/** From the words that tell of the party up to the next wish or sentence. */
function partFrom(text: string, from: number, least: number): string {
  const rest = text.slice(from + least)
  const end = BOUND.exec(rest)?.index ?? rest.length
  return text.slice(from, from + least + end)
}

interface EarlierMove {
  match: RegExpExecArray
  sentence: string
}

function earlierMoves(text: string): EarlierMove[] {
  const found = [...text.matchAll(MOVED)].filter(({ index }) => !WISHED.test(sentenceBefore(text, index)))
  return found.map((match, at) => {
    const isFirst = at === 0
    const start = isFirst ? match.index - sentenceBefore(text, match.index).length : match.index
    const end = text.slice(match.index).search(/[.!?;\n]|$/) + match.index
    return { match, sentence: text.slice(start, Math.min(end, found[at + 1]?.index ?? end)) }
  })
}

function movesIn(text: string): { wished: number; made: number } {
  const counted = { wished: 0, made: 0 }
  for (const { match, sentence } of earlierMoves(text)) {
    const times = /\b(?:twice|two times|2 times)\b/i.test(sentence) ? 2 : 1
    const isOurs = /^(?:you|y'all|they)$/i.test(match[1] ?? "") && !FOR_US.test(sentence)
    if (BY_US.test(sentence) || isOurs) counted.made += times
    else counted.wished += times
  }
  return counted
}

function paidIn(text: string, slots: Slots): number | null {
  const paid = PAID.exec(text)
  if (!paid || WISHED.test(sentenceBefore(text, paid.index))) return null
  const sums = slots.amountsCents.length > 0 ? slots.amountsCents : bareSums(text.slice(paid.index))
  return sums.length > 0 ? Math.max(...sums) : null
}

const HUNDREDS = /\b(\w+) hundred(?: and)? (\w+(?:[- ]\w+)?)/gi
const SUM = /(?<![\d:/.-])\b(\d{3,5})(\.\d\d)?\b(?![:/-]|\s*(?:people|guests|adults|miles))/g

/** Amounts without a sign, in words or digits: "paid fourteen hundred thirty". */
function bareSums(text: string): number[] {
  const digits = digitsForWords(text.replace(HUNDREDS, (phrase) => phrase.replace(/ and /i, " ")))
  return [...digits.matchAll(SUM)].map(([, whole, cents = ""]) =>
    Math.round(Number(`${whole}${cents}`) * 100),
  )
}

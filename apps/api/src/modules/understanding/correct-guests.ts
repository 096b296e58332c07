import { toPlainText } from "./slots/plain-text.ts"
import type { Slots } from "./slots/slots.ts"
import type { Understanding } from "./understanding.ts"

const BARE_COUNT =
  /^(?:(?:no|nope|sorry|actually|wait|oops|hold on|i mean(?:t)?|make (?:it|that)|rather|correction|it'?s|it is|we'?re|we are|we will be|now|so|ok(?:ay)?|and|then|say|just|only|about|to)[\s,.:-]*)*(\d{1,3})(?:[\s,]+(?:instead|now|then|please|actually|total|in total|sorry|not \d+|of us|people))*\s*[.!?]*$/i

/** "No wait 24, the neighbors are in": the same with its reason behind it. */
const CORRECTING =
  /^(?:(?:no|nope|wait|actually|sorry|oops|correction|scratch that|hold on|i mean(?:t)?|ok(?:ay)?|well|hmm)[\s,.:!-]+)+(?:(?:make (?:it|that)|it'?s|it is|we'?re|we are|now)\s+)?(\d{1,3})(?=\s*[,;.]|\s+(?:since|because|now|as|cause|my|our|if)\b)/i

/** "No, 24" corrects the head count that was talked about. */
function withBareCount(slots: Slots, text: string, previous: Understanding | undefined): Slots {
  const plain = toPlainText(text, "en")
  const count = Number((BARE_COUNT.exec(plain) ?? CORRECTING.exec(plain))?.[1])
  const isAsked = previous?.known.guests !== undefined
  // "And 30?" after a tip of 20 % is a share, not a head count.
  if (count && previous?.asks.some(({ ask }) => ask === "tip.policy"))
    return { ...slots, percentages: [...slots.percentages, count] }
  if (!count || !isAsked || slots.guests || slots.guestsChange || slots.time || slots.date) return slots
  const guests = { adults: count, children: 0, littleOnes: 0, total: count, ages: [] }
  return {
    ...slots,
    guests: { ...guests, areAgesUnknown: false, isTotalOnly: true, isApproximate: false },
  }
}

const FROM_TO =
  /(?<!\b(?:kids?|child|children|boys|girls|toddlers|teens|ones|age|ages|aged|ranging|years?|open) )\bfrom \d{1,3}(?: \w+)? (?:down |up )?to (\d{1,3})\b/i
const COMING =
  /\b(?:only|just|if|but|maybe|now|we(?:'re| are)|it(?:'s| is)) (?:about |like )?(\d{1,3}) (?:of (?:us|them) )?(?:(?:actually|really|will|would|can|do|are) )*(?:com(?:e|ing)|show(?:ing)?(?: up)?|mak(?:e|ing) it|attend(?:ing)?|turn(?:ing)? up|eat(?:ing)?|left)\b/i
const LEADING =
  /^(?:(?:and|so|or|what|if|how|about|with|for|but|only|just|say|then|now|ok(?:ay)?|hmm|well|back|to|the|we|are|had|have|were|be)[\s,]+)+(\d{1,3})(?= (?:but|where|with|of which|including|and \d+ of (?:them|those))\b|, \d+ of (?:them|those))/i

/** "If it's just the 9 of us": whoever was counted before in the same breath. */
const JUST_US =
  /\b(?:just|only)(?: going to)?(?: be)? (?:the )?(\d{1,3}) of us\b(?! (?:\w+ )?(?:orders?|wants?|gets?|takes?|ha(?:s|ve)|eats?|needs?|likes?|would|pay|drink|choose|pick)\b)|\b(?:would|will|might|may) (?:now |only |just )*be (?:just |only )?(?:the )?(\d{1,3}) of us\b/i
const OF_ALL =
  /\b\d{1,3} of the (\d{1,3})(?= (?:(?:are|is|will be) )?(?:actually |really |only |just )*(?:kids|child|toddlers|little|bab|teen|under))/i

const COMPARES =
  /\b(?:more|less|differ\w*|sav(?:e|es|ing)|cheaper|(?:go|goes) (?:up|down)|rises?|drops?|compared?|each|both)\b/i

/** "From 30 to 15 adults", "what if only 26 come", "and 26, but 6 of them are kids": the number that holds from now on. */
function withNewTotal(slots: Slots, text: string, previous: Understanding | undefined): Slots {
  const plain = toPlainText(text, "en")
  const isTalkedAbout = previous?.known.guests !== undefined
  const found =
    FROM_TO.exec(plain) ??
    JUST_US.exec(plain) ??
    (isTalkedAbout ? (OF_ALL.exec(plain) ?? COMING.exec(plain) ?? LEADING.exec(plain)) : null)
  const total = Number(found?.[1] ?? found?.[2])
  if (!total) return slots
  const { guests } = slots
  const isYoungAmong = guests !== undefined && guests.adults === 0 && AMONG.test(plain)
  const isSaid = slots.guestsChange?.to === total || JUST_US.test(plain)
  if (guests && !isYoungAmong && !isSaid) return slots
  const young = isYoungAmong ? guests.children + guests.littleOnes : 0
  if (young > total) return slots
  const { guestsChange: change, ...rest } = slots
  // "If we go from 20 to 26, how much more?" asks about both.
  const isCompared = change?.from !== undefined && change.to !== undefined && COMPARES.test(plain)
  const kept = isCompared ? { guestsChange: change } : {}
  const blank = { children: 0, littleOnes: 0, ages: [], areAgesUnknown: false }
  const { isPart: _part, ...ofBands } = isYoungAmong ? guests : { ...blank, isPart: false }
  return {
    ...rest,
    ...kept,
    guests: { ...ofBands, adults: total - young, total, isTotalOnly: young === 0, isApproximate: false },
  }
}

const CORRECTED =
  /\b(?:actually|really|rather|now|correctly|meant|means?|should (?:be|say|have been)|supposed to be|make (?:it|that)|turns out)\b[^.?!\d]{0,14}\b(\d{1,3})\b(?! ?(?:%|miles?|mi\b|am\b|pm\b|:|\/|th\b|st\b|nd\b|rd\b|dollars|bucks|hours?|days?|weeks?|minutes?|years?|kids?|child|little|toddlers?|bab|filets?|lobsters?|orders?|salmon|scallops?|gyoza|chefs?|of (?:them|us|the)))/i

/** "I told you 20 guests and it's actually 29": the number that corrects stands for the one before. */
function withCorrectedCount(slots: Slots, text: string): Slots {
  const { guests } = slots
  const count = Number(CORRECTED.exec(toPlainText(text, "en"))?.[1])
  if (!count || !guests?.isTotalOnly || slots.guestsChange || slots.date?.phrase.includes(String(count)))
    return slots
  return { ...slots, guests: { ...guests, adults: count, total: count } }
}

const ON_TOP =
  /^(?:(?:oh|ok(?:ay)?|yes|yeah|sorry|wait|forgot)[\s,]+)*(?:and|also|plus)[\s,]+(?:(?:there(?:'s| are| will be)|we(?:'ll)? (?:also )?have|with|we(?:'re| are) bringing|also)\s+)?(?:\d{1,3} (?:more )?(?:kids?|child(?:ren)?|toddlers?|bab(?:y|ies)|little ones?)\b|(?:my|our|her|his) (?:nephew|niece|grandson|granddaughter|grandchild|son|daughter|cousin's (?:kid|son|daughter))\b)/i
const AMONG = /\bof (?:them|those|these|us|which|the)\b|\bincl|\bamong\b|\bare (?:kids|children)\b/i

/** "Oh and five kids" come on top of those who were counted; "and five of them are kids" do not. */
function withYoungOnTop(slots: Slots, text: string, previous: Understanding | undefined): Slots {
  const { guests } = slots
  const isOnTop = guests?.adults === 0 && !slots.guestsChange && previous?.known.guests !== undefined
  const plain = toPlainText(text, "en")
  if (!isOnTop || !ON_TOP.test(plain) || AMONG.test(plain)) return slots
  const { children, littleOnes, total } = guests
  return { ...slots, guestsChange: { by: total, delta: { adults: 0, children, littleOnes } } }
}

/** "Are we stuck paying for 12?": the number of before, which nobody wants any more. */
const PAID_FOR = /\b(?:stuck|still|have|had|need|must)\b[^.?!]{0,15}\bpay(?:ing)? for (?:all )?(\d{1,3})\b/i

function withoutFormerCount(slots: Slots, text: string, previous: Understanding | undefined): Slots {
  const { guests, ...rest } = slots
  const isFormer = guests?.isTotalOnly && guests.total === Number(PAID_FOR.exec(text)?.[1])
  return isFormer && previous?.known.guests ? rest : slots
}

/** "And if we were 12 instead?", "say it's 25": another number is tried. */
const TRIED =
  /\b(?:if|suppose|say|imagine|assuming|with|about) (?:it|we|there|that|the number)(?:'(?:s|re|d be)| was| were| is| are| would be| end(?:ed|s)? up(?: with| at| being)?| got to| had| came to)(?: only| just| about| rather| like)? (\d{1,3})(?= (?:instead|then|of us|rather|people|guests|total)\b|\s*[,.;?!]|\s*$)/i
const SCALES: [RegExp, number][] = [
  [/\b(?:twice|double) (?:as many|that many|the (?:number|guests|people|size|group|head ?count))\b/i, 2],
  [/\bhalf (?:as many|that many|the (?:number|guests|people|size|group|head ?count))\b/i, 1 / 2],
  [
    /\b(?:three times|triple) (?:as many|that many|the (?:number|guests|people|size|group|head ?count))\b/i,
    3,
  ],
]

/** "With twice as many?": every band by so much. */
function withScale(slots: Slots, text: string, previous: Understanding | undefined): Slots {
  const before = previous?.known.guests
  const by = SCALES.find(([words]) => words.test(text))?.[1]
  if (!before || !by || slots.guests) return slots
  const [adults, children, littleOnes] = [before.adults, before.children, before.littleOnes].map((count) =>
    Math.ceil(count * by),
  ) as [number, number, number] // safe: three in, three out
  return {
    ...slots,
    guests: { ...before, adults, children, littleOnes, total: adults + children + littleOnes },
  }
}

const SUM_OF =
  /^(?:(?:so|then|that|this|it|which|now|and|but|ok(?:ay)?|well|oh|we|would|will|should|be|are|is|makes?|making|brings?|puts?|us|to|up|down|in|all|total|altogether|comes|only|just|at)(?:'(?:d|ll|re|s))?[\s,]+)*(\d{1,3})(?:\s+(?:then|now|total|in total|in all|altogether|of us|people|guests|instead))*$/i
const SUMS =
  /\b(?:so|makes?|making|brings?|puts?|then|now|total|altogether|in all|instead)\b|'(?:d|re|ll)\b|\bwould be\b/i

/** "So 33. How much more?", "that makes 20, what does it add?": a head count that stands in a clause of its own. */
function withSum(slots: Slots, text: string, previous: Understanding | undefined): Slots {
  const { guests, guestsChange, date, time } = slots
  if (!previous || guests || guestsChange || date || time) return slots
  const clause = toPlainText(text, "en")
    .split(/[.?!;,\n]+/)
    .map((part) => part.trim())
    .find((part) => SUMS.test(part) && SUM_OF.test(part))
  const count = Number((SUM_OF.exec(clause ?? "") ?? TRIED.exec(toPlainText(text, "en")))?.[1])
  if (!count || previous.asks.some(({ ask }) => ask === "tip.policy")) return slots
  const blank = { children: 0, littleOnes: 0, ages: [], areAgesUnknown: false, isApproximate: false }
  return { ...slots, guests: { ...blank, adults: count, total: count, isTotalOnly: true } }
}

const BACK_TO = /\b(?:back to|just|only)\b[^.?!\d]{0,12}\b\d{1,3} (?:adults?|grown-?ups?)\b/i
/** More than any party has: all of them stay away. */
const ALL = 1000

/** "Back to the 20 adults": the children of the other try go with it. */
function withReset(slots: Slots, text: string, previous: Understanding | undefined): Slots {
  const { guests } = slots
  const before = previous?.known.guests
  const isReset = guests && before && guests.children + guests.littleOnes === 0 && !slots.guestsChange
  if (!isReset || before.children + before.littleOnes === 0 || !BACK_TO.test(toPlainText(text, "en")))
    return slots
  const { guests: _named, ...rest } = slots
  const by = guests.adults - before.adults
  return { ...rest, guestsChange: { by, delta: { adults: by, children: -ALL, littleOnes: -ALL } } }
}

/** The guests as the talk means them: bare numbers, corrections and children on top, read beside what was known. */
export function correctGuests(slots: Slots, text: string, previous: Understanding | undefined): Slots {
  const stated = withoutFormerCount(slots, text, previous)
  const scaled = withScale(withBareCount(stated, text, previous), text, previous)
  const counted = withCorrectedCount(withSum(scaled, text, previous), text)
  return withReset(withYoungOnTop(withNewTotal(counted, text, previous), text, previous), text, previous)
}

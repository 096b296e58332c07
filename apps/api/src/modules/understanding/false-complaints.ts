import type { DetectedAsk } from "./asks/detect-asks.ts"
import { isDispleased } from "./emotion/displeasure.ts"
import type { EmotionReading } from "./emotion/emotion.ts"
import type { Hardship } from "./emotion/hardships.ts"

/** Feelings that complain of nothing. */
export const JOYFUL: readonly string[] = ["happy", "excited", "grateful"]
const CALM: readonly string[] = [...JOYFUL, "neutral", "curious"]
/** Below it a guess at a complaint is no more than a tone; beside what words have proven it must be surer. */
const LIKELY_COMPLAINT = 0.5
const LIKELY_BESIDE_PROVEN = 0.75
/** Another guess with so many times its share is meant instead. */
const SURER = 1.5

/** "Your page only shows 6" beside a clear question complains of nothing. */
function isBesideSurer(asks: readonly DetectedAsk[]): boolean {
  const guess = asks.find(({ ask }) => ask === "complaint")
  if (guess?.source !== "classifier") return false
  const others = asks.filter(({ ask }) => ask !== "complaint" && ask !== "unknown.topic")
  if (others.some(({ source }) => source === "pattern")) return guess.confidence < LIKELY_BESIDE_PROVEN
  const least = Math.min(LIKELY_COMPLAINT, SURER * guess.confidence)
  return guess.confidence < LIKELY_COMPLAINT && others.some(({ confidence }) => confidence > least)
}

/** A calm question in words that nobody foresaw: a person is not called for the likeness of a complaint. */
const LEAST_COMPLAINT = 0.4

function isMereChance(asks: readonly DetectedAsk[]): boolean {
  return asks.every(
    ({ ask, source, confidence, clause }) =>
      ask === "complaint" &&
      source === "classifier" &&
      confidence < LEAST_COMPLAINT &&
      !/\b(?:your?|u|chef)\b/i.test(clause),
  )
}

/** "The chef was lovely otherwise" sweetens what is complained of, and does not take it back. */
const SURE_COMPLAINT = 0.65
const OVERJOYED = /!!|[🎉🥳🎊💍😍]/u
/** "When is he packed up and gone?" wants a time or a number, whatever words of trouble are in it. */
const PLAIN_QUESTION =
  /^\W*(?:(?:and|so|but|also|ok(?:ay)?|hi|hey|then)[\s,]+)*(?:when|what time|at what|how (?:long|much|many|early|late|far|big|soon)|which|where (?:do|does|should|can|will))\b(?!.*\b(?:still|finally|ever|hell|supposed|is (?:my|our) (?:chef|food|refund|money))\b)/i
const NEARLY_SURE = 0.8

function isPlainQuestion(asks: readonly DetectedAsk[]): boolean {
  const guess = asks.find(({ ask }) => ask === "complaint")
  return guess?.source === "classifier" && guess.confidence < NEARLY_SURE && PLAIN_QUESTION.test(guess.clause)
}

/** Without one of these nothing has gone wrong: a calm question or a party that is told complains of nothing. */
const TROUBLE =
  /n'?t\b|\b(?:no|not|none|never|nobody|nothing|late|cold|wrong|missing|short|forg[eo]t\w*|left|broken?|broke|ruin\w*|rude|dirty|small|tiny|twice|overcharg\w*|charged|billed|refund\w*|apolog\w*|promised?|said|told|wait(?:ed|ing)|ignored?|worse|worst|bad|poor\w*|sorry|fix|disappoint\w*|upset|angry|mad|terrible|awful|joke|raw|burn\w*|hard|dry|sick|hurt|damag\w*|stain\w*|spill\w*|yell\w*|smell\w*|drunk|instead|only|just|supposed|mistake|issue|problem|complain\w*|unhappy|unfair|why|but|still|ran out|too)\b/i

/** A guess at a complaint in words without any trouble, beside a question that is clear. */
function isUntroubled(asks: readonly DetectedAsk[], text: string): boolean {
  const guess = asks.find(({ ask }) => ask === "complaint")
  if (guess?.source !== "classifier" || isDispleased(text) || TROUBLE.test(guess.clause)) return false
  return asks.some(
    ({ ask, source, confidence }) =>
      ask !== "complaint" &&
      ask !== "unknown.topic" &&
      (source === "pattern" || confidence > LIKELY_COMPLAINT),
  )
}

/** Troubles that nobody has with us. */
const OWN_TROUBLES: readonly Hardship[] = ["dying", "illness", "separation", "disaster", "money"]
/** Whose own slip it was. */
const OWN_FAULT =
  /\b(?:i|we)(?: just| totally| completely| accidentally| stupidly)? (?:messed|screwed|goofed|mixed|mistyped|miscounted|picked|forgot|misread|got (?:it|the \w+) wrong)\b|(?:^|[.!?;,]\s*)(?:(?:oh|oops|sorry|ah|wait|also|and)[\s,]+)*forgot (?:my|our|the|to|about|that|one|\d)|\bmy (?:own )?(?:mistake|fault|bad|error)\b|\b(?:mad|angry|annoyed|upset) (?:at|with) myself\b/i

const ASKS_SOMETHING = /\?|\b(?:is|are|can|could|would|will|do|does) (?:that|it|you|we|i|there|this)\b/i
/** Others who let somebody down before they came to us. */
const OTHERS_FAULT =
  /\b(?:(?:the|our|my) )?(?:last|other|another|previous|old|former|different) (?:\w+ )?(?:company|caterers?|place|service|guys|vendor|restaurant|outfit|team)\b(?! (?:you|y'all) )|\b(?:my|our|his|her|the) [\w'-]+(?: [\w'-]+)? (?:(?:always|usually|constantly|often) )(?:complain|grumble|find fault)s?\b/i

const OUR_FAULT =
  /\b(?:your? (?:chef|staff|team|people|company|mistake|fault)|the chef|you (?:guys |all )?(?:messed|screwed|forgot|never|did ?n.t|lost|were)|was (?:late|cold|raw|rude))\b/i

/** @returns whether somebody else is blamed, and nobody of ours. */
export function blamesOthers(text: string): boolean {
  return OTHERS_FAULT.test(text) && !OUR_FAULT.test(text)
}

/** @returns the asks without complaints that are none: "We got engaged!!!" shouts too, but complains of nothing; nor does who blames themselves. */
export function withoutFalseComplaint(
  asks: DetectedAsk[],
  { primary, hardship, flags }: EmotionReading,
  text: string,
): DetectedAsk[] {
  const isOwnTrouble = flags.includes("bereavement") || (hardship !== null && OWN_TROUBLES.includes(hardship))
  const isOwnFault =
    (isOwnTrouble || OWN_FAULT.test(text) || OTHERS_FAULT.test(text)) && !OUR_FAULT.test(text)
  const isNone = isBesideSurer(asks) || isUntroubled(asks, text) || (asks.length > 1 && isPlainQuestion(asks))
  if (CALM.includes(primary) && isNone) return asks.filter(({ ask }) => ask !== "complaint")
  if (CALM.includes(primary) && isMereChance(asks)) return [{ ...asks[0]!, ask: "unknown.topic" }]
  if (!JOYFUL.includes(primary) && !isOwnFault) return asks
  const isMixed = primary !== "grateful" && !OVERJOYED.test(text)
  const isSure = ({ source, confidence }: DetectedAsk) =>
    source === "pattern" || (isMixed && confidence >= SURE_COMPLAINT)
  const kept = asks.filter((each) => each.ask !== "complaint" || (isSure(each) && !isOwnFault))
  if (kept.length > 0) return kept
  const ask = ASKS_SOMETHING.test(text) ? "unknown.topic" : "emotional.support"
  return [{ ask, confidence: 0.5, clause: text, source: "classifier" }]
}

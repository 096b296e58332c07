import { findSlots, type SlotsQuestion } from "./slots/find-slots.ts"
import { ADD_ONS, type Slots, UPGRADES } from "./slots/slots.ts"

/** Dishes of one of two ways to feed the same party. */
export type Alternative = Pick<Slots, "items" | "thirdProteins">

const WEIGHS =
  /\b(?:cheaper|cheapest|less expensive|more expensive|which (?:one|is|would|option|way)|either way|both (?:totals|prices|ways)|compare|difference|differ|vs\.?|versus|better deal)\b/i
const PARTS = /\s*(?:[,;:]\s*)?\b(?:or|vs\.?|versus|compared (?:to|with))\b\s*/i

/** "… and 16 adults without": a way that adds no dish. */
const NOTHING = /\bwithout(?: (?:it|them|that|any|upgrades?|extras?))?\W*$|\bno (?:upgrades?|extras?)\W*$/i
const BETWEEN = /\bbetween\b.*\band\b/i

const isOrdered = ({ count, share, action }: Slots["items"][number]) =>
  action !== "remove" && (count !== null || share !== undefined)

/** The priced dishes of one way, or nothing when none is counted. */
function readWay(text: string, question: SlotsQuestion): Alternative | undefined {
  // The guests are known beside it, so a number here counts those who choose.
  const { items, thirdProteins } = findSlots(text, { ...question, isPartyKnown: true })
  if (NOTHING.test(text)) return { items: [], thirdProteins: [] }
  const priced = items.filter((item) => [...UPGRADES, ...ADD_ONS].includes(item.item) && isOrdered(item))
  const thirds = thirdProteins.filter(({ count, share }) => count !== null || share !== undefined)
  return priced.length + thirds.length > 0 ? { items: priced, thirdProteins: thirds } : undefined
}

/**
 * "Which is cheaper: three lobster tails as a third protein, or filet for all twelve?": the two ways in the order of
 * naming; none when the message weighs nothing, or when a way has no dish that is counted.
 */
export function readAlternatives(text: string, question: SlotsQuestion): Alternative[] {
  for (const sentence of WEIGHS.test(text) ? text.split(/(?<=[.?!])\s+|\n+/) : []) {
    const parts = sentence.split(BETWEEN.test(sentence) ? /\s*\band\b\s*/i : PARTS)
    if (parts.length !== 2) continue
    const ways = parts.map((part) => readWay(part.replace(/^.*:/, ""), question))
    const isDishNamed = ways.some((way) => (way?.items.length ?? 0) + (way?.thirdProteins.length ?? 0) > 0)
    if (isDishNamed && ways.every((way) => way !== undefined)) return ways
  }
  return []
}

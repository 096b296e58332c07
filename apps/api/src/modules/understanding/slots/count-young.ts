import type { Band } from "./party-words.ts"
import type { AgeBand } from "./read-ages.ts"
import { ADULT_FROM, type Group, LITTLE_UNTIL } from "./young-groups.ts"

export interface Young {
  children: number
  littleOnes: number
  asAdults: number
  areAgesUnknown: boolean
  ages: number[]
  /** They are some of the guests who are counted elsewhere: "6 of the 16 are kids". */
  isPart: boolean
  /** Shares of all guests that still wait for their number. */
  isShared: boolean
  /** The text without them. */
  rest: string
}

/** A teen who is no child any more and everybody who counts as one. */
const TEENS: AgeBand = { from: ADULT_FROM, to: 19 }
/** @returns how many are children, little ones and grown, by their ages where they were said. */
export function countYoung(groups: readonly Group[]): Omit<Young, "rest"> {
  const young = { children: 0, littleOnes: 0, asAdults: 0 }
  const ages: number[] = []
  let areAgesUnknown = false
  const add = (number: number, band: AgeBand | undefined) => {
    if (number <= 0) return
    if (band && band.to <= LITTLE_UNTIL) young.littleOnes += number
    else if (band && band.from >= ADULT_FROM) young.asAdults += number
    else {
      young.children += number
      areAgesUnknown ||= !band || band.from <= LITTLE_UNTIL || band.to >= ADULT_FROM
    }
  }
  for (const group of groups) {
    ages.push(...group.ages)
    for (const age of group.ages) add(1, { from: age, to: age })
    for (const part of group.parts) add(part.count, part.band)
    const room =
      (group.count ?? 0) - group.ages.length - group.parts.reduce((sum, part) => sum + part.count, 0)
    add(room, group.span ?? examplesOf(group) ?? usual(group.band))
  }
  return {
    ...young,
    ages: ages.sort((a, b) => a - b),
    areAgesUnknown,
    isPart: groups.length > 0 && groups.every((group) => group.isPart),
    isShared: groups.some((group) => group.share !== undefined),
  }
}

function usual(band: Band): AgeBand | undefined {
  if (band === "little") return { from: 0, to: LITTLE_UNTIL }
  return band === "teen" ? TEENS : undefined
}

/** "Five little kids, like three and four years old": ages of some, all within one band, stand for all. */
function examplesOf({ ages }: Group): AgeBand | undefined {
  if (ages.length < 2) return undefined
  const from = Math.min(...ages)
  const to = Math.max(...ages)
  const isOneBand = to <= LITTLE_UNTIL || from >= ADULT_FROM || (from > LITTLE_UNTIL && to < ADULT_FROM)
  return isOneBand ? { from, to } : undefined
}

import { spellNumbersInDigits } from "./read-figures.ts"

const COMMON = new Set(
  "a an the and or but if then so of to in on at for with without from by as is are was were be been being am do does did have has had will would can could may might shall should must it its this that these those there here you your yours we our us i me my they them their he she his her not no yes please just also too very more most any all each every both than per up out about into over what which who how when where why dollar dollars buck bucks usd percent am pm january february march april june july august september october november december monday tuesday wednesday thursday friday saturday sunday".split(
    " ",
  ),
)

/** @returns the words that carry meaning, in lower case and cut to their stems; figures are left out. */
export function contentWords(text: string): string[] {
  const words =
    spellNumbersInDigits(text)
      .toLowerCase()
      .replaceAll("’", "'")
      .match(/[a-z][a-z'-]+/g) ?? []
  return words.filter((word) => !COMMON.has(word)).map(stemOf)
}

/** @returns the share of `text`'s content words that `source` has, 1 for a text without any. */
export function coverage(text: string, source: string): number {
  const wanted = new Set(contentWords(text))
  if (wanted.size === 0) return 1
  const known = new Set(contentWords(source))
  return [...wanted].filter((word) => known.has(word)).length / wanted.size
}

function stemOf(word: string): string {
  return word
    .replace(/'s$/, "")
    .replace(/(?:ies)$/, "y")
    .replace(/(?<=[a-z]{3})(?:ing|ed|es|s|er|ly)$/, "")
    .replace(/e$/, "")
}

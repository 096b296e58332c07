const FILLER = new Set(
  "about after again also been before book booking could does doing down each else ever from give have having hibachi just know like long make many more much need only other party people please problem really should some start than thank that their them then there these they thing this time until want wants what when where which while will with would your yours".split(
    " ",
  ),
)

/** @returns the stems of the words that carry meaning, and the numbers. */
export function stemsOf(text: string): Set<string> {
  const words = (text.toLowerCase().match(/[a-z]{4,}|\d+/g) ?? []).filter((word) => !FILLER.has(word))
  return new Set(words.map((word) => word.replace(/(ies|es|s|ed|ing)$/, "")))
}

/** @returns how many words that carry meaning the passage shares with the question. */
export function sharedWords(question: string, passage: string): number {
  const known = stemsOf(passage)
  return [...stemsOf(question)].filter((stem) => known.has(stem)).length
}

import { joinAgeLists } from "./age-lists.ts"
import { tellAgeOnTheDay } from "./age-on-the-day.ts"
import { writeClockTimes } from "./clock-times.ts"
import { correctSpelling } from "./correct-spelling.ts"
import { writeMoneySigns } from "./money-signs.ts"
import { digitsForDays } from "./ordinals.ts"
import { punctuate } from "./punctuate.ts"
import { SHORTHAND, TURNS_OF_PHRASE } from "./shorthand.ts"

const WORD = /'?[\p{L}\p{N}]+(?:['-][\p{L}]+)*/gu

/** "R." under a letter signs it; it is no "are". */
const INITIAL = /^\s*[A-Z]\.?\s*$/

function spellOut(line: string): string {
  return line.replace(WORD, (word) => SHORTHAND[word.toLowerCase()] ?? word)
}

/**
 * What was meant, in plain English: shorthand written out, slips of the keys corrected, fillers left out, times, amounts
 * and ages in the form that is read. For reading only; what is stored, shown and quoted stays as it was written.
 * @param isAboutStart the talk before was about starts
 */
export function toPlainSpeech(text: string, isAboutStart = false): string {
  let plain = text
    .replace(/[’‘`´]/g, "'")
    .split("\n")
    .map((line) => (INITIAL.test(line) ? line : spellOut(line)))
    .join("\n")
  for (const [words, meant] of TURNS_OF_PHRASE) plain = plain.replace(words, meant)
  plain = digitsForDays(plain)
    .replace(WORD, correctSpelling)
    .replace(/[^\S\n]{2,}/g, " ")
    .trim()
  return punctuate(joinAgeLists(tellAgeOnTheDay(writeMoneySigns(writeClockTimes(plain, isAboutStart)))))
}

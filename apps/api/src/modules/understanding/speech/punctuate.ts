// "Filet mignon 2. Total?" ends with a number; only a bracket makes it a point in the midst of a sentence.
const MARK = /(?:^|(?<=[,;:.?!\n]\s*)|(?<=\s)(?=\(?[1-9a-h]\)))\(?([1-9]|[a-h])[).:](?=\s*\p{L})\s*/gu
const ROMAN = /\((?:i{1,3}|iv|vi{0,3})\)\s*/gi
const FIRST_MARKS = new Set(["1", "a"])

/** "1) is it … 2) when do …": each point on a line of its own, its number gone, since it counts nothing. */
function breakPoints(text: string): string {
  const marks = [...text.matchAll(MARK)]
  const isList = marks.length > 1 && FIRST_MARKS.has(marks[0]?.[1] ?? "") && isRising(marks)
  if (!isList) return (text.match(ROMAN)?.length ?? 0) > 1 ? text.replace(ROMAN, "\n") : text
  // What leads in to the list stays with its first point.
  let isFirst = true
  return text.replace(MARK, () => {
    const between = isFirst ? " " : "\n"
    isFirst = false
    return between
  })
}

function isRising(marks: readonly RegExpMatchArray[]): boolean {
  return marks.every(
    (mark, at) => at === 0 || (mark[1] ?? "").charCodeAt(0) === (marks[at - 1]?.[1] ?? "").charCodeAt(0) + 1,
  )
}

const AUXILIARY =
  "who (?:brings|pays|cleans|provides)|(?:do|does|did|can|could|will|would|should|is|are|am|may|have) (?:you|i|we|they|it|he|she|there|that|this|the|my|our|your|kids|children|anyone|everyone|somebody)"
const QUESTION_WORD =
  "(?:how (?:much|many|long|far|early|late|soon|big|does|do|is|are|would|about|can)|what(?:'s| is| are| time| if| happens| about| do| does| would| kind| else)|when(?:'s| do| does| is| are| can| will| would)|where(?:'s| do| does| is| are| can)|which (?:of|one|ones))"
/** After these the question belongs to what stands before it: "do you know how long", "the price of what is". */
const GOVERNING =
  "know|wonder|wondering|ask|asking|tell|tell me|tell us|see|sure|check|understand|explain|remind me|out|idea|if|whether|than|of|about|on|for|at|by|until|to|in|that|depends|matter|matters|curious|and|or|but|so|also|plus|um|well|exactly|like|is|s"
const RUN_ON = new RegExp(
  `(?<![.?!,;:\\n])(?<!\\b(?:${GOVERNING})) (?=${QUESTION_WORD}\\b)|(?<![.?!;:\\n]),? (?:and|also|but|plus|or|so|oh)(?: (?:and|also|then|um|uh|well|like|i guess|one more thing|another thing|lastly|finally))* (?=(?:${QUESTION_WORD}|${AUXILIARY})\\b)`,
  "gi",
)
/** Longer stretches without a mark were spoken or typed in one go. */
const LONGEST_BREATH = 18

/** "First my cousin comes too second do you need oil and third can we start later": spoken points. */
const COUNTED =
  /[,\s]+(?:and )?(?:first(?:ly)?|second(?:ly)?|third(?:ly)?|fourth(?:ly)?|lastly|finally) (?=(?:my|our|the|we|i|do|does|can|could|is|are|will|would|what|how|when|where|which|who|there)\b)/gi
const isCounted = (line: string) => (line.match(COUNTED)?.length ?? 0) > 1

/** Puts a mark between questions that were spoken in one breath; short or punctuated sentences stay as they are. */
function breakRunOns(line: string): string {
  const hasMarks = /[.?!;]\s/.test(line)
  if (hasMarks || line.split(/\s+/).length < LONGEST_BREATH) return line
  return line.replace(isCounted(line) ? COUNTED : /$^/, ". ").replace(RUN_ON, "? ")
}

/** @returns the text with each question of a list, or of one long breath, as a sentence of its own. */
export function punctuate(text: string): string {
  return breakPoints(text).split("\n").map(breakRunOns).join("\n")
}

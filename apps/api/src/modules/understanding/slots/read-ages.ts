import { blankOut } from "./plain-text.ts"

export interface AgesFound {
  ages: number[]
  rest: string
}

const LIST = String.raw`\d{1,2}(?:(?: ?, ?(?:and |& ?)?| and | & | y | ?\/ ?)\d{1,2})*`
const YEARS = String.raw`(?:years?[- ]?olds?|yrs?[- ]?olds?|y\/?o\b|year[- ]?olds|yrs?\b|años)`
const AGED: RegExp[] = [
  new RegExp(
    String.raw`(?<=(?:kids?|children|child|kiddos|little ones|niños|boys|girls|grandkids|daughters?|sons?|teens|who are|minors) ?)\(?,? ?(?:ages?d?|who are|they are|they're|de)?:? ?\(?(?:ages?d? )?(${LIST})(?: ${YEARS})?\)`,
    "gi",
  ),
  new RegExp(
    String.raw`\(?\b(?:ages?|aged|de edades)(?: are|:|of)? (${LIST})(?! ?(?:to|-|and up|and under|and older|or ))\)?`,
    "gi",
  ),
  new RegExp(String.raw`\(?\b(${LIST})[- ]?${YEARS}\)?`, "gi"),
  // "2 kids 3 and 9": two numbers or more right behind the children are their ages.
  /(?<=\d (?:little |small |young )?(?:kids|children|boys|girls|kiddos|grandkids)(?: also| too| as well)?[,:]? )(?:aged? )?(\d{1,2}(?:(?: ?, ?| )\d{1,2})*(?:,? and | ?& ?)\d{1,2})(?! ?(?:adults?|grown|people|guests|teens|kids|children|of |am\b|pm\b|:|%|miles|more))/gi,
]
const COUNTED = new RegExp(
  String.raw`\b(\d{1,2}) (?:of (?:them|us|which|whom|the (?:kids|children)) )?(?:are |being )?(?=\d{1,2}[- ]?${YEARS})(\d{1,2})[- ]?${YEARS}`,
  "gi",
)
/** Of guests who were counted already: "one of them is turning 6 that day". */
const TURNING =
  /\b(?:1|another|the (?:oldest|youngest|other)) (?:of (?:them|the kids|the children|these|those) )?(?:kid |child |boy |girl |son |daughter )?(?:who )?(?:is |will be |are )?(?:just )?turn(?:s|ing) (\d{1,2})\b/gi
const SIBLINGS =
  /\bthe (?:others?|rest|other (?:\d|kids|children|ones)) (?:is|are|being|will be) (\d{1,2}(?:(?:,? and |, ?| )\d{1,2})*)(?! ?(?:adults|people|guests|of ))/gi
const BEFORE_NOT_AGE =
  /(?:under|over|below|above|than|to|least|younger|older|up to|turning|for my|for our|turns|for a) ?(?:the age of )?$/i
const AFTER_NOT_AGE =
  /^ ?(?:and (?:up|under|over|older|younger|below)|or (?:under|over|older|younger|less)|birthday|anniversary|'s birthday)/i

/** Ages of guests: "(4, 7 and 11)", "ages 4 and 9", "two 4-year-olds", "my 3 year old". Bands ("under 5") and birthdays are none. */
export function readAges(text: string): AgesFound {
  const ages: number[] = []
  let rest = text
  const take = (match: RegExpMatchArray, numbers: number[]) => {
    const start = match.index ?? 0
    if (BEFORE_NOT_AGE.test(text.slice(Math.max(0, start - 16), start))) return
    if (AFTER_NOT_AGE.test(text.slice(start + match[0].length))) return
    ages.push(...numbers.filter((age) => age <= 17))
    rest = blankOut(rest, start, match[0].length)
  }
  for (const match of rest.matchAll(COUNTED)) {
    take(
      match,
      Array.from({ length: Math.min(Number(match[1]), 40) }, () => Number(match[2])),
    )
  }
  for (const match of rest.matchAll(TURNING)) {
    ages.push(Number(match[1]))
    rest = blankOut(rest, match.index, match[0].length)
  }
  for (const words of [SIBLINGS, ...AGED]) {
    for (const match of rest.matchAll(words)) take(match, match[1]!.match(/\d+/g)!.map(Number))
  }
  return { ages: ages.sort((a, b) => a - b), rest }
}

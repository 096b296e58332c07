import { readGuestsDelta } from "./guests-deltas.ts"
import type { GuestsChange } from "./slots.ts"

/** Words for guests of any age. */
export const PEOPLE =
  "(?:people|persons?|ppl|peeps|guests?|invitees|attendees|heads|humans|pax|folks|friends|coworkers|co-workers|colleagues|employees|family members|relatives|ladies|women|men|guys|dudes|gentlemen|neighbou?rs|personas|invitados|comensales|diners|eaters|mouths|members|students|players|seniors|residents|of us|of my (?:friends|family|coworkers|closest friends))"

const AGED =
  /\b(\d{1,2}|the (?:youngest|oldest|other one|little one)) (?:of (?:the|our|my|them|those|these) ?(?:kids|children|boys|girls|\d{1,2})? ?)?(?:is|are|will be|'s|turns?|just turned|(?=\d+[- ](?:years?|yrs?|yo)\b)) ?(?:actually |really |only |just |now |still |my |our |an? )*(\d{1,2})(?! ?(?:adults?|grown|people|guests|kids|children|of us|am\b|pm\b|:|%|miles|more|\d))/i

/** "If we cut it to 8 adults". */
export const CUT_TO =
  /\b(?:cut|reduce|lower|drop|trim|scale|shrink|bring|keep|get|make|change|move) (?:it|us|this|that|things|everything|the (?:party|list|guest list|head ?count|group|numbers?|count)) (?:all the way |down |back |up )*to (?:just |only |about |maybe )?(\d{1,4})(?= (?:people|guests?|adults?|of us|total|heads|persons?)\b|[,.?!]|$| (?:and|is|would|if|what|how)\b)/i

const CHANGES: [RegExp, (match: RegExpMatchArray) => GuestsChange][] = [
  [
    new RegExp(
      `(?<!\\b(?:start|starts|starting|time|begin|hour|dinner|kids?|child|children|boys|girls|ones|ages?|aged) )\\bfrom (\\d{1,4})(?: ${PEOPLE}| adults| total)?(?: down| up)? to (\\d{1,4})(?! ?(?:am|pm|:))`,
      "i",
    ),
    (match) => ({ from: Number(match[1]), to: Number(match[2]) }),
  ],
  [
    /\b(?:bring|cut|reduce|lower|drop|scale|trim|go|get|move|change|bump|raise|increase|take|make|downsize|shrink)(?:ing|s)?\b[^.?!\d]{0,40}(?:(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\w* \d{1,2}(?:st|nd|rd|th)? )?[^.?!\d]{0,12}\b(?:down|up|back) to (?:only |just |about |maybe )?(\d{1,4})(?! ?(?:am|pm|:|%|dollars|miles|hours|days|years?))\b/i,
    (match) => ({ to: Number(match[1]) }),
  ],
  [CUT_TO, (match) => ({ to: Number(match[1]) })],
  [
    /\b(\d{1,4})(?: people| guests| adults)?(?: now)? instead of (?:the )?(\d{1,4})\b(?! ?(?:am|pm|:))/i,
    (match) => ({ from: Number(match[2]), to: Number(match[1]) }),
  ],
  [
    /\b(?:add(?:ing)?|another|extra) (\d{1,3}) (?:more |extra |additional |further |other )?(?:people|guests?|adults?|kids?|persons?|friends|ppl|heads)\b/i,
    (match) => ({ by: Number(match[1]) }),
  ],
  [
    /\b(\d{1,3}) (?:more|extra|additional|further) (?:people|guests?|adults?|kids?|persons?|friends|ppl|heads|are coming|coming)\b/i,
    (match) => ({ by: Number(match[1]) }),
  ],
  [
    /\b(\d{1,3}) (?:fewer|less)(?: people| guests?| adults?)?\b|\b(\d{1,3}) (?:people|guests?|adults?|friends|of (?:them|us|my \w+)) (?:just )?(?:can'?t (?:come|make)|cancell?ed|dropped|are out|backed out|bailed|aren'?t coming|not coming|won'?t)/i,
    (match) => ({ by: -Number(match[1] ?? match[2]) }),
  ],
  [
    /\b(?:remove|drop|lose|subtract|take off|cut) (\d{1,3}) (?:people|guests?|adults?|kids?|persons?|friends)\b/i,
    (match) => ({ by: -Number(match[1]) }),
  ],
]

/** A change of the head count, such as "3 more", "two can't come", "from 18 to 22". */
export function readGuestsChange(text: string): GuestsChange | undefined {
  const aged = AGED.exec(text)
  if (aged && (/\bof\b|\bmy\b/.test(aged[0]) || /^the/i.test(aged[0])))
    return { aged: Array.from({ length: Math.min(Number(aged[1]) || 1, 20) }, () => Number(aged[2])) }
  const delta = readGuestsDelta(text)
  for (const [words, read] of CHANGES) {
    const match = words.exec(text)
    if (!match) continue
    const change = read(match)
    return delta && change.to === undefined ? { ...change, delta } : change
  }
  return delta ? { by: delta.adults + delta.children + delta.littleOnes, delta } : undefined
}

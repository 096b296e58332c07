import { CUT_TO, PEOPLE } from "./guests-change.ts"
import { blankOut } from "./plain-text.ts"
import type { GuestsChange } from "./slots.ts"

const COMPARED = new RegExp(
  `\\b(?:between |from )?(\\d{1,3})(?: (?:adults|${PEOPLE}))? ?(?:vs\\.?|versus|or|and|to|compared (?:to|with)|against|instead of|rather than) (\\d{1,3})(?= ?(?:adults|${PEOPLE}))`,
  "i",
)
/** "30 adults with 31", "18 people or 22 instead": the noun is said once, with the first. */
const COMPARED_BARE = new RegExp(
  `\\b(\\d{1,3}) (?:adults|${PEOPLE})(?: (?:at|for|in) \\w+(?: \\w+)?)? ?(?:vs\\.?|versus|or|and|to|with|compared (?:to|with)|against) (\\d{1,3})(?= (?:for us|instead|too|then)\\b|\\s*(?:[,.:;?!]|$))`,
  "i",
)
/** "We planned 12, but what if it were 25 instead": the second is what is asked about. */
const WHAT_IF =
  /\b(\d{1,3})(?= (?:of us|adults|people|guests|\w+ing\b)|[ ,])[^.?!]{0,60}?\b(?:(?:we |it |there )?(?:could|might|may) (?:be|become|reach|grow to|go up to|end up(?: at| with| being)?)|(?:what if|if|how about|suppose|say) (?:it|we|there|that|the number)(?:'(?:s|re|d be)| was| were| is| are| would be| end(?:ed|s)? up(?: with| at| being)?| turn(?:ed|s)? out(?: to be)?| got to| had| came to)?) (?:only |just |about |rather |even )?(\d{1,3})(?= (?:instead|in the end|adults|people|of us|guests|then|rather)\b|\s*[,.:;?!]|\s*$)/i
/** "28 adults, and if 2 more couples come that's 32 right": the sum is what is asked about. */
const SUMMED = new RegExp(
  `\\b(\\d{1,3}) (?:adults|${PEOPLE})[^?]{0,120}\\b(?:more|extra|another|additional|join\\w*|comes?)\\b[^.?!]{0,40}\\b(?:that(?:'s| is| makes| would (?:be|make))|makes(?: it| us)?) (\\d{1,3})(?= (?:right|then|of us|people|total|in all|altogether|so|and|adults)\\b|\\s*[,.;?!]|\\s*$)`,
  "i",
)
/** "Between 16 adults with 4 lobster tails and 18 adults without": the two are no sum. */
const COMPARED_APART = new RegExp(
  `\\b(\\d{1,3}) (?:adults|${PEOPLE})\\b[^.?!]{0,60}?\\b(?:and|or|vs\\.?|versus|compared (?:to|with)|against) (\\d{1,3})(?= (?:adults|${PEOPLE})\\b)`,
  "i",
)
const IS_BETWEEN = /\bbetween\b|\bcompare|\bvs\b|\bversus\b/i
const COUNTED_PEOPLE = new RegExp(`\\b(\\d{1,3}) (?:adults|${PEOPLE})`, "i")
const IS_COMPARISON = /\b(?:difference|differ(?:s|ent)?|compare[ds]?|vs|versus|cheaper|diferencia)\b/i

const MORE_THAN = new RegExp(
  `\\b(\\d{1,3}) (?:adults|${PEOPLE}) (?:\\w+ )?than (?:it is |it's )?(?:for |with |at )?(\\d{1,3})(?: (?:adults|${PEOPLE}))?\\b`,
  "i",
)

/** "What is it for 20 adults, and how much for 26?": two prices are asked at once. */
const TWO_PRICES = new RegExp(
  `\\b(?:for|would|does|do|is|at) (\\d{1,3})(?: (?:adults|${PEOPLE}))?(?: (?:cost|be|run|come to))?,? ?(?:and|or|vs\\.?|then|versus)[ ,]+(?:(?:also|then|what|how much|would|is|the|price|cost|about|if we are|it be|total) )*(?:(?:for|would|does|about) )(\\d{1,3})(?=(?: (?:adults|${PEOPLE}))? ?(?:cost|be\\b|$|[?.!,]))`,
  "i",
)
const ASKS_PRICE = /\b(?:price|cost|how much|total|quote|what would|run us)\b/i

/** "The difference between 18 and 22 adults", "more for 25 adults than for 21". */
export function readComparison(text: string): { change: GuestsChange; rest: string } | undefined {
  const more = MORE_THAN.exec(text)
  if (more) {
    const at = more.index + more[0].toLowerCase().indexOf(" than ")
    const end = more.index + more[0].length
    const rest = text.slice(0, at) + " ".repeat(end - at) + text.slice(end)
    return { change: { from: Number(more[2]), to: Number(more[1]) }, rest }
  }
  const cut = readCut(text)
  if (cut) return cut
  const compared = IS_COMPARISON.test(text) ? (COMPARED.exec(text) ?? COMPARED_BARE.exec(text)) : null
  const apart = IS_COMPARISON.test(text) && IS_BETWEEN.test(text) ? COMPARED_APART.exec(text) : null
  const match =
    compared ??
    apart ??
    SUMMED.exec(text) ??
    WHAT_IF.exec(text) ??
    (ASKS_PRICE.test(text) ? TWO_PRICES.exec(text) : null)
  if (!match) return undefined
  const second = match.index + match[0].length - match[2]!.length
  const rest = text.slice(0, match.index) + " ".repeat(second - match.index) + text.slice(second)
  return { change: { from: Number(match[1]), to: Number(match[2]) }, rest }
}

/** "We are 18 adults. If we cut it to 8 adults": the price is asked for the 8. */
function readCut(text: string): { change: GuestsChange; rest: string } | undefined {
  const cut = CUT_TO.exec(text)
  const before = cut && COUNTED_PEOPLE.exec(text.slice(0, cut.index))
  if (!before) return undefined
  const change = { from: Number(before[1]), to: Number(cut[1]) }
  return { change, rest: blankOut(text, before.index, before[0].length) }
}

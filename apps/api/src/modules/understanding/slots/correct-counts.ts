import { type Node, readNodes } from "./party-nodes.ts"
import type { Band } from "./party-words.ts"

const CORRECTION =
  /(?<=\p{L}|\d|[,.;!?)-]) ?\b(?:no,? wait|wait,? no|wait|oh no|nope|no,|no(?= \d)|no sorry|sorry|scratch that|correction|i mean(?:t)?|oops|my bad|i (?:mis)?counted wrong|i miscounted|rather|make (?:it|that)|actually|strike that|perd[oó]n|digo|but (?:it is|it's|we are|we're|now|it will be)|(?:has|have) (?:changed|gone|grown) to)\b/giu
/** "8 of them are actually kids" says what they are, and takes no number back. */
const OF_THOSE = /\bof (?:them|us|those|these|the \d{1,3})\b[^.?!,]{0,20}$/i
const CLASS: Record<Band, string> = {
  adult: "all",
  people: "all",
  teen: "young",
  child: "young",
  little: "little",
}

const isCount = (node: Node) => node.type === "amount" && node.amount?.kind === "count" && !node.isPart

/** "12 adults and 4 kids, no wait, 13 adults": what was corrected is left out, what it says now stays. */
export function correctCounts(text: string): string {
  const marks = [...text.matchAll(CORRECTION)]
  const mark = marks.at(-1)
  if (!mark || OF_THOSE.test(text.slice(0, mark.index))) return text
  const nodes = readNodes(text)
  const before = nodes.filter((node) => isCount(node) && node.band && node.end <= mark.index)
  const after = nodes.filter((node) => isCount(node) && node.start >= mark.index + mark[0].length)
  const [first] = after
  if (before.length === 0 || !first) return text
  const isNext = first.start - (mark.index + mark[0].length) <= 2
  if (!first.band && isBareCorrection(isNext ? "" : text, nodes, first)) {
    const last = before.at(-1)!
    const noun = last.text.replace(/^\d+(?: (?:-|to|or) \d+)?/, "")
    return `${text.slice(0, last.start)}${first.text}${noun}${text.slice(last.end, mark.index)} ${text.slice(first.end)}`
  }
  const named = new Set(after.flatMap(({ band }) => (band ? [CLASS[band]] : [])))
  let corrected = text
  for (const node of before.toReversed())
    if (named.has(CLASS[node.band!]))
      corrected =
        corrected.slice(0, node.start) + " ".repeat(node.end - node.start) + corrected.slice(node.end)
  return corrected
}

/** "20 adults, no, 24": the number alone takes the place of the one before. */
function isBareCorrection(text: string, nodes: readonly Node[], node: Node): boolean {
  const next = nodes[nodes.indexOf(node) + 1]
  return (
    (!next ||
      next.type === "stop" ||
      next.type === "comma" ||
      /^(?:now|instead|please|total|then|and|plus)$/.test(next.text)) &&
    !/\b(?:at|is|are|aged?|under|over) ?$/i.test(text.slice(0, node.start))
  )
}

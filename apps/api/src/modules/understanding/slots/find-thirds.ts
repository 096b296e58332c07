import { type Bound, countOf, isProtein } from "./bind-amounts.ts"
import type { Node } from "./party-nodes.ts"
import type { ItemCount, Slots } from "./slots.ts"

interface Thirds {
  slots: Slots["thirdProteins"]
  /** Dishes that are named as the third protein and so are no upgrade of the first two. */
  used: Set<Node>
}

/** "Salmon as a third protein", "a third protein and it should be lobster". */
export function findThirds(text: string, bound: readonly Bound[]): Thirds {
  const thirds: Thirds = { slots: [], used: new Set() }
  for (const third of bound.filter(({ item }) => item === "third_protein")) {
    const counted = countOf(third.binding)
    const shared = shareOut(text, third.node, counted, bound)
    if (shared) {
      for (const { node, item, ...counts } of shared) {
        thirds.used.add(node)
        thirds.slots.push({ ...pickCount(counts), item })
      }
      continue
    }
    const named = proteinOf(text, third.node, bound)
    const own = counted.count === null && !counted.share ? countOf(named?.binding) : counted
    if (named) thirds.used.add(named.node)
    const slot = { ...own, ...(named ? { item: named.item } : {}) }
    const same = thirds.slots.find((other) => other.item === slot.item || !other.item || !slot.item)
    if (!same) thirds.slots.push(slot)
    else Object.assign(same, isCounted(slot) ? slot : { ...slot, ...pickCount(same) })
  }
  nameParts(text, thirds, bound)
  return thirds
}

const PART_OF_THIRDS =
  /\b(\d{1,2}) of (?:those|these|them|the)(?: (?:thirds?|third proteins?|extra proteins?|extras?))?(?: (?:is|are|being|be|will be|would be|as|take|with|the|an?))* $/i

/** "6 take a third protein and 2 of those are lobster": some of the thirds that were counted get their dish. */
function nameParts(text: string, thirds: Thirds, bound: readonly Bound[]): void {
  for (const { node, item } of bound.filter((each) => isProtein(each.item) && !thirds.used.has(each.node))) {
    const part = Number(PART_OF_THIRDS.exec(text.slice(0, node.start))?.[1])
    const whole = thirds.slots.find(
      ({ item: dish, count }) => !dish && typeof count === "number" && count >= part,
    )
    if (!part || !whole) continue
    thirds.used.add(node)
    whole.count = Number(whole.count) - part
    thirds.slots.push({ count: part, item })
  }
  thirds.slots = thirds.slots.filter(({ count }) => count !== 0)
}

const NEXT_ONE =
  /(?:\b(\d{1,2})(?: of (?:us|them))?|\b(?:the|and) (other)(?: (\d{1,2}))?)(?: (?:guests?|adults?|people|ones?))?(?: (?:is|are|as|with|takes?|gets?|wants?|having|has|being|will|would|be|go|goes|for|an?|the|of))*$/i

/** "2 third proteins: one steak, the other lobster": each dish with its part of the number; nothing unless they add up. */
function shareOut(
  text: string,
  third: Node,
  { count }: ItemCount,
  bound: readonly Bound[],
): Shared[] | undefined {
  if (count === "all") return sharedByAll(text, third, bound)
  if (typeof count !== "number" || count < 2) return undefined
  const parts: (Pick<Bound, "node" | "item"> & { count: number })[] = []
  let from = third.end
  let left = count
  for (const { node, item } of bound) {
    if (node.start < from || !isProtein(item)) continue
    const between = text.slice(from, node.start).trimEnd()
    const [, said, other, others] = NEXT_ONE.exec(between) ?? []
    if (between.length > 40 || /[?!;]/.test(between) || (!said && !other)) break
    const part = said || others ? Number(said ?? others) : left
    parts.push({ node, item, count: part })
    left -= part
    from = node.end
    if (left <= 0) break
  }
  return parts.length > 1 && left === 0 ? parts : undefined
}

type Shared = Pick<Bound, "node" | "item"> & ItemCount

/** "Everyone gets a third protein, 5 of them filet and the rest chicken": some of all, and those whom they leave. */
function sharedByAll(text: string, third: Node, bound: readonly Bound[]): Shared[] | undefined {
  const behind = bound.filter(
    ({ node, item }) =>
      node.start > third.end && isProtein(item) && !/[.?!;]/.test(text.slice(third.end, node.start)),
  )
  const parts = behind.map(({ node, item, binding }) => ({ node, item, ...countOf(binding) }))
  const last = parts.at(-1)
  const isShared = parts.length > 1 && (last?.share?.less ?? 0) > 0 && parts.every(isCounted)
  return isShared ? parts : undefined
}

const isCounted = ({ count, share }: ItemCount) => count !== null || share !== undefined
const pickCount = ({ count, share }: ItemCount): ItemCount => ({ count, ...(share ? { share } : {}) })

const AS_THIRD = /^(?: ?,)? ?(?:tails? )?(?:(?:as|for|be|is)(?: (?:the|a|an|my|our|his|her|their))* )?$/i
const NAMES_THIRD =
  /^[ (:,-]*(?:(?:of|like|being|is|as|with|and|it|that|this|they|would|will|should|shall|be|'s|=|namely|i\.?e\.?|if|i|we|he|she|say|which|for|each|all|them|everyone|everybody|having|take|takes|taking|get|want|wants|choos\w+|pick\w*|the|a|an|one|\d{1,3}|of them|of us|us|adults?|guests?|people|probably|maybe)[ ,.:]*)*$/i

/** The protein that stands for a third one: right before it, or behind it with nothing but filling words between. */
function proteinOf(text: string, third: Node, bound: readonly Bound[]): Bound | undefined {
  const proteins = bound.filter(({ item }) => isProtein(item))
  const before = proteins.findLast(({ node }) => node.end <= third.start)
  if (before && AS_THIRD.test(text.slice(before.node.end, third.start))) return before
  const behind = proteins.find(({ node }) => node.start >= third.end)
  if (!behind) return undefined
  const between = text.slice(third.end, behind.node.start)
  // A dish with its own number and wish is another order: "third protein for 4, 2 get lobster".
  const isOther = behind.binding?.isWished === true && /\d/.test(between) && /[,.]|\band\b/.test(between)
  return between.length <= 60 && NAMES_THIRD.test(between) && !isOther ? behind : undefined
}

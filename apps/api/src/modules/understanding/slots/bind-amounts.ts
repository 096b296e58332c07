import type { Amount, Node } from "./party-nodes.ts"
import { IS_BREAK, IS_LINK, IS_ORDER, IS_WISH } from "./party-words.ts"
import { BASE_PROTEINS, type Item, type ItemCount, UPGRADES } from "./slots.ts"

/** How far a number may stand from what it counts, in words. */
const REACH = 14

export interface Binding {
  amount: Amount
  /** The piece of the sentence that counts. */
  node?: Node
  isWished: boolean
}

export interface Bound {
  item: Item
  node: Node
  binding: Binding | undefined
}

/** @returns every dish that is named, in the order of naming, with the number that counts it. */
export function bindAmounts(nodes: readonly Node[]): Bound[] {
  const bound: Bound[] = []
  const taken = new Set<Node>()
  nodes.forEach((node, at) => {
    if (!node.item) return
    const left = eachOf(nodes, at, bindLeft(nodes, at, bound, taken), bound, taken)
    const isParty = left?.node?.band !== undefined && !left.node.isPart
    // "A third protein for 10 of them" is 10; "an order of gyoza for 10 people" stays one order.
    const isByGuest = node.item === "third_protein" || isProtein(node.item)
    const isArticle = isByGuest && left !== undefined && left.node === undefined
    const right =
      !left || isArticle || left.node?.isPerson || isParty ? bindRight(nodes, at, taken) : undefined
    const binding = right ?? left
    if (binding?.node) taken.add(binding.node)
    bound.push({ item: node.item, node, binding })
  })
  return bound.map((each) => ({ ...each, binding: withRest(each.binding, bound) }))
}

/** "7 take one lobster tail each" is 7, not 1. */
function eachOf(
  nodes: readonly Node[],
  at: number,
  near: Binding | undefined,
  before: readonly Bound[],
  taken: ReadonlySet<Node>,
): Binding | undefined {
  const own = near?.node
  if (!own || own.band || own.isPart || near.isWished || near.amount.kind !== "count") return near
  const isEach = nodes.slice(at + 1, at + 3).some(({ text }) => /^(?:each|apiece|ea)$/.test(text))
  if (!isEach && near.amount.value !== 1) return near
  const outer = bindLeft(nodes, nodes.indexOf(own), before, taken)
  const isChosen = outer?.isWished && (isEach || outer.node?.isPart === true || !outer.node?.band)
  if (!outer || !isChosen)
    return isEach && near.amount.value === 1 && !outer
      ? { amount: { kind: "share", part: 1, of: "everyone", less: 0 }, isWished: false }
      : near
  if (outer.amount.kind !== "count") return near.amount.value === 1 ? outer : near
  return { ...outer, amount: { kind: "count", value: outer.amount.value * near.amount.value } }
}

/** The number before a dish: "2 of edamame", "4 adults want filet", "and 3 to lobster". */
function bindLeft(
  nodes: readonly Node[],
  at: number,
  before: readonly Bound[],
  taken: ReadonlySet<Node>,
): Binding | undefined {
  let isWished = false
  let isOrdered = false
  let isPure = true
  let hasAnd = false
  for (let place = at - 1; place >= 0 && at - place <= REACH; place--) {
    const node = nodes[place]!
    if (node.type === "stop") return oneOf(nodes, at)
    if (node.type === "close") place = openingOf(nodes, place)
    else if (node.type === "comma" || node.type === "open") isPure = false
    // "3 people from chicken to lobster": what is given up stands between.
    else if (node.type === "item" && nodes[place - 1]?.text === "from") {
      place--
      isWished = true
    } else if (node.type === "item")
      return isWished || !isPure ? undefined : asNeighbour(before, node, hasAnd)
    else if (taken.has(node)) return oneOf(nodes, at)
    else if (node.type === "amount")
      return accept(node, { isWished, isPure, hasAnd, isOrdered, nodes, place }) ?? oneOf(nodes, at)
    else if (/^(?:and|&|but|y|or|\+)$/.test(node.text)) hasAnd = true
    else if (IS_WISH.test(node.text) || /'d$/.test(node.text)) {
      if (/^(?:we|i|you)'d$/.test(node.text)) return undefined
      isWished ||= /^(?:do|does|did)$/.test(node.text)
        ? nodes[place + 1]?.type === "item" || IS_LINK.test(nodes[place + 1]?.text ?? "")
        : node.text !== "for"
      isPure &&= IS_LINK.test(node.text)
      // Only what stands between the guests and their wish parts the two.
      if (isWished) hasAnd = false
    } else if (IS_BREAK.test(node.text)) return oneOf(nodes, at)
    else if (IS_ORDER.test(node.text)) isOrdered = true
    else if (!IS_LINK.test(node.text)) isPure = false
  }
  return oneOf(nodes, at)
}

/** "An order of gyoza", "a lobster tail". */
function oneOf(nodes: readonly Node[], at: number): Binding | undefined {
  const words = nodes
    .slice(Math.max(0, at - 5), at)
    .map(({ text }) => text)
    .join(" ")
  return /(?:^| )(?:an?|an?(?: extra| additional| more| single| full)? (?:order|side|portion|serving)s? of)$/.test(
    words,
  )
    ? { amount: { kind: "count", value: 1 }, isWished: false }
    : undefined
}

interface Path {
  isWished: boolean
  isPure: boolean
  hasAnd: boolean
  isOrdered: boolean
  nodes: readonly Node[]
  place: number
}

function accept(node: Node, path: Path): Binding | undefined {
  const { amount } = node
  if (!amount) return undefined
  const binding: Binding = { amount, node, isWished: path.isWished }
  if (node.isPerson) return path.isWished && !path.hasAnd ? binding : undefined
  if (path.isOrdered && path.isPure && !node.band) return binding
  if (path.isPure && !path.hasAnd && (!node.band || node.isPart)) return binding
  if (!path.isWished) return undefined
  // "We are 14, and want lobster": the guests are counted, not the lobsters.
  const isOwnThought = path.hasAnd && !node.isPart
  return isOwnThought ? undefined : binding
}

/** "Salmon and lobster for 4": neighbours share a number of guests, never one of orders. */
function asNeighbour(before: readonly Bound[], node: Node, hasAnd: boolean): Binding | undefined {
  const other = before.find((each) => each.node === node)
  if (!hasAnd || !other?.binding?.isWished) return undefined
  return other.binding
}

const RIGHT_LINK =
  /^(?:x|×|\*|:|-|=|for|para|tails?|upgrades?|orders?|please|pls|each|plus|option|instead|only|just|about|ea|would|be|add|adds|cost|costs)$/
const FOLLOWS_NUMBER = /^(?:,|\.|\)|\?|!|;|and|&|y|\+|-|please|pls|total|orders?)$/

/** The number behind a dish: "lobster x4", "filet (6)", "scallops for 3 of us", "gyoza 2, edamame 1". */
function bindRight(nodes: readonly Node[], at: number, taken: ReadonlySet<Node>): Binding | undefined {
  let isFor = false
  let isMarked = false
  for (let place = at + 1; place < nodes.length && place - at <= 5; place++) {
    const node = nodes[place]!
    const isThird = nodes[at]!.item === "third_protein"
    const namesThird = isThird && (node.text === "of" || (node.item !== undefined && isProtein(node.item)))
    if (node.type === "open" || namesThird || (node.type === "close" && isMarked)) {
      isMarked ||= node.type === "open"
      continue
    }
    if (node.type === "amount") {
      if (taken.has(node) || !node.amount) return undefined
      const next = nodes[place + 1]
      if (isFor) return canCount(node, nodes) ? { amount: node.amount, node, isWished: false } : undefined
      if (node.band || node.amount.kind !== "count") return undefined
      const isLast = !next || FOLLOWS_NUMBER.test(next.text)
      return isLast || (isMarked && next.type !== "item")
        ? { amount: node.amount, node, isWished: false }
        : undefined
    }
    if (node.type !== "word" || !RIGHT_LINK.test(node.text)) return undefined
    if (node.text === "each" || node.text === "ea") return each(nodes, at)
    isFor ||= node.text === "for" || node.text === "para"
    isMarked ||= /^(?:x|×|\*|:|=)$/.test(node.text)
  }
  return undefined
}

/** "A lobster tail each" is one for everybody, unless somebody asks what each costs. */
function each(nodes: readonly Node[], at: number): Binding | undefined {
  const before = nodes.slice(0, at).map(({ text }) => text)
  if (before.some((word) => /^(?:how|what|what's|whats|much)$/.test(word))) return undefined
  return { amount: { kind: "share", part: 1, of: "everyone", less: 0 }, isWished: false }
}

/** "Lobster for 10 people" may name the party; "for 4 of us", or beside another head count, it does not. */
function canCount(node: Node, nodes: readonly Node[]): boolean {
  const isOne = node.amount?.kind === "count" && node.amount.value === 1
  if (!node.band || node.isPart || isOne) return true
  return nodes.some((other) => other !== node && isHeadCount(other))
}

export const isHeadCount = ({ amount, band, isPerson }: Node) =>
  amount?.kind === "count" && band !== undefined && !isPerson

/** "The rest" are those whom the earlier numbers leave. */
function withRest(binding: Binding | undefined, all: readonly Bound[]): Binding | undefined {
  if (binding?.amount.kind !== "rest") return binding
  let part = 1
  let less = 0
  const counted = new Set<Node>()
  for (const { binding: other, item } of all) {
    if (other === binding || !other?.node || !isProtein(item) || counted.has(other.node)) continue
    counted.add(other.node)
    if (other.amount.kind === "count") less += other.amount.value
    if (other.amount.kind === "share") {
      part -= other.amount.part
      less -= other.amount.less
    }
  }
  return { ...binding, amount: { kind: "share", part: Math.max(part, 0), of: "everyone", less } }
}

/** Of which every guest has two. */
export const isProtein = (item: Item) => UPGRADES.includes(item) || BASE_PROTEINS.includes(item)

function openingOf(nodes: readonly Node[], close: number): number {
  for (let place = close - 1; place >= 0; place--) if (nodes[place]!.type === "open") return place
  return close
}

/** @returns the number of a binding as dishes are kept with it; null when none is named. */
export function countOf(binding: Binding | undefined): ItemCount {
  const amount = binding?.amount
  if (!amount || amount.kind === "unknown" || amount.kind === "rest") return { count: null }
  if (amount.kind === "count") return { count: amount.value }
  if (amount.part === 1 && amount.less === 0 && amount.of === "everyone") return { count: "all" }
  return { count: null, share: { of: amount.of, part: amount.part, less: amount.less } }
}

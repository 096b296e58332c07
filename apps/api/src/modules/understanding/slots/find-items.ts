import { findMentions } from "./item-words.ts"
import { type Amount, type Node, readNodes } from "./party-nodes.ts"
import { IS_BREAK, IS_LINK, IS_ORDER, IS_WISH } from "./party-words.ts"
import { blankOut } from "./plain-text.ts"
import { BASE_PROTEINS, type Item, type ItemCount, type ItemSlot, type Slots, UPGRADES } from "./slots.ts"

export interface ItemsFound extends Pick<Slots, "items" | "thirdProteins"> {
  /** The text without dishes and without the numbers that count them. */
  rest: string
}

const REMOVE =
  /\b(?:no|without|not?|skip|remove|drop|cancel|minus|hold the|take (?:off|out)|less|fewer|sin|swap(?: out)?|instead of|rather than|get rid of|don'?t want)(?: the| any| my| our| all| of| those| these| \d+)* ?$/i
const ADD =
  /\b(?:add(?:ing)?|include|throw in|upgrade(?:d)?(?: \w+)? to|switch(?:ed)? to|change(?:d)?(?: \w+)? to|plus|swap(?: \w+){0,3} (?:for|to))(?: \w+)?(?: the| an?| \d+)?(?: orders? of)? ?$/i
const WANT =
  /\b(?:wants?|would like|'d like|like|prefer|get|have|having|quiero|quieren|with|choose|chose|for us|love|order|pick)\b[^.?!]{0,40}$/i
/** "For one of their two proteins" counts choices, not guests. */
const CHOICES =
  /\b(?:as |for |with |in )?(?:1|both|2|two|either|each)(?: out)?(?: of)?(?: (?:the|their|his|her|our|my|your|those|these|its))?(?: 2| two)? (?:proteins?|choices?|meats?|picks?|selections?|options?|mains?)\b|\b(?:for|as) (?:1|both|each) of (?:the|their|his|her|our|my|your)(?: 2| two)(?= ?(?:$|[.,;!?)]| (?:and|but|please|pls|so|with|instead)\b))/gi
const TWICE =
  /\b(?:for|as) both\b|\btwice\b|\bboth (?:their |of their |of the )?(?:proteins|choices|picks|meats)\b/i
/** How far a number may stand from what it counts, in words. */
const REACH = 14

interface Binding {
  amount: Amount
  /** The piece of the sentence that counts. */
  node?: Node
  isWished: boolean
}

interface Bound {
  item: Item
  node: Node
  binding: Binding | undefined
}

/** Everything of the menu that is named, with counts ("two of us want lobster", "lobster x4") and what shall happen to it. */
export function findItems(text: string, isPartyKnown = false): ItemsFound {
  const plain = text.replace(CHOICES, (phrase) => " ".repeat(phrase.length))
  const nodes = readNodes(plain, findMentions(plain))
  const bound = bindAmounts(nodes)
  const thirds = findThirds(text, bound)
  const slots = bound.filter((each) => each.item === "third_protein" || !thirds.used.has(each.node))
  return {
    items: joinSlots(text, slots),
    thirdProteins: thirds.slots,
    rest: withoutOrders(text, nodes, bound, isPartyKnown),
  }
}

function bindAmounts(nodes: readonly Node[]): Bound[] {
  const bound: Bound[] = []
  const taken = new Set<Node>()
  nodes.forEach((node, at) => {
    if (!node.item) return
    const left = eachOf(nodes, at, bindLeft(nodes, at, bound, taken), bound, taken)
    const isParty = left?.node?.band !== undefined && !left.node.isPart
    const right = !left || left.node?.isPerson || isParty ? bindRight(nodes, at, taken) : undefined
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

const isHeadCount = ({ amount, band, isPerson }: Node) =>
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

const isProtein = (item: Item) => UPGRADES.includes(item) || BASE_PROTEINS.includes(item)

function openingOf(nodes: readonly Node[], close: number): number {
  for (let place = close - 1; place >= 0; place--) if (nodes[place]!.type === "open") return place
  return close
}

function countOf(binding: Binding | undefined): ItemCount {
  const amount = binding?.amount
  if (!amount || amount.kind === "unknown" || amount.kind === "rest") return { count: null }
  if (amount.kind === "count") return { count: amount.value }
  if (amount.part === 1 && amount.less === 0 && amount.of === "everyone") return { count: "all" }
  return { count: null, share: { of: amount.of, part: amount.part, less: amount.less } }
}

function actionOf(text: string, { node: { start }, binding }: Bound): ItemSlot["action"] {
  const before = text.slice(0, start).replace(/ ?\([^()]*\)/g, "")
  if (REMOVE.test(before)) return "remove"
  if (ADD.test(before)) return "add"
  const isCountedBefore = binding?.node !== undefined && binding.node.end <= start
  return isCountedBefore || WANT.test(before) ? "want" : "mention"
}

/** Sides that come with every meal are extra when they are ordered by number. */
const AS_EXTRA: Partial<Record<Item, Item>> = {
  fried_rice: "extra_fried_rice",
  vegetables: "extra_vegetables",
}

function orderedItem({ item, node, binding }: Bound, text: string): Item {
  const extra = AS_EXTRA[item]
  if (!extra || !binding) return item
  const between = text.slice(binding.node?.end ?? Math.max(0, node.start - 20), node.start)
  return /\b(?:orders?|portions?|servings?|sides?)\b/i.test(between) ? extra : item
}

const CORRECTION =
  /\b(?:no wait|wait|sorry|actually|scratch that|correction|i mean|rather|make (?:it|that)|instead|or)\b/i

function joinSlots(text: string, bound: readonly Bound[]): ItemSlot[] {
  const slots: ItemSlot[] = []
  let end = 0
  for (const [at, each] of bound.entries()) {
    const next = bound[at + 1]?.node.start ?? text.length
    const item = orderedItem(each, text)
    const counted = countOf(each.binding)
    const isTwice =
      typeof counted.count === "number" &&
      isProtein(item) &&
      TWICE.test(text.slice(each.node.end, Math.min(each.node.end + 40, next)).split(/[.,;?!]/)[0]!)
    const slot: ItemSlot = {
      item,
      ...counted,
      ...(isTwice ? { count: 2 * Number(counted.count) } : {}),
      action: actionOf(text, each),
    }
    const known = slots.find((other) => other.item === item)
    const among = countAmong(each.binding, known)
    if (!known) slots.push(slot)
    // "2 of those 4 want it for both": each of the 2 was counted once already.
    else if (among !== undefined) Object.assign(known, { count: Number(known.count) + (isTwice ? among : 0) })
    else if (isTwice && typeof known.count === "number")
      Object.assign(known, { count: known.count + Number(slot.count) })
    else joinSlot(known, slot, CORRECTION.test(text.slice(end, each.node.start)))
    end = each.node.end
  }
  return slots
}

/** "2 of those 4": how many are meant of those who take the dish already, or nothing when others are meant. */
function countAmong(binding: Binding | undefined, known: ItemSlot | undefined): number | undefined {
  if (binding?.amount.kind !== "count" || typeof known?.count !== "number") return undefined
  const { value } = binding.amount
  const words = binding.node?.text ?? ""
  const isNamed = /\bof (?:those|these|which|whom)\b/.test(words) || words.endsWith(`of the ${known.count}`)
  return isNamed && value <= known.count ? value : undefined
}

/** "2 adults take lobster and 1 child takes lobster" is 3; said again, or corrected, it is the later number. */
function joinSlot(known: ItemSlot, slot: ItemSlot, isCorrected: boolean): void {
  if (known.action === "remove" || (slot.count === null && !slot.share)) return
  const isSum = typeof known.count === "number" && typeof slot.count === "number" && !isCorrected
  if (isSum && known.count !== slot.count)
    Object.assign(known, slot, { count: Number(known.count) + Number(slot.count) })
  else if (!isSum) Object.assign(known, slot)
}

interface Thirds {
  slots: Slots["thirdProteins"]
  /** Dishes that are named as the third protein and so are no upgrade of the first two. */
  used: Set<Node>
}

/** "Salmon as a third protein", "a third protein and it should be lobster". */
function findThirds(text: string, bound: readonly Bound[]): Thirds {
  const thirds: Thirds = { slots: [], used: new Set() }
  for (const third of bound.filter(({ item }) => item === "third_protein")) {
    const counted = countOf(third.binding)
    const shared = shareOut(text, third.node, counted, bound)
    if (shared) {
      for (const { node, item, count } of shared) {
        thirds.used.add(node)
        thirds.slots.push({ count, item })
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
  return thirds
}

const NEXT_ONE =
  /(?:\b(\d{1,2})(?: of (?:us|them))?|\b(?:the|and) (other)(?: (\d{1,2}))?)(?: (?:guests?|adults?|people|ones?))?(?: (?:is|are|as|with|takes?|gets?|wants?|having|has|being|will|would|be|go|goes|for|an?|the|of))*$/i

/** "2 third proteins: one steak, the other lobster": each dish with its part of the number; nothing unless they add up. */
function shareOut(
  text: string,
  third: Node,
  { count }: ItemCount,
  bound: readonly Bound[],
): (Pick<Bound, "node" | "item"> & { count: number })[] | undefined {
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

/** Without what counts dishes; a number that names the whole party stays. */
function withoutOrders(
  text: string,
  nodes: readonly Node[],
  bound: readonly Bound[],
  isPartyKnown: boolean,
): string {
  let rest = text
  const used = new Set(bound.flatMap(({ binding }) => (binding?.node ? [binding.node] : [])))
  const others = nodes.filter(isHeadCount)
  for (const { node } of bound) rest = blankOut(rest, node.start, node.end - node.start)
  for (const node of used) {
    const isShare = node.amount?.kind === "share" && node.amount.part < 1
    if (node.isPerson || !(isShare || node.amount?.kind === "count")) continue
    const isAlone = others.every((other) => used.has(other))
    const isParty = node.band !== undefined && !node.isPart && isAlone && !isPartyKnown
    if (isParty && namesParty(text, node)) continue
    // "2 of the 20 guests want lobster" still names 20 guests.
    const part = /^.*?\bof (?:the |our |my |us |those |these )?(?=\d)/i.exec(
      text.slice(node.start, node.end),
    )?.[0]
    rest = blankOut(rest, node.start, part?.length ?? node.end - node.start)
    const item = bound.find(({ binding }) => binding?.node === node)?.node
    if (part && item && item.start > node.end) rest = blankOut(rest, node.end, item.start - node.end)
  }
  return rest
}

/** "For 12 adults with lobster", "we are 10 people and all want filet". */
function namesParty(text: string, node: Node): boolean {
  return (
    /\b(?:for|party of|group of|we are|we're|we have|somos|para|have|with)(?: about| around| like)? ?$/i.test(
      text.slice(0, node.start),
    ) || /^ (?:with|con|all|each|who all)\b/i.test(text.slice(node.end))
  )
}

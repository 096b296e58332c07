import { type Binding, type Bound, bindAmounts, countOf, isHeadCount, isProtein } from "./bind-amounts.ts"
import { findThirds } from "./find-thirds.ts"
import { findMentions } from "./item-words.ts"
import { type Node, readNodes } from "./party-nodes.ts"
import { blankOut } from "./plain-text.ts"
import type { Item, ItemSlot, Slots } from "./slots.ts"

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
  // "3 gyoza and 4 fried rice": what comes with every meal is counted by nobody who does not order more of it.
  const isCounted = binding.amount.kind === "count" && binding.amount.value > 1 && !binding.isWished
  const isOrder = isCounted && item === "fried_rice" && !binding.node?.band && !binding.node?.isPart
  return isOrder || /\b(?:orders?|portions?|servings?|sides?)\b/i.test(between) ? extra : item
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

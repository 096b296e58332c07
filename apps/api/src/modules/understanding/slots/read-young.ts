import { countYoung, type Young } from "./count-young.ts"
import { readNodes } from "./party-nodes.ts"
import { type Band, bandOfNoun } from "./party-words.ts"
import { blankOut } from "./plain-text.ts"
import { type AgeBand, type AgesSaid, ageIn, readAges, readList, skipUnit } from "./read-ages.ts"
import { ADULT_FROM, amountOf, type Group, isGroupSingular, roomIn, YoungReading } from "./young-groups.ts"

const CHILDREN: AgeBand = { from: 0, to: ADULT_FROM - 1 }
const ARE = /^(?:is|are|r|being|turns?|turning|turned|aged?|'s|will|under|below|over|younger|older)$/
const JOINS = /^(?:and|&|plus|\+|y|with|mas|más|also)$/
const SINGLE =
  /^(?:son|daughter|nephew|niece|boy|girl|kid|child|grandson|granddaughter|grandchild|grandkid|baby|toddler|infant|newborn|bebe|bebé|teen|teenager|niño|niña|youngest|oldest|stepson|stepdaughter)$/
const DETERMINER = /^(?:an?|another|my|our|his|her|their|the|un|una|mi|nuestro|nuestra)$/

/** Children by age: ages decide, a span ("under 5") next; other children count as 6 to 12 with their ages unknown. */
export function readYoung(text: string): Young {
  const plain = text
    .replace(/\by\/o\b/gi, "yo ")
    .replace(/\bkids?\/children\b/gi, (words) => words.replace("/", " "))
  const nodes = readNodes(plain)
  const reading = new YoungReading(nodes)
  for (let at = 0; at < nodes.length; ) at = readAt(reading, at) ?? at + 1
  return { ...countYoung(reading.groups), rest: restOf(text, reading) }
}

function restOf(text: string, { taken }: YoungReading): string {
  return taken.reduce((rest, [start, end]) => blankOut(rest, start, end - start), text)
}

/** @returns the place behind what was read, or nothing when no child is named there. */
function readAt(reading: YoungReading, at: number): number | undefined {
  return (
    readGroup(reading, at) ??
    readAged(reading, at) ??
    readMembers(reading, at) ??
    readSingle(reading, at) ??
    readLooseAges(reading, at)
  )
}

const isYoung = (band: Band | undefined) => band === "child" || band === "little" || band === "teen"

/** "5 kids", "6 of the 16 are kids", "a third of them kids", "the rest children". */
function readGroup(reading: YoungReading, at: number): number | undefined {
  const { nodes } = reading
  const node = nodes[at]!
  if (node.type !== "amount" || !node.amount || node.amount.kind === "unknown") return undefined
  let next = at + 1
  let band = node.band ?? (node.isPerson ? bandOfNoun(node.text.split(" ").at(-1) ?? "") : undefined)
  let isPart = node.isPart ?? false
  if (!isYoung(band)) {
    if (band && !isPart) return undefined
    while (
      /^(?:are|r|is|being|will|be|were|son|of|them|only|just|who|actually|really|now)$/.test(
        nodes[next]?.text ?? "",
      ) &&
      next - at < 4
    )
      next++
    const named = nodes[next]
    band = named?.isPerson
      ? bandOfNoun(named.text.replace(/^(?:the|our|my) /, ""))
      : bandOfNoun(named?.text ?? "")
    if (!isYoung(band) || (named?.type === "amount" && !named.isPerson)) return undefined
    isPart ||= next > at + 1
    next++
  }
  const isNamed = node.isPerson && node.amount.kind === "share"
  const open = isNamed ? reading.open() : undefined
  const said = readAges(nodes, next, node.amount.kind === "count" ? node.amount.value : undefined)
  if (isNamed && !said) return undefined
  const end = said?.next ?? next
  reading.take(at, end)
  // "12 adults and my niece, she is 6": who is named by herself is none of the adults.
  const group =
    open ?? reading.add({ band: band!, ...amountOf(node), isPart: isPart && !node.isPerson }, at, end)
  if (said) apply(group, said)
  group.end = nodes[end - 1]!.end
  return end
}

function apply(group: Group, { ages, band, least, most }: AgesSaid): void {
  group.ages.push(...ages)
  if (band) group.span = band
  if (least !== undefined || most !== undefined) {
    const span = group.span ?? CHILDREN
    group.span = { from: least ?? span.from, to: most ?? span.to }
  }
}

/** "Two 4-year-olds", "a 9 and a 12 year old", "my 3 year old". */
function readAged(reading: YoungReading, at: number): number | undefined {
  const { nodes } = reading
  const node = nodes[at]
  const first = node?.isPart && !node.band && node.amount?.kind === "count" ? node.amount.value : ageIn(node)
  if (
    first === undefined ||
    /^(?:under|over|than|least|to|below|above|until)$/.test(nodes[at - 1]?.text ?? "")
  )
    return undefined
  const age = ageIn(nodes[at + 1])
  if (age !== undefined && age <= 17) {
    const unit = skipUnit(nodes, at + 2)
    const ages = Array<number>(Math.min(first, 60)).fill(age)
    if (unit.isUnit) return addAged(reading, at, ages, unit.next, node?.isPart)
  }
  if (node?.isPart) return undefined
  const list = readList(nodes, at)
  const unit = skipUnit(nodes, list.next)
  if (!unit.isUnit || list.ages.some((each) => each > 17)) return undefined
  if (/^(?:birthday|anniversary|party|bday)$/.test(nodes[unit.next]?.text ?? "")) return undefined
  const last = nodes[unit.next]
  const isTwins = last?.text === "twins" && list.ages.length === 1
  return addAged(reading, at, isTwins ? [...list.ages, ...list.ages] : list.ages, unit.next)
}

function addAged(reading: YoungReading, at: number, ages: number[], unitEnd: number, isPart = false): number {
  const { nodes } = reading
  let next = unitEnd
  if (isYoung(bandOfNoun(nodes[next]?.text ?? "")) || nodes[next]?.text === "twins") next++
  const all = [...ages]
  // "Two 13 year olds and a 12": the unit is not said again.
  for (;;) {
    const isMore =
      /^(?:and|&|plus)$/.test(nodes[next]?.text ?? "") && /^(?:1|an?)$/.test(nodes[next + 1]?.text ?? "")
    const age = isMore ? ageIn(nodes[next + 2]) : undefined
    const after = nodes[next + 3]
    if (
      age === undefined ||
      age > 17 ||
      (after && after.type === "word" && !/^(?:and|&|plus)$/.test(after.text))
    )
      break
    all.push(age)
    next += 3
  }
  let from = at
  while (DETERMINER.test(nodes[from - 1]?.text ?? "")) from--
  const isJoined = JOINS.test(nodes[from - 1]?.text ?? "")
  const open = isPart ? (reading.whole(all.length) ?? reading.open()) : reading.open()
  const isNew =
    !open ||
    (!isPart && roomIn(open) < all.length) ||
    (isJoined && open.end >= (nodes[from - 2]?.end ?? 0) && open.ages.length === 0)
  const group = isNew ? reading.add({ band: "child", count: 0, isPart }, at, next) : open
  if (isNew) group.count = all.length
  group.ages.push(...all)
  group.end = nodes[next - 1]!.end
  reading.take(from, next)
  return next
}

/** "2 are under 5", "one is 9", "the rest are 8 or 9": some of those who were counted. */
function readMembers(reading: YoungReading, at: number): number | undefined {
  const { nodes } = reading
  const node = nodes[at]!
  const isOther = /^(?:other|others|oldest|youngest|middle|eldest)$/.test(node.text)
  const isRest = node.amount?.kind === "rest"
  const isFriends = node.band === "people" && !node.isPart
  const isCounted = node.type === "amount" && node.amount?.kind === "count" && (!node.band || isFriends)
  if (!isOther && !isRest && !isCounted) return undefined
  const are = /^(?:that|who|which)$/.test(nodes[at + 1]?.text ?? "") ? at + 2 : at + 1
  if (!ARE.test(nodes[are]?.text ?? "")) return undefined
  const open = reading.open()
  const room = open ? roomIn(open) : 0
  const value =
    node.amount?.kind === "count"
      ? node.amount.value
      : isRest || node.text === "others"
        ? Math.max(room, 1)
        : 1
  const said = readAges(nodes, are, value)
  if (!said) return undefined
  if (!open && (isOther || isRest)) return undefined
  // "5 friends are 6": guests of any age, until theirs is said.
  if (isFriends && !areChildren(said)) return undefined
  const group =
    open && room >= value && !isFriends
      ? open
      : reading.add({ band: "child", count: value, isPart: !isFriends }, at, said.next)
  if (said.band) group.parts.push({ count: value, band: said.band })
  group.ages.push(...said.ages)
  group.end = nodes[said.next - 1]!.end
  reading.take(at, said.next)
  return said.next
}

function areChildren({ ages, band }: AgesSaid): boolean {
  return Math.max(band?.to ?? 0, ...ages) < ADULT_FROM && (band !== undefined || ages.length > 0)
}

/** "A baby", "my daughter, she is 9", "our son (7)". */
function readSingle(reading: YoungReading, at: number): number | undefined {
  const { nodes } = reading
  const node = nodes[at]!
  const words = node.text.split(" ")
  const noun = words.at(-1) ?? ""
  const isOne = node.type === "word" || (node.isPerson && words.length === 2)
  if (!isOne || !SINGLE.test(noun) || isGroupSingular(nodes[at + 1]?.text)) return undefined
  const before = nodes.slice(Math.max(0, at - 3), at).map(({ text }) => text)
  const determiner = words.length === 2 ? words[0] : before.findLast((word) => DETERMINER.test(word))
  if (!determiner) return undefined
  const band = bandOfNoun(noun) ?? "child"
  const said = readAges(nodes, at + 1, 1)
  const isNew = /^(?:an?|another|un|una)$/.test(determiner)
  if (!said && !(isNew || band === "little")) return undefined
  const from =
    words.length === 2 ? at : nodes.findLastIndex((other, place) => place < at && other.text === determiner)
  const isJoined = JOINS.test(nodes[from - 1]?.text ?? "")
  const next = said?.next ?? at + 1
  const open = said && !isJoined ? reading.open() : undefined
  const group = open ?? reading.add({ band, count: 1 }, from, next)
  if (said) apply(group, said)
  reading.take(from, next)
  return next
}

/** "… ages 5, 8 and 9" at some distance from the children. */
function readLooseAges(reading: YoungReading, at: number): number | undefined {
  const { nodes } = reading
  if (!/^(?:aged?|ages)$/.test(nodes[at]?.text ?? "")) return undefined
  const open = reading.open()
  const said = readAges(nodes, at, open?.count)
  if (!said) return undefined
  const group = open ?? reading.add({ band: "child", count: undefined }, at, said.next)
  apply(group, said)
  reading.take(at, said.next)
  return said.next
}

/** @returns the young guests when all guests are known, so that "a third of them are kids" has a number. */
export function readYoungOf(text: string, total: number, adults: number): Young {
  const nodes = readNodes(text)
  const reading = new YoungReading(nodes)
  for (let at = 0; at < nodes.length; ) at = readAt(reading, at) ?? at + 1
  const fixed = reading.groups.reduce(
    (sum, group) => sum + (group.share === undefined ? (group.count ?? 0) : 0),
    0,
  )
  for (const group of reading.groups) {
    if (typeof group.share === "number") group.count = Math.round(total * group.share)
    if (group.share === "rest") group.count = Math.max(0, total - adults - fixed)
    if (group.share !== undefined) group.isPart = true
  }
  return { ...countYoung(reading.groups), rest: restOf(text, reading) }
}

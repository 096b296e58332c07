import type { Node } from "./party-nodes.ts"

/** Ages that stand behind children: each by itself, or a span that all of them are in. */
export interface AgesSaid {
  ages: number[]
  band?: AgeBand
  /** "The youngest is 6": bounds that say nothing of the others. */
  least?: number
  most?: number
  /** The place behind them. */
  next: number
}

export interface AgeBand {
  from: number
  to: number
}

/** Older than anybody. */
const EVERY_AGE = 200
const LEAD =
  /^(?:aged?|ages|age|edad|edades|who|who's|that|are|is|they|they're|theyre|their|'s|'re|all|both|each|years?|old|being|range|ranging|from|in|of|de|tienen|las|los|between|turning|turns?|turned|just|now|my|only|and|right|at|will|be|entre|it's|its|he's|she's|he|she|her|his|birthday|bday|party|also|too|then|really|actually|she'll|he'll)$/
const UNIT =
  /^(?:years?|yrs?|yr|years?-olds?|yrs?-olds?|yr-olds?|year-olds?|yo|yos|y\/o|años|anos|añitos|olds?)$/
const AND = /^(?:and|&|y|or|o)$/

/** @returns the age in a node that is a bare number from 0 to 99. */
export function ageIn(node: Node | undefined): number | undefined {
  if (node?.type !== "amount" || node.band || node.isPart || node.amount?.kind !== "count") return undefined
  const { value, least } = node.amount
  return least === undefined && value < 100 ? value : undefined
}

function spanIn(node: Node | undefined): AgeBand | undefined {
  if (node?.type !== "amount" || node.band || node.amount?.kind !== "count") return undefined
  const { value, least } = node.amount
  return least !== undefined && value < 100 ? { from: least, to: value } : undefined
}

/** @returns the place behind "years old", "yo" and the like; the same place when no such words stand there. */
export function skipUnit(nodes: readonly Node[], at: number): { next: number; isUnit: boolean } {
  let next = at
  if (nodes[next]?.text === "-" && UNIT.test(nodes[next + 1]?.text ?? "")) next++
  if (!UNIT.test(nodes[next]?.text ?? "")) return { next: at, isUnit: false }
  const isOlds = /olds?$/.test(nodes[next]!.text)
  next++
  if (nodes[next]?.text === "-" && /^olds?$/.test(nodes[next + 1]?.text ?? "")) next++
  if (!isOlds && /^(?:olds?|of|de)$/.test(nodes[next]?.text ?? "")) {
    next++
    if (nodes[next]?.text === "age" || nodes[next]?.text === "edad") next++
  }
  return { next, isUnit: true }
}

/** "4, 7 and 11", "four seven and eleven". */
export function readList(nodes: readonly Node[], at: number): { ages: number[]; next: number } {
  const ages: number[] = []
  let next = at
  for (;;) {
    const age = ageIn(nodes[next])
    if (age === undefined) break
    ages.push(age)
    next++
    let after = next
    while (nodes[after]?.type === "comma" || AND.test(nodes[after]?.text ?? "") || nodes[after]?.text === "/")
      after++
    if (/^an?$/.test(nodes[after]?.text ?? "") && ageIn(nodes[after + 1]) !== undefined) after++
    if (ageIn(nodes[after]) === undefined) break
    if (countsOthers(nodes, after)) break
    next = after
  }
  return { ages, next }
}

/** "Three are 6 and 2 are 7": the second number counts others. */
function countsOthers(nodes: readonly Node[], at: number): boolean {
  return nodes[at]?.type === "amount" && /^(?:are|is)$/.test(nodes[at + 1]?.text ?? "")
}

const BELOW = /^(?:under|below|younger|less|beneath|menores|bajo)$/
const ABOVE = /^(?:over|above|older|mayores)$/

/** "Under 5", "over 12", "6 to 10", "5 and under", "10 or older", "between 8 and 12". */
export function readBand(
  nodes: readonly Node[],
  at: number,
  isBetween = false,
): { band: AgeBand; next: number } | undefined {
  const text = nodes[at]?.text ?? ""
  const isBelow = BELOW.test(text)
  if (isBelow || ABOVE.test(text)) {
    let next = at + 1
    while (/^(?:than|the|age|of|de)$/.test(nodes[next]?.text ?? "")) next++
    const amount = nodes[next]?.amount
    const age = ageIn(nodes[next]) ?? (amount?.kind === "count" ? amount.value : undefined)
    if (age === undefined || age > 99) return undefined
    const after = skipUnit(nodes, next + 1).next
    return { band: isBelow ? { from: 0, to: age - 1 } : { from: age + 1, to: EVERY_AGE }, next: after }
  }
  const span = spanIn(nodes[at])
  if (span) return { band: span, next: skipUnit(nodes, at + 1).next }
  const age = ageIn(nodes[at])
  if (age === undefined) return undefined
  const upper = AND.test(nodes[at + 1]?.text ?? "") ? ageIn(nodes[at + 2]) : undefined
  if (isBetween && upper !== undefined && upper > age)
    return { band: { from: age, to: upper }, next: skipUnit(nodes, at + 3).next }
  const unit = skipUnit(nodes, at + 1).next
  const joint = nodes[unit]?.text ?? ""
  const bound = nodes[unit + 1]?.text ?? ""
  if (/^(?:and|or|&|y)$/.test(joint) && /^(?:under|younger|below|less|down)$/.test(bound))
    return { band: { from: 0, to: age }, next: unit + 2 }
  if (/^(?:and|or|&|y)$/.test(joint) && /^(?:up|over|older|above|more)$/.test(bound))
    return { band: { from: age, to: EVERY_AGE }, next: unit + 2 }
  if (joint === "+") return { band: { from: age, to: EVERY_AGE }, next: unit + 1 }
  return undefined
}

/** Whatever is said of ages from a place on: a list, a span or bounds; in brackets or not. */
export function readAges(
  nodes: readonly Node[],
  at: number,
  count: number | undefined,
): AgesSaid | undefined {
  let next = at
  let lead = 0
  let isBetween = false
  let isMarked = false
  for (;;) {
    const node = nodes[next]
    if (!node) return undefined
    if (node.type === "comma" || node.type === "open" || /^[:–-]$/.test(node.text))
      isMarked ||= node.type === "open"
    else if (/^(?:up|hasta)$/.test(node.text) && nodes[next + 1]?.text === "to") next++
    else if (LEAD.test(node.text) || isGroupWord(node)) {
      isMarked ||= /^(?:aged?|ages|age|between|edad|edades|entre|from)$/.test(node.text)
      isBetween ||= /^(?:between|entre)$/.test(node.text)
    } else break
    next++
    lead++
    if (lead > 8) return undefined
  }
  // "6 kids (3 are 4 and 3 are 8)": the first number in the brackets counts some of them.
  if (lead > 0 && countsOthers(nodes, next)) return undefined
  const bound = readBounds(nodes, next)
  if (bound) return bound
  const band = readBand(nodes, next, isBetween)
  const listed = band && count !== undefined ? listBehind(nodes, band.next, count) : undefined
  if (listed) return listed
  if (band) return withBounds(nodes, { ages: [], ...band, next: closed(nodes, band.next) })
  return readPlainAges(nodes, next, { count, lead, isMarked })
}

/** "Aged 4 to 11 (4, 5, 6 and 11)": the list decides. */
function listBehind(nodes: readonly Node[], at: number, count: number): AgesSaid | undefined {
  if (nodes[at]?.type !== "open" && nodes[at]?.text !== ":") return undefined
  const list = readList(nodes, at + 1)
  if (list.ages.length !== count) return undefined
  return { ages: list.ages, next: closed(nodes, skipUnit(nodes, list.next).next) }
}

/** "Under 10 (youngest is 6)": the second says more of the first. */
function withBounds(nodes: readonly Node[], said: AgesSaid): AgesSaid {
  let next = said.next
  while (nodes[next]?.type === "open" || nodes[next]?.type === "comma" || nodes[next]?.text === "and") next++
  const bounds = readBounds(nodes, next)
  return bounds ? { ...bounds, ages: said.ages, ...(said.band ? { band: said.band } : {}) } : said
}

/** "All", "both" stand as amounts before ages. */
function isGroupWord(node: Node): boolean {
  return node.type === "amount" && node.amount?.kind === "share" && node.amount.part === 1 && !node.band
}

interface AgesAsked {
  count: number | undefined
  lead: number
  isMarked: boolean
}

function readPlainAges(nodes: readonly Node[], at: number, asked: AgesAsked): AgesSaid | undefined {
  const list = readList(nodes, at)
  if (list.ages.length === 0) return undefined
  const unit = skipUnit(nodes, list.next)
  const next = closed(nodes, unit.next)
  const [first = 0] = list.ages
  const isSaid =
    unit.isUnit || asked.isMarked || asked.count === list.ages.length || endsThere(nodes, list.next)
  // "3 kids 2 dogs": a number without a mark of age is none.
  if (!isSaid || list.ages.some((age) => age > 17)) return undefined
  if (asked.lead === 0 && !unit.isUnit && asked.count !== list.ages.length) return undefined
  if (list.ages.length === 1 && (asked.count ?? 1) > 1)
    return { ages: [], band: { from: first, to: first }, next }
  return { ages: list.ages, next }
}

function endsThere(nodes: readonly Node[], at: number): boolean {
  const node = nodes[at]
  if (AND.test(node?.text ?? "") && countsOthers(nodes, at + 1)) return true
  return !node || node.type === "stop" || node.type === "comma" || node.type === "close"
}

function closed(nodes: readonly Node[], at: number): number {
  return nodes[at]?.type === "close" ? at + 1 : at
}

/** "The youngest is 6", "oldest 12". */
function readBounds(nodes: readonly Node[], at: number): AgesSaid | undefined {
  let next = at
  if (nodes[next]?.text === "the") next++
  const word = nodes[next]?.text
  if (word !== "youngest" && word !== "oldest") return undefined
  next++
  while (
    /^(?:is|being|of|them|will|be|one|=|:|turning|turns|just|turned|only)$/.test(nodes[next]?.text ?? "")
  )
    next++
  const age = ageIn(nodes[next])
  if (age === undefined || age > 17) return undefined
  const after = closed(nodes, skipUnit(nodes, next + 1).next)
  return { ages: [], ...(word === "youngest" ? { least: age } : { most: age }), next: after }
}

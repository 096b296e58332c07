import type { Node } from "./party-nodes.ts"
import type { Band } from "./party-words.ts"
import type { AgeBand } from "./read-ages.ts"

/** Children, teens and little ones of one breath: "4 kids (5, 7)". */
export interface Group {
  band: Band
  /** Nothing while only "the kids" were named. */
  count: number | undefined
  /** A share of all guests, or what is left of them. */
  share?: number | "rest"
  ages: number[]
  /** Members of whom a span was said: "2 of them under 5". */
  parts: { count: number; band: AgeBand }[]
  span?: AgeBand
  isPart: boolean
  start: number
  end: number
}

export const LITTLE_UNTIL = 5
export const ADULT_FROM = 13

/** The young guests found so far, and which words told of them. */
export class YoungReading {
  readonly groups: Group[] = []
  readonly taken: [number, number][] = []
  readonly nodes: readonly Node[]

  constructor(nodes: readonly Node[]) {
    this.nodes = nodes
  }

  take(from: number, next: number): void {
    const first = this.nodes[from]
    const last = this.nodes[next - 1]
    if (first && last) this.taken.push([first.start, last.end])
  }

  add(group: Partial<Group> & Pick<Group, "band" | "count">, from: number, next: number): Group {
    const made: Group = {
      ages: [],
      parts: [],
      isPart: false,
      start: this.nodes[from]?.start ?? 0,
      end: this.nodes[next - 1]?.end ?? 0,
      ...group,
    }
    this.groups.push(made)
    return made
  }

  /** The last children of whom not every age was said. */
  open(): Group | undefined {
    return this.groups.findLast((group) => group.band !== "little" && roomIn(group) > 0)
  }

  /** "5 kids under 13, 2 of them 4": the last children of whom so many may be a part, whatever span was said of all. */
  whole(part: number): Group | undefined {
    return this.groups.findLast(({ count, ages, parts }) => {
      const said = ages.length + parts.reduce((sum, each) => sum + each.count, 0)
      return (count ?? 0) - said >= part
    })
  }
}

/** @returns of how many members no age was said. */
export function roomIn(group: Group): number {
  if (group.span) return 0
  const said = group.ages.length + group.parts.reduce((sum, part) => sum + part.count, 0)
  if (group.count === undefined) return said === 0 ? 1 : 0
  return group.count - said
}

/** @returns whether the noun behind makes no guest of a child: a birthday is told of one person, who need not be a guest of their own. */
export function isGroupSingular(next = ""): boolean {
  return /^(?:birthday|party|price|menu|meal|seat|chair|proof|friendly|size|rate|pricing|portion|plate)$/.test(
    next,
  )
}

/** @returns how many a number, a share or "the rest" names; nothing while their number is open. */
export function amountOf(node: Node): Pick<Group, "count" | "share"> {
  const { amount } = node
  if (amount?.kind === "count") return { count: amount.value }
  if (amount?.kind === "rest") return { count: 0, share: "rest" }
  if (amount?.kind === "share" && amount.part < 1) return { count: 0, share: amount.part }
  return { count: undefined }
}

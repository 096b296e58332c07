/** One judged answer: the raw confidence it had and whether it was right. */
export interface Judged {
  raw: number
  isRight: boolean
}

/** Under this many judged answers the raw figure says more than a fitted step would. */
export const LEAST_JUDGED = 30

/**
 * Isotonic regression by pooling adjacent violators: the confidence becomes the share of right answers among
 * those judged with a like raw figure, never falling as the raw figure rises.
 * @returns the calibrated confidence, or the raw one while too few answers were judged.
 */
export function calibrateConfidence(raw: number, judged: readonly Judged[]): number {
  if (judged.length < LEAST_JUDGED) return raw
  const blocks = poolViolators(judged)
  const position = blocks.findIndex((block) => block.last >= raw)
  const upper = blocks[position < 0 ? blocks.length - 1 : position]!
  const lower = position > 0 ? blocks[position - 1]! : undefined
  // Between two blocks it runs in a straight line, so that a hair's breadth decides nothing.
  if (!lower || raw >= upper.first) return upper.share
  const way = (raw - lower.last) / (upper.first - lower.last)
  return lower.share + way * (upper.share - lower.share)
}

interface Block {
  first: number
  last: number
  right: number
  count: number
  share: number
}

function poolViolators(judged: readonly Judged[]): Block[] {
  const blocks: Block[] = []
  for (const { raw, isRight } of judged.toSorted((one, other) => one.raw - other.raw)) {
    blocks.push({ first: raw, last: raw, right: isRight ? 1 : 0, count: 1, share: isRight ? 1 : 0 })
    for (let last = blocks.length - 1; last > 0 && violates(blocks[last - 1]!, blocks[last]!); last -= 1) {
      blocks.splice(last - 1, 2, join(blocks[last - 1]!, blocks[last]!))
    }
  }
  return blocks
}

function violates(left: Block, right: Block): boolean {
  return left.share >= right.share || left.last === right.first
}

function join(left: Block, right: Block): Block {
  const count = left.count + right.count
  const hits = left.right + right.right
  return { first: left.first, last: right.last, right: hits, count, share: hits / count }
}

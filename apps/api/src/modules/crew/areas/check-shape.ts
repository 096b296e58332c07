import type { AreaGeometry, Position } from "@myhibachi/contract/areas"
import { invalidField } from "#platform/errors.ts"
import { edgesOf, isBetween, polygonsOf, turnOf } from "./covers-point.ts"

/**
 * Refuses a shape that has no clear inside.
 * @throws AppError "ring-open", "ring-flat", "ring-crosses" with the ring and the corners.
 */
export function checkShape(geometry: AreaGeometry): void {
  for (const [part, rings] of polygonsOf(geometry).entries()) {
    for (const [index, ring] of rings.entries()) {
      const place = geometry.type === "Polygon" ? `${index}` : `${part}/${index}`
      checkRing(ring, `/geometry/coordinates/${place}`, index === 0 ? "outline" : "hole")
    }
  }
}

function checkRing(ring: readonly Position[], pointer: string, word: string): void {
  const [first] = ring
  const last = ring.at(-1)
  if (!first || !last || first[0] !== last[0] || first[1] !== last[1])
    throw invalidField(pointer, `The ${word} is open: repeat its first corner at the end.`, "ring-open")
  if (ring.every((position) => turnOf(first, ring[1] ?? first, position) === 0))
    throw invalidField(
      pointer,
      `The corners of the ${word} lie on one line and enclose nothing.`,
      "ring-flat",
    )
  const crossing = findCrossing(ring)
  if (!crossing) return
  const [one, other] = crossing
  throw invalidField(
    pointer,
    `The ${word} crosses itself between the corners ${one + 1}–${one + 2} and ${other + 1}–${other + 2}; move one of them.`,
    "ring-crosses",
  )
}

/** @returns the numbers of two edges that meet although they do not follow each other. */
function findCrossing(ring: readonly Position[]): [number, number] | null {
  const edges = edgesOf(ring)
  for (let one = 0; one < edges.length; one += 1) {
    for (let other = one + 2; other < edges.length; other += 1) {
      const isRoundTheEnd = one === 0 && other === edges.length - 1
      const [left, right] = [edges[one], edges[other]]
      if (left && right && !isRoundTheEnd && doMeet(left, right)) return [one, other]
    }
  }
  return null
}

function doMeet([a, b]: [Position, Position], [c, d]: [Position, Position]): boolean {
  const turns = [turnOf(a, b, c), turnOf(a, b, d), turnOf(c, d, a), turnOf(c, d, b)].map(Math.sign)
  const [cSide, dSide, aSide, bSide] = turns
  if (cSide !== dSide && aSide !== bSide && !turns.includes(0)) return true
  return (
    (cSide === 0 && isBetween(a, b, c)) ||
    (dSide === 0 && isBetween(a, b, d)) ||
    (aSide === 0 && isBetween(c, d, a)) ||
    (bSide === 0 && isBetween(c, d, b))
  )
}

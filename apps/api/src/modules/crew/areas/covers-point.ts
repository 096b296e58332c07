import type { AreaGeometry, Position, Rings } from "@myhibachi/contract/areas"
import { straightMiles } from "#providers/maps/great-circle.ts"
import type { Point } from "#providers/maps/port.ts"

/** @returns whether the point lies in the shape; its border belongs to it, a hole does not. */
export function coversPoint(geometry: AreaGeometry, point: Point): boolean {
  return polygonsOf(geometry).some((rings) => isInPolygon(rings, [point.longitude, point.latitude]))
}

/** @returns the outlines with their holes, each a polygon of its own. */
export function polygonsOf(geometry: AreaGeometry): Rings[] {
  return geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates
}

function isInPolygon([outline, ...holes]: Rings, position: Position): boolean {
  if (!outline) return false
  const side = sideOf(outline, position)
  if (side !== "inside") return side === "border"
  // The border of a hole is still the border of the area.
  return holes.every((hole) => sideOf(hole, position) !== "inside")
}

/**
 * Counts how often a ray to the east crosses the ring. An edge takes its lower end and leaves its upper one, so
 * that a ray through a corner counts once.
 */
function sideOf(ring: readonly Position[], [x, y]: Position): "inside" | "outside" | "border" {
  let isInside = false
  for (const [from, to] of edgesOf(ring)) {
    const turn = turnOf(from, to, [x, y])
    if (turn === 0 && isBetween(from, to, [x, y])) return "border"
    const goesUp = from[1] <= y && y < to[1]
    const goesDown = to[1] <= y && y < from[1]
    if ((goesUp && turn > 0) || (goesDown && turn < 0)) isInside = !isInside
  }
  return isInside ? "inside" : "outside"
}

/** @returns the edges of a closed ring. */
export function edgesOf(ring: readonly Position[]): [Position, Position][] {
  return ring.slice(1).map((to, index) => [ring[index] ?? to, to])
}

/** @returns above zero when the point lies left of the way from `from` to `to`, zero on its line. */
export function turnOf(from: Position, to: Position, [x, y]: Position): number {
  return (to[0] - from[0]) * (y - from[1]) - (x - from[0]) * (to[1] - from[1])
}

/** Whether a point that is on the line of two others lies between them. */
export function isBetween(from: Position, to: Position, [x, y]: Position): boolean {
  return (
    Math.min(from[0], to[0]) <= x &&
    x <= Math.max(from[0], to[0]) &&
    Math.min(from[1], to[1]) <= y &&
    y <= Math.max(from[1], to[1])
  )
}

/** @returns the straight miles from a point outside to the nearest border of the shape. */
export function milesToBorder(geometry: AreaGeometry, point: Point): number {
  const edges = polygonsOf(geometry).flatMap((rings) => rings.flatMap(edgesOf))
  const miles = edges.map(([from, to]) => straightMiles(point, nearestOn(from, to, point)))
  return Math.min(...miles)
}

/** The nearest point of an edge on a flat map, on which a degree east is shortened by the latitude. */
function nearestOn(from: Position, to: Position, point: Point): Point {
  const shrink = Math.cos((point.latitude * Math.PI) / 180)
  const [east, north] = [(to[0] - from[0]) * shrink, to[1] - from[1]]
  const squared = east ** 2 + north ** 2
  const along =
    squared === 0
      ? 0
      : ((point.longitude - from[0]) * shrink * east + (point.latitude - from[1]) * north) / squared
  const share = Math.min(1, Math.max(0, along))
  return {
    longitude: from[0] + share * (to[0] - from[0]),
    latitude: from[1] + share * (to[1] - from[1]),
  }
}

import type { AreaGeometry, Position } from "@myhibachi/contract/areas"

/** One ring of an area as it is edited: without its first corner again at the end. */
export interface Outline {
  kind: "outline" | "hole"
  corners: Position[]
}

/** @returns the rings of a shape; a hole belongs to the outline before it. */
export function outlinesOf(geometry: AreaGeometry | null): Outline[] {
  if (!geometry) return []
  const polygons = geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates
  return polygons.flatMap((rings) =>
    rings.map(
      (ring, index): Outline => ({ kind: index === 0 ? "outline" : "hole", corners: ring.slice(0, -1) }),
    ),
  )
}

/** @returns the shape of the rings that enclose something; null when none does. */
export function geometryOf(outlines: readonly Outline[]): AreaGeometry | null {
  const polygons: Position[][][] = []
  for (const { kind, corners } of outlines) {
    const [first] = corners
    if (!first || corners.length < 3) continue
    const ring = [...corners, first]
    const polygon = polygons.at(-1)
    if (kind === "hole" && polygon) polygon.push(ring)
    else polygons.push([ring])
  }
  const [only] = polygons
  if (!only) return null
  return polygons.length === 1
    ? { type: "Polygon", coordinates: only }
    : { type: "MultiPolygon", coordinates: polygons }
}

/** Degrees to about a metre, which is closer than anybody points. */
const DIGITS = 5

/** @returns the position rounded to about a metre. */
export function roundPosition([longitude, latitude]: Position): Position {
  return [Number(longitude.toFixed(DIGITS)), Number(latitude.toFixed(DIGITS))]
}

/** @returns the outlines with the corners of one of them changed. */
export function withCorners(
  outlines: readonly Outline[],
  index: number,
  change: (corners: readonly Position[]) => Position[],
): Outline[] {
  return outlines.map((outline, each) =>
    each === index ? { ...outline, corners: change(outline.corners) } : outline,
  )
}

/** @returns the corners with one more behind `after`; without a position it lies in the middle to the next one. */
export function insertCorner(corners: readonly Position[], after: number, position?: Position): Position[] {
  const from = corners[after]
  const to = corners[(after + 1) % corners.length]
  const between: Position | undefined =
    from && to ? [(from[0] + to[0]) / 2, (from[1] + to[1]) / 2] : undefined
  const added = position ?? between
  return added ? corners.toSpliced(after + 1, 0, roundPosition(added)) : [...corners]
}

/** @returns the ZIP codes of what somebody typed, and what of it is none. */
export function readZipCodes(text: string): { zipCodes: string[]; wrong: string[] } {
  const words = text.split(/[\s,;]+/).filter(Boolean)
  return {
    zipCodes: [...new Set(words.filter((word) => /^\d{5}$/.test(word)))],
    wrong: words.filter((word) => !/^\d{5}$/.test(word)),
  }
}

import type { AreaGeometry, Position } from "@myhibachi/contract/areas"
import fc from "fast-check"
import { expect, test } from "vitest"
import { checkShape } from "./check-shape.ts"
import { coversPoint, milesToBorder } from "./covers-point.ts"
import { type DecidingArea, decideArea, nearestServingArea } from "./decide-area.ts"

const square = (west: number, south: number, size: number): Position[] => [
  [west, south],
  [west + size, south],
  [west + size, south + size],
  [west, south + size],
  [west, south],
]
const polygon = (...rings: Position[][]): AreaGeometry => ({ type: "Polygon", coordinates: rings })
const at = (longitude: number, latitude: number) => ({ longitude, latitude })

// Whole degrees meet corners and edges often, which is where such code is wrong.
const coordinate = fc.integer({ min: -12, max: 12 })

/** A ring round the origin, star-shaped, so that it never crosses itself. */
const star = fc
  .uniqueArray(fc.integer({ min: 0, max: 359 }), { minLength: 5, maxLength: 30 })
  .map((angles) => angles.sort((left, right) => left - right))
  .filter((angles) =>
    angles.every((angle, index) => (angles[index + 1] ?? (angles[0] ?? 0) + 360) - angle < 170),
  )
  .chain((angles) =>
    fc.tuple(
      ...angles.map((angle) => fc.integer({ min: 2, max: 10 }).map((radius) => [angle, radius] as const)),
    ),
  )

function ringOf(corners: readonly (readonly [number, number])[]): Position[] {
  const ring = corners.map(
    ([angle, radius]): Position => [
      radius * Math.cos((angle * Math.PI) / 180),
      radius * Math.sin((angle * Math.PI) / 180),
    ],
  )
  return [...ring, ring[0] ?? [0, 0]]
}

/** Another way to the answer: the winding number by angles, for points that are not on the border. */
function winds(ring: readonly Position[], x: number, y: number): boolean {
  let turned = 0
  for (let index = 0; index + 1 < ring.length; index += 1) {
    const from: Position = ring[index] ?? [0, 0]
    const to: Position = ring[index + 1] ?? [0, 0]
    const angle = Math.atan2(to[1] - y, to[0] - x) - Math.atan2(from[1] - y, from[0] - x)
    turned += angle > Math.PI ? angle - 2 * Math.PI : angle < -Math.PI ? angle + 2 * Math.PI : angle
  }
  return Math.abs(turned) > Math.PI
}

test("agrees with the winding number on any outline", () => {
  fc.assert(
    fc.property(
      star,
      fc.double({ min: -11, max: 11, noNaN: true }),
      fc.double({ min: -11, max: 11, noNaN: true }),
      (corners, x, y) => {
        const ring = ringOf(corners)
        fc.pre(milesToBorder(polygon(ring), at(x, y)) > 0.001)
        expect(coversPoint(polygon(ring), at(x, y))).toBe(winds(ring, x, y))
      },
    ),
  )
})

test("does not depend on the first corner or the direction, takes its border in and its holes out", () => {
  fc.assert(
    fc.property(coordinate, coordinate, fc.integer({ min: 0, max: 3 }), (x, y, turns) => {
      const open = square(-10, -10, 20).slice(0, 4)
      const turned = [...open.slice(turns), ...open.slice(0, turns)]
      const ring = [...turned, turned[0] ?? [0, 0]] as Position[]
      const isIn = Math.abs(x) <= 10 && Math.abs(y) <= 10
      const isInHole = Math.abs(x) < 4 && Math.abs(y) < 4
      expect(coversPoint(polygon(ring), at(x, y))).toBe(isIn)
      expect(coversPoint(polygon(ring.toReversed()), at(x, y))).toBe(isIn)
      expect(coversPoint(polygon(ring, square(-4, -4, 8)), at(x, y))).toBe(isIn && !isInHole)
      const both: AreaGeometry = { type: "MultiPolygon", coordinates: [[ring], [square(11, -1, 2)]] }
      expect(coversPoint(both, at(x, y))).toBe(isIn || (x >= 11 && Math.abs(y) <= 1))
    }),
  )
})

test("refuses outlines without a clear inside and names the corners", () => {
  expect(() => checkShape(polygon(square(0, 0, 2), square(0.5, 0.5, 1)))).not.toThrow()
  fc.assert(fc.property(star, (corners) => checkShape(polygon(ringOf(corners)))))
  expect(() =>
    checkShape(
      polygon([
        [0, 0],
        [2, 2],
        [2, 0],
        [0, 2],
        [0, 0],
      ]),
    ),
  ).toThrow(/corners 1–2 and 3–4/)
  expect(() =>
    checkShape(
      polygon([
        [0, 0],
        [1, 1],
        [2, 2],
        [0, 0],
      ]),
    ),
  ).toThrow(/one line/)
  expect(() =>
    checkShape(
      polygon([
        [0, 0],
        [1, 1],
        [2, 0],
        [0, 3],
      ]),
    ),
  ).toThrow(/open/)
})

const anArea = (area: Partial<DecidingArea>): DecidingArea => ({
  id: "area",
  name: "Area",
  effect: "serve",
  stationId: null,
  zipCodes: [],
  geometry: null,
  ...area,
})

test("a refusing area goes before every serving one, by ZIP or by shape, and what none covers is left open", () => {
  const bay = anArea({ id: "bay", geometry: polygon(square(-123, 37, 2)) })
  const island = anArea({ id: "island", effect: "refuse", zipCodes: ["94501"] })
  const park = anArea({ id: "park", effect: "refuse", geometry: polygon(square(-122.5, 37.5, 0.2)) })
  const areas = [bay, island, park]
  const decide = (postalCode: string | null, longitude: number, latitude: number) =>
    decideArea({ postalCode, longitude, latitude }, areas).decisive?.id ?? null
  expect(decide("94612", -122, 37.1)).toBe("bay")
  expect(decide("94501-1234", -122, 37.1)).toBe("island")
  expect(decide(null, -122.4, 37.6)).toBe("park")
  expect(decide("89501", -119, 39)).toBeNull()
  const nearest = nearestServingArea(at(-120, 38), areas)
  expect(nearest?.area.id).toBe("bay")
  expect(nearest?.miles).toBeCloseTo(54.4, 0)
})

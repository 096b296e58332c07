import type { AreaGeometry, Position } from "@myhibachi/contract/areas"
import { expect, test } from "vitest"
import { geometryOf, insertCorner, outlinesOf, readZipCodes } from "./outlines.ts"

const square: Position[] = [
  [0, 0],
  [4, 0],
  [4, 4],
  [0, 4],
]
const closed = (ring: Position[]): Position[] => [...ring, ring[0] ?? [0, 0]]
const hole: Position[] = [
  [1, 1],
  [2, 1],
  [2, 2],
]

test("a shape comes back from its outlines as it was", () => {
  const shapes: AreaGeometry[] = [
    { type: "Polygon", coordinates: [closed(square), closed(hole)] },
    { type: "MultiPolygon", coordinates: [[closed(square), closed(hole)], [closed(hole)]] },
  ]
  for (const shape of shapes) expect(geometryOf(outlinesOf(shape))).toEqual(shape)
  expect(geometryOf([{ kind: "outline", corners: square.slice(0, 2) }])).toBeNull()
})

test("a corner goes between two others, also between the last and the first", () => {
  expect(insertCorner(square, 3)).toEqual([...square, [0, 2]])
  expect(insertCorner(square, 0, [2, -1])[1]).toEqual([2, -1])
})

test("ZIP codes are read from any list, and what is none is named", () => {
  expect(readZipCodes("94501, 94502\n94501 9450 abcde")).toEqual({
    zipCodes: ["94501", "94502"],
    wrong: ["9450", "abcde"],
  })
})

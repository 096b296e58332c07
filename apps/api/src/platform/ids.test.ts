import fc from "fast-check"
import { expect, test } from "vitest"
import { idMaker } from "#platform/ids.ts"

test("ids sort in the order in which they were made, even within one millisecond", () => {
  fc.assert(
    fc.property(fc.array(fc.nat({ max: 2 }), { minLength: 2, maxLength: 50 }), (steps) => {
      let now = 1_700_000_000_000
      const newId = idMaker(() => now)
      const ids = steps.map((step) => {
        now += step
        return newId("bk")
      })
      expect([...ids].sort()).toEqual(ids)
      expect(new Set(ids).size).toBe(ids.length)
    }),
  )
})

test("the random part carries over", () => {
  const newId = idMaker(
    () => 0,
    (bytes) => Buffer.alloc(bytes, 31).fill(0, 0, 1),
  )
  expect([newId("a"), newId("a")]).toEqual(["a_00000000000zzzzzzzzzzzzzzz", "a_00000000001000000000000000"])
})

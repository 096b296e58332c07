import { expect, test } from "vitest"
import { placeSpan } from "./place-span.ts"

test("places a step by its start and length", () => {
  expect(placeSpan({ startMs: 25, ms: 50 }, 100)).toEqual({ left: 25, width: 50 })
})

test("keeps a step that ran past the end inside of the scale", () => {
  expect(placeSpan({ startMs: 90, ms: 50 }, 100)).toEqual({ left: 90, width: 10 })
  expect(placeSpan({ startMs: -5, ms: 10 }, 100)).toEqual({ left: 0, width: 10 })
})

import { usd } from "@myhibachi/contract/money"
import { expect, test } from "vitest"
import { condenseSeries, OTHERS } from "./condense-series.ts"

test("keeps the three largest series and adds the others up, so that a stack stays as high as before", () => {
  const series = ["a", "b", "c", "d", "e"].map((key) => ({ key, name: key.toUpperCase() }))
  const amounts = new Map([5, 1, 9, 2, 7].map((cents, place) => ["abcde"[place] ?? "", usd(cents)] as const))
  const condensed = condenseSeries(series, [{ period: "2026-09-01", amounts, total: usd(24) }])
  expect(condensed.series.map(({ name }) => name)).toEqual(["C", "E", "A", "2 others"])
  expect(condensed.periods[0]?.amounts.get(OTHERS)).toEqual(usd(3))
  const few = series.slice(0, 4)
  expect(condenseSeries(few, []).series).toEqual(few)
})

import { readFileSync } from "node:fs"
import { expect, test } from "vitest"

const css = readFileSync(new URL("./styles.css", import.meta.url), "utf8")
const tokens = new Map(
  [...css.matchAll(/--color-([a-z-]+): light-dark\((#\w{6}), (#\w{6})\)/g)].map((m) => [m[1], [m[2], m[3]]]),
)

function luminance(hex: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  }) as [number, number, number] // safe: three positions in, three values out
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function contrast(one: string, other: string): number {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number]
  return (light + 0.05) / (dark + 0.05)
}

const grounds = ["paper", "surface", "sunken"]
const pairs: Array<[string, string, number]> = [
  ...grounds.flatMap(
    (ground): Array<[string, string, number]> => [
      ["ink", ground, 7],
      ["ink-soft", ground, 4.5],
      ["ember", ground, 4.5],
      ["bad", ground, 4.5],
      ["line-strong", ground, 3],
    ],
  ),
  ["on-ember", "ember", 4.5],
  ["on-ember", "ember-strong", 4.5],
  ["on-bad", "bad", 4.5],
  ["good", "good-soft", 4.5],
  ["caution", "caution-soft", 4.5],
  ["bad", "bad-soft", 4.5],
  ["ink", "ember-soft", 4.5],
  ["ink-soft", "ember-soft", 4.5],
  ["ink-soft", "bad-soft", 4.5],
  ["ink-soft", "good-soft", 4.5],
  ["ink-soft", "caution-soft", 4.5],
]

test.each(pairs)("%s on %s reaches %d : 1 in both themes", (front, ground, least) => {
  for (const theme of [0, 1]) {
    const one = tokens.get(front)?.[theme]
    const other = tokens.get(ground)?.[theme]
    expect(contrast(one ?? "", other ?? "")).toBeGreaterThanOrEqual(least)
  }
})

import { mkdirSync, writeFileSync } from "node:fs"
import { join, resolve } from "node:path"

const FOLDER = join(resolve(import.meta.dirname, "../.."), ".build", "proofs")
const WIDTH = 640
const HEIGHT = 320
const MARGIN = { left: 56, right: 132, top: 24, bottom: 48 }
const COLOURS = ["#c2410c", "#57534e"]

interface Series {
  name: string
  measured: { claims: number; p50: number; p95: number }[]
}

/** Draws milliseconds over the number of claims (a scale of tens), p95 as a line and p50 dashed. @returns the file. */
export function drawGrowth(name: string, series: Series[]): string {
  const all = series.flatMap(({ measured }) => measured)
  const tens = all.map(({ claims }) => Math.log10(claims))
  const [least, most] = [Math.min(...tens), Math.max(...tens)]
  const top = Math.ceil(Math.max(...all.map(({ p95 }) => p95)) / 10) * 10
  const x = (claims: number) =>
    MARGIN.left + ((Math.log10(claims) - least) / (most - least)) * (WIDTH - MARGIN.left - MARGIN.right)
  const y = (ms: number) => HEIGHT - MARGIN.bottom - (ms / top) * (HEIGHT - MARGIN.top - MARGIN.bottom)
  const parts = [
    ...scale(top, y),
    ...[...new Set(all.map(({ claims }) => claims))].map((claims) =>
      text(x(claims), HEIGHT - MARGIN.bottom + 20, `${claims.toLocaleString("en-US")}`, "middle"),
    ),
    text(x(10 ** ((least + most) / 2)), HEIGHT - 8, "claims in the database", "middle"),
    text(MARGIN.left, 14, "milliseconds", "start"),
    ...series.flatMap((each, index) => curve(each, COLOURS[index % COLOURS.length] ?? "#000", x, y)),
  ]
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="sans-serif" font-size="12" role="img" aria-label="${name}: milliseconds over claims"><rect width="${WIDTH}" height="${HEIGHT}" fill="#fffdf9"/>${parts.join("")}</svg>\n`
  mkdirSync(FOLDER, { recursive: true })
  const file = join(FOLDER, `${name}.svg`)
  writeFileSync(file, svg)
  return file
}

function scale(top: number, y: (ms: number) => number): string[] {
  return Array.from({ length: 5 }, (_, step) => (step * top) / 4).flatMap((ms) => [
    `<line x1="${MARGIN.left}" x2="${WIDTH - MARGIN.right}" y1="${y(ms)}" y2="${y(ms)}" stroke="#e7e5e4"/>`,
    text(MARGIN.left - 8, y(ms) + 4, String(ms), "end"),
  ])
}

function curve(
  { name, measured }: Series,
  colour: string,
  x: (claims: number) => number,
  y: (ms: number) => number,
): string[] {
  const line = (read: (point: Series["measured"][number]) => number, dashes: string) =>
    `<polyline fill="none" stroke="${colour}" stroke-width="2"${dashes} points="${measured.map((point) => `${x(point.claims).toFixed(1)},${y(read(point)).toFixed(1)}`).join(" ")}"/>`
  const last = measured.at(-1)
  return [
    line(({ p95 }) => p95, ""),
    line(({ p50 }) => p50, ` stroke-dasharray="5 4"`),
    ...measured.map(
      ({ claims, p95 }) => `<circle cx="${x(claims)}" cy="${y(p95)}" r="3.5" fill="${colour}"/>`,
    ),
    ...(last
      ? [
          text(x(last.claims) + 10, y(last.p95) + 4, `${name}, p95`, "start", colour),
          text(x(last.claims) + 10, y(last.p50) + 4, `${name}, p50`, "start", colour),
        ]
      : []),
  ]
}

function text(x: number, y: number, words: string, anchor: string, colour = "#44403c"): string {
  return `<text x="${x}" y="${y}" text-anchor="${anchor}" fill="${colour}">${words}</text>`
}

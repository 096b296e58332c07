import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs"
import { dirname, join, resolve } from "node:path"
import { parseArgs } from "node:util"
import type { Figure, Proof } from "./proof.ts"
import { PROOFS } from "./proofs.ts"

const ROOT = resolve(import.meta.dirname, "../..")
const RESULTS = join(ROOT, ".build", "proofs")

interface Result {
  name: string
  at: string
  seconds: number
  quick: boolean
  figures: Figure[]
}

const USAGE = "npm run proof -- NAME [--quick] [--cases FILE…] [--seed N] [--out FILE]"

function readLast(name: string): Result | undefined {
  const file = join(RESULTS, `${name}.json`)
  return existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as Result) : undefined
}

async function list(): Promise<void> {
  console.log(`${USAGE}\n`)
  for (const [name, load] of Object.entries(PROOFS)) {
    const proof = await load()
    const last = readLast(name)
    const state = last
      ? `${last.figures.every((figure) => figure.holds) ? "holds" : "FALLS SHORT"} (${last.at.slice(0, 10)}${last.quick ? ", quick" : ""})`
      : "not run here yet"
    console.log(
      `${name.padEnd(14)} ${proof.shows}\n${" ".repeat(15)}must reach: ${proof.target}\n${" ".repeat(15)}last: ${state}`,
    )
  }
}

function print(figures: Figure[]): void {
  const rows = figures.map((figure) => [
    figure.what,
    String(figure.value),
    figure.mustBe || "–",
    figure.mustBe ? (figure.holds ? "yes" : "NO") : "",
  ])
  const table = [["what", "figure", "must be", "holds"], ...rows]
  const widths = [0, 1, 2].map((column) => Math.max(...table.map((row) => row[column]?.length ?? 0)))
  for (const row of table)
    console.log(
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join("  ")
        .trimEnd(),
    )
}

async function prove(
  proof: Proof,
  values: { quick: boolean; cases: string[]; seed: number; out: string | undefined },
): Promise<boolean> {
  const startedAt = performance.now()
  const progress = (message: string) => console.error(`  … ${message}`)
  const figures = await proof.run({ quick: values.quick, cases: values.cases, seed: values.seed, progress })
  const result: Result = {
    name: proof.name,
    at: new Date().toISOString(),
    seconds: Math.round((performance.now() - startedAt) / 100) / 10,
    quick: values.quick,
    figures,
  }
  print(figures)
  const out = values.out ?? join(RESULTS, `${proof.name}.json`)
  mkdirSync(dirname(out), { recursive: true })
  writeFileSync(out, `${JSON.stringify(result, null, 2)}\n`)
  console.log(`\n${result.seconds} s, written to ${out}`)
  return figures.every((figure) => figure.holds)
}

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      quick: { type: "boolean", default: false },
      cases: { type: "string", multiple: true, default: [] },
      seed: { type: "string", default: "1" },
      out: { type: "string" },
    },
  })
  const [name, ...more] = positionals
  if (!name) {
    await list()
    return 0
  }
  const load = PROOFS[name]
  if (!load) {
    console.error(`There is no proof ${name}; known are ${Object.keys(PROOFS).join(", ")}.\n${USAGE}`)
    return 2
  }
  // `--cases a.jsonl b.jsonl` leaves the second file among the positionals.
  const cases = [...values.cases, ...more].map((file) => resolve(file))
  const missing = cases.find((file) => !existsSync(file))
  if (missing) {
    console.error(`The case file ${missing} does not exist.`)
    return 2
  }
  return (await prove(await load(), {
    quick: values.quick,
    cases,
    seed: Number(values.seed),
    out: values.out,
  }))
    ? 0
    : 1
}

process.exit(await main())

import { existsSync, readFileSync } from "node:fs"
import { resolve } from "node:path"
import type { Labelled } from "../../apps/api/src/modules/understanding/classifier/classifier.ts"

/** Texts of one intent benchmark; the out-of-scope lists are empty when the file has none. */
export interface IntentData {
  train: Labelled[]
  validation: Labelled[]
  test: Labelled[]
  strangersForValidation: string[]
  strangersForTest: string[]
}

type Rows = [string, string][]

const labelled = (rows: Rows): Labelled[] => rows.map(([text, label]) => ({ text, label }))

/** The CLINC150 file beside the repository, or where MYHIBACHI_SHARED points; undefined when it is not there. */
export function findClinc(): string | undefined {
  const shared = process.env.MYHIBACHI_SHARED ?? resolve(import.meta.dirname, "../../../shared")
  const file = resolve(shared, "data/clinc150/data_full.json")
  return existsSync(file) ? file : undefined
}

/** CLINC150's own JSON, or two CSV files `text,category` whose names say "train" and "test". @throws Error for anything else. */
export function readIntentData(files: readonly string[]): IntentData {
  const [first] = files
  if (!first) throw new Error("no intent data")
  if (first.endsWith(".csv")) return readCsvPair(files)
  const parts = JSON.parse(readFileSync(first, "utf8")) as Record<string, Rows> // safe: CLINC150's documented shape
  return {
    train: labelled(parts.train ?? []),
    validation: labelled(parts.val ?? []),
    test: labelled(parts.test ?? []),
    strangersForValidation: (parts.oos_val ?? []).map(([text]) => text),
    strangersForTest: (parts.oos_test ?? []).map(([text]) => text),
  }
}

function readCsvPair(files: readonly string[]): IntentData {
  const train = files.find((file) => /train/i.test(file))
  const test = files.find((file) => /test/i.test(file))
  if (!train || !test)
    throw new Error("CSV needs two files, one with “train” and one with “test” in its name")
  const rows = readCsv(train)
  // Every eighth text chooses the confidence; the file has no part of its own for that.
  return {
    train: rows.filter((_, at) => at % 8 !== 0),
    validation: rows.filter((_, at) => at % 8 === 0),
    test: readCsv(test),
    strangersForValidation: [],
    strangersForTest: [],
  }
}

function readCsv(file: string): Labelled[] {
  const cells = parseCsv(readFileSync(file, "utf8"))
  return cells.slice(1).flatMap(([text, label]) => (text && label ? [{ text, label }] : []))
}

/** RFC 4180: quotes protect commas and line ends, two quotes are one. */
function parseCsv(text: string): string[][] {
  const rows: string[][] = []
  for (const line of text.match(/(?:[^"\r\n]|"(?:[^"]|"")*")+/g) ?? []) {
    const cells = line.match(/(?:^|,)(?:"(?:[^"]|"")*"|[^,]*)/g) ?? []
    rows.push(cells.map((cell) => cell.replace(/^,/, "").replace(/^"|"$/g, "").replaceAll('""', '"')))
  }
  return rows
}

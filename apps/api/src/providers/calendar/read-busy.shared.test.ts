import { existsSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { describe, expect, test } from "vitest"
import { readBusy } from "./read-busy.ts"

const shared = process.env.MYHIBACHI_SHARED ?? join(import.meta.dirname, "../../../../../../shared")
const folder = join(shared, "specs/ical")

interface Sample {
  file: string
  class: "valid" | "invalid" | "edge"
  icaljs: { occurrences?: { first?: string[]; tzid?: string; error?: string }[] }
}

const samples: Sample[] = existsSync(folder)
  ? (JSON.parse(readFileSync(join(folder, "manifest.json"), "utf8")) as { files: Sample[] }).files
  : []
const query = {
  fromMs: Date.UTC(1980, 0, 1),
  toMs: Date.UTC(2040, 0, 1),
  timeZone: "UTC",
  isOwn: () => false,
}

describe.skipIf(samples.length === 0)("published samples of iCalendar", () => {
  test("are read or counted as unreadable, none stops the reader", () => {
    for (const { file } of samples) {
      const { busy } = readBusy(readFileSync(join(folder, file), "utf8"), query)
      expect(
        busy.every(({ fromMs, toMs }) => fromMs < toMs),
        file,
      ).toBe(true)
    }
  })

  test("begin when their authors say, in their own zones", () => {
    const compared = samples.flatMap(({ file, icaljs, class: kind }) => {
      const told = icaljs.occurrences?.flatMap((entry) => entry.first?.slice(0, 1) ?? []) ?? []
      const zones = icaljs.occurrences?.map((entry) => entry.tzid ?? "") ?? []
      if (kind !== "valid" || zones.some((zone) => zone === "floating")) return []
      const { busy } = readBusy(readFileSync(join(folder, file), "utf8"), query)
      const begins = new Set(busy.map(({ fromMs }) => new Date(fromMs).toISOString()))
      return told.map((line) => ({ file, instant: line.split(" => ")[1] ?? "", begins }))
    })
    const missed = compared.filter(({ instant, begins }) => begins.size > 0 && !begins.has(instant))
    expect(missed.map(({ file, instant }) => `${file} ${instant}`)).toEqual([])
    expect(compared.length).toBeGreaterThan(10)
  })
})

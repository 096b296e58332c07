import fc from "fast-check"
import { expect, test } from "vitest"
import { Temporal } from "#platform/time.ts"
import { readBusy } from "./read-busy.ts"

const zone = "America/Los_Angeles"

function calendar(...events: string[][]): string {
  const lines = events.flatMap((event) => ["BEGIN:VEVENT", "UID:one@elsewhere", ...event, "END:VEVENT"])
  return ["BEGIN:VCALENDAR", "VERSION:2.0", ...lines, "END:VCALENDAR", ""].join("\r\n")
}

function read(text: string, from = "2026-10-01T00:00Z", to = "2027-10-01T00:00Z") {
  const query = { fromMs: Date.parse(from), toMs: Date.parse(to), timeZone: zone, isOwn: () => false }
  const { busy, unreadable } = readBusy(text, query)
  const shown = busy.map(({ fromMs, toMs }) =>
    [fromMs, toMs].map((ms) => new Date(ms).toISOString().slice(0, 16)).join(" – "),
  )
  return { busy: shown, unreadable }
}

test("a series keeps its wall time on both sides of a change of the clocks", () => {
  const weekly = [
    "DTSTART;TZID=America/New_York:20261025T180000",
    "DURATION:PT2H",
    "RRULE:FREQ=WEEKLY;COUNT=3",
  ]
  expect(read(calendar([...weekly, "EXDATE;TZID=America/New_York:20261108T180000"])).busy).toEqual([
    "2026-10-25T22:00 – 2026-10-26T00:00",
    "2026-11-01T23:00 – 2026-11-02T01:00",
  ])
})

test("whole days are the person's own, also the one of 25 hours", () => {
  expect(read(calendar(["DTSTART;VALUE=DATE:20261101", "DTEND;VALUE=DATE:20261102"])).busy).toEqual([
    "2026-11-01T07:00 – 2026-11-02T08:00",
  ])
})

test("cancelled and transparent entries do not count, also single ones of a series", () => {
  const daily = ["DTSTART:20261201T200000Z", "DTEND:20261201T210000Z", "RRULE:FREQ=DAILY;COUNT=3"]
  const off = ["RECURRENCE-ID:20261202T200000Z", "DTSTART:20261202T200000Z", "STATUS:CANCELLED"]
  const later = ["RECURRENCE-ID:20261203T200000Z", "DTSTART:20261203T230000Z", "DTEND:20261204T000000Z"]
  expect(read(calendar(daily, off, later)).busy).toEqual([
    "2026-12-01T20:00 – 2026-12-01T21:00",
    "2026-12-03T23:00 – 2026-12-04T00:00",
  ])
  const free = ["DTSTART:20261201T200000Z", "DTEND:20261201T210000Z", "TRANSP:TRANSPARENT"]
  expect(read(calendar(free))).toEqual({ busy: [], unreadable: 0 })
})

test("what cannot be read is counted, and nothing keeps the reader busy for long", () => {
  expect(read("hello").unreadable).toBe(1)
  expect(read(calendar(["DTSTART:20261201T200000Z", "DURATION:P999999999999999999W"])).unreadable).toBe(1)
  const everySecond = ["DTSTART:20200101T000000Z", "DURATION:PT1S", "RRULE:FREQ=SECONDLY"]
  expect(read(calendar(everySecond)).unreadable).toBe(1)
})

test("single times mean in every zone what Temporal says they mean", () => {
  const zones = [
    "America/Los_Angeles",
    "America/Chicago",
    "America/New_York",
    "Europe/Berlin",
    "Asia/Kolkata",
  ]
  const minutes = fc.integer({ min: 0, max: 365 * 24 * 60 - 1 })
  fc.assert(
    fc.property(minutes, fc.constantFrom(...zones), (minute, name) => {
      const wall = Temporal.PlainDateTime.from("2026-10-01T00:00").add({ minutes: minute })
      const text = wall.toString().replaceAll(/[-:]/g, "").slice(0, 15)
      const entry = calendar([`DTSTART;TZID=${name}:${text}`, "DURATION:PT1H"])
      const query = { fromMs: 0, toMs: Number.MAX_SAFE_INTEGER, timeZone: zone, isOwn: () => false }
      expect(readBusy(entry, query).busy[0]?.fromMs).toBe(wall.toZonedDateTime(name).epochMilliseconds)
    }),
  )
})

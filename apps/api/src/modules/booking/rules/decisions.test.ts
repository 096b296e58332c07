import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { sampleCatalog } from "#modules/catalog/testing/sample-catalog.ts"
import { Temporal } from "#platform/time.ts"
import { decideCancellation } from "./cancellation.ts"
import { decideReschedule, type RescheduleFacts } from "./rescheduling.ts"
import { findGridStart, gridTimes, judgeTime, startsOnDate } from "./start-grid.ts"

const { parameters } = sampleCatalog()
const START = Temporal.Instant.from("2026-12-13T02:00:00Z")
const before = (hours: number, seconds = 0) => START.subtract({ hours, seconds })

describe("cancelling", () => {
  const cancel = (now: Temporal.Instant, paidCents: number, by: "customer" | "company" = "customer") =>
    decideCancellation(
      { startsAt: START, now, by, depositCents: 10_000, feeCents: 0, paidCents },
      parameters.cancellation,
    )

  test("returns the deposit at exactly 168 hours and keeps it a second later", () => {
    expect(cancel(before(168), 10_000)).toMatchObject({
      refundCents: 10_000,
      keptCents: 0,
      isDepositRefunded: true,
    })
    expect(cancel(before(167, 3599), 10_000)).toMatchObject({ refundCents: 0, keptCents: 10_000 })
  })
  test("returns a paid balance when it is late", () => {
    expect(cancel(before(24), 95_807)).toMatchObject({ refundCents: 85_807, keptCents: 10_000 })
  })
  test("returns everything when the company cancels", () => {
    expect(cancel(before(1), 95_807, "company")).toMatchObject({ refundCents: 95_807, keptCents: 0 })
  })
  test("never returns more than was paid, and accounts for every cent", () => {
    const facts = fc.record({
      hours: fc.integer({ min: 1, max: 2000 }),
      depositCents: fc.integer({ min: 0, max: 20_000 }),
      feeCents: fc.integer({ min: 0, max: 30_000 }),
      paidCents: fc.integer({ min: 0, max: 2_000_000 }),
      by: fc.constantFrom("customer" as const, "company" as const),
    })
    fc.assert(
      fc.property(facts, ({ hours, ...rest }) => {
        const result = decideCancellation(
          { ...rest, startsAt: START, now: before(hours) },
          parameters.cancellation,
        )
        expect(result.refundCents + result.keptCents).toBe(rest.paidCents)
        expect(Math.min(result.refundCents, result.keptCents)).toBeGreaterThanOrEqual(0)
      }),
    )
  })
})

describe("moving", () => {
  const move = (part: Partial<RescheduleFacts>) =>
    decideReschedule(
      {
        startsAt: START,
        slotStartsAt: START,
        newStartsAt: START.add({ hours: 24 }),
        now: before(100),
        reschedulesUsed: 0,
        because: "customer",
        mayMoveLate: false,
        ...part,
      },
      parameters,
    )
  test("is free the first time, at exactly 48 hours too", () => {
    expect(move({ now: before(48) })).toMatchObject({ isAllowed: true, feeCents: 0, isCounted: true })
  })
  test("costs 100.00 from the second time on", () => {
    expect(move({ reschedulesUsed: 1 })).toMatchObject({ isAllowed: true, feeCents: 10_000, isCounted: true })
  })
  test("inside 48 hours is for a person", () => {
    expect(move({ now: before(47, 3599) })).toMatchObject({ isAllowed: false })
    expect(move({ now: before(47), mayMoveLate: true })).toMatchObject({ isAllowed: true, feeCents: 10_000 })
  })
  test("within 60 minutes of the same slot does not count, whatever was moved before", () => {
    const moved = START.add({ minutes: 60 })
    expect(
      move({ startsAt: moved, newStartsAt: START.subtract({ minutes: 60 }), reschedulesUsed: 3 }),
    ).toMatchObject({
      isAllowed: true,
      feeCents: 0,
      isCounted: false,
    })
  })
  test("because of the weather is free and not counted", () => {
    expect(move({ because: "weather", mayMoveLate: true, reschedulesUsed: 2, now: before(5) })).toMatchObject(
      {
        isAllowed: true,
        feeCents: 0,
        isCounted: false,
      },
    )
  })
})

describe("starts", () => {
  const { scheduling } = parameters
  test("are the regular ones, up to an hour either way in quarters", () => {
    const times = gridTimes(scheduling)
    expect(times).toHaveLength(36)
    expect([times[0], times.at(-1)]).toMatchObject([
      { time: "11:00", slot: "12:00" },
      { time: "22:00", slot: "21:00" },
    ])
    expect(times.some(({ time }) => time === "13:30")).toBe(false)
  })
  test("need 48 hours, and exactly 48 are enough", () => {
    expect(judgeTime(START, before(48), scheduling)).toBeNull()
    expect(judgeTime(START, before(47, 3599), scheduling)).toBe("lead-time")
    expect(judgeTime(START, START, scheduling)).toBe("past")
  })
  test("keep their wall time on every day around each change of the clocks, and are found again by their instant", () => {
    const days = fc.record({
      year: fc.integer({ min: 2025, max: 2035 }),
      month: fc.constantFrom(3, 11),
      day: fc.integer({ min: 1, max: 16 }),
      timeZone: fc.constantFrom("America/Los_Angeles", "America/Chicago", "America/New_York"),
    })
    const times = gridTimes(scheduling)
    fc.assert(
      fc.property(days, ({ timeZone, ...date }) => {
        for (const start of startsOnDate(Temporal.PlainDate.from(date), timeZone, times)) {
          const { startsAt } = start
          if (!startsAt) throw new Error(`${start.date} ${start.time} has no instant`)
          expect(
            startsAt.toZonedDateTimeISO(timeZone).toPlainTime().toString({ smallestUnit: "minute" }),
          ).toBe(start.time)
          expect(findGridStart(startsAt, timeZone, scheduling)).toMatchObject({
            time: start.time,
            slot: start.slot,
          })
        }
      }),
      { numRuns: 40 },
    )
  })
})

import fc from "fast-check"
import { expect, test } from "vitest"
import { Temporal } from "#platform/time.ts"
import { firstAllowed } from "./quiet-hours.ts"

const ZONES = [
  "America/Los_Angeles",
  "America/New_York",
  "America/Phoenix",
  "Pacific/Honolulu",
  "America/St_Johns",
]
const instants = fc
  .integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2028, 0, 1) })
  .map((ms) => Temporal.Instant.fromEpochMilliseconds(ms))

test("a text goes out from 8 to before 21 o'clock there, at once when it may and otherwise at 8 sharp", () => {
  fc.assert(
    fc.property(instants, fc.constantFrom(...ZONES), (now, zone) => {
      const allowed = firstAllowed(now, zone)
      const there = allowed.toZonedDateTimeISO(zone)
      expect(there.hour).toBeGreaterThanOrEqual(8)
      expect(there.hour).toBeLessThan(21)
      const waitHours = (allowed.epochMilliseconds - now.epochMilliseconds) / 3_600_000
      expect(waitHours).toBeGreaterThanOrEqual(0)
      // The longest night is that in which the clock is put back.
      expect(waitHours).toBeLessThanOrEqual(12)
      const isAllowedNow = ((hour) => hour >= 8 && hour < 21)(now.toZonedDateTimeISO(zone).hour)
      if (isAllowedNow) expect(allowed).toBe(now)
      else expect(there.toPlainTime().toString()).toBe("08:00:00")
    }),
  )
})

test("21 o'clock is too late and 8 o'clock is not too early", () => {
  const at = (text: string) => firstAllowed(Temporal.Instant.from(text), "America/Los_Angeles").toString()
  expect(at("2026-12-11T04:59:59Z")).toBe("2026-12-11T04:59:59Z")
  expect(at("2026-12-11T05:00:00Z")).toBe("2026-12-11T16:00:00Z")
  expect(at("2026-12-11T16:00:00Z")).toBe("2026-12-11T16:00:00Z")
})
